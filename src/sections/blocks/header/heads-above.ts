import type { Cell, Draft } from '../../draft.js';
import { keptByRow, type TableView } from '../../table-view.js';
import { SECTIONS_TOLERANCES } from '../../tolerances.js';
import { keyOf } from '../../vocabulary/label-key.js';
import { CONCLUSION, GOAL, HEADER, LABEL_KEYS, TOTAL } from '../../vocabulary/labels.js';
import { withoutHint } from '../../vocabulary/left-over.js';
import { isDateOrSeal } from '../../vocabulary/line-kinds.js';
import { setPair } from '../label-value.js';

/** Labels of the header that stand above their values, each with the cell under it. */
export interface HeadsAbove {
  /** The label beside both rows, where there is one. */
  readonly sides: readonly Cell[];
  readonly pairs: readonly (readonly [label: Cell, value: Cell])[];
}

/** How labels of the header end, also those that the vocabulary does not know: 项目类型, 预算年度, 建设地点. */
const LABEL_END =
  /(名称|单位|部门|类型|类别|属性|性质|年度|年份|日期|时间|期限|期|级次|地点|范围|负责人|联系人|人员|电话|方式|编[码号]|代码|文号|金额|依据|科室|处室|股室)$/u;

const isKnown = ({ text }: Cell): boolean => HEADER.guess(keyOf(text)) !== undefined;
const isHead = (cell: Cell): boolean => isKnown(cell) || LABEL_KEYS.has(keyOf(cell.text)) || soundsLikeOne(cell.text);
const soundsLikeOne = (text: string): boolean =>
  text.length <= SECTIONS_TOLERANCES.unknownLabelLength && LABEL_END.test(keyOf(text)) && !/\d/u.test(text);

/** Whether a head is one of the project header, not of another block that has its heads above as well: the goals. */
const isOfHeader = (cell: Cell): boolean =>
  isKnown(cell) || (!LABEL_KEYS.has(keyOf(cell.text)) && soundsLikeOne(cell.text));

/** Whether a cell under a head is the label of something else. */
const isOther = ({ text }: Cell): boolean => {
  const key = keyOf(text);
  return HEADER.has(key) || GOAL.has(key) || CONCLUSION.has(key) || TOTAL.has(key) || /[:：]\s*$/u.test(text);
};

/** A row that may be one of labels above their values, and whether it says so by itself. */
interface Band extends HeadsAbove {
  readonly isSure: boolean;
}

/**
 * The labels of a row and the values under them. No cell of such a row can be a value, and the row below is cut alike and
 * holds no label. A blank column counts where it is blank in both rows.
 */
const bandAt = keptByRow((view, row): Band | null => {
  const starting = view.starting(row);
  const sides = view.covering(row).filter((cell) => isSide(view, cell, starting));
  const cells = starting.filter((cell) => !sides.includes(cell));
  const heads = cells.filter((cell) => cell.text !== '');
  if (heads.length === 0 || !heads.every(isHead)) return null;
  const isBeside = heads.some(
    (cell, i) => isKnown(cell) && heads[i + 1] !== undefined && isKnown(heads[i + 1] as Cell),
  );
  const isSure = heads.length >= (isBeside ? 2 : 3) && heads.some(isKnown);
  const pairs = cells.flatMap((cell) => {
    const below = view.below(cell);
    return below && below.col === cell.col && below.colSpan === cell.colSpan ? [[cell, below] as const] : [];
  });
  if (pairs.length < cells.length || !(isSure || heads.every(isOfHeader))) return null;
  const values = pairs.map(([, below]) => below);
  const isValued = pairs.every(([head, value]) => head.text !== '' || value.text === '');
  const filled = values.filter(({ text }) => text !== '');
  // Known labels with others between may have those as their values: then labels stand below them.
  if (!isBeside && values.some(isHead)) return null;
  if (!isValued || values.some(isOther) || filled.every(({ text }) => isDateOrSeal(text))) return null;
  return { sides, pairs: pairs.filter(([head]) => head.text !== ''), isSure };
});

/** Labels above their values: few or unknown ones count where such bands stand above or below them, of which one is sure. */
export const headsAbove = keptByRow((view, row): HeadsAbove | null => {
  const own = bandAt(view, row);
  if (!own || own.isSure) return own;
  for (const step of [-BAND, BAND]) {
    for (let r = row + step; ; r += step) {
      const band = bandAt(view, r);
      if (!band) break;
      if (band.isSure) return own;
    }
  }
  return null;
});

/** Rows of a band: its labels, and their values. */
const BAND = 2;

/** The cells that stand to the left of the row and of the one below it. */
function isSide(view: TableView, cell: Cell, starting: readonly Cell[]): boolean {
  const height = Math.min(...starting.map((other) => other.rowSpan));
  const isTall = cell.row < (starting[0]?.row ?? 0) || cell.rowSpan > height;
  return isTall && view.covering(cell.row).every((other) => other.col >= cell.col || other.rowSpan > height);
}

/** Reads a row of labels that stand above their values; false where it is none. */
export function readHeadsAbove(view: TableView, row: number, draft: Draft): boolean {
  const heads = headsAbove(view, row);
  if (!heads || heads.pairs.some((pair) => pair.some((cell) => view.isClaimed(cell)))) return false;
  view.claimLabel(...heads.sides);
  for (const [label, value] of heads.pairs) {
    view.claimLabel(label);
    if (withoutHint(value.text) === '') view.claimLabel(value);
    else view.claim(value);
    setPair(draft, label.text, value);
  }
  return true;
}
