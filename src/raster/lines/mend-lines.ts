import { RASTER_TOLERANCES as TOL } from '../tolerances.js';
import type { InkLine } from './rulings.js';

/**
 * The lines, those that end in the middle of the side of a cell drawn on to where the side ends, if as much of it is drawn as of one that
 * is broken: a ruling ends where it meets another, and pale print and holes cut it anywhere.
 */
export function mended(found: readonly InkLine[], scale: number): InkLine[] {
  const lines = found.filter((line) => !found.some((other) => isPartOf(line, other, scale)));
  return lines.map((line) => {
    const across = lines
      .filter((a) => a.axis !== line.axis && holds(a, line.at, scale))
      .map((a) => a.at)
      .sort((a, b) => a - b);
    const own = lines.filter((o) => o.axis === line.axis && Math.abs(o.at - line.at) <= TOL.sameLine * scale);
    const from = drawnOn(line.from, -1, across, own, scale);
    const to = drawnOn(line.to, 1, across, own, scale);
    return from === line.from && to === line.to ? line : { ...line, from, to };
  });
}

/** Whether a line is the rim of a longer one that was found beside it. */
const isPartOf = (line: InkLine, other: InkLine, scale: number): boolean =>
  line.axis === other.axis &&
  other.to - other.from > line.to - line.from &&
  Math.abs(line.at - other.at) <= TOL.rim * scale &&
  other.from <= line.from &&
  other.to >= line.to;

const holds = (across: InkLine, at: number, scale: number): boolean =>
  across.from <= at + TOL.lineReach * scale && across.to >= at - TOL.lineReach * scale;

/** Where a line goes on to from an end that lies in the middle of a side. */
function drawnOn(end: number, way: 1 | -1, across: readonly number[], own: readonly InkLine[], scale: number): number {
  const reach = TOL.lineReach * scale;
  if (across.some((at) => Math.abs(at - end) <= reach)) return end;
  const before = across.findLast((at) => at < end);
  const behind = across.find((at) => at > end);
  if (before === undefined || behind === undefined) return end;
  const drawn = own.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(to, behind) - Math.max(from, before)), 0);
  if (drawn < TOL.brokenSide * (behind - before)) return end;
  return way > 0 ? behind : before;
}
