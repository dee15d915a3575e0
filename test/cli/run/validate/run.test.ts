import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Validation } from '../../../../src/contract/findings.js';
import { evalx, fixture, REPORTS } from '../../run.js';

const folder = mkdtempSync(join(tmpdir(), 'evalx-ci-'));
afterAll(() => rmSync(folder, { recursive: true }));
beforeAll(() => {
  mkdirSync(join(folder, 'reports', 'old'), { recursive: true });
  writeFileSync(join(folder, 'reports', 'a.pdf'), fixture(REPORTS));
  cpSync(join(folder, 'reports', 'a.pdf'), join(folder, 'reports', 'old', 'b.pdf'));
});

const run = (...args: string[]) =>
  evalx(['validate', ...args], { cwd: folder, env: { LANG: 'en_US.UTF-8', XDG_CACHE_HOME: join(folder, 'xdg') } });
const json = async (...args: string[]): Promise<Validation> => JSON.parse((await run(...args, '-f', 'json')).stdout);
const put = (text: string): void => writeFileSync(join(folder, 'evalx.config.yaml'), text);

describe('evalx validate in CI', () => {
  it('finds the same with several workers, in the same order', async () => {
    expect(await json('reports', '--jobs', '3')).toEqual(await json('reports'));
  });

  it('finds the same from the cache, and other things with other settings', async () => {
    const fresh = await json('reports', '--cache');
    expect(existsSync(join(folder, 'xdg', 'evalx'))).toBe(true);
    expect(await json('reports', '--cache')).toEqual(fresh);
    const strict = await json('reports', '--cache', '--rule', 'budget-change=error');
    expect(strict.findings.filter(({ rule }) => rule === 'budget-change')[0]?.severity).toBe('error');
    expect((await json('reports', '--cache', '--lang', 'zh')).findings[0]?.message).toMatch(/\p{Script=Han}/u);
  });

  it('passes with what the baseline knows, and fails with what is new', async () => {
    const missing = await run('reports', '--baseline', 'base.json');
    expect([missing.code, missing.stdout]).toEqual([2, '']);
    expect((await run('reports', '--update-baseline')).code).toBe(2);
    expect((await run('reports', '--baseline', 'base.json', '--update-baseline')).code).toBe(0);
    const again = await run('reports', '--baseline', 'base.json', '--fail-on', 'info');
    expect([again.code, again.stdout]).toEqual([0, expect.stringMatching(/nothing found; \d+ known/u)]);
    const base = JSON.parse(readFileSync(join(folder, 'base.json'), 'utf8'));
    base.findings.shift();
    writeFileSync(join(folder, 'base.json'), JSON.stringify(base));
    expect((await run('reports', '--baseline', 'base.json', '--fail-on', 'info')).code).toBe(1);
  });

  it('tells what is fixed', async () => {
    await run('reports', '--baseline', 'base.json', '--update-baseline');
    const flags = ['--rule', 'over-fulfilment=off', '--baseline', 'base.json'];
    const { stdout } = await run('reports', ...flags);
    expect(stdout).toMatch(/^ {2}fixed {2}.*over-fulfilment$/mu);
    expect(stdout).toMatch(/\d+ fixed since the baseline/u);
    const sarif = JSON.parse((await run('reports', ...flags, '-f', 'sarif')).stdout);
    const states = sarif.runs[0].results.map(({ baselineState }: { baselineState: string }) => baselineState);
    expect(new Set(states)).toEqual(new Set(['unchanged', 'absent']));
  });

  it('sets rules by path', async () => {
    put('overrides:\n  - files: ["reports/old/**"]\n    rules: { over-fulfilment: off, budget-change: error }\n');
    const { findings } = await json('reports');
    const of = (file: string, rule: string) =>
      findings.filter((one) => one.file === file && one.rule === rule).map(({ severity }) => severity);
    expect(of('reports/a.pdf', 'over-fulfilment').length).toBeGreaterThan(0);
    expect(of('reports/old/b.pdf', 'over-fulfilment')).toEqual([]);
    expect(of('reports/old/b.pdf', 'budget-change')).toEqual(['error', 'error']);
  });

  it('suppresses until a day, and tells when that is over', async () => {
    const one = (until: string) => `suppressions:\n  - { rule: rate-range, reason: 已核实, until: ${until} }\n`;
    put(one('9999-12-31'));
    const held = await json('reports');
    expect(held.findings.filter(({ rule }) => rule === 'rate-range')).toEqual([]);
    expect(held.suppressed?.every(({ suppressed }) => suppressed.reason === '已核实')).toBe(true);
    put(one('2000-01-01'));
    const over = await run('reports', '-f', 'json');
    expect(over.stderr).toContain('a suppression of rate-range ended on 2000-01-01');
    expect(JSON.parse(over.stdout).suppressed).toBeUndefined();
  });

  it('begins with a config that sets nothing else than the defaults, and writes over none', async () => {
    rmSync(join(folder, 'evalx.config.yaml'));
    const before = JSON.parse((await run('reports', '--print-config')).stdout);
    for (const lang of ['en', 'zh']) {
      expect((await run('--init', '--lang', lang)).code).toBe(0);
      const { file, ...settings } = JSON.parse((await run('reports', '--print-config')).stdout);
      expect({ file: null, ...settings }).toEqual(before);
      const again = await run('--init');
      expect([again.code, again.stderr]).toEqual([2, expect.stringContaining('is there already')]);
      rmSync(file);
    }
  });

  it('names files from the working folder, however they were given', async () => {
    const { files, findings } = await json(join(folder, 'reports', 'a.pdf'));
    expect(new Set([...files, ...findings].map(({ file }) => file))).toEqual(new Set(['reports/a.pdf']));
  });
});
