import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findInputs } from '../../src/cli/find-inputs.js';

const folder = mkdtempSync(join(tmpdir(), 'evalx-inputs-'));
const at = (...names: string[]): string => join(folder, ...names);
const NAMES = [
  'b.pdf',
  'a.PDF',
  'a[1].pdf',
  '=sum.pdf',
  'line\nbreak.pdf',
  'sub/deep/c.Pdf',
  'sub/note.txt',
  'skip/d.pdf',
];

beforeAll(() => {
  mkdirSync(at('sub', 'deep'), { recursive: true });
  mkdirSync(at('skip'));
  mkdirSync(at('none'));
  for (const name of NAMES) writeFileSync(at(name), '');
  symlinkSync(folder, at('sub', 'loop'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const names = async (patterns: string[], ignore: string[] = []) => {
  const { files, empty } = await findInputs(patterns, { ignore, from: folder });
  return [files.map((file) => relative(folder, file)), empty];
};

describe('the files that are meant', () => {
  it('are all PDFs of a folder, however deep, in one order, and loops end', async () => {
    const [files] = await names([folder]);
    const own = (files as string[]).filter((name) => !name.includes('loop'));
    expect(own).toEqual(['=sum.pdf', 'a.PDF', 'a[1].pdf', 'b.pdf', 'line\nbreak.pdf', 'skip/d.pdf', 'sub/deep/c.Pdf']);
  });
  it('are those of a glob', async () => {
    expect(await names([at('*.pdf')])).toEqual([['=sum.pdf', 'a.PDF', 'a[1].pdf', 'b.pdf', 'line\nbreak.pdf'], []]);
  });
  it('are files whose names look like globs', async () => {
    expect(await names([at('a[1].pdf')])).toEqual([['a[1].pdf'], []]);
  });
  it('are named once, in the order given', async () => {
    expect(await names([at('b.pdf'), at('a.PDF'), at('*.pdf')])).toEqual([
      ['b.pdf', 'a.PDF', '=sum.pdf', 'a[1].pdf', 'line\nbreak.pdf'],
      [],
    ]);
  });
  it('stay in the list where they do not exist; empty folders and globs are told', async () => {
    expect((await findInputs(['-', 'nowhere.pdf'])).files).toEqual(['-', 'nowhere.pdf']);
    expect(await names([at('none'), at('*.docx')])).toEqual([[], [at('none'), at('*.docx')]]);
  });
  it('are not those that the config skips', async () => {
    const [files] = await names([folder], ['skip/**', '**/loop/**', '*.PDF']);
    expect(files).toEqual(['sub/deep/c.Pdf']);
  });
});
