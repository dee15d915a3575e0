import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMPARE_IDS } from '../../src/messages/checking/differences.js';
import { reportOf } from '../../src/validator/example.js';
import { evalx } from '../cli/run.js';

/** What `evalx compare` takes as `evalx validate` does: a config, a baseline, corrections. */

const HASH = 'b'.repeat(64);

/** A folder with approved targets and a self-evaluation that lowers one and drops another; what else lies there. */
function folder(files: Readonly<Record<string, unknown>> = {}): string {
  const path = mkdtempSync(join(tmpdir(), 'evalx-compare-'));
  const form = (sha256: string, targets: Readonly<Record<string, string>>) => ({
    schemaVersion: '1',
    source: { file: sha256 === HASH ? 'form.pdf' : 'targets.pdf', sha256, bytes: 1, pageCount: 1 },
    reports: [
      reportOf({
        name: '农村公路养护',
        year: 2023,
        indicators: Object.entries(targets).map(([level3, target]) => ({ level3, target })),
      }),
    ],
    diagnostics: [],
  });
  const all = {
    'targets.json': form('a'.repeat(64), { 养护公路里程: '≥300公里', 新增安全护栏: '≥12公里' }),
    'form.json': form(HASH, { 养护公路里程: '≥260公里' }),
    ...files,
  };
  for (const [name, content] of Object.entries(all)) writeFileSync(join(path, name), JSON.stringify(content));
  return path;
}

async function compared(cwd: string, ...flags: string[]) {
  const { code, stdout, stderr } = await evalx(['compare', 'targets.json', 'form.json', '-f', 'json', ...flags], {
    cwd,
  });
  const { findings, ...rest } = JSON.parse(stdout || '{"findings":[]}');
  return {
    code,
    stderr,
    rest,
    found: findings.map(({ rule, severity }: Record<string, string>) => `${rule} ${severity}`),
  };
}

describe('evalx compare', () => {
  it('takes severities and limits from a config that is named, and obeys none that came with the files', async () => {
    const path = folder({
      'evalx.config.json': { rules: { 'target-lowered': 'warning', 'indicator-dropped': 'off' }, failOn: 'warning' },
    });
    const plain = await compared(path);
    expect([plain.code, plain.found]).toEqual([1, ['target-lowered error', 'indicator-dropped error']]);
    expect(plain.stderr).toContain('evalx.config.json');
    const named = await compared(path, '--config', 'evalx.config.json');
    expect([named.code, named.found, named.rest.config]).toEqual([1, ['target-lowered warning'], 'evalx.config.json']);
    const trusted = await compared(path, '--trust-input-config', '--fail-on', 'error');
    expect([trusted.code, trusted.found]).toEqual([0, ['target-lowered warning']]);
    expect((await compared(path, '--no-config')).stderr).toBe('');
  });

  it('takes overrides and suppressions of a config', async () => {
    const path = folder({
      'own.json': {
        overrides: [{ files: ['form.json'], rules: { 'target-lowered': 'info' } }],
        suppressions: [{ rule: 'indicator-dropped', files: ['**'], reason: '已报批', until: '2999-01-01' }],
      },
    });
    const { code, found, rest } = await compared(path, '--config', 'own.json');
    expect([code, found]).toEqual([0, ['target-lowered info']]);
    expect(rest.suppressed).toMatchObject([{ rule: 'indicator-dropped', suppressed: { reason: '已报批' } }]);
  });

  it('passes what a baseline knows, and says what is gone', async () => {
    const path = folder();
    expect((await compared(path, '--update-baseline')).code).toBe(2);
    const written = await compared(path, '--baseline', 'known.json', '--update-baseline');
    expect([written.code, written.found]).toEqual([0, []]);
    const later = await compared(path, '--baseline', 'known.json');
    expect([later.code, later.found, later.rest.baseline.known.length]).toEqual([0, [], 2]);
    writeFileSync(join(path, 'own.json'), JSON.stringify({ rules: { 'target-lowered': 'off' } }));
    const fixed = await compared(path, '--baseline', 'known.json', '--config', 'own.json');
    expect(fixed.rest.baseline.fixed).toMatchObject([{ rule: 'target-lowered' }]);
  });

  it('compares what corrections have put right, and lets stand what was accepted', async () => {
    const said = { sha256: HASH, who: '张三', when: '2025-03-01T09:30:00Z', why: '与原件一致' };
    const path = folder({
      'right.json': {
        schemaVersion: '1',
        corrections: [{ ...said, path: '/reports/0/indicators/0/target', old: '≥260公里', new: '≥300公里' }],
        accepted: [],
      },
      'accepted.json': {
        schemaVersion: '1',
        corrections: [],
        accepted: [{ ...said, rule: 'target-lowered', path: '/reports/0/indicators/0/target' }],
      },
    });
    const right = await compared(path, '--corrections', 'right.json');
    expect(right.found).toEqual(['corrections-applied info', 'indicator-dropped error']);
    const accepted = await compared(path, '--corrections', 'accepted.json');
    expect([accepted.found, accepted.rest.accepted]).toMatchObject([
      ['indicator-dropped error'],
      [{ rule: 'target-lowered', accepted: { who: '张三' } }],
    ]);
    expect((await compared(path, '--no-corrections')).found).toHaveLength(2);
  });
});

describe('evalx explain', () => {
  it('knows every difference', async () => {
    const [id = ''] = COMPARE_IDS;
    const told = await evalx(['explain', id, '--lang', 'en']);
    expect([told.code, told.stderr]).toEqual([0, '']);
    expect(told.stdout).toContain(`evalx compare --rule ${id}=off`);
    const chinese = await evalx(['explain', 'target-lowered', '--lang', 'zh']);
    expect(chinese.stdout).toMatch(/^target-lowered \(error\)\n\p{Script=Han}/u);
    const typo = await evalx(['explain', 'target-lowerd']);
    expect([typo.code, typo.stderr.includes('target-lowered')]).toEqual([2, true]);
  });
});
