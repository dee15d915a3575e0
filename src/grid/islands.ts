import type { Box } from '../geometry/box.js';
import { union } from '../geometry/box.js';
import { boxOfCell, boxOfLine, cellFinder } from './cells.js';
import { connectedLines, gridOf } from './grid.js';
import type { Segment } from './grid-types.js';
import { GRID_TOLERANCES as TOL } from './tolerances.js';

/**
 * Connected lines, parted into what bounds the cells of a table and what merely stands near a border inside one of them: a box to
 * tick, a stamp, an underline, a table in a cell. Where lines really meet decides, and not where they miss each other by a flaw.
 */
export function withoutIslands(lines: readonly Segment[]): Segment[][] {
  const bodies = connectedLines(lines, TOL.touch);
  if (bodies.length < 2) return [[...lines]];
  const boxes = bodies.map((body) => union(body.map(boxOfLine)) as Box);
  const area = (i: number): number => {
    const { x0, x1, y0, y1 } = boxes[i] as Box;
    return (x1 - x0) * (y1 - y0);
  };
  const main = bodies.reduce((best, _, i) => (area(i) > area(best) ? i : best), 0);
  const grid = gridOf(bodies[main] as Segment[]);
  if (!grid) return [[...lines]];
  const cellAt = cellFinder(grid);
  const outer = [...(bodies[main] as Segment[])];
  const inner: Segment[] = [];
  for (const [i, body] of bodies.entries()) {
    if (i === main) continue;
    const { x0, x1, y0, y1 } = boxes[i] as Box;
    const cell = cellAt((x0 + x1) / 2, (y0 + y1) / 2);
    const around = cell && boxOfCell(grid, cell);
    const isInside = around && x0 > around.x0 && x1 < around.x1 && y0 > around.y0 && y1 < around.y1;
    (isInside && !parts(body, around) ? inner : outer).push(...body);
  }
  return [outer, ...connectedLines(inner).flatMap(withoutIslands)];
}

/** Whether one of the lines goes from wall to wall of a cell, and stops short of them by no more than a flaw of drawing. */
function parts(body: readonly Segment[], cell: Box): boolean {
  return body.some((s) => {
    const [from, to] = s.axis === 'h' ? [cell.x0, cell.x1] : [cell.y0, cell.y1];
    if (s.from - from > TOL.gap || to - s.to > TOL.gap) return false;
    return !body.some(
      (o) => o.axis !== s.axis && (Math.abs(o.at - s.from) <= TOL.touch || Math.abs(o.at - s.to) <= TOL.touch),
    );
  });
}
