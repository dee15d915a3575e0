import type { Indicator, Report, SharedField } from '../../contract/document.js';
import type { CellValue } from '../xlsx/cell-value.js';
import type { XlsxCell, XlsxSheet } from '../xlsx/xlsx.js';

/** The columns from left to right: header, and width in characters. */
const COLUMNS = {
  level1: ['一级', 13],
  level2: ['二级', 15],
  level3: ['三级', 30],
  operator: ['指标性质', 9],
  target: ['指标值', 18],
  unit: ['度量单位', 9],
  weight: ['权重', 8],
  selfActual: ['自评完成值', 20],
  selfScore: ['自评得分', 10],
  reviewActual: ['复核完成值', 20],
  reviewScore: ['复核得分', 10],
  difference: ['偏差', 9],
  remark: ['备注', 26],
} as const;

type ColumnName = keyof typeof COLUMNS;

const NAMES = Object.keys(COLUMNS) as ColumnName[];
/** Number of the first row behind the project's name and the header. */
const FIRST_ROW = 3;

/** The address of a column's cell: there are fewer columns than letters. */
const address = (name: ColumnName, row: number): string => `${String.fromCharCode(65 + NAMES.indexOf(name))}${row}`;

/** The number of the last row but the sums: the execution of the budget, and a row for each indicator. */
const lastRow = ({ indicators }: Report): number => FIRST_ROW + indicators.length;

/** The address of a column's sum. */
export const totalCell = (name: ColumnName, report: Report): string => address(name, lastRow(report) + 1);

/** The sheet of one form: its name, the header, the execution of the budget, the indicators, the sums. */
export function projectSheet(sheet: string, name: string, report: Report): XlsxSheet {
  const title: XlsxCell[] = NAMES.map((_, index) =>
    index === 0 ? { value: name, look: 'title', columnSpan: NAMES.length } : null,
  );
  const header = NAMES.map((name): XlsxCell => ({ value: COLUMNS[name][0], look: 'header' }));
  const spans = levelSpans(report.indicators);
  return {
    name: sheet,
    widths: NAMES.map((name) => COLUMNS[name][1]),
    rows: [
      title,
      header,
      executionRow(report),
      ...report.indicators.map((_, index) => indicatorRow(report.indicators, index, spans[index])),
      sumRow(report),
    ],
    frozenRows: 2,
    landscape: true,
  };
}

function executionRow({ funds }: Report): XlsxCell[] {
  const total = funds.rows.find(({ kind }) => kind === 'total');
  return cells(FIRST_ROW, {
    level1: '预算执行',
    level3: '预算执行率（全年执行数／全年预算数）',
    target: total?.annualBudget ?? null,
    unit: funds.unit,
    weight: total?.weight ?? funds.weight,
    selfActual: total?.executed ?? null,
    selfScore: total?.score ?? null,
  });
}

/** How many rows the cell of a level goes over; 0 where it is under the cell of a row above. */
interface Spans {
  readonly level1: number;
  readonly level2: number;
}

function indicatorRow(indicators: readonly Indicator[], index: number, spans: Spans | undefined): XlsxCell[] {
  const indicator = indicators[index] as Indicator;
  const { level1, level2, level3, operator, unit, weight } = indicator;
  const values = { level1, level2, level3, operator, unit, weight, target: targetOf(indicator) };
  const own = cells(FIRST_ROW + 1 + index, {
    ...values,
    selfActual: indicator.actual,
    selfScore: indicator.score,
    remark: indicator.goal,
  });
  return own.map((cell, column) => {
    const name = NAMES[column];
    const span = name === 'level1' || name === 'level2' ? (spans?.[name] ?? 1) : sharedSpan(indicators, index, name);
    if (span === 0) return null;
    return span > 1 ? { ...(cell as object), rowSpan: span } : cell;
  });
}

/** The columns that show what one merged cell of the form may state for several rows. */
const SHARED_COLUMNS: Partial<Record<ColumnName, SharedField>> = {
  target: 'target',
  weight: 'weight',
  selfActual: 'actual',
  selfScore: 'score',
};

/** How many rows the cell of a column goes over, as it does on the form: 0 under a row that states it. */
function sharedSpan(indicators: readonly Indicator[], index: number, name: ColumnName | undefined): number {
  const indicator = indicators[index] as Indicator;
  const field = name && SHARED_COLUMNS[name];
  const indices = (field && indicator.shared[field]) ?? [index];
  // A document that others have written may say anything: what is merged is a run of rows that all say the same.
  const isRun =
    indices.includes(index) &&
    indices.every((other, k) => {
      const own = (field && indicators[other]?.shared[field]) ?? [other];
      return other === (indices[0] as number) + k && own.join() === indices.join();
    });
  // Two targets, of which one is merged, are a text of their own in each row.
  if (!isRun || (field === 'target' && indicator.adjustedTarget !== null)) return 1;
  return indices[0] === index ? indices.length : 0;
}

/** The target as it is to be met; what it was before stands with it. */
function targetOf({ target, adjustedTarget }: Indicator): string | null {
  if (adjustedTarget === null || adjustedTarget === target) return target;
  return target === null ? adjustedTarget : `${adjustedTarget}（调整前：${target}）`;
}

/** A row of values, with the reviewer's cells empty. */
function cells(row: number, values: Partial<Record<ColumnName, CellValue>>): XlsxCell[] {
  const [self, review] = [address('selfScore', row), address('reviewScore', row)];
  return NAMES.map((name): XlsxCell => {
    if (name === 'reviewActual' || name === 'reviewScore') return { look: 'input' };
    if (name === 'difference') return { formula: differenceOf(self, review), look: 'body' };
    return { value: values[name] ?? null, look: 'body' };
  });
}

const differenceOf = (self: string, review: string): string => `IF(OR(${self}="",${review}=""),"",${self}-${review})`;

/** The sums; a review's sum is there once every row with a score of its own has been reviewed. */
function sumRow(report: Report): XlsxCell[] {
  const row = lastRow(report) + 1;
  const range = (name: ColumnName): string => `${address(name, FIRST_ROW)}:${address(name, row - 1)}`;
  const [weight, self, review] = [range('weight'), range('selfScore'), range('reviewScore')];
  const { score } = report.total;
  const formulas: Partial<Record<ColumnName, string>> = {
    weight: `IF(COUNT(${weight})=0,"",SUM(${weight}))`,
    selfScore: `IF(COUNT(${self})=0,"",SUM(${self}))`,
    reviewScore: `IF(OR(COUNT(${review})=0,COUNT(${review})<COUNT(${self})),"",SUM(${review}))`,
    difference: differenceOf(address('selfScore', row), address('reviewScore', row)),
  };
  const values: Partial<Record<ColumnName, string>> = {
    level1: '合计',
    ...(score === null ? {} : { remark: `自评表总分：${score}` }),
  };
  return NAMES.map((name): XlsxCell => {
    const formula = formulas[name];
    return formula === undefined ? { value: values[name] ?? null, look: 'sum' } : { formula, look: 'sum' };
  });
}

/** Runs of rows with the same levels, each level within those before it. */
function levelSpans(indicators: readonly Indicator[]): Spans[] {
  const level1 = spansOf(indicators, (a, b) => a.level1 !== null && a.level1 === b.level1 && a.goal === b.goal);
  const level2 = spansOf(
    indicators,
    (a, b) => a.level2 !== null && a.level2 === b.level2 && a.level1 === b.level1 && a.goal === b.goal,
  );
  return indicators.map((_, index) => ({ level1: level1[index] ?? 1, level2: level2[index] ?? 1 }));
}

function spansOf<T>(list: readonly T[], alike: (a: T, b: T) => boolean): number[] {
  const spans: number[] = [];
  let start = 0;
  for (const [index, item] of list.entries()) {
    const before = list[index - 1];
    if (before !== undefined && alike(before, item)) spans[start] = (spans[start] ?? 0) + 1;
    else start = index;
    spans[index] = start === index ? 1 : 0;
  }
  return spans;
}
