import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { CodeCache } from '../../../src/cli/start/code-cache.js';

const folder = mkdtempSync(join(tmpdir(), 'evalx-code-'));
afterAll(() => rmSync(folder, { recursive: true }));
const bundle = join(folder, 'main.cjs');
writeFileSync(bundle, 'x');

const SOURCE = '(() => 1 + 1)';
let xdg: string;
let cache: CodeCache;
/** The one folder in which it keeps code. */
const place = (): string => join(xdg, 'evalx/code', readdirSync(join(xdg, 'evalx/code'))[0] ?? '');
const kept = (): void => {
  cache.add('main.cjs', new Script(SOURCE));
  cache.write();
};

beforeEach(() => {
  xdg = mkdtempSync(join(folder, 'home-'));
  cache = new CodeCache(bundle, { XDG_CACHE_HOME: xdg }, 'linux');
});

describe('code that was compiled', () => {
  it('is taken by the next run', () => {
    expect(cache.read('main.cjs')).toBeNull();
    kept();
    const cachedData = new CodeCache(bundle, { XDG_CACHE_HOME: xdg }, 'linux').read('main.cjs') ?? Buffer.alloc(0);
    expect(new Script(SOURCE, { cachedData }).cachedDataRejected).toBe(false);
    expect(readdirSync(place())).toEqual(['main.cjs.cache']);
    expect(statSync(place()).mode & 0o777).toBe(0o700);
  });

  it('is not taken by another build of the same time and size', () => {
    kept();
    writeFileSync(join(folder, 'other.cjs'), 'y');
    for (const file of [bundle, join(folder, 'other.cjs')]) utimesSync(file, 0, 0);
    expect(new CodeCache(bundle, { XDG_CACHE_HOME: xdg }, 'linux').read('main.cjs')).not.toBeNull();
    expect(new CodeCache(join(folder, 'other.cjs'), { XDG_CACHE_HOME: xdg }, 'linux').read('main.cjs')).toBeNull();
  });

  it.skipIf(process.platform === 'win32')('is not taken where others can write', () => {
    kept();
    chmodSync(place(), 0o770);
    expect(cache.read('main.cjs')).toBeNull();
  });

  it.skipIf(process.platform === 'win32')('is not taken through a link', () => {
    kept();
    const path = place();
    rmSync(path, { recursive: true });
    const elsewhere = mkdtempSync(join(folder, 'elsewhere-'));
    writeFileSync(join(elsewhere, 'main.cjs.cache'), 'x');
    symlinkSync(elsewhere, path);
    expect(cache.read('main.cjs')).toBeNull();
    kept();
    expect(readdirSync(elsewhere)).toEqual(['main.cjs.cache']);
  });

  it('is not kept where it is not wanted, or cannot be', () => {
    cache = new CodeCache(bundle, { XDG_CACHE_HOME: xdg, EVALX_NO_CODE_CACHE: '1' }, 'linux');
    kept();
    expect(existsSync(join(xdg, 'evalx'))).toBe(false);
    cache = new CodeCache(bundle, { XDG_CACHE_HOME: bundle }, 'linux');
    kept();
    expect(cache.read('main.cjs')).toBeNull();
  });
});
