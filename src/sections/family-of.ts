import type { FundRow, Indicator, Report } from '../contract/document.js';
import { type Family, listFamilies } from './vocabulary/families.js';
import { keyOf } from './vocabulary/label-key.js';

/** What tells families apart whose titles are the same: the rows of funds, and the columns of funds and indicators that they print. */
interface Signs {
  readonly id: string;
  readonly titles: readonly RegExp[];
  readonly fundRows: ReadonlySet<string>;
  readonly columns: ReadonlySet<string>;
}

/** Columns that some families print and others do not; what all have tells nothing. */
const TELLING = {
  'funds.rows[].': ['initialBudget', 'reason', 'weight', 'score'],
  'indicators[].': ['operator', 'unit', 'adjustedTarget', 'deviation', 'scoringRule', 'core', 'level1', 'level2'],
} as const;

const YEAR = '(?:\\d{4}年度?)?';

/** A title as a pattern: 某 stands for a name, and the year is left off the title of a report. */
const titlePattern = (title: string): RegExp =>
  new RegExp(`^${YEAR}${title.replaceAll('某年度', YEAR).replaceAll('某', '.{1,40}')}$`, 'u');

function signsOf({ id, titles, labels }: Family): Signs {
  const fundRows = labels.filter(({ key }) => key.startsWith('funds.rows[].kind = ')).map(({ label }) => keyOf(label));
  return {
    id,
    titles: titles.map(titlePattern),
    fundRows: new Set(fundRows),
    columns: new Set(labels.map(({ key }) => key).filter(isTelling)),
  };
}

const isTelling = (key: string): boolean =>
  Object.entries(TELLING).some(([prefix, fields]) => fields.some((field) => key === prefix + field));

/** How alike the rows and the columns must be (2 is the same) where several families have the title, and where one does. */
const SURE = 1.5;
const LIKELY = 0.5;

let known: readonly Signs[] | null = null;

/**
 * The family of templates whose title a form has, and whose rows and columns are the most like its own; null where there is none, or no
 * single one. A form knows its columns by what stands in them: one that is empty throughout is not seen.
 */
export function familyOf(report: Report): string | null {
  known ??= listFamilies().map(signsOf);
  const title = (report.title ?? '').replaceAll(/\s/gu, '');
  const fundRows = new Set(report.funds.rows.flatMap(({ label }) => (label === null ? [] : [keyOf(label)])));
  const columns = new Set([
    ...filled('funds.rows[].', report.funds.rows),
    ...filled('indicators[].', report.indicators),
  ]);
  const ranked = known
    .filter(({ titles }) => titles.some((pattern) => pattern.test(title)))
    .map((signs) => ({ id: signs.id, likeness: likeness(fundRows, signs.fundRows) + likeness(columns, signs.columns) }))
    .sort((a, b) => b.likeness - a.likeness);
  const [best, next] = ranked;
  if (!best) return null;
  return best.likeness >= (next ? SURE : LIKELY) && best.likeness > (next?.likeness ?? 0) ? best.id : null;
}

/** The telling columns in which something stands. */
function filled(prefix: keyof typeof TELLING, rows: readonly (FundRow | Indicator)[]): string[] {
  return TELLING[prefix]
    .filter((field) => rows.some((row) => (row as unknown as Record<string, unknown>)[field] !== null))
    .map((field) => prefix + field);
}

/** From 0 to 1: what two sets have in common, of all that is in either. */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const common = [...one].filter((value) => other.has(value)).length;
  const all = one.size + other.size - common;
  return all === 0 ? 1 : common / all;
}
