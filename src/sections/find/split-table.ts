import type { Table } from '../../layout/layout-types.js';
import { startsFunds } from '../blocks/funds/funds-block.js';
import { startsGoals } from '../blocks/goals.js';
import { headsAbove } from '../blocks/header/heads-above.js';
import { titleIn } from '../blocks/header/title-row.js';
import { indicatorHeader } from '../blocks/indicators/indicator-header.js';
import { isScoredItems } from '../blocks/indicators/level-columns.js';
import { isEmptyLabel, isPairLabel } from '../blocks/label-value.js';
import { totalLabel } from '../blocks/total.js';
import { TableView } from '../table-view.js';
import { SECTIONS_TOLERANCES } from '../tolerances.js';
import { splitInline } from '../vocabulary/inline-pairs.js';
import { keyOf } from '../vocabulary/label-key.js';
import { HEADER } from '../vocabulary/labels.js';
import { regularTable } from './regular-table.js';

/** A table that holds several forms one under another, cut where a title or a second project name stands. */
export function splitAtForms(table: Table): TableView[] {
  const whole = new TableView(regularTable(table));
  const starts: number[] = [0];
  /** The label of the last name, and whether a block of its form has stood since. */
  let named: string | null = null;
  let filled = false;
  let title = -1;
  for (let row = 0; row < table.rows; row++) {
    const cells = whole.starting(row);
    if (titleIn(cells)) {
      title = row;
      if (named !== null) starts.push(row);
      named = null;
    } else {
      const name = nameLabelIn(whole, row);
      // Two names with nothing between, one above the other, are of one form: 专项名称 and 项目名称.
      if (name !== null && named !== null && (filled || name === named)) {
        starts.push(title > (starts.at(-1) as number) ? title : row);
      }
      if (name !== null) filled = false;
      named = name ?? named;
      filled ||= startsFunds(whole, row) || indicatorHeader(whole, row) !== null || startsGoals(whole, row);
    }
  }
  return starts.map((from, i) => new TableView(whole.table, from, starts[i + 1] ?? table.rows));
}

/** Whether a form begins in a table: with its title in one of the first rows, or with the name of its project. */
export function beginsForm(view: TableView): 'title' | 'name' | null {
  for (let row = view.from; row < Math.min(view.from + SECTIONS_TOLERANCES.titleRows, view.to); row++) {
    if (titleIn(view.starting(row))) return 'title';
  }
  return namesProject(view) ? 'name' : null;
}

/** Whether a table names a project: a value stands beside the label. In a list of projects another label does. */
export function namesProject(view: TableView): boolean {
  for (let row = view.from; row < view.to; row++) if (nameLabelIn(view, row) !== null) return true;
  return false;
}

function nameLabelIn(view: TableView, row: number): string | null {
  const label = view.starting(row).find((cell) => {
    const [inline] = splitInline(cell.text) ?? [];
    if (inline !== undefined && HEADER.get(keyOf(inline)) === 'name') return !isEmptyLabel(cell.text);
    if (HEADER.get(keyOf(cell.text)) !== 'name') return false;
    const right = view.right(cell);
    return headsAbove(view, row) !== null || (right !== undefined && !HEADER.has(keyOf(right.text)));
  });
  return label ? keyOf(splitInline(label.text)?.[0] ?? label.text) : null;
}

/** What of a form a table holds: a block of its own, or labels that stand in other tables as well. */
export function contentOf(view: TableView): 'block' | 'labels' | null {
  let content: 'labels' | null = null;
  for (let row = view.from; row < view.to; row++) {
    const indicators = indicatorHeader(view, row);
    if (startsFunds(view, row) || (indicators && !isScoredItems(indicators))) return 'block';
    // Items with points stand in other tables as well.
    if (indicators) content = 'labels';
    if (startsGoals(view, row) || totalLabel(view, row)) content = 'labels';
    if (view.starting(row).some(({ text }) => isPairLabel(text) || isInlinePair(text))) content = 'labels';
  }
  return content;
}

const isInlinePair = (text: string): boolean => {
  const [label] = splitInline(text) ?? [];
  return label !== undefined && HEADER.has(keyOf(label));
};

/** How the label of a remark of the form's own may read: 说明, 其他需要说明的事项. */
const REMARK = /(说明|备注|事项|意见|建议)$/u;

/** Whether a table is nothing but labels of remarks, each with a text beside it. */
export function holdsRemarks(view: TableView): boolean {
  for (let row = view.from; row < view.to; row++) {
    const [label, text, ...others] = view.starting(row);
    const isLabel = label !== undefined && [...keyOf(label.text)].length <= SECTIONS_TOLERANCES.unknownLabelLength;
    if (!isLabel || !text || others.length > 0 || !REMARK.test(keyOf(label.text))) return false;
  }
  return true;
}

/** Whether a table has indicators, beside items that nothing but points tells to be some. */
export function hasIndicators(view: TableView): boolean {
  for (let row = view.from; row < view.to; row++) {
    const header = indicatorHeader(view, row);
    if (header && !isScoredItems(header)) return true;
  }
  return false;
}
