import fc from 'fast-check';
import type { Indicator } from '../../src/contract/document.js';
import { keyOf } from '../../src/sections/vocabulary/label-key.js';
import { GOAL, INDICATOR_BLOCK, INDICATOR_COLUMN, TOTAL } from '../../src/sections/vocabulary/labels.js';
import { INDICATOR_COLUMNS } from '../../src/sections/vocabulary/spellings.js';
import type { Written } from '../sections/grid.js';
import { GRID, name, points, sentence, some, spelling, spread } from './arbitrary-values.js';

/** Indicator tables with any columns in any order, and what they say. */

const VALUE_FIELDS = [
  'target',
  'actual',
  'weight',
  'score',
  'deviation',
  'adjustedTarget',
  'scoringRule',
  'core',
  'operator',
  'direction',
  'unit',
  'reviewedScore',
] as const;
type ValueField = (typeof VALUE_FIELDS)[number];
const target = fc.oneof(
  fc.integer({ min: 50, max: 100 }).map((n) => `≥${n}%`),
  fc.integer({ min: 1, max: 900 }).map((n) => `${n}个`),
  fc.constantFrom('2022年12月底前', '合格', '≤120万元', '显著提升'),
);
const LEVELS: Readonly<Record<string, readonly string[]>> = {
  产出指标: ['数量指标', '质量指标', '时效指标'],
  效益指标: ['经济效益指标', '社会效益指标'],
  满意度指标: ['服务对象满意度指标'],
};

const indicatorRow = fc.record({
  level3: name('数'),
  target,
  actual: target,
  adjustedTarget: target,
  weight: points,
  score: points,
  deviation: fc.option(sentence, { nil: null }),
  scoringRule: sentence,
  core: fc.constantFrom('是', '否'),
  operator: fc.constantFrom('≥', '≤', '=', '定性'),
  direction: fc.constantFrom('正向', '反向'),
  reviewedScore: points,
  unit: fc.constantFrom('个', '%', '万元'),
  origin: name('源'),
});

export const indicators = fc
  .tuple(some(VALUE_FIELDS, 3), fc.boolean())
  .filter(
    ([columns]) => ['target', 'actual', 'weight', 'score'].filter((c) => columns.includes(c as ValueField)).length >= 2,
  )
  .filter(([columns]) => columns.includes('actual') || columns.includes('score'))
  .chain(([columns, hasOrigin]) =>
    fc
      .tuple(
        fc.tuple(
          ...columns.map((field) =>
            spelling(
              INDICATOR_COLUMN,
              field,
              INDICATOR_COLUMNS[field].filter(
                (l) =>
                  !/^(绩效目标|备注|单位|分数|原因|改进措施)$/u.test(l) &&
                  !GOAL.has(keyOf(l)) &&
                  !INDICATOR_BLOCK.has(keyOf(l)) &&
                  TOTAL.get(keyOf(l)) === undefined,
              ),
            ),
          ),
        ),
        fc.constantFrom<Style>('merged', 'weighted', 'repeated', 'left out', 'flat'),
        fc.boolean(),
        fc.boolean(),
        fc.array(indicatorRow, { minLength: 2, maxLength: 9 }),
      )
      .map(([labels, style, atSide, grouped, rows]) =>
        writeIndicators(columns, hasOrigin ? [...labels, '数据来源'] : labels, { style, atSide, grouped }, rows),
      ),
  );

const DIRECTIONS: Readonly<Record<string, Indicator['direction']>> = {
  正向: 'more',
  反向: 'less',
  '≥': 'more',
  '≤': 'less',
};

type RowValues = typeof indicatorRow extends fc.Arbitrary<infer T> ? T : never;

/** The header: one row, or two where the levels stand under a common label. */
function headerOf(
  names: readonly string[],
  labels: readonly string[],
  spans: readonly number[],
  grouped: boolean,
): Written[][] {
  const cells = [...names, ...labels].map((t, i): Written => [t, spans[i] as number]);
  if (!grouped) return [cells];
  const under = cells.slice(0, names.length);
  const width = under.reduce((sum, cell) => sum + (cell[1] as number), 0);
  const beside = cells.slice(names.length).map((cell): Written => [cell[0] as string, cell[1] as number, 2]);
  return [[['绩效指标', width], ...beside], under];
}

/** How the names of the groups stand: merged over their rows (with weights), in every row, in the first alone, not at all. */
type Style = 'merged' | 'weighted' | 'repeated' | 'left out' | 'flat';

function writeIndicators(
  columns: readonly ValueField[],
  labels: readonly string[],
  { style, atSide, grouped }: { readonly style: Style; readonly atSide: boolean; readonly grouped: boolean },
  rows: readonly RowValues[],
) {
  const hasOrigin = labels.length > columns.length;
  const groups = Object.entries(LEVELS).flatMap(([level1, names]) => names.map((level2) => [level1, level2] as const));
  const placed = rows.map((row, i) => ({
    row,
    group: groups[Math.floor((i * groups.length) / rows.length)] as readonly [string, string],
  }));
  const isFlat = style === 'flat';
  const text = (row: RowValues, field: ValueField): string => {
    const value = row[field];
    return value === null ? '' : typeof value === 'string' ? value : value.text;
  };
  const found = placed.map(({ row, group: [level1, level2] }): Indicator => {
    const of = <T>(field: ValueField, value: T): T | null => (columns.includes(field) ? value : null);
    return {
      goal: null,
      level1: isFlat ? null : level1,
      level1Weight: style === 'weighted' ? 30 : null,
      level2: isFlat ? null : level2,
      level2Weight: null,
      level3: row.level3,
      operator: of('operator', row.operator),
      direction: of('direction', DIRECTIONS[row.direction]) ?? of('operator', DIRECTIONS[row.operator]) ?? null,
      target: of('target', row.target),
      unit: of('unit', row.unit),
      adjustedTarget: of('adjustedTarget', row.adjustedTarget),
      actual: of('actual', row.actual),
      weight: of('weight', row.weight.value),
      score: of('score', row.score.value),
      reviewedScore: of('reviewedScore', row.reviewedScore.value),
      deviation: of('deviation', row.deviation),
      scoringRule: of('scoringRule', row.scoringRule),
      core: of('core', row.core === '是'),
      shared: {},
      extra: hasOrigin ? { 数据来源: row.origin } : {},
    };
  });
  const names = isFlat ? ['指标名称'] : ['一级指标', '二级指标', '三级指标'];
  const count = names.length + labels.length;
  const from = atSide ? 2 : 0;
  const spans = spread(
    Array.from({ length: count }, () => ''),
    from,
  ).map((cell) => cell[1] as number);
  const body = placed.map(({ row, group }, i): Written[] => {
    const values = [row.level3, ...columns.map((field) => text(row, field)), ...(hasOrigin ? [row.origin] : [])];
    const starts = (level: 0 | 1): boolean => i === 0 || placed[i - 1]?.group[level] !== group[level];
    const height = (level: 0 | 1): number => placed.slice(i).findIndex((p) => p.group[level] !== group[level]);
    const cells: Written[] = [];
    for (const level of isFlat ? [] : ([0, 1] as const)) {
      const label = level === 0 && style === 'weighted' ? `${group[0]}（30分）` : group[level];
      const rowSpan = height(level) < 0 ? placed.length - i : height(level);
      const span = spans[level] as number;
      if (style === 'repeated') cells.push([label, span]);
      else if (style === 'left out') cells.push([starts(level) ? label : '', span]);
      else if (starts(level)) cells.push([label, span, rowSpan]);
    }
    return [...cells, ...values.map((t, k): Written => [t, spans[k + names.length - 1] as number])];
  });
  const written: Written[][] = [...headerOf(names, labels, spans, grouped && !isFlat && !atSide), ...body];
  if (atSide) written[0] = [['绩效指标', 2, written.length], ...(written[0] as Written[])];
  const total = (label: string, weight: string, score: string): Written[] | null => {
    if (!columns.includes('weight') || !columns.includes('score')) return null;
    const values = columns.map((field) => (field === 'weight' ? weight : field === 'score' ? score : ''));
    const cells = [...values, ...(hasOrigin ? [''] : [])].map(
      (t, k): Written => [t, spans[k + names.length] as number],
    );
    return [[label, GRID - cells.reduce((sum, cell) => sum + (cell[1] as number), 0)], ...cells];
  };
  return { rows: written, indicators: found, total };
}
