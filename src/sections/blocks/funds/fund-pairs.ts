import { isLikeNumber, readAmount } from '../../../text/number.js';
import { type Cell, type Draft, type Printed, part } from '../../draft.js';
import { keptByRow, type TableView } from '../../table-view.js';
import { SECTIONS_TOLERANCES } from '../../tolerances.js';
import { kindOf } from '../../vocabulary/fund-kind.js';
import { listedPairs } from '../../vocabulary/inline-pairs.js';
import { unitOf } from '../../vocabulary/label-brackets.js';
import { keyOf } from '../../vocabulary/label-key.js';
import { FUND_COLUMN, isFundBlock } from '../../vocabulary/labels.js';
import { FUND_MARKS, type FundColumn } from '../../vocabulary/spellings.js';
import { inReadingOrder, isEmptyFund, type OpenFund, openFund, readFundField, readFundsLabel } from './fund-row.js';

/** A label of the funds with its value beside it, or in the same cell. */
interface FundPair {
  readonly field: FundColumn;
  readonly label: Cell;
  readonly title: string;
  readonly value: Printed;
  readonly cells: readonly Cell[];
}

/** A row that states funds as pairs: 资金情况｜预算数：｜2.38｜执行数：｜2.38 万元. */
interface FundPairs {
  readonly names: readonly Cell[];
  readonly pairs: readonly FundPair[];
}

const fieldOf = ({ text }: Printed): FundColumn | undefined => {
  const key = keyOf(text);
  return isFundBlock(text) && !FUND_COLUMN.has(key) ? undefined : FUND_COLUMN.guess(key);
};
const isMark = ({ field }: FundPair): boolean => FUND_MARKS.includes(field);
const UNIT = /^[（(]?([亿万千百]?元)[)）]?$/u;

/** Whether a text is the value of such a pair: a number, readable or not, or a blank. */
function isValue(text: string): boolean {
  const { unknownLabelLength, unknownValueLength } = SECTIONS_TOLERANCES;
  const isNumbered = text.length <= unknownLabelLength && /\d/u.test(text);
  const isExplained = text.length <= unknownValueLength && /^[¥￥]?\s*\d/u.test(text);
  return readAmount(text).kind !== 'text' || isLikeNumber(text) || isNumbered || isExplained;
}

/** The pairs of a row, all of whose cells behind the first label are labels and values, but for points behind them. */
const pairsIn = keptByRow((view, row): FundPairs | null => {
  const cells = view.starting(row);
  const isFirst = (cell: Cell, i: number): boolean =>
    inlinePairsIn(cell).length > 0 || (fieldOf(cell) !== undefined && fieldOf(cells[i + 1] ?? EMPTY) === undefined);
  const first = cells.findIndex(isFirst);
  if (first < 0) return null;
  const pairs: FundPair[] = [];
  let i = first;
  for (let cell = cells[i]; cell; cell = cells[i]) {
    const inline = inlinePairsIn(cell);
    const pair = inline.length > 0 ? null : pairAt(cells, i);
    if (inline.length === 0 && !pair) break;
    pairs.push(...(pair ? [pair] : inline));
    i += pair ? pair.cells.length : 1;
  }
  const rest = cells.slice(i).filter(({ text }) => text !== '');
  const isRest =
    rest.every(({ text }) => readAmount(text).kind !== 'text' || isLikeNumber(text)) &&
    pairs.length > 1 &&
    rest.length <= pairs.length;
  if (pairs.length === 0 || (rest.length > 0 && !isRest)) return null;
  const isStated = pairs.some(({ value }) => readAmount(value.text).kind === 'number' || isLikeNumber(value.text));
  if (!isStated && !pairs.every(({ title }) => /[:：]\s*$/u.test(title))) return null;
  const { col } = cells[first] as Cell;
  return { names: view.covering(row).filter((cell) => cell.col < col), pairs };
});

const EMPTY: Printed = { text: '', places: [] };

function pairAt(cells: readonly Cell[], i: number): FundPair | null {
  const label = cells[i] as Cell;
  const field = fieldOf(label);
  // The last label of a row may have no cell beside it.
  const value = cells[i + 1] ?? (i > 0 ? EMPTY : undefined);
  if (field === undefined || !value || fieldOf(value) !== undefined || !isValue(value.text)) return null;
  const unit = cells[i + 2];
  const [, name] = UNIT.exec(unit?.text ?? '') ?? [];
  const isOf = unit !== undefined && name !== undefined && value.text !== '';
  return {
    field,
    label,
    title: label.text,
    value: isOf ? { text: `${value.text}${name}`, places: [...value.places, ...unit.places] } : value,
    cells: cells.slice(i, i + (isOf ? 3 : 2)),
  };
}

/** The pairs that stand in one cell: 预算数：2.38万元，执行数：2.38万元. */
function inlinePairsIn(cell: Cell): FundPair[] {
  const pairs: FundPair[] = [];
  for (const [title, value] of listedPairs(cell.text)) {
    const field = fieldOf(part(cell, title));
    if (field === undefined || value === '' || !isValue(value)) return [];
    pairs.push({ field, label: cell, title, value: part(cell, value), cells: [cell] });
  }
  return pairs;
}

const fieldsOf = ({ pairs }: FundPairs): Set<FundColumn> => new Set(pairs.filter(isMark).map(({ field }) => field));

/** Whether a row states funds as pairs by itself. */
export const statesFunds = (view: TableView, row: number): boolean => {
  const pairs = pairsIn(view, row);
  return pairs !== null && fieldsOf(pairs).size >= SECTIONS_TOLERANCES.fundMarks;
};

/** Whether funds as pairs begin in a row, by itself or with the next one: they may stand one under another. */
export function startsFundPairs(view: TableView, row: number): boolean {
  const [pairs, next] = [pairsIn(view, row), pairsIn(view, row + 1)];
  if (statesFunds(view, row)) return true;
  if (!pairs || !next || pairs.pairs.length !== next.pairs.length) return false;
  return new Set([...fieldsOf(pairs), ...fieldsOf(next)]).size >= SECTIONS_TOLERANCES.fundMarks;
}

/** Reads funds that are stated as pairs. Rows without a label of their own that say other things are one row of the funds. */
export function readFundPairs(view: TableView, from: number, draft: Draft): number {
  const { rows } = draft.report.funds;
  let open: (OpenFund & { readonly label: Cell | null; readonly said: Set<FundColumn> }) | null = null;
  let row = from;
  for (let one = pairsIn(view, row); one; one = pairsAt(view, ++row, one)) {
    const label = readNames(one, row, draft);
    view.claimLabel(...one.names);
    if (open === null || open.label !== label || one.pairs.some(({ field }) => open?.said.has(field))) {
      open = { ...openFund(draft, label?.text ?? '', label), label, said: new Set() };
      rows.push(open.row);
    }
    for (const pair of [...one.pairs].sort(inReadingOrder)) {
      readPair(view, pair, open, draft);
      open.said.add(pair.field);
    }
    if (!isEmptyFund(open)) continue;
    rows.pop();
    open = null;
  }
  return row;
}

/** The pairs of a row, also where their labels are the source whose amounts those above state of the whole. */
function pairsAt(view: TableView, row: number, above: FundPairs): FundPairs | null {
  return pairsIn(view, row) ?? sourcePairs(view, row, above);
}

function sourcePairs(view: TableView, row: number, above: FundPairs): FundPairs | null {
  const cells = view.starting(row).filter(({ text }) => text !== '');
  const [name] = cells;
  if (!name || kindOf(name.text) === 'unknown' || cells.length !== 2 * above.pairs.length) return null;
  const pairs = above.pairs.flatMap(({ field, label: { col }, title }, i): FundPair[] => {
    const [label, value] = [cells[2 * i] as Cell, cells[2 * i + 1] as Cell];
    const isPair = label.col === col && label.text === name.text && isValue(value.text);
    return isPair ? [{ field, label, title, value, cells: [label, value] }] : [];
  });
  const sides = view.covering(row).filter((cell) => cell.col < name.col);
  return pairs.length === above.pairs.length ? { names: [...sides, name], pairs } : null;
}

function readPair(
  view: TableView,
  { field, label, title, value, cells }: FundPair,
  open: OpenFund,
  draft: Draft,
): void {
  if (title === label.text || cells.length > 1) view.claimLabel(label);
  view.claim(...cells);
  draft.report.funds.unit ??= draft.note('/funds/unit', unitOf(title), label);
  readFundField(draft, open, field, value, title.replace(/[:：]\s*$/u, ''));
}

/** The label of a row of funds among the cells before its pairs; one that names the block states its unit and points. */
function readNames({ names }: FundPairs, row: number, draft: Draft): Cell | null {
  let label: Cell | null = null;
  for (const name of names) {
    if (name.text === '') continue;
    const isBlock = isFundBlock(name.text) || (kindOf(name.text) === 'unknown' && (name.rowSpan > 1 || name.row < row));
    if (isBlock) readFundsLabel(name, draft);
    else label = name;
  }
  return label;
}
