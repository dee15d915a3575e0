import { overlap } from '../geometry/box.js';
import { countBefore } from '../geometry/order.js';
import { UnionFind } from '../geometry/union-find.js';
import type { Grid, GridCell, RuledCell, Segment } from './grid-types.js';
import { GRID_TOLERANCES as TOL } from './tolerances.js';

/** Lines that meet, directly or through others; `gap` in points is how far they may miss each other. */
export function connectedLines(segments: readonly Segment[], gap: number = TOL.gap): Segment[][] {
  const sets = new UnionFind(segments.length);
  const vertical = segments.flatMap((s, i) => (s.axis === 'v' ? [{ s, i }] : [])).sort((a, b) => a.s.at - b.s.at);
  for (const [i, h] of segments.entries()) {
    if (h.axis !== 'h') continue;
    for (let k = firstAtOrAfter(vertical, h.from - gap); k < vertical.length; k++) {
      const v = vertical[k] as { s: Segment; i: number };
      if (v.s.at > h.to + gap) break;
      if (h.at >= v.s.from - gap && h.at <= v.s.to + gap) sets.join(i, v.i);
    }
  }
  return sets.groups().map((group) => group.map((i) => segments[i] as Segment));
}

function firstAtOrAfter(sorted: readonly { s: Segment }[], at: number): number {
  return countBefore(sorted.length, (i) => (sorted[i] as { s: Segment }).s.at < at);
}

/** The grid that connected lines span, with its cells; null where they span no table. */
export function gridOf(lines: readonly Segment[], columnsFrom: Grid['columnsFrom'] = 'rulings'): Grid | null {
  const h = lines.filter((s) => s.axis === 'h');
  const v = lines.filter((s) => s.axis === 'v');
  if (h.length < 1 || v.length < 1 || h.length + v.length < 4) return null;
  const ys = boundaries(h, v);
  const xs = boundaries(v, h);
  const rows = ys.length - 1;
  const cols = xs.length - 1;
  if (rows < 1 || cols < 1 || rows * cols < 2 || rows * cols > TOL.maxSquares) return null;

  const ruledAbove = edges(h, ys, xs);
  const ruledLeft = edges(v, xs, ys);
  const squares = new UnionFind(rows * cols);
  for (let row = 0; row < rows; row++) {
    for (let col = 0; col < cols; col++) {
      if (row > 0 && !ruledAbove[row * cols + col]) squares.join(row * cols + col, (row - 1) * cols + col);
      if (col > 0 && !ruledLeft[col * rows + row]) squares.join(row * cols + col, row * cols + col - 1);
    }
  }
  const cells = squares.groups().flatMap((group) => rectangles(group, cols));
  if (cells.length < 2) return null;
  cells.sort((a, b) => a.row - b.row || a.col - b.col);
  const isRuled = (row: number, cell: GridCell): boolean =>
    ruledAbove.subarray(row * cols + cell.col, row * cols + cell.col + cell.colSpan).includes(1);
  const isRuledBeside = (col: number, cell: GridCell): boolean =>
    ruledLeft.subarray(col * rows + cell.row, col * rows + cell.row + cell.rowSpan).includes(1);
  const ruled = cells.map(
    (cell): RuledCell => ({
      ...cell,
      openBottom: cell.row + cell.rowSpan === rows && !isRuled(rows, cell),
      ...(cell.col === 0 && !isRuledBeside(0, cell) ? { openLeft: true } : {}),
      ...(cell.col + cell.colSpan === cols && !isRuledBeside(cols, cell) ? { openRight: true } : {}),
    }),
  );
  return { columnsFrom, xs, ys, cells: ruled };
}

/**
 * Grid lines across `lines`, ascending. Where `crossing` lines run past the outermost line, the table lacks its outer
 * border there, and the ends of at least two of them give it.
 */
function boundaries(lines: readonly Segment[], crossing: readonly Segment[]): number[] {
  const at = cluster(lines.map((s) => ({ at: s.at, weight: s.to - s.from })));
  const first = at[0] as number;
  const last = at[at.length - 1] as number;
  const before = crossing.filter((s) => s.from < first - 2 * TOL.gap).map((s) => ({ at: s.from, weight: 1 }));
  const after = crossing.filter((s) => s.to > last + 2 * TOL.gap).map((s) => ({ at: s.to, weight: 1 }));
  if (before.length >= 2) at.unshift(Math.min(...cluster(before)));
  if (after.length >= 2) at.push(Math.max(...cluster(after)));
  return at;
}

/** One position for all that stand together: that of the heaviest. */
function cluster(positions: readonly { at: number; weight: number }[]): number[] {
  const sorted = [...positions].sort((a, b) => a.at - b.at);
  const out: number[] = [];
  for (let start = 0; start < sorted.length; ) {
    const first = sorted[start] as { at: number; weight: number };
    let best = first;
    let end = start + 1;
    for (; end < sorted.length; end++) {
      const p = sorted[end] as { at: number; weight: number };
      if (p.at - first.at > TOL.snap) break;
      if (p.weight > best.weight) best = p;
    }
    out.push(best.at);
    start = end;
  }
  return out;
}

/**
 * For each grid line across the axis and each interval along it, whether a line covers the interval. Index:
 * `line * intervals + interval`.
 */
function edges(lines: readonly Segment[], across: readonly number[], along: readonly number[]): Uint8Array {
  const intervals = along.length - 1;
  const covered = new Float64Array(across.length * intervals);
  for (const s of lines) {
    const line = nearest(across, s.at);
    for (let i = Math.max(0, intervalOf(along, s.from)); i < intervals; i++) {
      const a = along[i] as number;
      const b = along[i + 1] as number;
      if (a >= s.to) break;
      const k = line * intervals + i;
      covered[k] = (covered[k] as number) + overlap(a, b, s.from, s.to) / (b - a);
    }
  }
  const drawn = new Uint8Array(covered.length);
  for (let k = 0; k < covered.length; k++) if ((covered[k] as number) >= TOL.covered) drawn[k] = 1;
  return drawn;
}

function nearest(sorted: readonly number[], at: number): number {
  const i = Math.max(0, intervalOf(sorted, at));
  const a = sorted[i] as number;
  const b = sorted[i + 1];
  return b !== undefined && b - at < at - a ? i + 1 : i;
}

/** Index of the interval of `bounds` that holds the position; -1 before the first, the last index behind the last. */
export function intervalOf(bounds: readonly number[], at: number): number {
  return countBefore(bounds.length, (i) => (bounds[i] as number) <= at) - 1;
}

/**
 * The squares of one open region as cells. A region of another shape than a rectangle lacks a ruling somewhere; it is cut along its
 * rows, so that no text moves into a neighbour.
 */
function rectangles(squares: readonly number[], cols: number): GridCell[] {
  const rows = new Map<number, number[]>();
  for (const square of squares) {
    const row = Math.floor(square / cols);
    const list = rows.get(row);
    if (list) list.push(square % cols);
    else rows.set(row, [square % cols]);
  }
  const cells: { row: number; col: number; rowSpan: number; colSpan: number }[] = [];
  let open: { row: number; col: number; rowSpan: number; colSpan: number }[] = [];
  for (const [row, columns] of rows) {
    const runs = runsOf(columns);
    const goesOn =
      open.length === runs.length &&
      open.every((c, i) => c.row + c.rowSpan === row && c.col === runs[i]?.[0] && c.colSpan === runs[i]?.[1]);
    if (goesOn) for (const cell of open) cell.rowSpan++;
    else {
      open = runs.map(([col, colSpan]) => ({ row, col, rowSpan: 1, colSpan }));
      cells.push(...open);
    }
  }
  return cells;
}

/** Runs of consecutive numbers in an ascending list as `[first, length]`. */
function runsOf(ascending: readonly number[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const n of ascending) {
    const last = runs[runs.length - 1];
    if (last && last[0] + last[1] === n) last[1]++;
    else runs.push([n, 1]);
  }
  return runs;
}
