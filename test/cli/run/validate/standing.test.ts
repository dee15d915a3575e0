import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { baselineAfter, readBaseline, withBaseline } from '../../../../src/cli/run/validate/baseline.js';
import { withRelativePaths } from '../../../../src/cli/run/validate/relative.js';
import { suppress, todayOf } from '../../../../src/cli/run/validate/suppress.js';
import type { Suppression } from '../../../../src/contract/config.js';
import type { KnownEntry, Validation } from '../../../../src/contract/findings.js';
import { checked, diagnostic, finding, form } from '../../../output/findings/sample.js';

const folder = mkdtempSync(join(tmpdir(), 'evalx-standing-'));
afterAll(() => rmSync(folder, { recursive: true }));

const run = (some: Partial<Validation> = {}): Validation => ({
  schemaVersion: '1',
  config: null,
  files: [checked(), checked({ file: 'b.pdf' })],
  findings: [
    finding(),
    finding({ rule: 'rate', path: '/reports/0/funds/rows/0/executionRate' }),
    finding({ file: 'b.pdf' }),
  ],
  ...some,
});

const entriesOf = (validation: Validation, before: readonly KnownEntry[] = []): KnownEntry[] => {
  const path = join(folder, 'b.json');
  writeFileSync(path, baselineAfter(validation, before));
  return readBaseline(path, { mayBeMissing: false });
};

describe('a baseline', () => {
  it('knows what it was written of, whatever words, values and pages say', () => {
    const entries = entriesOf(run());
    const later = run({
      findings: run().findings.map((one) => ({
        ...one,
        message: 'other',
        page: 7,
        bbox: null,
        formula: '1 ≠ 2',
        severity: 'warning',
      })),
    });
    const after = withBaseline(later, 'b.json', entries);
    expect(after.findings).toEqual([]);
    expect(after.baseline?.known).toHaveLength(3);
    expect(after.baseline?.fixed).toEqual([]);
  });

  it('knows a form by its name, wherever in the file it stands', () => {
    const entries = entriesOf(run());
    const files = [checked({ reports: [form('新项目'), form('云服务')] }), checked({ file: 'b.pdf' })];
    const findings = [finding({ report: 1, path: '/reports/1/total/score' }), finding({ report: 0 })];
    const { findings: open } = withBaseline(run({ files, findings }), 'b.json', entries);
    expect(open).toEqual([findings[1]]);
  });

  it('tells what is new, and what is gone', () => {
    const entries = entriesOf(run());
    const fresh = finding({ rule: 'other' });
    const after = withBaseline(run({ findings: [fresh, finding({ file: 'b.pdf' })] }), 'b.json', entries);
    expect(after.findings).toEqual([fresh]);
    expect(after.baseline?.fixed.map(({ rule, file }) => [rule, file])).toEqual([
      ['rate', 'a.pdf'],
      ['score-sum', 'a.pdf'],
    ]);
  });

  it('does not call gone what is in a file that was not read, or not given', () => {
    const entries = entriesOf(run());
    const unread = run({ files: [checked({ read: false })], findings: [] });
    expect(withBaseline(unread, 'b.json', entries).baseline?.fixed).toEqual([]);
    expect(entriesOf(unread, entries)).toEqual(entries);
  });

  it('never knows that a page was not read', () => {
    const unread = run({ findings: [diagnostic()] });
    expect(entriesOf(unread)).toEqual([]);
    const [entry] = entriesOf(run({ findings: [diagnostic({ severity: 'warning' })] })) as [KnownEntry];
    expect(withBaseline(unread, 'b.json', [entry]).findings).toHaveLength(1);
  });

  it('counts those that are alike', () => {
    const entries = entriesOf(run({ findings: [finding()] }));
    expect(withBaseline(run({ findings: [finding(), finding()] }), 'b.json', entries).findings).toHaveLength(1);
  });

  it('is the same bytes for the same findings in any order', () => {
    const { findings } = run();
    expect(baselineAfter(run({ findings: [...findings].reverse() }), [])).toBe(baselineAfter(run(), []));
  });

  it('must be there and be one, unless it is to be written', () => {
    const missing = join(folder, 'missing.json');
    expect(readBaseline(missing, { mayBeMissing: true })).toEqual([]);
    expect(() => readBaseline(missing, { mayBeMissing: false })).toThrow('--update-baseline');
    writeFileSync(join(folder, 'x.json'), '{"findings": []}');
    expect(() => readBaseline(join(folder, 'x.json'), { mayBeMissing: true })).toThrow('no baseline of evalx');
  });
});

describe('suppressions', () => {
  const one = (some: Partial<Suppression> = {}): Suppression => ({
    rule: 'score-sum',
    reason: 'agreed',
    until: '2026-06-30',
    ...some,
  });
  const with_ = (suppression: Suppression, today = '2026-06-30', validation = run()) =>
    suppress(validation, { path: null, passedOver: [], config: { suppressions: [suppression] } }, today);

  it('set findings apart up to their last day', () => {
    const { validation, expired } = with_(one());
    expect(validation.findings.map(({ rule }) => rule)).toEqual(['rate']);
    expect(validation.suppressed?.map(({ suppressed }) => suppressed)).toEqual([
      { reason: 'agreed', until: '2026-06-30' },
      { reason: 'agreed', until: '2026-06-30' },
    ]);
    expect(expired).toEqual([]);
  });

  it('count no longer on the day after, and are told once', () => {
    const { validation, expired } = with_(one(), '2026-07-01');
    expect(validation).toEqual(run());
    expect(expired).toEqual([one()]);
    expect(with_(one({ rule: 'none' }), '2026-07-01').expired).toEqual([]);
  });

  it.each([
    [{ files: ['b.*'] }, 1],
    [{ files: ['*.pdf'] }, 2],
    [{ form: '云服务' }, 2],
    [{ form: '自评表' }, 2],
    [{ form: '其他' }, 0],
    [{ field: '培训人次' }, 0],
  ])('are for %j alone', (some, count) => {
    expect(with_(one(some)).validation.suppressed ?? []).toHaveLength(count);
  });

  it('are for a field by its printed name', () => {
    const validation = run({ findings: [finding({ labels: ['产出指标', '培训人次'] }), finding()] });
    expect(with_(one({ field: '培训人次' }), '2026-01-01', validation).validation.findings).toEqual([finding()]);
  });

  it('never hide that a page was not read', () => {
    const validation = run({ findings: [diagnostic()] });
    expect(with_(one({ rule: 'page-unreadable' }), '2026-01-01', validation).validation.findings).toHaveLength(1);
  });

  it('count days in UTC', () => {
    expect(todayOf(new Date('2026-06-30T23:59:59Z'))).toBe('2026-06-30');
  });
});

describe('paths', () => {
  it('are taken from the working folder where they are below it', () => {
    const files = ['/work/a.pdf', '/work/sub/b.pdf', '/other/c.pdf', 'd.pdf', '-'].map((file) => checked({ file }));
    const { files: named, config } = withRelativePaths(run({ files, config: '/work/evalx.config.yaml' }), '/work');
    expect(named.map(({ file }) => file)).toEqual(['a.pdf', 'sub/b.pdf', '/other/c.pdf', 'd.pdf', '-']);
    expect(config).toBe('evalx.config.yaml');
  });
});
