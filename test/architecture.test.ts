import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

/** The check of the import arrows over the src/ of a folder: the rules that are broken, by the file that breaks them. */
function brokenRules(folder: string): { from: string; to: string }[] {
  const depcruise = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [depcruise, 'src', '--config', '.dependency-cruiser.mjs', '--output-type', 'json'];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 26 });
  expect(stderr).toBe('');
  const { summary } = JSON.parse(stdout);
  expect(summary.totalCruised).toBeGreaterThan(1);
  return summary.violations.map(({ from, to }: { from: string; to: string }) => ({ from, to }));
}

describe('the check of the import arrows', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'evalx-'));
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    cpSync(join(root, '.dependency-cruiser.mjs'), join(folder, '.dependency-cruiser.mjs'));
    file('src/geometry/box.ts', 'export interface Box { x0: number }\n');
    file('src/reader/reader-types.ts', "import type { Box } from '../geometry/box.js';\nexport type Page = Box[];\n");
    file('src/reader/pdfjs/document.ts', "export const load = () => import('pdfjs-dist/legacy/build/pdf.mjs');\n");
    file('src/layout/grid.ts', "import type { Page } from '../reader/reader-types.js';\nexport type Grid = Page;\n");
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const file = (path: string, text: string): void => {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };

  it('passes arrows that may be', () => {
    expect(brokenRules(folder)).toEqual([]);
  });

  it.each([
    [
      'a type of a room that it may not see',
      'src/text/a.ts',
      "import type { Page } from '../reader/reader-types.js';\nexport type A = Page;\n",
      'src/reader/reader-types.ts',
    ],
    [
      'more than the types of its neighbour',
      'src/layout/a.ts',
      "import { load } from '../reader/pdfjs/document.js';\nload();\n",
      'src/reader/pdfjs/document.ts',
    ],
    [
      'pdfjs outside of the reader',
      'src/layout/a.ts',
      "import { getDocument } from 'pdfjs-dist';\ngetDocument;\n",
      'pdfjs-dist',
    ],
    [
      'pdfjs in a dynamic import',
      'src/cli/a.ts',
      "export const a = () => import('pdfjs-dist/legacy/build/pdf.mjs');\n",
      'pdfjs-dist',
    ],
    [
      'a type of zod outside of the contract',
      'src/sections/a.ts',
      "import type { z } from 'zod';\nexport type A = z.ZodType;\n",
      'zod',
    ],
    [
      'the file system outside of the command line',
      'src/output/a.ts',
      "import { readFileSync } from 'node:fs';\nreadFileSync('a');\n",
      'fs',
    ],
    [
      'anything from a room that the table does not know',
      'src/attic/a.ts',
      "import type { Box } from '../geometry/box.js';\nexport type A = Box;\n",
      'src/geometry/box.ts',
    ],
    ['a file that is not there', 'src/layout/a.ts', "import { b } from './b.js';\nb();\n", './b.js'],
    ['a circle', 'src/layout/a.ts', "import { b } from './a.js';\nexport const c = b;\n", 'src/layout/a.ts'],
  ])('fails on %s', (_, path, text, target) => {
    file(path, text);
    const broken = brokenRules(folder);
    expect(broken.map(({ from }) => from)).toContain(path);
    expect(broken.find(({ from }) => from === path)?.to).toContain(target);
  });
});

describe('the program of the review page, which is written in JSX', () => {
  const app = join(root, 'src/review/app');
  const files = readdirSync(app).filter((name) => name.endsWith('.tsx'));
  const imports = files.flatMap((name) =>
    [...readFileSync(join(app, name), 'utf8').matchAll(/ from '([^']+)'/gu)].map((found) => found[1] as string),
  );

  it('imports what its room may import', () => {
    expect(files.length).toBeGreaterThan(5);
    expect(imports.length).toBeGreaterThan(20);
    const others = imports.filter((path) => !/^(?:preact(?:\/hooks)?$|\.{1,2}\/(?:state\/)?[\w-]+\.js$)/u.test(path));
    const rooms = new Set(others.map((path) => path.replace(/^\.\.\/\.\.\/([\w-]+)\/.*$/u, '$1')));
    expect([...rooms].sort()).toEqual(['contract', 'corrections', 'messages']);
  });
});
