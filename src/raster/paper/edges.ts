import type { Gray, Ink } from '../raster-types.js';
import { RASTER_TOLERANCES as TOL } from '../tolerances.js';

/**
 * Takes what hangs together with an edge of the picture out of the ink and out of the picture, over gaps that its grain makes: the table under a page, the shadow
 * of its rim. Lines are out of it by then, so that of a table that fills the picture nothing does.
 */
export function eraseEdges({ levels }: Gray, { width, height, bits }: Ink): void {
  const found: number[] = [];
  const visit = (k: number): void => {
    if (bits[k] !== 1) return;
    bits[k] = 0;
    levels[k] = 255;
    found.push(k);
  };
  for (let x = 0; x < width; x++) {
    visit(x);
    visit((height - 1) * width + x);
  }
  for (let y = 0; y < height; y++) {
    visit(y * width);
    visit(y * width + width - 1);
  }
  for (let k = found.pop(); k !== undefined; k = found.pop()) {
    const [x, y] = [k % width, Math.floor(k / width)];
    for (let step = 1; step <= TOL.edgeGap; step++) {
      if (x >= step) visit(k - step);
      if (x < width - step) visit(k + step);
      if (y >= step) visit(k - step * width);
      if (y < height - step) visit(k + step * width);
    }
  }
}
