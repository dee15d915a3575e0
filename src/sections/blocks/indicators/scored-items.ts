import { readNumber } from '../../../text/number.js';
import type { Cell, Draft } from '../../draft.js';
import type { TableView } from '../../table-view.js';
import { SECTIONS_TOLERANCES } from '../../tolerances.js';
import { keyOf } from '../../vocabulary/label-key.js';
import { FUND_KIND } from '../../vocabulary/labels.js';
import { totalLabel } from '../total.js';
import { indicatorHeader, type LastIndicators } from './indicator-header.js';
import { isScoredItems } from './level-columns.js';

/** What the tables of a form hold together: whose a total is, no single one of them tells. */
export interface FormContents {
  /** There are indicators that more than their points tell to be some. */
  readonly hasMain: boolean;
  /** Rows that begin with a label of a total that no list and no funds have. */
  readonly totals: number;
}

export function contentsOf(views: readonly TableView[]): FormContents {
  let hasMain = false;
  let totals = 0;
  for (const view of views) {
    for (let row = view.from; row < view.to; row++) {
      const header = indicatorHeader(view, row);
      if (header && !isScoredItems(header)) hasMain = true;
      const total = totalLabel(view, row);
      if (total && !FUND_KIND.has(keyOf(total.text))) totals++;
    }
  }
  return { hasMain, totals };
}

/**
 * Whether a total closes a table of scored items beside the form's indicators: another row is the total of the form, or
 * the points are those of the items alone.
 */
export function closesItems(
  view: TableView,
  row: number,
  { header, from }: LastIndicators,
  { hasMain, totals }: FormContents,
  { report }: Draft,
): boolean {
  if (!hasMain || !isScoredItems(header)) return false;
  const label = totalLabel(view, row);
  const others = label && FUND_KIND.has(keyOf(label.text)) ? totals : totals - 1;
  if (others > 0) return true;
  const column = header.columns.find(({ field }) => field === 'weight');
  const stated = readNumber((column && view.at(row, column.col)?.text) ?? '');
  const points = report.indicators.slice(from).reduce((sum, { weight }) => sum + (weight ?? 0), 0);
  return stated.kind === 'number' && from > 0 && Math.abs(stated.value - points) < SECTIONS_TOLERANCES.roundedPoints;
}

/** Keeps the total of a table of items in `extra`, each number under the label of its column. */
export function readItemsTotal(
  view: TableView,
  row: number,
  label: Cell,
  { header }: LastIndicators,
  draft: Draft,
): void {
  view.claimLabel(label);
  for (const cell of view.starting(row)) {
    if (cell === label || cell.text === '' || view.isClaimed(cell)) continue;
    const column = header.columns.find(({ col, colSpan }) => cell.col >= col && cell.col < col + colSpan);
    draft.extra(`${label.text} ${column?.header.text ?? ''}`.trim(), cell);
    view.claim(cell);
  }
}
