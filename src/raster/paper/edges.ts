import type { Gray, Ink } from '../raster-types.js';

/**
 * Takes what hangs together with an edge of the picture out of the ink and out of the picture: the table under a page, the shadow
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
    const x = k % width;
    if (x > 0) visit(k - 1);
    if (x < width - 1) visit(k + 1);
    if (k >= width) visit(k - width);
    if (k < width * (height - 1)) visit(k + width);
  }
}
