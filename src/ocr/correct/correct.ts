import type { Gray, Ink } from '../../raster/raster-types.js';
import type { ReadChar, ReadLine } from '../ocr-types.js';
import { withFrames } from './checkboxes.js';
import { withMarks } from './confusions.js';
import { dashed } from './dashes.js';
import { withLost } from './lost-marks.js';
import { spaced } from './spaces.js';

/**
 * The characters of a line with what the picture itself decides: zeros and ones among digits, the circle of a full stop,
 * a dash of two, and spaces by the white between the characters. `above` is the text above it in the same cell.
 */
export function settled(
  line: ReadLine,
  { ink, gray }: { readonly ink: Ink; readonly gray: Gray },
  above = '',
): ReadChar[] {
  const chars = withLost({ ...line, chars: withFrames(line, ink) }, gray);
  const marked = withMarks(chars, line.area, ink, above);
  return spaced(dashed(marked, line.area, ink), line.area, ink);
}
