import type { Place } from '../../geometry/box.js';
import { type Remark, remark } from '../../messages/say.js';
import type { Draft } from '../../sections/draft.js';
import type { TableView } from '../../sections/table-view.js';

/** A cell that is merged over rows of two groups, of which neither is merged over all of them. */
export function crossedGroups(view: TableView): Remark[] {
  const said: Remark[] = [];
  for (let row = view.from; row < view.to; row++) {
    for (const cell of view.starting(row)) {
      if (cell.rowSpan < 2 || cell.text === '' || cell.col === 0) continue;
      const left = view.at(cell.row, cell.col - 1);
      const below = view.at(cell.row + cell.rowSpan - 1, cell.col - 1);
      const isCrossed =
        left &&
        below &&
        left !== below &&
        left.text !== '' &&
        below.text !== '' &&
        left.rowSpan > 1 &&
        below.rowSpan > 1;
      if (isCrossed) said.push(remark('groupCrossed', { text: cell.text }, cell.places[0] as Place));
    }
  }
  return said;
}

/** A bracket that is opened in one cell and closed in the next one: one text came into two cells. */
export function openBrackets(view: TableView): Remark[] {
  const said: Remark[] = [];
  for (let row = view.from; row < view.to; row++) {
    for (const cell of view.starting(row)) {
      if (cell.text === '' || !OPENING.test(cell.text) || depth(cell.text) <= 0) continue;
      const next = [view.at(cell.row, cell.col + cell.colSpan), view.below(cell)];
      if (next.some((other) => other && depth(other.text) < 0)) {
        said.push(remark('bracketOpen', { text: cell.text }, cell.places[0] as Place));
      }
    }
  }
  return said;
}

const OPENING = /[（(《“【]/u;

/** Brackets that a text opens and does not close; less than 0 where it closes more. */
function depth(text: string): number {
  let open = 0;
  for (const char of text) {
    if ('（(《“【'.includes(char)) open++;
    else if ('）)》”】'.includes(char)) open--;
  }
  return open;
}

/** Texts of tables that no block of the form took. */
export function leftovers(draft: Draft): Remark[] {
  return draft.leftovers.flatMap(({ text, places }) =>
    places[0] ? [remark('cellLeftOver', { text }, places[0])] : [],
  );
}
