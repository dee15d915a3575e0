import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { evalx, REPORTS } from './run.js';

const folder = mkdtempSync(join(tmpdir(), 'evalx-'));
afterAll(() => rmSync(folder, { recursive: true }));

const hooks = pathToFileURL(join(import.meta.dirname, 'loads/register.mjs')).href;
let count = 0;

/** The modules that a command loads. */
async function urls(...args: string[]): Promise<string[]> {
  const list = join(folder, String(count++));
  await evalx(args, { node: ['--import', hooks], env: { EVALX_LOADS: list, EVALX_NO_BUNDLE: '1' } });
  return readFileSync(list, 'utf8').trim().split('\n');
}

/** The modules that a command loads: packages by name, files of ours by path. */
async function loads(...args: string[]): Promise<Set<string>> {
  const name = (url: string): string =>
    /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1] ?? /dist\/.*/.exec(url)?.[0] ?? url;
  return new Set((await urls(...args)).map(name));
}

describe('a command loads what it needs', () => {
  it.each([
    ['help', ['--help']],
    ['the help of a command', ['parse', '--help']],
    ['the help of tables', ['tables', '--help']],
    ['the help of inspect', ['inspect', '--help']],
    ['the help of validate', ['validate', '--help']],
    ['the rules', ['rules']],
    ['the explanation of a rule', ['explain', 'score-missing']],
    ['the version', ['--version']],
    ['no command', []],
    ['an unknown option', ['parse', '--unknown', REPORTS]],
    ['malformed pages', ['parse', '--pages', 'x', REPORTS]],
  ])('%s: no pdfjs, no zod, no parser', async (_, args) => {
    const loaded = await loads(...args);
    expect(loaded).toContain('commander');
    expect(loaded).not.toContain('zod');
    expect(loaded).not.toContain('pdfjs-dist');
    expect(loaded).not.toContain('dist/parse.js');
    expect(loaded).not.toContain('dist/pages/read-pages.js');
  });

  it('parse: pdfjs, but neither zod nor a canvas', async () => {
    const loaded = await loads('parse', REPORTS);
    expect(loaded).toContain('dist/parse.js');
    expect(loaded).toContain('pdfjs-dist');
    expect(loaded).not.toContain('zod');
    expect(loaded).not.toContain('@napi-rs/canvas');
  });

  it('parse: of pdfjs neither the scripting sandbox nor the viewer', async () => {
    const pdfjs = (await urls('parse', REPORTS)).filter((url) => url.includes('/pdfjs-dist/'));
    expect(pdfjs.length).toBeGreaterThan(1);
    expect(pdfjs.filter((url) => /sandbox|scripting|quickjs|\/web\//.test(url))).toEqual([]);
  });

  it('schema: zod, but no pdfjs', async () => {
    const loaded = await loads('schema');
    expect(loaded).toContain('zod');
    expect(loaded).not.toContain('pdfjs-dist');
  });

  it('validate: no pdfjs for documents that parse wrote', async () => {
    const document = join(folder, 'document.json');
    await evalx(['parse', REPORTS, '--output', document]);
    const loaded = await loads('validate', document);
    expect(loaded).toContain('zod');
    expect(loaded).not.toContain('pdfjs-dist');
  });
});
