import { describe, expect, it } from 'vitest';
import { reportOf } from '../../src/validator/example.js';
import { checkRun, type RunForm } from '../../src/validator/run/check-run.js';
import { checkDocuments, DEFAULT_SETTINGS } from '../../src/validator/validate.js';
import type { Example } from '../../src/validator/validator-types.js';

const DOCUMENT = {
  schemaVersion: '1' as const,
  source: { file: 'a.pdf', sha256: '0', bytes: 1, pageCount: 1 },
  reports: [],
  diagnostics: [],
};
const TEXT = '已按计划完成全部养护任务，全年养护农村公路三百公里，群众出行条件明显改善。';

const form = (file: string, example: Example, unit: string | null = '某中心', index = 0): RunForm => {
  const report = reportOf(example);
  return {
    file,
    index,
    report: { ...report, project: { ...report.project, implementingUnit: unit } },
    places: [],
    settings: DEFAULT_SETTINGS,
  };
};
const found = (...forms: RunForm[]) => checkRun(forms).map(({ rule, file, message }) => [rule, file, message]);

describe('over the files of a run', () => {
  it('a project of one unit is filed once a year', () => {
    const road = { name: '农村公路养护', year: 2023 };
    expect(found(form('a.pdf', road), form('b.pdf', road))).toEqual([
      ['duplicate-project', 'a.pdf', 'form 1 of b.pdf has the same project, "农村公路养护", and year'],
      ['duplicate-project', 'b.pdf', 'form 1 of a.pdf has the same project, "农村公路养护", and year'],
    ]);
    expect(found(form('a.pdf', road), form('b.pdf', { ...road, year: 2022 }))).toEqual([]);
    // Every unit has its 公用经费.
    expect(found(form('a.pdf', road), form('b.pdf', road, '另一中心'))).toEqual([]);
    // Those of one file are told with that file.
    expect(found(form('a.pdf', road), form('a.pdf', road, '某中心', 1))).toEqual([]);
  });

  it('two units do not tell the same of what was done', () => {
    const one = (name: string, actual: string) => ({ name, year: 2023, goals: { actual } });
    const rules = found(form('a.pdf', one('甲', TEXT)), form('b.pdf', one('乙', `${TEXT} `), '另一中心'));
    expect(rules.map(([rule, file]) => [rule, file])).toEqual([
      ['copied-text', 'a.pdf'],
      ['copied-text', 'b.pdf'],
    ]);
    expect(found(form('a.pdf', one('甲', '已完成')), form('b.pdf', one('乙', '已完成')))).toEqual([]);
  });

  it('two units do not tell the same of one project in one year', () => {
    const of = (file: string, unit: string | null, year = 2023) =>
      form(file, { name: '公用经费', year, goals: { actual: TEXT } }, unit);
    const rules = (...forms: RunForm[]) => found(...forms).map(([rule, file]) => [rule, file]);
    expect(rules(of('a.pdf', '一所'), of('b.pdf', '二所'))).toEqual([
      ['copied-text', 'a.pdf'],
      ['copied-text', 'b.pdf'],
    ]);
    expect(rules(of('a.pdf', '一所'), of('b.pdf', '二所', 2022))).toEqual([]);
    expect(rules(of('a.pdf', '一所'), of('b.pdf', null))).toEqual([]);
  });

  it('results do not come out as last year', () => {
    const of = (year: number, ...results: string[]): RunForm =>
      form(`${year}.pdf`, {
        name: `${year}年培训`,
        year,
        indicators: results.map((actual, i) => ({ level3: `指标${i}`, target: '≥5', actual })),
      });
    const then = ['213人', '12期', '47家', '9.6%', '98.2%'];
    const told = (...results: string[]) => found(of(2022, ...then), of(2023, ...results));
    expect(told(...then)).toEqual([
      ['same-as-last-year', '2023.pdf', '5 of 5 results in numbers are those of 2022 again, in 2022.pdf'],
    ]);
    expect(told(...then.slice(0, 4))).toHaveLength(1);
    expect(told(...then.slice(0, 3))).toEqual([]);
    expect(told('213人', '12期', '47家', '9.6%', '98.3%')).toEqual([]);
    // What may be the same each year: all, none, the target.
    expect(found(of(2022, '100%', '0起', '5个', '5次', '5家'), of(2023, '100%', '0起', '5个', '5次', '5家'))).toEqual(
      [],
    );
    expect(found(of(2021, ...then), of(2023, ...then))).toEqual([]);
  });

  it('a target that was missed is not lowered', () => {
    const of = (year: number, target: string, actual: string): Example => ({
      name: `${year}年职业技能培训`,
      year,
      indicators: [{ level3: '培训人次', target, actual }],
    });
    const last = form('2022.pdf', of(2022, '≥200人次', '150人次'));
    const [finding, ...others] = checkRun([last, form('2023.pdf', of(2023, '≥150人次', '160人次'))]);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      rule: 'target-after-miss',
      file: '2023.pdf',
      path: '/reports/0/indicators/0/target',
      formula: '150 < 200',
    });
    expect(found(last, form('2023.pdf', of(2023, '≥200人次', '210人次')))).toEqual([]);
    expect(
      found(form('2022.pdf', of(2022, '≥200人次', '200人次')), form('2023.pdf', of(2023, '≥150人次', '160人次'))),
    ).toEqual([]);
    expect(found(last, form('2024.pdf', of(2024, '≥150人次', '160人次')))).toEqual([]);
  });

  it('rules are set as for each file', () => {
    const road = { name: '农村公路养护', year: 2023 };
    const off = { ...DEFAULT_SETTINGS, severities: { 'duplicate-project': 'off' as const } };
    expect(found({ ...form('a.pdf', road), settings: off }, form('b.pdf', road)).map(([, file]) => file)).toEqual([
      'b.pdf',
    ]);
  });
});

describe('what reviewers strike out', () => {
  const rulesOf = (example: Example): string[] =>
    checkDocuments(
      [{ file: 'a.pdf', document: { ...DOCUMENT, reports: [reportOf(example)] }, places: null }],
      DEFAULT_SETTINGS,
    ).findings.map(({ rule, path }) => `${rule} ${path}`);

  it('is a low rate whose reason only speaks of money', () => {
    const low = (reason: string): Example => ({
      funds: [{ kind: 'total', executionRate: 0.4 }],
      goals: { actual: reason },
    });
    expect(rulesOf(low('资金使用规范，预算执行率40%'))).toContain(
      'low-rate-reason /reports/0/funds/rows/0/executionRate',
    );
    for (const reason of ['受疫情影响，资金未能支付', '因招标推迟，资金结转下年', '尾款按合同进度支付'])
      expect(rulesOf(low(reason)).filter((found) => found.startsWith('low-rate'))).toEqual([]);
  });

  it('is one source above the total, beside blank ones', () => {
    const funds = (fiscal: number): Example => ({
      unit: '万元',
      funds: [
        { label: '年度资金总额', kind: 'total', annualBudget: 100 },
        { label: '财政拨款', kind: 'fiscal', annualBudget: fiscal },
        { label: '其他资金', kind: 'other' },
      ],
    });
    expect(rulesOf(funds(120))).toContain('funds-sum-mismatch /reports/0/funds/rows/1/annualBudget');
    expect(rulesOf(funds(100))).toEqual([]);
  });

  it('are results that are all their targets', () => {
    const rows = (count: number, last = '100%'): Example => ({
      indicators: Array.from({ length: count }, (_, i) => {
        const target = i === 0 ? '100%' : `${i}场`;
        return { level3: `指标名称${i}`, target, actual: i === 0 ? last : target };
      }),
    });
    const of = (example: Example) => rulesOf(example).filter((found) => found.startsWith('actual-copies'));
    expect([of(rows(8)), of(rows(7)), of(rows(8, '99%'))]).toEqual([
      ['actual-copies-target /reports/0/indicators'],
      [],
      [],
    ]);
  });

  it.each([
    ['43.2', true],
    ['500万元', true],
    ['（200字以内）', true],
    ['目标1：……', true],
    ['请填写年度总体目标', true],
    ['完成43.2公里', false],
    ['目标1：完成培训。', false],
    ['全面完成年度任务，说明如下：一是开展培训。二是完成建设。', false],
  ])('is a goal of %s: %s', (expected, isFault) => {
    expect(rulesOf({ goals: { expected } })).toEqual(isFault ? ['goal-not-stated /reports/0/goals/expected'] : []);
  });

  it.each([
    ['尚未验收', true],
    ['正在验收', true],
    ['未完成竣工验收', true],
    ['验收合格', false],
    ['未发现验收不合格', false],
  ])('is %s at full score: %s', (actual, isFault) => {
    const example = { indicators: [{ level3: '验收情况', actual, weight: 10, score: 10 }] };
    expect(rulesOf(example).some((found) => found.startsWith('untested'))).toBe(isFault);
  });
});
