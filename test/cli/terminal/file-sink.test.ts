import {
  chmodSync,
  existsSync,
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
