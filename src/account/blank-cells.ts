import { midX, midY, type Place } from '../geometry/box.js';
import { isView } from '../sections/find/find-forms.js';
import type { ReadForm } from '../sections/sections.js';

/** The cells of forms in which no text stands. */
export function blankCells(forms: readonly ReadForm[]): Place[] {
  const blank: Place[] = [];
  for (const view of forms.flatMap(({ parts }) => parts.filter(isView))) {
    for (let row = view.from; row < view.to; row++) {
      for (const cell of view.starting(row)) if (cell.text === '') blank.push(...cell.places);
    }
  }
  return blank;
}

/** Whether the middle of a place lies in another one. */
export function holds({ page, bbox }: Place, inner: Place): boolean {
  const [x, y] = [midX(inner.bbox), midY(inner.bbox)];
  return page === inner.page && x > bbox.x0 && x < bbox.x1 && y > bbox.y0 && y < bbox.y1;
}
