import type { Line } from '../layout-types.js';
import { middle } from '../unruled/wraps.js';
import { REGION_TOLERANCES as TOL } from './tolerances.js';

/**
 * The texts that are no prose running beside a table: lines of one width, one close under another at even distances, while rows of
 * other texts stand beside nearly each of them. A text that fills a cell has little beside its lines.
 */
export function besideProse(pieces: readonly Line[]): readonly Line[] {
  const prose = new Set<Line>();
  for (const stack of stacksOf(pieces)) {
    if (isProse(stack) && !isColumn(stack, pieces) && runsBeside(stack, pieces))
      for (const line of stack) prose.add(line);
  }
  return prose.size === 0 ? pieces : pieces.filter((piece) => !prose.has(piece));
}

/** Wide lines that begin under one another, at even distances. */
function stacksOf(pieces: readonly Line[]): Line[][] {
  const wide = pieces
    .filter(({ box, size }) => box.x1 - box.x0 >= TOL.proseWidth * size)
    .sort((a, b) => middle(a) - middle(b));
  const open: Line[][] = [];
  for (const line of wide) {
    const stack = open.find((lines) => follows(lines, line));
    if (stack) stack.push(line);
    else open.push([line]);
  }
  return open.filter((stack) => stack.length >= TOL.proseLines);
}

function follows(stack: readonly Line[], line: Line): boolean {
  const [last, before] = [stack.at(-1) as Line, stack.at(-2)];
  const pitch = middle(line) - middle(last);
  if (pitch <= 0 || pitch > TOL.maxPitch * line.size || Math.abs(line.box.x0 - last.box.x0) > TOL.sameStart)
    return false;
  return !before || Math.abs(pitch - (middle(last) - middle(before))) <= TOL.samePitch * line.size;
}

function isProse(stack: readonly Line[]): boolean {
  const widths = stack.map(({ box }) => box.x1 - box.x0);
  const widest = Math.max(...widths);
  return widths.filter((width) => width >= TOL.fullLine * widest).length >= TOL.mostFull * widths.length;
}

/** Whether other texts stand close above or below a stack, and begin elsewhere: those of the cells of its column. */
function isColumn(stack: readonly Line[], pieces: readonly Line[]): boolean {
  const [first, last] = [stack[0] as Line, stack.at(-1) as Line];
  const own = new Set(stack);
  const near = TOL.linesAway * first.size;
  const x1 = Math.max(...stack.map(({ box }) => box.x1));
  return pieces.some((piece) => {
    const y = middle(piece);
    const isOver = piece.box.x0 < x1 && piece.box.x1 > first.box.x0;
    const isClose = y > middle(first) - near && y < middle(last) + near;
    return isOver && isClose && !own.has(piece) && Math.abs(piece.box.x0 - first.box.x0) > TOL.sameStart;
  });
}

/** Whether rows of several texts stand beside the lines of a stack, from its first to its last. */
function runsBeside(stack: readonly Line[], pieces: readonly Line[]): boolean {
  const own = new Set(stack);
  const top = middle(stack[0] as Line) - (stack[0] as Line).size / 2;
  const bottom = middle(stack.at(-1) as Line) + (stack[0] as Line).size / 2;
  const beside = pieces.filter((piece) => !own.has(piece) && middle(piece) > top && middle(piece) < bottom);
  const isNear = (piece: Line, line: Line): boolean => Math.abs(middle(piece) - middle(line)) < line.size / 2;
  const accompanied = stack.filter((line) => beside.some((piece) => isNear(piece, line)));
  const rows = beside.filter((piece, i) => i === beside.findIndex((other) => isNear(other, piece)));
  const wideRows = rows.filter((row) => beside.filter((piece) => isNear(piece, row)).length > 1);
  return accompanied.length >= TOL.accompanied * stack.length && wideRows.length >= TOL.rowsBeside;
}
