import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { validate } from '../../../src/validator/validate.js';
import { readOpinion } from './read-opinion.js';

/** Twelve forms with the faults that a reviewer would write down, planted by hand before the rules were asked. */
const NAMES = readdirSync(new URL('.', import.meta.url)).filter((name) => name.endsWith('.txt'));

/** What of the planted faults is not said, and what is said beside them, each with its form and its place. */
function judge(name: string) {
  const { report, planted } = readOpinion(new URL(name, import.meta.url));
  const document = {
    schemaVersion: '1' as const,
    source: { file: name, sha256: '0'.repeat(64), bytes: 1, pageCount: 1 },
    reports: [report],
    diagnostics: [],
  };
  const findings = validate([{ file: name, document, places: null }]).map(({ rule, path }) => ({
    rule,
    at: path.replace('/reports/0', ''),
  }));
  const says = ({ at, rule }: (typeof findings)[number], fault: (typeof planted)[number]): boolean =>
    fault.rules.includes(rule) && (at === fault.at || at.startsWith(`${fault.at}/`));
  return {
    planted: planted.length,
    missed: planted.filter((fault) => !findings.some((finding) => says(finding, fault))),
    extra: findings.filter((finding) => !planted.some((fault) => says(finding, fault))),
  };
}

/** What is not told: it takes a reviewer, or a guess. */
const MISSED: readonly string[] = [
  '02 /indicators/10 执行率44%而支付及时率填100%，前后矛盾',
  '04 /total 未支出资金却自评为优',
  '05 /indicators/12 照抄目标',
  '08 /indicators/14 未清零仍得满分',
  '09 /total 总分值应为100分',
  '10 /indicators/12 成本433万元与执行数418.6不符',
  '11 /indicators/13 近600不能算完成',
];

/** What else is told of these forms, each judged by hand: a reviewer may well write it, and would not strike it out. */
const ALSO: readonly string[] = [
  '01 /indicators/0/level1 weight-distribution',
  '01 /indicators/12/level1 weight-distribution',
  '01 /indicators/15/target target-not-measurable',
  '02 /indicators/0/level1 weight-distribution',
  '03 /indicators/2/actual goal-vs-indicator',
  '03 /indicators/12/level1 weight-distribution',
  '04 /indicators/0/level1 weight-distribution',
  '05 /indicators/15/level1 weight-distribution',
  '06 /indicators/0/level1 weight-distribution',
  '06 /indicators/11/level1 weight-distribution',
  '09 /indicators/0/level1 weight-distribution',
  '09 /indicators/7/score untested-full-score',
  '10 /indicators/13/level1 weight-distribution',
  '11 /funds/rows/0/score fund-score',
  '12 /total/score score-total-mismatch',
];

describe('the opinions of reviewers', () => {
  const judged = NAMES.map((name) => ({ name: name.slice(0, 2), ...judge(name) }));
  it('have twenty faults a form, and nine of ten are told', () => {
    for (const { planted } of judged) expect(planted).toBeGreaterThanOrEqual(20);
    const planted = judged.reduce((sum, one) => sum + one.planted, 0);
    const missed = judged.flatMap(({ name, missed: all }) => all.map(({ at, words }) => `${name} ${at} ${words}`));
    expect(missed).toEqual(MISSED);
    expect(1 - missed.length / planted).toBeGreaterThanOrEqual(0.9);
  });
  it('have no more than a reviewer may write', () => {
    expect(judged.flatMap(({ name, extra }) => extra.map(({ at, rule }) => `${name} ${at} ${rule}`))).toEqual(ALSO);
  });
});
