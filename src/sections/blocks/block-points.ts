import { readPoints } from '../../text/number.js';
import type { Cell, Draft } from '../draft.js';
import type { TableView } from '../table-view.js';
import { keyOf } from '../vocabulary/label-key.js';
import { FUND_COLUMN, HEADER, INDICATOR_COLUMN } from '../vocabulary/labels.js';

/** Points of whole blocks: in a column at the right edge under a head of its own, or in a cell that runs down beside a block. */

interface PointsColumn {
  readonly head: Cell;
  readonly field: 'weight' | 'score';
}

const kept = new WeakMap<TableView, readonly PointsColumn[]>();

/** The columns at the right edge whose heads stand above all blocks, with numbers under them. */
export function pointsColumns(view: TableView): readonly PointsColumn[] {
  let columns = kept.get(view);
  if (!columns) {
    columns = findColumns(view);
    kept.set(view, columns);
  }
  return columns;
}

function findColumns(view: TableView): PointsColumn[] {
  for (let row = view.from; row < view.to; row++) {
    const cells = view.starting(row);
    // Beside other heads of columns they are those of a block.
    const known = cells.filter(({ text }) => FUND_COLUMN.has(keyOf(text)) || INDICATOR_COLUMN.has(keyOf(text)));
    if (known.length > 2) return [];
    const columns: PointsColumn[] = [];
    for (const head of [...cells].reverse()) {
      const field = FUND_COLUMN.get(keyOf(head.text));
      if (field !== 'weight' && field !== 'score') break;
      columns.unshift({ head, field });
    }
    const isFilled = columns.some(({ head }) => {
      for (let r = row + head.rowSpan; r < view.to; r++) if (isPoints(view.at(r, head.col))) return true;
      return false;
    });
    const others = cells.slice(0, cells.length - columns.length);
    if (isFilled && columns.length === known.length && isOfHeader(others)) return columns;
  }
  return [];
}

/** Whether such heads stand behind a pair of the project header, or alone in their row: else they name columns of a list. */
const isOfHeader = (others: readonly Cell[]): boolean =>
  others.every(({ text }) => text === '') ||
  (others.length > 1 && HEADER.guess(keyOf(others[0]?.text ?? '')) !== undefined);

const isPoints = (cell: Cell | undefined): cell is Cell =>
  cell !== undefined && readPoints(cell.text).kind === 'number';

/** Whether a cell of a header is none of its labels, but the points of the block: it runs down past the header. */
export const isBesideBlock = (cell: Cell, end: number): boolean => isPoints(cell) && cell.row + cell.rowSpan > end;

/** Reads the points of a block that begins in a row. */
export function readBlockPoints(
  view: TableView,
  row: number,
  block: 'funds' | 'indicators' | 'other',
  draft: Draft,
): void {
  const columns = pointsColumns(view);
  const isBlank = (cell: Cell): boolean => readPoints(cell.text).kind === 'blank';
  view.claimLabel(
    ...view.starting(row).filter((cell) => columns.some(({ head }) => head.col === cell.col) && isBlank(cell)),
  );
  const cells = view.starting(row).filter((cell) => isPoints(cell) && !view.isClaimed(cell));
  const beside = cells.filter((cell) => cell.rowSpan > 1);
  const label = view.covering(row).find(({ text }) => text !== '' && readPoints(text).kind === 'text')?.text ?? '';
  for (const cell of cells) {
    const column = columns.find(({ head }) => head.col === cell.col);
    const isAlone = block !== 'other' && beside.length === 1 && beside[0] === cell;
    if (!column && !isAlone) continue;
    view.claim(cell);
    const name = `${label} ${column?.head.text ?? ''}`.trim();
    if (column?.field === 'score' && block === 'funds') setFundsScore(cell, name, draft);
    else if (column?.field === 'score' || block === 'other') draft.extra(name, cell);
    else setWeight(block, cell, name, draft);
  }
}

function setWeight(block: 'funds' | 'indicators', cell: Cell, name: string, draft: Draft): void {
  const { report } = draft;
  const pointer = block === 'funds' ? '/funds/weight' : '/indicatorsWeight';
  if (draft.printed.has(pointer)) draft.extra(name, cell);
  else if (block === 'funds') report.funds.weight = draft.number(pointer, cell, name, report.extra);
  else report.indicatorsWeight = draft.number(pointer, cell, name, report.extra);
}

function setFundsScore(cell: Cell, name: string, draft: Draft): void {
  const { rows } = draft.report.funds;
  const total = rows.findIndex(({ kind }) => kind === 'total');
  const row = rows[total];
  if (row && row.score === null) draft.score(`/funds/rows/${total}`, cell, name, row);
  else draft.extra(name, cell);
}
