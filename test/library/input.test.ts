import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { EvalxError, findTables, inspect, type PdfInput, parse } from '../../src/index.js';
import { REPORTS } from '../cli/run.js';

const path = join(import.meta.dirname, '../..', REPORTS);
const bytes = new Uint8Array(await readFile(path));
const { document: read } = await parse(bytes);

const folder = mkdtempSync(join(tmpdir(), 'evalx-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The bytes in the midst of others. */
const amongOthers = (): Uint8Array => {
  const all = new Uint8Array(bytes.length + 20).fill(7);
  all.set(bytes, 10);
  return all.subarray(10, 10 + bytes.length);
};

const shared = (): SharedArrayBuffer => {
  const buffer = new SharedArrayBuffer(bytes.length);
  new Uint8Array(buffer).set(bytes);
  return buffer;
};

describe('a PDF may be given as', () => {
  const inputs: [string, () => PdfInput, string][] = [
    ['a Buffer', () => Buffer.from(bytes), '-'],
    ['a part of a larger buffer', amongOthers, '-'],
    ['another view', () => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), '-'],
    ['an ArrayBuffer', () => bytes.slice().buffer, '-'],
    ['a SharedArrayBuffer', shared, '-'],
    ['a Blob', () => new Blob([bytes]), '-'],
    ['a File', () => new File([bytes], '自评表.pdf'), '自评表.pdf'],
    ['a path', () => path, path],
    ['a URL', () => pathToFileURL(path), path],
    ['a URL as text', () => pathToFileURL(path).href, path],
  ];
  it.each(inputs)('%s', async (_, input, file) => {
    const { document } = await parse(input());
    expect(document).toEqual({ ...read, source: { ...read.source, file } });
  });

  it('all that read take it, and the caller may name it', async () => {
    expect((await parse(path, { file: 'a' })).document.source.file).toBe('a');
    expect((await findTables(new Blob([bytes]))).tables.length).toBeGreaterThan(3);
    expect((await inspect(pathToFileURL(path), { page: 1, stage: 'cells' })).drawing.marks.length).toBeGreaterThan(100);
  });

  it('a file whose name means something else elsewhere', async () => {
    for (const name of ['-', 'http:', 'a%20b.pdf']) {
      const file = join(folder, name);
      writeFileSync(file, bytes);
      expect((await parse(file)).document.source.file).toBe(file);
    }
  });

  it('is not changed', async () => {
    const own = bytes.slice();
    await parse(own);
    expect(Buffer.compare(own, bytes)).toBe(0);
  });
});

const errorOf = async (input: unknown, options = {}): Promise<EvalxError> => {
  const error = await parse(input as PdfInput, options).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(EvalxError);
  return error as EvalxError;
};

describe('what is no PDF that can be read is refused in one line:', () => {
  it.each([
    ['nothing', undefined, 'this is undefined'],
    ['null', null, 'this is null'],
    ['a number', 3, 'this is number'],
    ['an array of bytes', [1, 2], 'this is Array'],
    ['an object', { path }, 'this is Object'],
    ['an object of no class', Object.create(null), 'this is object'],
    ['a promise', readFile(path), 'await it'],
    ['a stream of the web', new Blob([bytes]).stream(), 'collect its bytes first'],
    ['an empty path', '', 'the path is empty'],
    ['an address', 'https://example.org/a.pdf', 'a URL of https: is not fetched; download it'],
    ['a URL of the web', new URL('http://example.org/a.pdf'), 'a URL of http: is not fetched'],
    ['content as text', new TextDecoder('latin1').decode(bytes), 'read the file without an encoding'],
  ])('%s', async (_, input, said) => {
    const { code, message } = await errorOf(input);
    expect(code).toBe('usage');
    expect(message).toContain(said);
    expect(message).not.toContain('\n');
  });

  it('files say what the command line says', async () => {
    expect(await errorOf(join(folder, 'none.pdf'))).toMatchObject({ code: 'file-not-found' });
    expect(await errorOf(folder)).toMatchObject({ code: 'is-a-directory' });
    expect(await errorOf(new Blob([]))).toMatchObject({ code: 'file-empty' });
  });

  it('what is too large, before it is in memory', async () => {
    const huge = { size: 2 ** 40, arrayBuffer: () => Promise.reject(new Error('it was read')) };
    expect(await errorOf(huge)).toMatchObject({ code: 'file-too-large' });
    expect(await errorOf(path, { limits: { bytes: 100 } })).toMatchObject({ code: 'file-too-large' });
  });
});
