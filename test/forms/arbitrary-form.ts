import fc from 'fast-check';
import type { FundKind, FundRow, Report } from '../../src/contract/document.js';
import { keyOf } from '../../src/sections/vocabulary/label-key.js';
import {
  FUND_COLUMN,
  FUND_KIND,
  GOAL,
  GOAL_BLOCK,
  HEADER,
  INDICATOR_COLUMN,
} from '../../src/sections/vocabulary/labels.js';
import {
  FUND_COLUMNS,
  FUND_KINDS,
  type FundColumn,
  GOAL_LABELS,
  type GoalField,
  HEADER_LABELS,
} from '../../src/sections/vocabulary/spellings.js';
import type { Written } from '../sections/grid.js';
import { indicators } from './arbitrary-indicators.js';
import {
  amount,
  beside,
  GRID,
  name,
  points,
  rate,
  sentence,
  some,
  spelling,
  spread,
  word,
} from './arbitrary-values.js';

/** Forms that nobody has printed: any labels of the vocabulary, any columns, in any order; and what they say. */

type Rows = readonly (readonly Written[])[];
export interface ArbitraryForm {
  readonly title: string;
  /** The blocks in printed order. */
  readonly sections: readonly { readonly name: string; readonly rows: Rows }[];
  readonly notes: string | null;
  readonly expected: Report;
}

const HEADER_FIELDS = ['supervisingDepartment', 'implementingUnit', 'manager', 'phone'] as const;
/** Spellings that stand for other things in other places of a form. */
const PLAIN = (label: string): boolean => !/^(部门|单位)|^负责人|^电话$|预算部门|一级预算/u.test(label);

const header = some(HEADER_FIELDS, 0).chain((fields) =>
  fc
    .tuple(
      fc.tuple(
        ...(['name', ...fields] as const).map((field) => spelling(HEADER, field, HEADER_LABELS[field].filter(PLAIN))),
      ),
      name('项目'),
      fc.array(name('局'), { minLength: 4, maxLength: 4 }),
      fc.boolean(),
      fc.option(name('码'), { nil: null }),
    )
    .map(([labels, project, texts, twoInARow, code]) => {
      const values = [
        project,
        ...fields.map((field, i) => (field === 'phone' ? `0${21 + i}-8765${4321 + i}` : (texts[i] as string))),
      ];
      const pairs = labels.map((label, i) => [label, values[i] as string]);
      if (code !== null) pairs.push(['项目编码', code]);
      const rows =
        twoInARow && pairs.length % 2 === 1
          ? [pairs[0] as string[], ...chunks(pairs.slice(1))]
          : twoInARow
            ? chunks(pairs)
            : pairs;
      const empty: Report['project'] = {
        name: null,
        supervisingDepartment: null,
        implementingUnit: null,
        manager: null,
        phone: null,
      };
      const found = Object.fromEntries(['name', ...fields].map((field, i) => [field, values[i] as string]));
      return {
        rows: rows.map((row) => spread(row)),
        project: { ...empty, ...found },
        extra: code === null ? {} : { 项目编码: code },
      };
    }),
);

const chunks = (pairs: readonly (readonly string[])[]): string[][] =>
  pairs.flatMap((pair, i) => (i % 2 === 0 ? [[...pair, ...(pairs[i + 1] ?? [])]] : []));

const FUND_FIELDS: readonly FundColumn[] = [
  'initialBudget',
  'annualBudget',
  'executed',
  'weight',
  'executionRate',
  'score',
  'reason',
];
const KINDS = Object.keys(FUND_KINDS) as Exclude<FundKind, 'unknown'>[];

const funds = fc
  .tuple(some(FUND_FIELDS, 2), some(KINDS, 1))
  .filter(
    ([columns]) =>
      columns.filter((c) => ['initialBudget', 'annualBudget', 'executed', 'executionRate'].includes(c)).length >= 2,
  )
  .chain(([columns, kinds]) =>
    fc
      .tuple(
        fc.tuple(
          ...columns.map((field) =>
            spelling(
              FUND_COLUMN,
              field,
              FUND_COLUMNS[field].filter((l) => !/^(小计|备注)$/u.test(l)),
            ),
          ),
        ),
        fc.tuple(
          ...kinds.map((kind) =>
            spelling(
              FUND_KIND,
              kind,
              FUND_KINDS[kind].filter((l) => !/^(小计|合计|总计)$/u.test(l)),
            ),
          ),
        ),
        fc.array(
          fc.record({
            money: fc.tuple(amount, amount, amount),
            points: fc.tuple(points, points),
            rate,
            reason: fc.option(sentence, { nil: null }),
          }),
          { minLength: 6, maxLength: 6 },
        ),
        fc.constantFrom('项目资金（万元）', '资金情况（元）', '预算执行情况（万元）（10分）'),
        fc.boolean(),
      )
      .map(([labels, names, values, block, atSide]) => {
        const rows: FundRow[] = kinds.map((kind, i) => {
          const {
            money,
            points: [weight, score],
            rate: executionRate,
            reason,
          } = values[i] as (typeof values)[0];
          const all = {
            initialBudget: money[0].value,
            annualBudget: money[1].value,
            executed: money[2].value,
            weight: weight.value,
            executionRate: executionRate.value,
            score: score.value,
            reason,
          };
          const kept = Object.fromEntries(
            FUND_FIELDS.map((field) => [field, columns.includes(field) ? all[field] : null]),
          );
          return {
            label: (names[i] as string).replace(/\s+/gu, '').replace(/：$/u, ''),
            kind,
            ...kept,
            extra: {},
          } as FundRow;
        });
        const texts = kinds.map((_, i) => {
          const {
            money,
            points: [weight, score],
            rate: executionRate,
            reason,
          } = values[i] as (typeof values)[0];
          const all: Record<FundColumn, string> = {
            initialBudget: money[0].text,
            annualBudget: money[1].text,
            executed: money[2].text,
            weight: weight.text,
            executionRate: executionRate.text,
            score: score.text,
            reason: reason ?? '',
          };
          return [names[i] as string, ...columns.map((field) => all[field])];
        });
        const unit = block.includes('万元') ? '万元' : '元';
        const written = atSide
          ? beside(block, [['', ...labels], ...texts])
          : [[block, ...labels], ...texts].map((row) => spread(row));
        return { rows: written, funds: { unit, weight: block.includes('10分') ? 10 : null, rows } };
      }),
  );

const GOALS: readonly GoalField[] = ['expected', 'actual', 'adjusted'];
const goals = some(GOALS, 1).chain((fields) =>
  fc
    .tuple(
      fc.tuple(
        ...fields.map((field) =>
          spelling(
            GOAL,
            field,
            GOAL_LABELS[field].filter((l) => !GOAL_BLOCK.has(keyOf(l)) && !INDICATOR_COLUMN.has(keyOf(l))),
          ),
        ),
      ),
      fc.array(sentence, { minLength: 3, maxLength: 3 }),
      fc.constantFrom('beside', 'below', 'below a block label'),
    )
    .map(([labels, texts, style]) => {
      const values = fields.map((_, i) => texts[i] as string);
      const found = Object.fromEntries(
        GOALS.map((field) => [field, fields.includes(field) ? values[fields.indexOf(field)] : null]),
      );
      const rows: Written[][] =
        style === 'beside'
          ? labels.map((label, i) => [
              [label, 4],
              [values[i] as string, GRID - 4],
            ])
          : style === 'below' && fields.length > 1
            ? [spread(labels), spread(values)]
            : beside('年度总体目标', [labels, values]);
      return { rows, goals: found as unknown as Report['goals'] };
    }),
);

const total = fc
  .record({
    underColumns: fc.boolean(),
    label: fc.constantFrom('总分', '合计', '总计', '自评总分'),
    weight: fc.option(fc.constant(100), { nil: null }),
    tenths: fc.integer({ min: 0, max: 1000 }),
  })
  .map(({ underColumns, label, weight, tenths }) => {
    const score = tenths / 10;
    const texts = [label, weight === null ? '' : String(weight), score.toFixed(2)] as const;
    return {
      underColumns,
      texts,
      rows: [spread(texts.filter((t) => t !== ''))],
      total: { weight, score, grade: null },
    };
  });

const closing = some(['evaluation', 'problems', 'measures'] as const, 1).chain((fields) =>
  fc.array(sentence, { minLength: 3, maxLength: 3 }).map((texts) => {
    const labels = { evaluation: '评价结论', problems: '存在问题', measures: '改进措施' };
    const conclusion: Report['conclusion'] = { evaluation: null, problems: null, measures: null };
    for (const [i, field] of fields.entries()) conclusion[field] = texts[i] as string;
    return {
      rows: fields.map((field, i): Written[] => [
        [labels[field], 4],
        [texts[i] as string, GRID - 4],
      ]),
      conclusion,
    };
  }),
);

/** Any form: its blocks in any order, the total behind the indicators or anywhere else. */
export const arbitraryForm: fc.Arbitrary<ArbitraryForm> = fc
  .record({
    title: fc
      .tuple(word, fc.constantFrom('项目支出绩效自评表', '专项资金绩效自评表', '项目自评表'))
      .map((parts) => parts.join('')),
    year: fc.integer({ min: 2015, max: 2026 }),
    header,
    funds: fc.option(funds, { nil: null }),
    goals: fc.option(goals, { nil: null }),
    indicators,
    total: fc.option(total, { nil: null }),
    closing: fc.option(closing, { nil: null }),
    notes: fc.option(sentence, { nil: null }),
    order: fc.shuffledSubarray(['header', 'funds', 'goals', 'indicators', 'total', 'closing'] as const, {
      minLength: 6,
    }),
  })
  .map((form) => {
    const order = form.order.filter((key) => form[key] !== null);
    const sections = order.map((key, i) => {
      const section = form[key] as { rows: Rows };
      const isUnder = key === 'total' && form.total?.underColumns && order[i - 1] === 'indicators';
      const row = isUnder && form.total ? form.indicators.total(...form.total.texts) : null;
      return { name: key, rows: row ? [row] : section.rows };
    });
    const notes = form.notes === null ? null : `注：${form.notes}`;
    return {
      title: `${form.year}年度${form.title}`,
      sections,
      notes,
      expected: {
        title: `${form.year}年度${form.title}`,
        year: form.year,
        pages: [1],
        project: form.header.project,
        funds: form.funds?.funds ?? { unit: null, weight: null, rows: [] },
        goals: form.goals?.goals ?? { expected: null, actual: null, adjusted: null },
        indicatorsWeight: null,
        indicators: form.indicators.indicators,
        total: form.total?.total ?? { weight: null, score: null, grade: null },
        conclusion: form.closing?.conclusion ?? { evaluation: null, problems: null, measures: null },
        notes,
        extra: form.header.extra,
      },
    };
  })
  // 合计 right under the funds adds them up.
  .filter(({ sections }) => !sections.some(({ name: n }, i) => n === 'total' && sections[i - 1]?.name === 'funds'));
