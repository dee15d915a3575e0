import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultFolder, openCache } from '../../../../src/cli/run/validate/cache.js';
import type { CheckWork } from '../../../../src/cli/thread/jobs.js';
import { checked, finding } from '../../../output/findings/sample.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'evalx-cache-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const work = (some: Partial<CheckWork> = {}): CheckWork => ({
  files: [checked()],
  findings: [finding()],
  accepted: [],
  problem: null,
  corrected: [],
  forms: [],
  isLasting: true,
  ...some,
});

const cacheIn = (cacheDir: string) => {
  const cache = openCache({ cacheDir });
  if (!cache) throw new Error('no cache');
  return cache;
};

/** The one file of a cache. */
function only(cacheDir: string): string {
  const names = readdirSync(cacheDir, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));
  expect(names).toHaveLength(1);
  return join(cacheDir, names[0] as string);
}

describe('the cache', () => {
  it('is none unless it is asked for', () => {
    expect(openCache({})).toBeNull();
    expect(openCache({ cache: true }, { XDG_CACHE_HOME: folder })).not.toBeNull();
  });

  it('stands where each system has such things', () => {
    expect(defaultFolder({ XDG_CACHE_HOME: '/x' }, 'linux')).toBe('/x/evalx');
    expect(defaultFolder({}, 'linux')).toMatch(/\.cache\/evalx$/);
    expect(defaultFolder({}, 'darwin')).toMatch(/Library\/Caches\/evalx$/);
    expect(defaultFolder({ LOCALAPPDATA: 'C:\\L' }, 'win32')).toContain('evalx');
  });

  it('gives what was put under the same bytes and settings', async () => {
    const file = join(folder, 'a.pdf');
    writeFileSync(file, 'one');
    const cache = cacheIn(join(folder, 'c'));
    const key = (await cache.key(file, { score: 1 })) as string;
    expect(cache.get(key)).toBeNull();
    cache.put(key, work());
    expect(cache.get(key)).toEqual(work());
    expect(await cache.key(file, { score: 1 })).toBe(key);
    expect(await cache.key(file, { score: 2 })).not.toBe(key);
    writeFileSync(file, 'two');
    expect(await cache.key(file, { score: 1 })).not.toBe(key);
    expect(await cache.key(join(folder, 'nothing'), {})).toBeNull();
  });

  it('is for this user alone', async () => {
    const cache = cacheIn(join(folder, 'c'));
    cache.put('ab12', work());
    if (process.platform === 'win32') return;
    expect(statSync(join(folder, 'c')).mode & 0o777).toBe(0o700);
    expect(statSync(only(join(folder, 'c'))).mode & 0o777).toBe(0o600);
  });

  it('keeps nothing that depends on the machine', () => {
    const cache = cacheIn(join(folder, 'c'));
    cache.put('ab12', work({ isLasting: false }));
    expect(cache.get('ab12')).toBeNull();
  });

  it.each([
    ['cut', (text: string) => text.slice(0, text.length / 2)],
    ['changed', (text: string) => text.replace('95, not 96', '96, not 95')],
    ['emptied', () => ''],
    ['replaced', () => 'not a digest\n{}\n'],
  ])('passes over an entry that is %s', (_, spoil) => {
    const cache = cacheIn(join(folder, 'c'));
    cache.put('ab12', work());
    const place = only(join(folder, 'c'));
    writeFileSync(place, spoil(readFileSync(place, 'utf8')));
    expect(cache.get('ab12')).toBeNull();
    cache.put('ab12', work());
    expect(cache.get('ab12')).toEqual(work());
  });

  it('passes over a whole entry of another shape', () => {
    const cache = cacheIn(join(folder, 'c'));
    cache.put('ab12', work({ findings: [{ rule: 'x' }] as never }));
    expect(cache.get('ab12')).toBeNull();
  });

  it('costs nothing but time where it cannot be written', () => {
    writeFileSync(join(folder, 'c'), 'a file');
    const cache = cacheIn(join(folder, 'c'));
    expect(() => cache.put('ab12', work())).not.toThrow();
    expect(cache.get('ab12')).toBeNull();
  });
});
