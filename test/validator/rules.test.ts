import { describe, expect, it } from 'vitest';
import { DEFAULT_TOLERANCES } from '../../src/contract/tolerances.js';
import { confidenceOf, reportsOf } from '../../src/validator/example.js';
import { RULES } from '../../src/validator/rules.js';
import { faultsOf } from '../../src/validator/validate.js';
import type { Example, Rule } from '../../src/validator/validator-types.js';
import { ruleInfo, sentence } from '../../src/validator/words.js';

const find = (rule: Rule, example: Example) =>
  faultsOf(rule, reportsOf(example), 0, DEFAULT_TOLERANCES, confidenceOf(example));

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  it('finds what its example shows, and nothing in the other', () => {
    expect(find(rule, rule.examples.fails)).toHaveLength(1);
    expect(find(rule, rule.examples.passes)).toEqual([]);
  });

  it('says it in two languages', () => {
    const [fault] = find(rule, rule.examples.fails);
    if (!fault) throw new Error('no fault');
    const [en, zh] = [sentence(rule, fault, 'en'), sentence(rule, fault, 'zh')];
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(en).not.toBe(zh);
    for (const message of [en, zh]) expect(message).not.toMatch(/[{}]|undefined|NaN/);
    // Both tell the same figures.
    const figures = (text: string) => new Set(text.match(/\d+(\.\d+)?%?/gu));
    expect([...figures(zh)].sort()).toEqual([...figures(en)].sort());
  });

  it('has all its messages in both, with the same values', () => {
    const holes = (text: string) => new Set(text.match(/\{\w+\}/gu));
    for (const { en, zh } of Object.values(rule.messages)) {
      if (en.includes('{en}')) continue;
      expect(holes(zh)).toEqual(holes(en));
    }
    for (const lang of ['en', 'zh'] as const) {
      const { title, why } = ruleInfo(rule, lang);
      expect(title.length * why.length).toBeGreaterThan(0);
    }
  });

  it('finds nothing in an empty form and in a template without scores', () => {
    expect(find(rule, {})).toEqual([]);
    const template: Example = {
      title: '项目支出绩效自评表',
      year: 2022,
      unit: '万元',
      funds: [
        { label: '年度资金总额', kind: 'total', weight: 10 },
        { label: '其中：财政拨款', kind: 'fiscal' },
      ],
      indicators: [
        { level1: '产出指标', level2: '数量指标', weight: 50 },
        { level1: '效益指标', level2: '社会效益指标', weight: 30 },
        { level1: '满意度指标', level2: '服务对象满意度指标', weight: 10 },
      ],
      total: { weight: 100 },
    };
    expect(find(rule, template)).toEqual([]);
  });
});

describe('the list of rules', () => {
  it('has ids that are fixed', () => {
    const ids = RULES.map((rule) => rule.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)+$/);
    expect(ids).toEqual(
      expect.arrayContaining([
        'score-exceeds-weight',
        'score-total-mismatch',
        'weight-total-mismatch',
        'execution-rate-mismatch',
        'funds-sum-mismatch',
      ]),
    );
    expect(ids.length).toBeGreaterThan(40);
  });
});
