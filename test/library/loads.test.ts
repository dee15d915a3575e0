import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { REPORTS } from '../cli/run.js';
import { node, root } from './installed.js';

const folder = mkdtempSync(join(tmpdir(), 'evalx-'));
afterAll(() => rmSync(folder, { recursive: true }));

const hooks = pathToFileURL(join(root, 'test/cli/loads/register.mjs')).href;
let count = 0;

/** The modules that a program loads: packages by name, files of ours by path. */
function loads(program: string): Set<string> {
  const list = join(folder, String(count++));
  const start = `process.env.EVALX_LOADS = ${JSON.stringify(list)}; await import(${JSON.stringify(hooks)});`;
  const { code, stderr } = node(root, '--input-type=module', '--eval', `${start}\n${program}`);
  expect([code, stderr]).toEqual([0, '']);
  const name = (url: string): string =>
    /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1] ?? /dist\/.*/.exec(url)?.[0] ?? url;
  return new Set(readFileSync(list, 'utf8').trim().split('\n').map(name));
}

const ALL = ['zod', 'pdfjs-dist', 'fast-csv', 'hyparquet-writer', 'hucre', 'commander', '@napi-rs/canvas'];
const packages = (loaded: Set<string>): string[] => ALL.filter((name) => loaded.has(name));

describe('the library loads what it needs', () => {
  it('to be there: nothing that reads or writes', () => {
    const loaded = loads("await import('evalx'); await import('evalx/output');");
    expect(loaded).toContain('dist/index.js');
    expect(packages(loaded)).toEqual([]);
    expect(loaded).not.toContain('dist/parse.js');
  });

  it('to read: pdfjs alone', () => {
    const loaded = loads(
      `const { parse } = await import('evalx'); await parse('${REPORTS}', { pictureCheck: 'never' });`,
    );
    expect(packages(loaded)).toEqual(['pdfjs-dist']);
  });

  it('to read within limits: nothing here, where another process reads', () => {
    const loaded = loads(
      `const { parse } = await import('evalx'); await parse('${REPORTS}', { limits: { seconds: 300 } });`,
    );
    expect(packages(loaded)).toEqual([]);
    expect(loaded).not.toContain('dist/parse.js');
  });

  it('to write: what the format needs', () => {
    const write = (name: string): string => `const o = await import('evalx/output'); await o.${name}([]);`;
    expect(packages(loads(write('toCsv')))).toEqual(['fast-csv']);
    expect(packages(loads(write('toParquet')))).toEqual(['hyparquet-writer']);
    expect(packages(loads(write('toSarif')))).toEqual([]);
  });

  it('to check a document that is read back: zod, with evalx/contract alone', () => {
    expect(packages(loads("await import('evalx/contract');"))).toEqual(['zod']);
  });
});
