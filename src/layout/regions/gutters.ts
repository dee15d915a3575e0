import type { Line } from '../layout-types.js';
import { REGION_TOLERANCES as TOL } from './tolerances.js';

/** The texts side by side on one printed line, from left to right. */
export type TextRow = readonly Line[];

/** White space that runs down between texts, from one line to another: indices of lines, both included; points on the x axis. */
export interface Gutter {
  readonly from: number;
  readonly to: number;
  readonly first: number;
  readonly last: number;
}

/**
 * The gutters of a text: the gaps that lines have in common with those below them (the white rivers of Breuel, "Two geometric
 * algorithms for layout analysis", 2002). A line that ends before a gutter, or begins behind it, leaves it open.
 */
export function guttersOf(rows: readonly TextRow[]): Gutter[] {
  const found: Gutter[] = [];
  let open = new Map<string, Gutter>();
  for (const [i, row] of rows.entries()) {
    const gaps = gapsOf(row);
    const kept = new Map<string, Gutter>();
    const keep = (gutter: Gutter): void => {
      const key = `${gutter.from} ${gutter.to}`;
      const known = kept.get(key);
      if (!known || known.first > gutter.first) kept.set(key, gutter);
    };
    for (const gutter of open.values()) {
      const shared = gaps.flatMap((gap) => {
        const [from, to] = [Math.max(gap.from, gutter.from), Math.min(gap.to, gutter.to)];
        return to - from >= gap.least ? [{ ...gutter, from, to, last: i }] : [];
      });
      for (const one of shared) keep(one);
      if (shared.length === 0) found.push(gutter);
    }
    // The two sides may never stand on one line: what two lines leave open between them begins a gutter.
    for (const { from, to } of gapsOf([...row, ...(rows[i + 1] ?? [])])) {
      if (!Number.isFinite(from) || !Number.isFinite(to) || kept.has(`${from} ${to}`)) continue;
      keep(upwards({ from, to, first: i, last: i }, rows));
    }
    open = kept;
  }
  return [...found, ...open.values()];
}

interface Gap {
  readonly from: number;
  readonly to: number;
  /** How wide a gutter is at least beside such text. */
  readonly least: number;
}

/** The gaps between texts, with all that is before and behind them. */
function gapsOf(texts: readonly Line[]): Gap[] {
  const least = TOL.columnGutter * Math.max(...texts.map(({ size }) => size));
  const gaps: Gap[] = [];
  let from = Number.NEGATIVE_INFINITY;
  for (const { box } of [...texts].sort((a, b) => a.box.x0 - b.box.x0)) {
    if (box.x0 - from >= least) gaps.push({ from, to: box.x0, least });
    from = Math.max(from, box.x1);
  }
  return [...gaps, { from, to: Number.POSITIVE_INFINITY, least }];
}

/** A gutter with the lines above it that leave it open. */
function upwards(gutter: Gutter, rows: readonly TextRow[]): Gutter {
  let { first } = gutter;
  const isFree = ({ box }: Line): boolean => box.x1 <= gutter.from || box.x0 >= gutter.to;
  while (first > 0 && (rows[first - 1] as TextRow).every(isFree)) first--;
  return { ...gutter, first };
}
