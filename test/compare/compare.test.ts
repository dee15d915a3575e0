import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EvalxDocument, Indicator } from '../../src/contract/document.js';
import { DEFAULT_TOLERANCES } from '../../src/contract/tolerances.js';
import { COMPARE_IDS, DIFFERENCES } from '../../src/messages/checking/differences.js';
import { parse } from '../../src/parse.js';
import { assign } from '../../src/validator/compare/assign.js';
import { compareDocuments } from '../../src/validator/compare/compare.js';
import { textLikeness } from '../../src/validator/compare/likeness.js';
import { reportOf } from '../../src/validator/example.js';
import type { Example } from '../../src/validator/validator-types.js';

const settings = { severities: {}, tolerances: DEFAULT_TOLERANCES, lang: 'en' as const };

const documentOf = (...examples: Example[]): EvalxDocument => ({
  schemaVersion: '1',
  source: { file: 'a.pdf', sha256: '0', bytes: 1, pageCount: 1 },
  reports: examples.map(reportOf),
  diagnostics: [],
});

const compare = (approved: readonly Example[], evaluation: readonly Example[]) =>
  compareDocuments(
    [{ file: 'targets.pdf', document: documentOf(...approved), places: null }],
    [{ file: 'report.pdf', document: documentOf(...evaluation), places: null }],
    settings,
  );

const one = (before: Partial<Indicator>, after: Partial<Indicator>) => {
  const common = { level1: '产出指标', level2: '数量指标', level3: '培训人次' };
  return compare([{ indicators: [{ ...common, ...before }] }], [{ indicators: [{ ...common, ...after }] }]);
};

describe('the assignment', () => {
  it('adds up to the most, of all that there are', () => {
    const permutations = (list: readonly number[]): number[][] =>
      list.length < 2
        ? [[...list]]
        : list.flatMap((x, i) => permutations(list.filter((_, k) => k !== i)).map((rest) => [x, ...rest]));
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 4, maxLength: 4 }), {
          minLength: 4,
          maxLength: 4,
        }),
        (table) => {
          const at = (i: number, j: number): number => (table[i]?.[j] ?? 0) / 100;
          const sum = (pairs: readonly (number | null)[]) =>
            pairs.reduce<number>((all, j, i) => all + (j === null ? 0 : at(i, j)), 0);
          const best = Math.max(...permutations([0, 1, 2, 3]).map(sum));
          expect(sum(assign(4, 4, at, 0.001))).toBeCloseTo(best, 9);
        },
      ),
    );
  });

  it('leaves alone what is too unlike, and needs no equal numbers', () => {
    expect(assign(1, 3, (_, j) => [0.2, 0.9, 0.4][j] ?? 0, 0.5)).toEqual([1]);
    expect(assign(3, 1, (i) => [0.2, 0.9, 0.4][i] ?? 0, 0.5)).toEqual([null, 0, null]);
    expect(assign(0, 0, () => 1, 0.5)).toEqual([]);
    expect(assign(500, 500, (i, j) => (i === j ? 1 : 0), 0.5)[499]).toBe(499);
  });

  it('does not take the first that fits where a better one would be left without', () => {
    const table = [
      [0.8, 0.7],
      [0.75, 0.1],
    ];
    expect(assign(2, 2, (i, j) => table[i]?.[j] ?? 0, 0.5)).toEqual([1, 0]);
  });
});

describe('likeness', () => {
  it.each([
    ['培训人次', '培训人次', 1, 1],
    ['指标1：培训人次', '培训人次', 1, 1],
    ['养护工程验收合格率', '养护工程合格率', 0.6, 1],
    ['培训人次', '绿化覆盖率', 0, 0.2],
    ['', '', 0, 0],
  ])('%s and %s', (a, b, low, high) => {
    expect(textLikeness(a, b)).toBeGreaterThanOrEqual(low);
    expect(textLikeness(a, b)).toBeLessThanOrEqual(high);
    expect(textLikeness(a, b)).toBe(textLikeness(b, a));
  });
});

describe('targets', () => {
  it.each([
    ['≥300公里', '≥260公里', 'target-lowered'],
    ['≥300公里', '260公里', 'target-lowered'],
    ['300场', '260场', 'target-lowered'],
    ['≤1.6万元', '≤1.9万元', 'target-lowered'],
    ['≤16000元', '≤1.9万元', 'target-lowered'],
    ['不少于十场', '不少于8场', 'target-lowered'],
    ['0起', '2起', 'target-lowered'],
    ['≥300公里', '≥320公里', 'target-changed'],
    ['≥300公里', '按计划完成', 'target-changed'],
    ['2023年6月底前', '2023年12月底前', 'target-changed'],
    ['≥300公里', null, 'target-changed'],
  ])('%s becomes %s: %s', (before, after, id) => {
    expect(one({ target: before }, { target: after }).map(({ rule }) => rule)).toEqual([id]);
  });

  it.each([
    ['≥300公里', '≥300公里'],
    ['≥300公里', '≥ 300 公里'],
    ['1.6万元', '16000元'],
    ['按计划完成', '按计划完成。'],
    [null, '≥300公里'],
  ])('%s is %s', (before, after) => {
    expect(one({ target: before }, { target: after })).toEqual([]);
  });

  it('are one whether sign and unit stand apart or not', () => {
    expect(one({ operator: '≥', target: '2000', unit: '人次' }, { target: '≥2000人次' })).toEqual([]);
    expect(one({ target: '≥2000人次' }, { operator: '≥', target: '1800', unit: '人次' })[0]).toMatchObject({
      rule: 'target-lowered',
      severity: 'error',
      formula: '1800 < 2000',
    });
    expect(one({ operator: '≥', target: '90', unit: '%' }, { operator: '≤', target: '90', unit: '%' })[0]?.rule).toBe(
      'target-changed',
    );
  });

  it('are changed for worse by less sure reading only with a warning', () => {
    expect(one({ target: '约300人次' }, { target: '约200人次' })[0]?.severity).toBe('warning');
  });
});

describe('indicators', () => {
  const of = (...names: string[]): Example => ({
    indicators: names.map((level3) => ({ level1: '产出指标', level2: '数量指标', level3, target: '≥1个' })),
  });
  const rules = (a: Example, b: Example) => compare([a], [b]).map(({ rule, path, file }) => [rule, path, file]);

  it('are dropped, added and reworded, whatever their order', () => {
    expect(rules(of('培训人次', '新建泵站', '验收合格率'), of('工程验收合格率', '绿化面积', '培训人次'))).toEqual([
      ['indicator-dropped', '/reports/0/indicators/1/level3', 'targets.pdf'],
      ['indicator-reworded', '/reports/0/indicators/0/level3', 'report.pdf'],
      ['indicator-added', '/reports/0/indicators/1/level3', 'report.pdf'],
    ]);
    expect(rules(of('培训人次', '新建泵站'), of('新建泵站', '培训人次'))).toEqual([]);
  });

  it('that only break one down, or are about the budget, are no additions', () => {
    const extra = [{ level3: '其中：桃树' }, { level3: '预算执行率', weight: 10, score: 10 }];
    expect(compare([of('种植面积')], [{ indicators: [...(of('种植面积').indicators ?? []), ...extra] }])).toEqual([]);
  });

  it('may have other weights', () => {
    expect(one({ weight: 20 }, { weight: 10 }).map(({ rule, formula }) => [rule, formula])).toEqual([
      ['weight-changed', '10 ≠ 20'],
    ]);
    expect(one({ weight: null }, { weight: 10 })).toEqual([]);
  });
});

describe('forms', () => {
  const named = (name: string, some: Example = {}): Example => ({ name, year: 2023, ...some });

  it('are held against those of their project', () => {
    const found = compare(
      [named('农村公路养护'), named('职业技能培训'), named('图书购置')],
      [named('51000021R-职业技能培训'), named('2023年农村公路养护'), named('垃圾清运')],
    );
    expect(found.map(({ rule, message }) => [rule, message])).toEqual([
      ['form-unapproved', 'no approved targets were found for "垃圾清运"'],
      ['form-missing', 'no self-evaluation was found for "图书购置"'],
    ]);
  });

  it('differ in their budgets, in whichever unit', () => {
    const budget = (unit: string, amount: number): Example => ({
      unit,
      funds: [{ kind: 'total', initialBudget: amount }],
    });
    expect(compare([budget('万元', 50)], [budget('元', 500000)])).toEqual([]);
    expect(compare([budget('万元', 50)], [budget('元', 480000)])[0]).toMatchObject({
      rule: 'budget-differs',
      formula: '480000 ≠ 500000',
    });
  });

  it('differ in their goals', () => {
    const goal = (expected: string): Example => ({ goals: { expected } });
    expect(compare([goal('完成养护300公里。')], [goal('完成养护300公里')])).toEqual([]);
    expect(compare([goal('完成养护300公里')], [goal('完成养护260公里')]).map(({ rule }) => rule)).toEqual([
      'goal-changed',
    ]);
  });
});

describe('what is told', () => {
  it('is set and switched off by its id', () => {
    const document = documentOf({ indicators: [{ level3: '培训人次', target: '≥9场' }] });
    const compared = { file: 'a', document, places: null };
    const empty = { ...compared, document: documentOf({}) };
    const set = (severity: 'off' | 'info') =>
      compareDocuments([compared], [empty], { ...settings, severities: { 'indicator-dropped': severity } });
    expect(set('off')).toEqual([]);
    expect(set('info')[0]?.severity).toBe('info');
  });

  it('has words for every difference in both languages', () => {
    expect(new Set(COMPARE_IDS).size).toBe(DIFFERENCES.length);
    for (const { title, why, mend, messages } of DIFFERENCES)
      for (const words of [title, why, mend, ...Object.values(messages)]) expect(words.zh).toMatch(/\p{Script=Han}/u);
  });
});

const fixture = (name: string) => readFileSync(join(import.meta.dirname, '../../fixtures/targets', `${name}.pdf`));

describe('approved targets', () => {
  it.each(['plain-chromium', 'plain-wkhtmltopdf'])('are read from %s as forms of their own', async (name) => {
    const { document } = await parse(fixture(name), { kind: 'targets' });
    const [report, ...others] = document.reports;
    expect([others, document.diagnostics]).toEqual([[], []]);
    expect([report?.title, report?.year, report?.project.name]).toEqual([
      '项目支出绩效目标申报表',
      2023,
      '农村公路养护',
    ]);
    expect(report?.funds.rows[0]).toMatchObject({ kind: 'total', initialBudget: 500 });
    expect(report?.indicators.map(({ level3, target }) => [level3, target])).toEqual([
      ['养护公路里程', '≥300公里'],
      ['新增安全护栏', '≥12公里'],
      ['养护工程验收合格率', '≥98%'],
      ['养护任务按时完成率', '100%'],
      ['每公里养护成本', '≤1.6万元'],
      ['道路交通事故起数', '≤3起'],
      ['沿线群众满意度', '≥90%'],
    ]);
  });

  it.each(['parted-weasyprint', 'parted-chromium'])('are read from %s with sign, unit and weight', async (name) => {
    const { document } = await parse(fixture(name), { kind: 'targets' });
    expect(document.reports[0]?.indicators[0]).toMatchObject({
      level3: '培训人次',
      operator: '≥',
      target: '2000',
      unit: '人次',
      weight: 20,
    });
    expect(document.reports[0]?.indicators).toHaveLength(5);
  });

  it('are no self-evaluations, and those are no targets', async () => {
    const targets = await parse(fixture('plain-chromium'));
    expect([targets.document.reports, targets.document.diagnostics[0]?.code]).toEqual([[], 'not-a-self-evaluation']);
    const evaluation = await parse(fixture('evaluation-chromium'), { kind: 'targets' });
    expect(evaluation.document.reports).toEqual([]);
  });

  it('show what the self-evaluation made of them', async () => {
    const read = async (name: string, kind: 'targets' | 'self-evaluation') => [
      { file: name, ...(await parse(fixture(name), { kind })) },
    ];
    const found = compareDocuments(
      await read('plain-chromium', 'targets'),
      await read('evaluation-chromium', 'self-evaluation'),
      settings,
    );
    expect(found.map(({ rule, severity, message, page }) => [rule, severity, message, page])).toEqual([
      ['budget-differs', 'warning', '5000000 元 was approved, the form states 4800000 元', 1],
      ['goal-changed', 'info', expect.stringContaining('the goal is not the one that was approved'), 1],
      ['target-lowered', 'error', '"养护公路里程": ≥300公里 was approved, the form says ≥260公里', 1],
      ['indicator-dropped', 'error', '"新增安全护栏" with the target ≥12公里 was approved and is not evaluated', 1],
      ['indicator-reworded', 'info', '"养护工程验收合格率" was approved, the form says "养护工程合格率"', 1],
      ['target-lowered', 'error', '"每公里养护成本": ≤1.6万元 was approved, the form says ≤1.9万元', 1],
      ['indicator-added', 'warning', '"沿线绿化覆盖率" is evaluated and was not approved', 1],
    ]);
  });
});
