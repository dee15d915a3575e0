import type { Table } from '../../layout/layout-types.js';
import { fundsHeader } from '../blocks/funds.js';
import { startsGoals } from '../blocks/goals.js';
import { indicatorHeader } from '../blocks/indicator-header.js';
import { isPairLabel } from '../blocks/label-value.js';
import { titleIn } from '../blocks/title-row.js';
import { totalLabel } from '../blocks/total.js';
import { TableView } from '../table-view.js';
import { SECTIONS_TOLERANCES } from '../tolerances.js';
import { keyOf } from '../vocabulary/label-key.js';
import { HEADER } from '../vocabulary/labels.js';
import { joinCutLabels } from './join-cut-labels.js';

/** A table that holds several forms one under another, cut where a title or a second project name stands. */
export function splitAtForms(table: Table): TableView[] {
  const whole = new TableView(joinCutLabels(table));
  const starts: number[] = [0];
  let named = false;
  let title = -1;
  let name = -1;
  for (let row = 0; row < table.rows; row++) {
    const cells = whole.starting(row);
    if (titleIn(cells)) {
      title = row;
      if (named) {
        starts.push(row);
        named = false;
      }
    } else if (namesProjectIn(whole, row)) {
      // Two names with nothing between them are those of one form: of the programme and of the project.
      if (named && hasContent(whole, name, row)) starts.push(title > (starts.at(-1) as number) ? title : row);
      named = true;
      name = row;
    }
  }
  return starts.map((from, i) => new TableView(whole.table, from, starts[i + 1] ?? table.rows));
}

/** Whether a block of a form, or its total, stands in some rows. */
function hasContent(view: TableView, from: number, to: number): boolean {
  for (let row = from; row < to; row++) {
    if (fundsHeader(view, row) || indicatorHeader(view, row) || startsGoals(view, row) || totalLabel(view, row)) {
      return true;
    }
  }
  return false;
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
  for (let row = view.from; row < view.to; row++) if (namesProjectIn(view, row)) return true;
  return false;
}

function namesProjectIn(view: TableView, row: number): boolean {
  return view.starting(row).some((cell) => {
    if (HEADER.get(keyOf(cell.text)) !== 'name') return false;
    const right = view.right(cell);
    return right !== undefined && !HEADER.has(keyOf(right.text));
  });
}

/** What of a form a table holds: a block of its own, or labels that stand in other tables as well. */
export function contentOf(view: TableView): 'block' | 'labels' | null {
  let content: 'labels' | null = null;
  for (let row = view.from; row < view.to; row++) {
    if (fundsHeader(view, row) || indicatorHeader(view, row)) return 'block';
    if (startsGoals(view, row) || totalLabel(view, row)) content = 'labels';
    if (view.starting(row).some((cell) => isPairLabel(cell.text))) content = 'labels';
  }
  return content;
}

export function hasIndicators(view: TableView): boolean {
  for (let row = view.from; row < view.to; row++) if (indicatorHeader(view, row)) return true;
  return false;
}
