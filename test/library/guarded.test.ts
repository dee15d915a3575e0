import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
/** As it is built: it begins processes. */
import type * as Library from '../../src/index.js';
import { REPORTS } from '../cli/run.js';

const root = join(import.meta.dirname, '../..');
const { parse, parseMany, findTables, inspect } = (await import(
  join(root, 'dist/index.js')
)) as unknown as typeof Library;
const path = join(root, REPORTS);
const bytes = new Uint8Array(readFileSync(path));
const plain = await parse(path);
/** More than it ever takes. */
const limits = { seconds: 300, pageSeconds: 300 };

const errorOf = (promise: Promise<unknown>): Promise<{ code: string; message: string }> =>
  promise.then(
    () => ({ code: 'none', message: '' }),
    (error) => error,
  );

describe('within limits of time and memory', () => {
  it.each([
    ['a path', path],
    ['bytes', bytes],
  ])('%s is read as without', async (_, input) => {
    const { file } = plain.document.source;
    expect(await parse(input, { limits, file })).toEqual(plain);
  });

  it('tables and pages are read too', async () => {
    expect(await findTables(bytes, { limits })).toEqual(await findTables(bytes));
    const one = { page: 2, stage: 'tables' } as const;
    expect(await inspect(bytes, { ...one, limits })).toEqual(await inspect(bytes, one));
  });

  it('what takes too much is told by the name of the option', async () => {
    expect(await errorOf(parse(path, { limits: { seconds: 0.1 } }))).toMatchObject({
      code: 'timed-out',
      message: 'it takes more than 0.1 s of processor time; options.limits.seconds allows more',
    });
    expect(await errorOf(parse(path, { limits: { megabytes: 10 } }))).toMatchObject({
      code: 'memory-exceeded',
      message: 'it takes more than 10 MB; options.limits.megabytes allows more',
    });
  });

  it('errors are those of reading', async () => {
    const text = new TextEncoder().encode('this is a letter');
    const { message } = await errorOf(parse(text));
    expect(await errorOf(parse(text, { limits }))).toMatchObject({ code: 'not-a-pdf', message });
    expect(await errorOf(parse('none.pdf', { limits }))).toMatchObject({ code: 'file-not-found' });
    expect(await errorOf(parse(path, { limits, pages: [9] }))).toMatchObject({ code: 'page-out-of-range' });
  });

  it('progress is told, and what it throws ends the reading', async () => {
    const seen: unknown[] = [];
    await parse(path, { limits, onPage: (done, of, next) => seen.push([done, of, next]) });
    expect(seen).toEqual([...[0, 1, 2, 3].map((done) => [done, 4, done + 1]), [4, 4, null]]);
    const fail = (): never => {
      throw new Error('mine');
    };
    await expect(parse(path, { limits, onPage: fail })).rejects.toThrow('mine');
    await expect(parse(path, { limits, onPage: async () => fail() })).rejects.toThrow('mine');
  });

  it('a signal ends it', async () => {
    const controller = new AbortController();
    const reading = parse(path, {
      limits,
      signal: controller.signal,
      onPage: () => controller.abort(new Error('enough')),
    });
    await expect(reading).rejects.toThrow('enough');
    await expect(parse(path, { limits, signal: AbortSignal.abort(new Error('before')) })).rejects.toThrow('before');
  });
});

describe('many files', () => {
  it('come in order, errors as values', async () => {
    const inputs = [path, 'none.pdf', bytes, 3 as unknown as string, new Blob(['no PDF']), path];
    const outcomes = [];
    for await (const outcome of parseMany(inputs, { jobs: 2, limits })) outcomes.push(outcome);
    expect(outcomes.map(({ index, input }) => [index, input])).toEqual([...inputs.entries()]);
    expect(outcomes.map(({ file, error }) => [file, error?.code ?? null])).toEqual([
      [path, null],
      ['none.pdf', 'file-not-found'],
      ['-', null],
      ['number', 'usage'],
      ['-', 'not-a-pdf'],
      [path, null],
    ]);
    expect(outcomes[5]?.result).toEqual(plain);
  });

  it('one that takes too much does not end the others', async () => {
    const codes = [];
    for await (const { error } of parseMany([path, bytes], { jobs: 1, limits: { megabytes: 10 } }))
      codes.push(error?.code);
    expect(codes).toEqual(['memory-exceeded', 'memory-exceeded']);
  });

  it('are taken as they are asked for, and no more once the loop is left', async () => {
    let taken = 0;
    let ended = false;
    const inputs = (async function* () {
      try {
        for (;;) {
          taken++;
          yield path;
        }
      } finally {
        ended = true;
      }
    })();
    for await (const { result } of parseMany(inputs, { jobs: 1, limits })) {
      expect(result?.document.reports).toHaveLength(4);
      break;
    }
    expect([taken, ended]).toEqual([2, true]);
  });

  it('end with a signal', async () => {
    const controller = new AbortController();
    const loop = async (): Promise<void> => {
      for await (const _ of parseMany([path, path, path], { jobs: 1, limits, signal: controller.signal }))
        controller.abort(new Error('enough'));
    };
    await expect(loop()).rejects.toThrow('enough');
  });

  it('are no single one', async () => {
    await expect(parseMany(path).next()).rejects.toMatchObject({ code: 'usage' });
    await expect(parseMany(bytes as unknown as string[]).next()).rejects.toMatchObject({ code: 'usage' });
  });
});
