import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lchownSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileSink } from '../../../src/cli/terminal/file-sink.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'evalx-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('an output file', () => {
  it('appears whole, at the end', async () => {
    const path = join(folder, 'out.json');
    const sink = fileSink(path);
    expect(await sink.write('one\n')).toBe(true);
    expect(existsSync(path)).toBe(false);
    await sink.write('two\n');
    sink.finish();
    expect(readFileSync(path, 'utf8')).toBe('one\ntwo\n');
    expect(readdirSync(folder)).toEqual(['out.json']);
  });

  it('leaves the old file and nothing else where the work is given up', async () => {
    const path = join(folder, 'out.json');
    writeFileSync(path, 'old');
    const sink = fileSink(path);
    await sink.write('new');
    sink.discard();
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['out.json']);
  });

  it('keeps the permissions of the old file, and a link a link', async () => {
    const path = join(folder, 'real.json');
    const link = join(folder, 'link.json');
    writeFileSync(path, 'a much longer old text');
    chmodSync(path, 0o640);
    symlinkSync('real.json', link);
    const sink = fileSink(link);
    await sink.write('new');
    sink.finish();
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(readFileSync(path, 'utf8')).toBe('new');
    expect(statSync(path).mode & 0o777).toBe(0o640);
  });

  it('is refused where it cannot be written', () => {
    mkdirSync(join(folder, 'inner'));
    expect(() => fileSink(join(folder, 'inner'))).toThrow(expect.objectContaining({ code: 'file-unwritable' }));
    expect(() => fileSink(join(folder, 'nowhere/out.json'))).toThrow(
      expect.objectContaining({ code: 'file-unwritable', message: expect.stringContaining('ENOENT') }),
    );
  });

  it('that is a device is not replaced', async () => {
    const sink = fileSink('/dev/null');
    expect(await sink.write('text')).toBe(true);
    sink.finish();
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  });
});

describe.skipIf(process.getuid?.() !== 0)('a link of another user (only root can make one for the test)', () => {
  const OTHER = 12_345;
  const REFUSED =
    'it is a link or pipe of another user in a folder that all may write to; remove it, or name another file';
  /** A link to a file, in a folder with these permissions. */
  const plant = (mode: number, owner: number): string => {
    const shared = join(folder, 'shared');
    mkdirSync(shared);
    chmodSync(shared, mode);
    writeFileSync(join(folder, 'victim'), 'untouched');
    const link = join(shared, 'out.json');
    symlinkSync(join(folder, 'victim'), link);
    lchownSync(link, owner, owner);
    return link;
  };

  it.each([0o1777, 0o777])('is not followed in a folder that all may write to (%o)', (mode) => {
    const link = plant(mode, OTHER);
    expect(() => fileSink(link)).toThrow(REFUSED);
    // Nor where one's own link leads to it.
    symlinkSync('shared/out.json', join(folder, 'own.json'));
    expect(() => fileSink(join(folder, 'own.json'))).toThrow(REFUSED);
    expect(readdirSync(join(folder, 'shared'))).toEqual(['out.json']);
  });

  it.each([
    ['of another in a folder of one’s own', 0o755, OTHER],
    ['of one’s own in a folder of all', 0o1777, 0],
  ])('is followed otherwise: %s', async (_, mode, owner) => {
    const sink = fileSink(plant(mode, owner));
    await sink.write('new');
    sink.finish();
    expect(readFileSync(join(folder, 'victim'), 'utf8')).toBe('new');
  });

  it('stands for a pipe as well, which is not opened', () => {
    const pipe = join(plant(0o1777, OTHER), '../pipe');
    execFileSync('mkfifo', [pipe]);
    lchownSync(pipe, OTHER, OTHER);
    expect(() => fileSink(pipe)).toThrow(REFUSED);
  });
});
