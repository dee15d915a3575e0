import type { Box } from '../geometry/box.js';
import type { Picture } from '../reader/picture/from-images.js';
import { pixelsOf } from './page-ink.js';
import { WITNESS_TOLERANCES as TOL } from './tolerances.js';

/** The commonest colour of a part of a picture, of whose pixels every `step`-th each way is looked at; null where it has none. */
export function commonestColour(
  { data, width }: Pick<Picture, 'data' | 'width'>,
  { x0, y0, x1, y1 }: Box,
  step = 1,
): number[] | null {
  const counts = new Map<number, number>();
  let [best, most] = [-1, 0];
  for (let y = y0; y < y1; y += step) {
    for (let x = x0; x < x1; x += step) {
      const at = 3 * (y * width + x);
      const key = ((data[at] as number) << 16) | ((data[at + 1] as number) << 8) | (data[at + 2] as number);
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      if (count > most) [best, most] = [key, count];
    }
  }
  return best < 0 ? null : [best >> 16, (best >> 8) & 255, best & 255];
}

const WHITE: readonly number[] = [255, 255, 255];

/** The ground that a box in points stands on: the commonest colour in it and right around it, white where the picture has none. */
export const groundAround = (picture: Picture, box: Box): readonly number[] =>
  commonestColour(picture, pixelsOf(box, picture.scale, TOL.margin, picture.width, picture.height)) ?? WHITE;
