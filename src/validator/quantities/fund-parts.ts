import type { FundRow, Report } from '../../contract/document.js';
import { VALIDATOR_TOLERANCES } from '../tolerances.js';
import { type Decimal, decimal } from './decimal.js';

/** How the rows of the funds block make up its total. */

export const AMOUNTS = ['initialBudget', 'annualBudget', 'executed'] as const;
export type Amount = (typeof AMOUNTS)[number];

export const AMOUNT_NAMES: Readonly<Record<Amount, { readonly en: string; readonly zh: string }>> = {
  initialBudget: { en: 'initial budget', zh: '年初预算数' },
  annualBudget: { en: 'annual budget', zh: '全年预算数' },
  executed: { en: 'executed amount', zh: '全年执行数' },
};

export interface FundParts {
  /** Index of the total row. */
  readonly total: number;
  /** Indices of the rows that should add up to it: those nested under another one are left out. */
  readonly parts: readonly number[];
}

/**
 * The total row and its parts, or null where there is not exactly one total. Rows behind a subtotal (财政资金小计, then ①
 * ② ③ under it) belong to that one: where the parts as they are do not fit, those are tried.
 */
export function fundParts(report: Report): FundParts | null {
  const { rows } = report.funds;
  const totals = [...rows.keys()].filter((i) => rows[i]?.kind === 'total');
  const [total] = totals;
  if (totals.length !== 1 || total === undefined) return null;
  const parts = [...rows.keys()].filter((i) => i !== total && !isNested(rows, i));
  return parts.length === 0 ? null : { total, parts };
}

const SUBTOTAL_LABEL = /小计$/u;
const NUMBERED_LABEL = /^[①-⑳]|^[（(]?\d+[）).、]/u;

/** Whether a row is a part of the subtotal above it: numbered under 财政资金小计, or behind a second 其中. */
function isNested(rows: readonly FundRow[], i: number): boolean {
  const label = rows[i]?.label ?? '';
  const above = rows.slice(0, i).findLast((row) => SUBTOTAL_LABEL.test(row.label ?? ''));
  if (above && NUMBERED_LABEL.test(label)) return true;
  const opened = rows.slice(0, i).findLastIndex((row) => /^其中/u.test(row.label ?? ''));
  // A second 其中 breaks the row above it down: 财政拨款, 其中：市级资金.
  return opened >= 0 && /^其中/u.test(label);
}

/** Amounts of one column of the parts; null where one is blank, since then the sum is unknown. */
export function columnOf(report: Report, parts: readonly number[], field: Amount): number[] | null {
  const values = parts.map((i) => report.funds.rows[i]?.[field] ?? null);
  return values.every((value) => value !== null) ? (values as number[]) : null;
}

const SCALES: ReadonlyMap<string, number> = new Map([
  ['千元', 1e3],
  ['万元', 1e4],
  ['百万元', 1e6],
  ['亿元', 1e8],
]);
/** An amount of the form in 元; null where the unit is not known. */
export function inYuan({ funds }: Report, amount: number | null): Decimal | null {
  const unit = (funds.unit ?? '').replace('人民币', '');
  const scale = unit === '元' ? 1 : SCALES.get(unit);
  return scale === undefined || amount === null ? null : decimal(amount).times(scale);
}
/** A tolerance in 元 in the unit of the form. */
export const inUnit = (report: Report, yuan: number): number =>
  Math.max(
    yuan / (SCALES.get((report.funds.unit ?? '').replace('人民币', '')) ?? 1),
    VALIDATOR_TOLERANCES.amountRounding,
  );
