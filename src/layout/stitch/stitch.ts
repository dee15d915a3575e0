import { midY } from '../../geometry/box.js';
import type { AsideReason } from '../../reader/reader-types.js';
import type { Block, Line, PageLayout, PageTable, SetAside } from '../layout-types.js';
import { textOf } from '../lines.js';
import { LAYOUT_TOLERANCES as TOL } from '../tolerances.js';
import { append, lastRow, repeatedRows } from './append.js';
import { type OpenCell, type OpenTable, openTable, placeOf, toTable } from './open-table.js';
import { hangsOut, overflows, withOverflow } from './overflow.js';
import { runningHeads } from './running-heads.js';

/**
 * Puts the pages together: tables that go on over a page break become one; all else follows in reading order. `setAside` is
 * told of the text that no block holds.
 */
export function stitch(pages: readonly PageLayout[], setAside: (text: SetAside) => void = () => {}): Block[] {
  const { numbers, repeated } = runningHeads(pages);
  for (const page of pages) for (const one of asideOf(page, numbers)) setAside(one);
  const blocks: Block[] = [];
  const textLine = (line: Line, page: PageLayout): Block => toTextLine(line, repeated.has(line), page);
  let open: OpenTable | null = null;
  // Lines behind an open table that do not end it: headers, footers, and text that overflows a cut cell.
  let between: { line: Line; page: PageLayout }[] = [];
  const close = (): void => {
    const table = open;
    const hanging = between.filter(({ line }) => table && !repeated.has(line) && hangsOut(table, line));
    if (table) blocks.push(toTable(hanging.reduce((part, { line, page }) => withOverflow(part, line, page), table)));
    for (const one of between) if (!hanging.includes(one)) blocks.push(textLine(one.line, one.page));
    open = null;
    between = [];
  };
  for (const page of pages) {
    for (const part of partsOf(page, numbers)) {
      if ('cells' in part) {
        const next = besideOpenCell(open, openTable(part, page));
        if (open && goesOn(open, next, part)) {
          const overflow = between.filter(({ line }) => !repeated.has(line));
          open = append(
            overflow.reduce((part, { line, page: from }) => withOverflow(part, line, from), open),
            next,
            setAside,
          );
          for (const { line, page: from } of between) {
            if (repeated.has(line)) setAside(aside('running-head', line, from));
          }
          between = [];
        } else {
          close();
          open = next;
        }
      } else if (open && (repeated.has(part) || overflows(open, part, page))) {
        between.push({ line: part, page });
      } else {
        close();
        blocks.push(textLine(part, page));
      }
    }
  }
  close();
  return blocks;
}

const aside = (reason: AsideReason, line: Line, page: PageLayout): SetAside => ({
  reason,
  text: line.text.trim(),
  place: placeOf(line.box, page),
});

const asideOf = (page: PageLayout, numbers: ReadonlySet<Line>): SetAside[] => [
  ...page.aside.map(({ reason, text, box }) => ({ reason, text, place: placeOf(box, page) })),
  ...page.lines.filter((line) => numbers.has(line)).map((line) => aside('page-number', line, page)),
];

const toTextLine = (line: Line, running: boolean, page: PageLayout): Block => ({
  kind: 'line',
  text: line.text.trim(),
  size: line.size,
  running,
  place: placeOf(line.box, page),
  ...(line.doubts ? { doubts: line.doubts } : {}),
});

function partsOf(page: PageLayout, left: ReadonlySet<Line>): (PageTable | Line)[] {
  const parts: { top: number; left: number; part: PageTable | Line }[] = [
    ...page.tables.map((part) => ({ top: part.bbox.y0, left: part.bbox.x0, part })),
    ...page.lines.filter((line) => !left.has(line)).map((part) => ({ top: midY(part.box), left: part.box.x0, part })),
  ];
  return parts.sort((a, b) => a.top - b.top || a.left - b.left).map(({ part }) => part);
}

/**
 * The next part with the first column that it lacks: of a merged cell that runs on from the page before, some producers draw
 * neither border nor text again.
 */
function besideOpenCell(open: OpenTable | null, next: OpenTable): OpenTable {
  const [left, second] = open?.xs ?? [];
  const side = open?.cells.find(
    (cell) => cell.col === 0 && cell.colSpan === 1 && cell.row + cell.rowSpan === open.rows,
  );
  if (!open || !side?.openBottom || left === undefined || second === undefined) return next;
  const [x0 = 0] = next.xs;
  const isSame = (a: number, b: number): boolean => Math.abs(a - b) <= TOL.touching;
  const isBeside = isSame(x0, second) && isSame(open.xs.at(-1) as number, next.xs.at(-1) as number);
  const [place] = next.places;
  if (!isBeside || !place) return next;
  const bbox = { ...side.bbox, y0: 0, y1: next.bottom };
  const cell: OpenCell = { ...side, row: 0, rowSpan: next.rows, lines: [], bbox, places: [placeOf(bbox, next.page)] };
  const moved = next.cells.map((other) => ({ ...other, col: other.col + 1 }));
  return { ...next, xs: [left, ...next.xs], cells: [cell, ...moved] };
}

function goesOn(open: OpenTable, next: OpenTable, part: PageTable): boolean {
  return (
    next.page.page === open.page.page + 1 &&
    next.page.turn.angle === open.page.turn.angle &&
    (open.bottom > open.page.height * (1 - TOL.maxMargin) || isHeadless(open, next)) &&
    part.bbox.y0 < next.page.height * TOL.maxMargin &&
    Math.abs((open.xs[0] as number) - (next.xs[0] as number)) <= TOL.sameEdge &&
    Math.abs((open.xs.at(-1) as number) - (next.xs.at(-1) as number)) <= TOL.sameEdge &&
    !startsAgain(open, next)
  );
}

/** Whether the next part has the many columns of the table, but no header of its own: it cannot stand alone. */
function isHeadless(open: OpenTable, next: OpenTable): boolean {
  const same = next.xs.every((x) => open.xs.some((other) => Math.abs(other - x) <= TOL.touching));
  return same && next.xs.length > TOL.manyColumns && repeatedRows(open.cells, next.cells) === 0;
}

/**
 * Whether the next part begins like the table itself began, with other values: then it is the next form, not the rest. A
 * label that the break repeats is another thing: it stands beside several rows, or at the end of the table already.
 */
function startsAgain(open: OpenTable, next: OpenTable): boolean {
  const first = open.cells.filter((cell) => cell.row === 0);
  const again = next.cells.filter((cell) => cell.row === 0);
  if (first.length < 2 || first.length !== again.length) return false;
  const texts = first.map(textOf);
  const others = again.map(textOf);
  const [label, sameLabel] = [first[0] as OpenCell, again[0] as OpenCell];
  const goesOn = lastRow(open.cells, open.rows).some((cell) => cell.col === 0 && textOf(cell) === others[0]);
  return (
    texts[0] !== '' &&
    texts[0] === others[0] &&
    label.rowSpan === 1 &&
    sameLabel.rowSpan === 1 &&
    !goesOn &&
    texts.some((text, i) => text !== others[i])
  );
}
