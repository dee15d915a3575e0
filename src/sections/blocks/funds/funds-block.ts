import type { Draft } from '../../draft.js';
import type { TableView } from '../../table-view.js';
import { readFundPairs, startsFundPairs, statesFunds } from './fund-pairs.js';
import { readFundSources, sourcesHeader } from './fund-sources.js';
import { fundsHeader, readFunds } from './funds.js';

/** The funds of a form: under heads, as pairs, or with their sources side by side. */

/** Whether a row can be nothing but the first of the funds, whatever block it stands in. */
export const isFundsRow = (view: TableView, row: number): boolean =>
  fundsHeader(view, row) !== null || sourcesHeader(view, row) !== null || statesFunds(view, row);

/** Whether the funds begin in a row. */
export const startsFunds = (view: TableView, row: number): boolean =>
  isFundsRow(view, row) || startsFundPairs(view, row);

/** Reads the funds that begin in a row. Returns the first row behind them, or null where none begin. */
export function readFundsBlock(view: TableView, row: number, draft: Draft, endsColumns: EndsColumns): number | null {
  const end = readAny(view, row, draft, endsColumns);
  const [only, ...others] = draft.report.funds.rows;
  // What stands alone, or over its sources, and names nothing is the whole.
  const isOverSources = others.every(({ kind }) => kind !== 'total' && kind !== 'unknown');
  if (end !== null && only?.label === null && isOverSources) only.kind = 'total';
  return end;
}

type EndsColumns = (row: number, columns: readonly { readonly col: number }[]) => boolean;

function readAny(view: TableView, row: number, draft: Draft, endsColumns: EndsColumns): number | null {
  if (startsFundPairs(view, row)) return readFundPairs(view, row, draft);
  const sources = sourcesHeader(view, row);
  if (sources) return readFundSources(view, sources, draft, (r) => endsColumns(r, sources.columns));
  const header = fundsHeader(view, row);
  return header && readFunds(view, header, draft, (r) => endsColumns(r, header.columns));
}
