import type { Box, Place } from '../geometry/box.js';
import type { Block, Table, TextLine } from '../layout/layout-types.js';
import { type Remark, remark } from '../messages/say.js';
import { indicatorHeader } from '../sections/blocks/indicators/indicator-header.js';
import { isView } from '../sections/find/find-forms.js';
import type { ReadForm } from '../sections/sections.js';
import { TableView } from '../sections/table-view.js';
import { keyOf } from '../sections/vocabulary/label-key.js';
import { LEVEL } from '../sections/vocabulary/labels.js';
import { readPlainTitle, readTitle } from '../sections/vocabulary/titles.js';
import { ACCOUNT_TOLERANCES as TOL } from './tolerances.js';

/**
 * Tables that stand in no form though they look like a part of one: those with the columns or the groups of an indicator
 * table, and those that follow a form with no heading of their own.
 */
export function unreadTables(blocks: readonly Block[], forms: readonly ReadForm[]): Remark[] {
  const known = new Map<Place, ReadForm>();
  for (const form of forms) {
    for (const part of form.parts) if (isView(part)) known.set(part.table.places[0] as Place, form);
  }
  const said: Remark[] = [];
  const templates = blocks.filter(
    (block): block is Table => block.kind === 'table' && known.get(block.places[0] as Place)?.use === 'report',
  );
  let before: Report | null = null;
  for (const block of blocks) {
    if (block.kind === 'line') {
      if (before && isHeading(block)) before = null;
      continue;
    }
    const form = known.get(block.places[0] as Place);
    if (form?.use === 'report') before = { pages: pagesOf(block) };
    else if (form?.use === 'look-alike') before = null;
    else if (isIndicatorLike(block)) said.push(remark('indicatorsNotRead', {}, block.places[0] as Place));
    else if (!isNested(block, templates) && ((before && follows(before, block)) || isOfTemplate(block, templates)))
      said.push(remark('tableNotRead', {}, block.places[0] as Place));
  }
  return said;
}

/** The last table of a report. */
interface Report {
  readonly pages: readonly number[];
}

const pagesOf = ({ places }: Table): number[] => places.map(({ page }) => page);

/** What is said of another thing than the form above it. */
const isHeading = ({ text, running }: TextLine): boolean =>
  !running &&
  (readTitle(text) !== null ||
    readPlainTitle(text) !== null ||
    /^(附\s*[件表录]|第[一二三四五六七八九十]+[部章节])/u.test(text));

/** Whether the columns of a table are those of a form on a page beside its own. */
function isOfTemplate(table: Table, templates: readonly Table[]): boolean {
  if (table.cols < TOL.templateColumns) return false;
  const pages = table.places.map(({ page }) => page);
  const near = templates.filter(({ places }) => places.some(({ page }) => pages.some((p) => Math.abs(p - page) <= 1)));
  const sides = sidesOf(table);
  return near.some((other) => {
    const theirs = sidesOf(other);
    return sides.every((x) => theirs.some((at) => Math.abs(at - x) <= TOL.sameSide));
  });
}

/** Whether a table stands in a cell of a form, which says what it says. */
const isNested = ({ places }: Table, templates: readonly Table[]): boolean =>
  places.every(({ page, bbox: inner }) =>
    templates.some(({ cells }) =>
      cells.some((cell) => cell.places.some(({ page: own, bbox }) => own === page && isInside(inner, bbox))),
    ),
  );

const isInside = (a: Box, b: Box): boolean =>
  a.x0 > b.x0 - TOL.sameSide && a.x1 < b.x1 + TOL.sameSide && a.y0 > b.y0 - TOL.sameSide && a.y1 < b.y1 + TOL.sameSide;

/** Where its columns begin, in points. */
const sidesOf = ({ cells }: Table): number[] => [
  ...new Set(cells.flatMap(({ places }) => places.map(({ bbox }) => Math.round(bbox.x0)))),
];

/** Whether a table stands on the page on which a form ends, or on the next one. */
function follows({ pages }: Report, table: Table): boolean {
  const last = Math.max(...pages);
  const page = table.places[0]?.page ?? 0;
  return page === last || page === last + 1;
}

/** The columns of results that a unit filled in, with groups or scores: a report may list results without these. */
function isIndicatorLike(table: Table): boolean {
  const view = new TableView(table);
  for (let row = 0; row < table.rows; row++) {
    const fields = new Set(indicatorHeader(view, row)?.columns.map(({ field }) => field));
    const hasGroups = fields.has('level1') || fields.has('level2') || fields.has('weight');
    if (fields.has('score') || (fields.has('actual') && hasGroups)) return true;
  }
  return (
    new Set(table.cells.map(({ text }) => keyOf(text)).filter((key) => LEVEL.has(key))).size >= TOL.groupsOfIndicators
  );
}
