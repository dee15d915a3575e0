import type { Place } from '../geometry/box.js';
import { type Remark, remark } from '../messages/say.js';
import { isView } from '../sections/find/find-forms.js';
import type { ReadForm } from '../sections/sections.js';
import { holds } from './blank-cells.js';
import { ACCOUNT_TOLERANCES as TOL } from './tolerances.js';

/** What is to be said of pictures that stand where a form has text: alone in a cell, or above it in place of the title. */
export function picturesSaid(
  pictures: readonly Place[],
  forms: readonly ReadForm[],
  blank: readonly Place[],
): Remark[] {
  const large = pictures.filter(({ bbox: b }) => {
    const [short, long] = [b.x1 - b.x0, b.y1 - b.y0].sort((one, other) => one - other) as [number, number];
    return short >= TOL.pictureHeight && long >= TOL.pictureWidth;
  });
  const inCells = large.filter((picture) => blank.some((cell) => holds(cell, picture)));
  const untitled = forms.flatMap(({ draft: { report }, parts }) => {
    const table = parts.find(isView)?.table.places[0];
    const isAbove = ({ page, bbox }: Place): boolean =>
      table !== undefined && page === table.page && bbox.y1 <= table.bbox.y0 && bbox.x1 - bbox.x0 >= TOL.titleWidth;
    return report.title === null && table && large.some(isAbove) ? [remark('titlePictured', {}, table)] : [];
  });
  return [...inCells.map((picture) => remark('pictureInCell', {}, picture)), ...untitled];
}
