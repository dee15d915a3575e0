import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Checkable, parse, validate } from '../../src/index.js';
import { withEvidence } from '../../src/output/evidence.js';
import { DEFAULT_SETTINGS, validate as validateAll } from '../../src/validator/validate.js';
import { REPORTS } from '../cli/run.js';

const result = await parse(join(import.meta.dirname, '../..', REPORTS));
const { document, places, account } = result;
const file = document.source.file;
const all = validateAll([{ file, document, places }], DEFAULT_SETTINGS);

describe('validate takes', () => {
  it.each<[string, Checkable | readonly Checkable[]]>([
    ['what parse returns', result],
    ['several of it', [result]],
    ['a document with evidence, as it is read back', withEvidence(document, places, account)],
    ['the inputs of before', [{ file, document, places }]],
  ])('%s', (_, results) => {
    expect(all.length).toBeGreaterThan(5);
    expect(validate(results)).toEqual(all);
  });

  it('a document without evidence, whose findings have no places', () => {
    expect(validate(document)).toEqual(
      all.map((finding) => expect.objectContaining({ path: finding.path, rule: finding.rule })),
    );
    expect(validate(document).filter(({ path, page }) => page !== null && !path.startsWith('/diagnostics'))).toEqual(
      [],
    );
  });

  it('a name of the caller', () => {
    expect(validate({ ...result, file: 'a' })[0]?.file).toBe('a');
  });

  it('nothing', () => {
    expect(validate([])).toEqual([]);
  });

  it.each([undefined, null, 'a', 3, {}, { document: {} }, { reports: [] }])('not %j', (results) => {
    expect(() => validate(results as unknown as Checkable)).toThrow(/^results are what parse returns, or documents/);
  });
});

describe('partial settings', () => {
  const rule = all.find(({ severity }) => severity === 'warning')?.rule as string;

  it('of severities, the others stay', () => {
    expect(validate(result, { severities: { [rule]: 'off' } })).toEqual(all.filter((finding) => finding.rule !== rule));
    const raised = validate(result, { severities: { [rule]: 'error' } }).filter((finding) => finding.rule === rule);
    expect(new Set(raised.map(({ severity }) => severity))).toEqual(new Set(['error']));
  });

  it('of tolerances, the others stay', () => {
    const strict = validate(result, { tolerances: { lowRate: 0 } });
    const { tolerances } = DEFAULT_SETTINGS;
    const settings = { ...DEFAULT_SETTINGS, tolerances: { ...tolerances, lowRate: 0 } };
    expect(strict).toEqual(validateAll([{ file, document, places }], settings));
  });

  it('of the language', () => {
    expect(validate(result, { lang: 'zh' })[0]?.message).toMatch(/[\u4e00-\u9fff]/u);
  });

  it.each([
    [{ severities: { 'zero-actul': 'off' } }, 'there is no settings.severities.zero-actul (did you mean zero-actual?)'],
    [
      { severities: { 'zero-actual': 'fatal' } },
      'settings.severities.zero-actual is "fatal"; give one of error, warning, info, off',
    ],
    [{ tolerances: { scores: 1 } }, 'there is no settings.tolerances.scores (did you mean score?)'],
    [{ tolerances: { score: -1 } }, 'settings.tolerances.score is -1; give a number of 0 or more'],
    [{ rules: {} }, 'there is no settings.rules; known are severities, tolerances, lang'],
  ])('refuse %j', (settings, message) => {
    expect(() => validate(result, settings as object)).toThrow(message);
  });
});
