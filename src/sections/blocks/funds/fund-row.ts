import type { FundRow } from '../../../contract/document.js';
import { emptyFundRow } from '../../../contract/empty-report.js';
import { type Reading, readNumber, readRate } from '../../../text/number.js';
import type { Cell, Draft, Printed } from '../../draft.js';
import { part } from '../../draft.js';
import { SECTIONS_TOLERANCES } from '../../tolerances.js';
import { kindOf } from '../../vocabulary/fund-kind.js';
import { unitOf, weightOf } from '../../vocabulary/label-brackets.js';
import { uprightFund } from '../../vocabulary/labels.js';
import type { FundColumn } from '../../vocabulary/spellings.js';

/** A row of the funds while it is read, and its JSON Pointer inside the report. */
export interface OpenFund {
  readonly row: FundRow;
  readonly pointer: string;
}

/** Begins the row behind those that were read. */
export function openFund(draft: Draft, printed: string, label: Cell | null): OpenFund {
  const { rows } = draft.report.funds;
  const pointer = `/funds/rows/${rows.length}`;
  const name = uprightFund(printed.replace(/\s+/gu, '').replace(/[:：]$/u, ''));
  const row: FundRow = {
    ...emptyFundRow(draft.newExtra(pointer)),
    label: name === '' ? null : name,
    kind: kindOf(name),
  };
  if (label && name !== '') draft.note(`${pointer}/label`, name, part(label, label.text));
  return { row, pointer };
}

/** Whether a row holds nothing, not even a name. */
export function isEmptyFund({ row: { kind: _, extra, ...values } }: OpenFund): boolean {
  return Object.values(values).every((value) => value === null) && Object.keys(extra).length === 0;
}

/** What must be known before a field is read: a rate is told by the amounts, a score may be printed with its weight. */
const LATE: readonly (FundColumn | null)[] = ['executionRate', 'score'];
export const inReadingOrder = (a: { field: FundColumn | null }, b: { field: FundColumn | null }): number =>
  LATE.indexOf(a.field) - LATE.indexOf(b.field);

/** Reads a cell as a field of a row; one without a meaning, or that is known already, is kept under its label. */
export function readFundField(
  draft: Draft,
  { row, pointer }: OpenFund,
  field: FundColumn | null,
  cell: Printed,
  title: string,
): void {
  if (field === null || row[field] !== null) draft.extra(title, cell, row.extra);
  else if (field === 'reason') row.reason = draft.text(`${pointer}/reason`, cell);
  else if (field === 'executionRate') {
    row.executionRate = draft.number(`${pointer}/${field}`, cell, title, row.extra, (text) => rateOf(text, title, row));
  } else if (field === 'weight') row.weight = draft.number(`${pointer}/weight`, cell, title, row.extra);
  else if (field === 'score') draft.score(pointer, cell, title, row);
  else row[field] = draft.amount(`${pointer}/${field}`, cell, title, row.extra);
}

/** An execution rate. Of one without a sign the amounts tell whether it is a fraction, where only that or percent fits. */
function rateOf(text: string, title: string, { annualBudget, initialBudget, executed }: FundRow): Reading {
  const usual = readRate(text, /[%％]/u.test(title));
  const bare = readNumber(text);
  const budget = annualBudget ?? initialBudget;
  if (bare.kind !== 'number' || bare.suffix !== '' || !budget || executed === null) return usual;
  const fitting = [bare, readRate(`${text}%`)].filter(
    (one) => one.kind === 'number' && Math.abs(one.value - executed / budget) <= SECTIONS_TOLERANCES.sameRate,
  );
  return fitting.length === 1 ? (fitting[0] as Reading) : usual;
}

/** The unit of the amounts and the points of the block, as far as a label states them: 项目资金（万元）（10分）. */
export function readFundsLabel(label: Printed, draft: Draft): void {
  const { funds } = draft.report;
  funds.unit ??= draft.note('/funds/unit', unitOf(label.text), label);
  funds.weight ??= draft.note('/funds/weight', weightOf(label.text), label);
}
