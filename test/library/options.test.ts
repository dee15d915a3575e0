import { describe, expect, it } from 'vitest';
import {
  type CheckSettings,
  findTables,
  type InspectOptions,
  inspect,
  parse,
  parseMany,
  validate,
} from '../../src/index.js';

const nothing = new Uint8Array(0);
const asParse = (options: unknown): Promise<unknown> => parse(nothing, options as object);

describe('options are refused by name:', () => {
  it.each([
    [{ pagse: [1] }, 'there is no options.pagse (did you mean pages?)'],
    [{ OCR: 'never' }, 'there is no options.OCR (did you mean ocr?)'],
    [{ limits: { pageSecond: 3 } }, 'there is no options.limits.pageSecond (did you mean pageSeconds?)'],
    [{ strict: true }, expect.stringMatching(/^there is no options\.strict; known are [\w, ]+, lang, [\w, ]+$/u)],
    [{ pages: '1-3' }, 'options.pages is "1-3"; give an array of page numbers, from 1 on'],
    [{ pages: [0] }, 'options.pages is Array; give an array of page numbers, from 1 on'],
    [{ password: 1234 }, 'options.password is 1234; give a text'],
    [{ ocr: 'sometimes' }, 'options.ocr is "sometimes"; give one of auto, always, never'],
    [{ lang: 'de' }, 'options.lang is "de"; give one of en, zh'],
    [{ onPage: true }, 'options.onPage is true; give a function'],
    [{ signal: new AbortController() }, 'options.signal is AbortController; give an AbortSignal'],
    [{ limits: 3 }, 'options.limits is number; give an object'],
    [{ limits: { bytes: '1' } }, 'options.limits.bytes is "1"; give a number of 0 or more'],
    [{ limits: { seconds: 0 } }, 'options.limits.seconds is 0; give a number of more than 0'],
    [{ limits: { megabytes: Infinity } }, 'options.limits.megabytes is Infinity; give a number of 0 or more'],
    [null, 'options is null; give an object'],
    ['zh', 'options is string; give an object'],
  ])('%j', async (options, message) => {
    await expect(asParse(options)).rejects.toMatchObject({ name: 'EvalxError', code: 'usage', message });
  });

  it('before anything is read, and in every function', async () => {
    await expect(parse('no such file', { page: 1 } as object)).rejects.toThrow('did you mean pages?');
    await expect(findTables(nothing, { file: 'a' } as object)).rejects.toThrow('there is no options.file');
    const stage = { page: 1, stage: 'cell' } as unknown as InspectOptions;
    await expect(inspect(nothing, stage)).rejects.toThrow('options.stage is "cell"; give one of items, rulings');
    await expect(inspect(nothing, { stage: 'cells' } as InspectOptions)).rejects.toThrow('options.page is null');
    await expect(parseMany([], { job: 2 } as object).next()).rejects.toThrow('did you mean jobs?');
    await expect(parseMany([], { jobs: 0 }).next()).rejects.toThrow('options.jobs is 0; give a whole number of 1 or');
    const settings = { lang: 'fr' } as unknown as CheckSettings;
    expect(() => validate([], settings)).toThrow('settings.lang is "fr"; give one of en, zh');
  });

  it('what is undefined is not given', async () => {
    const options = { pages: undefined, limits: { bytes: undefined, seconds: undefined }, signal: undefined };
    await expect(parse(nothing, options)).rejects.toMatchObject({ code: 'file-empty' });
  });
});
