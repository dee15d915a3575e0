import type { Box } from '../geometry/box.js';
import { connectedLines, gridOf } from './grid.js';
import type { Grid, Segment } from './grid-types.js';
import { withoutIslands } from './islands.js';
import { withoutLooseEnds } from './loose-ends.js';
import { withoutPictures } from './pictures.js';

/**
 * The grids that lines form, and the lines that form none: a grid of one column only has rows. Those of several rows are told as
 * `strips`: they may be a column of a table whose others stand on another sheet. `texts` are the boxes of the page's glyphs, which
 * tell how close lines can be that text stands between.
 */
export function ruledGrids(
  segments: readonly Segment[],
  texts: readonly Box[] = [],
): { grids: Grid[]; rest: Segment[]; strips: Grid[] } {
  const grids: Grid[] = [];
  const strips: Grid[] = [];
  const rest: Segment[] = [];
  for (const lines of connectedLines(withoutPictures(segments, texts)).flatMap(withoutIslands)) {
    const grid = gridOf(withoutLooseEnds(lines));
    if (grid && grid.xs.length > 2) grids.push(grid);
    else {
      rest.push(...lines);
      if (grid && grid.ys.length > 2) strips.push(grid);
    }
  }
  return { grids, rest, strips };
}
