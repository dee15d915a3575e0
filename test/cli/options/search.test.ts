import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FindOptions, findInputs } from '../../../src/cli/options/find-inputs.js';
import { NO_SEARCH_LIMITS } from '../../../src/cli/options/search.js';
import { shownPath } from '../../../src/text/path-bytes.js';

let folder = '';
const at = (...names: string[]): string => join(folder, ...names);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'evalx-search-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const find = async (options: FindOptions = {}, patterns = [folder]) => {
  const { files, empty } = await findInputs(patterns, options);
  return [...files.map((file) => relative(folder, file)), ...empty.map(() => 'nothing')];
};

describe('links to folders', () => {
  it('are not followed unless that is wanted; each folder is entered once', async () => {
    mkdirSync(at('in'));
    mkdirSync(at('out'));
    writeFileSync(at('out', 'a.pdf'), '');
    symlinkSync('../out', at('in', 'link'));
    expect(await find({}, [at('in')])).toEqual(['nothing']);
    expect(await find({ followLinks: true }, [at('in')])).toEqual(['in/link/a.pdf']);
    expect(await find({ followLinks: true })).toEqual(['out/a.pdf']);
  });

  it('cost no more for being many: circles, and chains of 2^42 paths', async () => {
    for (let i = 0; i <= 42; i++) {
      mkdirSync(at(`c${i}`));
      symlinkSync('..', at(`c${i}`, 'up'));
      for (const name of ['x', 'y']) if (i < 42) symlinkSync(`../c${i + 1}`, at(`c${i}`, name));
    }
    writeFileSync(at('c42', 'a.pdf'), '');
    for (const followLinks of [false, true]) expect(await find({ followLinks })).toEqual(['c42/a.pdf']);
  });

  it('are told where they cannot be followed to their end', async () => {
    symlinkSync('loop', at('loop'));
    expect(await find()).toEqual(['nothing']);
    expect(await find({ followLinks: true })).toEqual(['loop']);
  });
});

describe('a search', () => {
  const limits = { entries: 100, depth: 5, seconds: 60 };

  it('visits no more files than it may, in one folder or in many', async () => {
    mkdirSync(at('flat'));
    for (let i = 0; i < 101; i++) writeFileSync(at('flat', `${i}`), '');
    await expect(find({ limits })).rejects.toThrow('more than 100 files and folders; name a smaller folder, or use');
    expect(await find({ limits: { ...limits, entries: 102 } })).toEqual(['nothing']);
    const twice = { limits: { ...limits, entries: 150 } };
    await expect(find(twice, [at('flat'), at('*', '*.pdf')])).rejects.toThrow('--no-search-limits');
    expect(await find({ limits: NO_SEARCH_LIMITS })).toEqual(['nothing']);
  });

  it('goes no deeper than it may', async () => {
    mkdirSync(at(...'123456'), { recursive: true });
    writeFileSync(at(...'123456', 'a.pdf'), '');
    await expect(find({ limits })).rejects.toThrow('more than 5 folders inside one another');
    expect(await find({ limits: { ...limits, depth: 6 } })).toEqual(['1/2/3/4/5/6/a.pdf']);
  });

  it('takes no longer than it may', async () => {
    await expect(find({ limits: { ...limits, seconds: -1 } })).rejects.toThrow('looking for files takes more than');
  });
});

describe.skipIf(process.platform !== 'linux')('names that are no UTF-8', () => {
  it('are each a file of its own, in folders of such names too', async () => {
    const gbk = (...bytes: number[]): Buffer => Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(bytes)]);
    const slash = 0x2f;
    mkdirSync(gbk(0xb2, 0xe2));
    for (const byte of [0xca, 0xcb]) writeFileSync(gbk(0xb2, 0xe2, slash, byte, ...Buffer.from('.pdf')), '');
    writeFileSync(at('\ufffd.pdf'), '');
    const names = (await find()).map(shownPath);
    expect(names).toEqual(['\\xb2\\xe2/\\xca.pdf', '\\xb2\\xe2/\\xcb.pdf', '\ufffd.pdf']);
    expect(await find({}, (await findInputs([folder])).files as string[])).toHaveLength(3);
  });
});
