import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findInputs } from '../../../src/cli/options/find-inputs.js';

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
    expect(files).toEqual([
      '=sum.pdf',
      'a.PDF',
      'a[1].pdf',
      'b.pdf',
      'line\nbreak.pdf',
      'skip/d.pdf',
      'sub/deep/c.Pdf',
    ]);
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
  it('are not those that a config skips whose folder has signs of a glob in its name', async () => {
    const odd = at('none', '[x] {y}');
    mkdirSync(join(odd, 'in'), { recursive: true });
    for (const name of ['a.pdf', 'b.pdf']) writeFileSync(join(odd, 'in', name), '');
    const { files } = await findInputs([join(odd, 'in')], { ignore: ['in/b.pdf'], from: odd });
    expect(files).toEqual([join(odd, 'in', 'a.pdf')]);
    rmSync(odd, { recursive: true });
  });
  it('are found once, however many links lead to them; those named stay', async () => {
    const linked = at('none', 'linked');
    mkdirSync(linked);
    writeFileSync(join(linked, 'b.pdf'), '');
    for (const name of ['a1', 'a2', 'a3']) symlinkSync(linked, join(linked, name));
    symlinkSync('b.pdf', join(linked, 'c.pdf'));
    expect((await findInputs([linked])).files).toHaveLength(1);
    expect((await findInputs([join(linked, '**/*.pdf')])).files).toHaveLength(1);
    const both = [join(linked, 'b.pdf'), join(linked, 'c.pdf')];
    expect((await findInputs([...both, linked])).files).toEqual(both);
    expect((await findInputs([join(linked, 'b.pdf'), join(linked, 'a1', 'b.pdf')])).files).toHaveLength(1);
    rmSync(linked, { recursive: true });
  });
  it('are links that lead nowhere too: nothing that is there is passed over', async () => {
    const broken = at('none', 'broken');
    mkdirSync(broken);
    symlinkSync('gone.pdf', join(broken, 'link.pdf'));
    symlinkSync('gone', join(broken, 'other'));
    expect((await findInputs([broken])).files).toEqual([join(broken, 'link.pdf')]);
    rmSync(broken, { recursive: true });
  });
  it.skipIf(process.getuid?.() === 0)('are folders that may not be read too', async () => {
    const closed = at('none', 'open', 'closed');
    mkdirSync(closed, { recursive: true });
    chmodSync(closed, 0);
    expect((await findInputs([at('none')])).files).toEqual([closed]);
    expect((await findInputs([at('none', '**', '*.pdf')])).files).toEqual([closed]);
    rmSync(at('none', 'open'), { recursive: true });
  });
});
