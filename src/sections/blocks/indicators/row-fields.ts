import type { Indicator } from '../../../contract/document.js';
import { matchKey } from '../../../text/label.js';
import { type Cell, type Draft, part } from '../../draft.js';
import type { TableView } from '../../table-view.js';
import { groupAndWeight } from '../../vocabulary/label-brackets.js';
import type { IndicatorColumn } from '../../vocabulary/spellings.js';
import type { Header } from '../column-header.js';
import { CORE_MARKS, OPERATOR_DIRECTIONS, signsIn } from './signs.js';

/** The fields of an indicator, each from the cell of its column. */

/** One row while it is read. */
export interface IndicatorRow {
  readonly view: TableView;
  readonly header: Header<IndicatorColumn>;
  readonly draft: Draft;
  readonly row: number;
  /** The cell of each column; one that is merged over several rows belongs to all of them. */
  readonly cells: ReadonlyMap<IndicatorColumn, Cell>;
  readonly indicator: Indicator;
  /** JSON Pointer of the indicator inside the report. */
  readonly pointer: string;
}

const TEXTS = ['target', 'adjustedTarget', 'actual', 'deviation', 'scoringRule', 'unit'] as const;

/** Reads the columns with a meaning, except for the names of groups. */
export function readFields(one: IndicatorRow): void {
  const { cells, indicator, pointer, draft } = one;
  const name = cells.get('level3');
  if (name && name.text !== '') readName(indicator, pointer, name, draft);
  for (const field of TEXTS) {
    const cell = cells.get(field);
    if (cell) indicator[field] = draft.text(`${pointer}/${field}`, cell);
  }
  const weight = cells.get('weight');
  if (weight) indicator.weight = draft.number(`${pointer}/weight`, weight, headerText(one, 'weight'), indicator.extra);
  const score = cells.get('score');
  if (score) draft.score(pointer, score, headerText(one, 'score'), indicator);
  const reviewed = cells.get('reviewedScore');
  if (reviewed) {
    const label = headerText(one, 'reviewedScore');
    indicator.reviewedScore = draft.number(`${pointer}/reviewedScore`, reviewed, label, indicator.extra);
  }
  readOperator(one);
  readCore(one);
}

/**
 * Reads the columns of operator and direction by what they hold: templates swap their heads. A text that is neither is the
 * operator as printed where that column holds no sign, as 定性 is; what is said beyond that goes to `extra`.
 */
function readOperator(one: IndicatorRow): void {
  const { cells, indicator, pointer, draft } = one;
  const columns = (['operator', 'direction'] as const).flatMap((column) => {
    const cell = cells.get(column);
    return cell && cell.text !== '' ? [{ column, cell, ...signsIn(cell.text) }] : [];
  });
  for (const { cell, operator, direction } of columns) {
    if (direction) indicator.direction ??= draft.note(`${pointer}/direction`, direction, cell);
    if (operator) indicator.operator ??= draft.note(`${pointer}/operator`, operator, cell);
  }
  for (const { column, cell, operator, direction } of columns) {
    const isKept =
      (operator === null || operator === indicator.operator) &&
      (direction === null || direction === indicator.direction);
    if (isKept && (operator ?? direction) !== null) continue;
    if (indicator.operator === null && (column === 'operator' || columns.length === 1)) {
      indicator.operator = draft.text(`${pointer}/operator`, cell);
    } else draft.aside(headerText(one, column), cell, indicator.extra);
  }
  const printed = draft.printed.get(`${pointer}/operator`);
  const meant = OPERATOR_DIRECTIONS.get(indicator.operator ?? '');
  if (printed && meant) indicator.direction ??= draft.note(`${pointer}/direction`, meant, printed);
}

/** Whether it is a core indicator; a text that says neither goes to `extra`. */
function readCore(one: IndicatorRow): void {
  const { cells, indicator, pointer, draft } = one;
  const cell = cells.get('core');
  if (!cell || cell.text === '') return;
  const mark = CORE_MARKS.get(cell.text) ?? CORE_MARKS.get(matchKey(cell.text));
  if (mark === undefined) draft.aside(headerText(one, 'core'), cell, indicator.extra);
  else indicator.core = draft.note(`${pointer}/core`, mark, cell);
}

const headerText = ({ header }: IndicatorRow, field: IndicatorColumn): string =>
  header.columns.find((c) => c.field === field)?.header.text ?? '';

function readName(indicator: Indicator, pointer: string, cell: Cell, draft: Draft): void {
  const match = /^[★☆]+\s*(?=[^★☆\s])|(?<=[^★☆\s])\s*[★☆]+$/u.exec(cell.text);
  const name = match ? cell.text.replace(match[0], '') : cell.text;
  if (match) indicator.core = draft.note(`${pointer}/core`, true, cell);
  indicator.level3 = draft.text(`${pointer}/level3`, part(cell, name));
}

/** The name of a group, with the weight that its label states: 产出指标（50分）. */
export function readLevel(one: IndicatorRow, level: 'level1' | 'level2', cell: Cell | null): void {
  const { indicator, pointer, draft, cells } = one;
  const own = cells.get(`${level}Weight`);
  if (own) indicator[`${level}Weight`] = draft.number(`${pointer}/${level}Weight`, own, '权重', indicator.extra);
  if (!cell) return;
  const { text, weight } = groupAndWeight(cell.text);
  indicator[level] = draft.note(`${pointer}/${level}`, text === '' ? null : text, cell);
  indicator[`${level}Weight`] ??= draft.note(`${pointer}/${level}Weight`, weight, cell);
}
