import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { openWhole, writeWhole } from '../../src/files/whole-file.js';

const folder = mkdtempSync(join(tmpdir(), 'evalx-whole-'));
const victim = join(folder, 'victim');
const here = join(folder, 'here');
const file = join(here, 'file');
const temporary = join(here, `.file.${process.pid}.tmp`);
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => {
  rmSync(here, { recursive: true, force: true });
  mkdirSync(here);
  writeFileSync(victim, 'untouched');
});

describe('a file that is written whole', () => {
  it('appears when it is committed, and not before', () => {
    const whole = openWhole(file);
    whole.write('one');
    expect(readdirSync(here)).toEqual([`.file.${process.pid}.tmp`]);
    whole.commit({ sync: true });
    expect([readdirSync(here), readFileSync(file, 'utf8')]).toEqual([['file'], 'one']);
  });

  it('leaves nothing when it is given up, however often', () => {
    const whole = openWhole(file);
    whole.discard();
    whole.discard();
    expect(readdirSync(here)).toEqual([]);
  });

  it('has the permissions that are asked for, whatever the mask', () => {
    const whole = openWhole(file, { mode: 0o666 });
    whole.commit();
    expect(lstatSync(file).mode & 0o777).toBe(0o666);
  });

  it.each([temporary, file])('is never written through a link that waits: %s', (planted) => {
    symlinkSync(victim, planted);
    writeWhole(file, 'new');
    expect(readFileSync(victim, 'utf8')).toBe('untouched');
    expect([lstatSync(file).isFile(), readFileSync(file, 'utf8')]).toEqual([true, 'new']);
    expect(readdirSync(here)).toEqual(['file']);
  });

  it('takes the place of what a killed process left', () => {
    writeFileSync(temporary, 'half');
    writeWhole(file, 'new');
    expect([readdirSync(here), readFileSync(file, 'utf8')]).toEqual([['file'], 'new']);
  });

  it('fails where a folder has its temporary name', () => {
    mkdirSync(temporary);
    expect(() => writeWhole(file, 'new')).toThrow();
    expect(readdirSync(here)).toEqual([`.file.${process.pid}.tmp`]);
  });

  it('makes its folder', () => {
    writeWhole(join(here, 'a/b/c'), 'new');
    expect(readFileSync(join(here, 'a/b/c'), 'utf8')).toBe('new');
  });
});
