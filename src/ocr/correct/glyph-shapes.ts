import { midY } from '../../geometry/box.js';
import type { Area, Ink } from '../../raster/raster-types.js';
import type { ReadChar } from '../ocr-types.js';
import { seen } from './alternatives.js';
import { inkAround, inkBox, inkCount, inkIn, whiteBeside } from './ink-at.js';
import { OCR_CORRECT_TOLERANCES as TOL } from './tolerances.js';

/** Whether the ink of a sign has three strokes above each other, or one all along its foot: two are those of its wedge. */
export function hasBar(char: ReadChar, area: Area, ink: Ink): boolean {
  const box = inkBox(ink, area, char.at);
  if (!box) return false;
  const { x0, x1, y0, y1 } = box;
  const strokes = (x: number): number => {
    let count = 0;
    for (let y = y0; y < y1; y++) {
      const [here, above] = [ink.bits[y * ink.width + x], y > y0 ? ink.bits[(y - 1) * ink.width + x] : 0];
      if (here === 1 && above !== 1) count++;
    }
    return count;
  };
  const columns = Array.from({ length: x1 - x0 }, (_, i) => strokes(x0 + i));
  if (columns.filter((count) => count >= 3).length >= TOL.barColumns * columns.length) return true;
  for (let y = Math.ceil(y1 - TOL.barFoot * (y1 - y0)); y < y1; y++) {
    const row = ink.bits.subarray(y * ink.width + x0, y * ink.width + x1);
    if (row.reduce((sum, value) => sum + value, 0) >= TOL.barDrawn * row.length) return true;
  }
  return false;
}

/** ≥ or ≤, where the ink of a character is a wedge with a bar under it; null where it is something else. */
export function wedgeOf(char: ReadChar, area: Area, ink: Ink): '≥' | '≤' | null {
  const box = inkBox(ink, area, char.at);
  if (!box) return null;
  const { x0, x1, y0, y1 } = box;
  const [width, height] = [x1 - x0, y1 - y0];
  if (
    width < TOL.minWedge ||
    height < TOL.minWedge ||
    inkCount(ink, box) > TOL.wedgeInk * width * height ||
    !hasBar(char, area, ink)
  )
    return null;
  const columns = (from: number, to: number): number[] => {
    const rows = { y0: y0 + Math.round(from * height), y1: y0 + Math.max(1, Math.round(to * height)) };
    return Array.from({ length: width }, (_, i) => i).filter((i) =>
      inkIn(ink, { ...rows, x0: x0 + i, x1: x0 + i + 1 }),
    );
  };
  const arm = columns(0, 0.12).map((i) => i / width);
  const point = columns(0.25, 0.6).map((i) => i / width);
  const [first, last] = [Math.min(...point), Math.max(...point)];
  if (arm.every((x) => x < TOL.wedgeArm) && last >= 1 - TOL.wedgePoint) return '≥';
  return arm.every((x) => x > 1 - TOL.wedgeArm) && first <= TOL.wedgePoint ? '≤' : null;
}

/** An opening or a closing quotation mark, whichever stands nearer to its text. */
export function quote(char: ReadChar, area: Area, ink: Ink): ReadChar {
  const height = area.y1 - area.y0;
  const isInked = (x: number): boolean => inkIn(ink, { ...area, x0: x, x1: x + 1 });
  const [first, last] = [
    Math.round(char.at - TOL.quoteHalves * height),
    Math.round(char.at + TOL.quoteHalves * height),
  ];
  const columns = Array.from({ length: last - first + 1 }, (_, i) => first + i).filter(isInked);
  const [from, to] = [columns[0], columns.at(-1)];
  if (from === undefined || to === undefined) return char;
  // At the end of a line nothing is known of the white: it counts half of what would tell.
  const white = (start: number, step: 1 | -1): number => {
    const gap = whiteBeside(ink, area, start, step);
    return gap < height ? gap : TOL.quoteWhite * height;
  };
  const more = white(to, 1) - white(from, -1);
  return Math.abs(more) < (TOL.quoteWhite * height) / 2 ? char : seen(char, more > 0 ? '”' : '“');
}

export function isSemicolon(char: ReadChar, area: Area, ink: Ink): boolean {
  const [x0, x1] = inkAround(ink, area, char.at) ?? [0, 0];
  const heights: number[] = [];
  let start = -1;
  for (let y = area.y0; y <= area.y1; y++) {
    let inked = false;
    for (let x = x0; x < x1 && y < area.y1 && !inked; x++) inked = ink.bits[y * ink.width + x] === 1;
    if (inked && start < 0) start = y;
    if (!inked && start >= 0) {
      heights.push(y - start);
      start = -1;
    }
  }
  const [upper, lower] = heights;
  return (
    heights.length === 2 &&
    char.others.some(({ text }) => text === '；') &&
    (lower as number) >= Math.max((upper as number) + 2, TOL.semicolonTail * (upper as number))
  );
}

/** Whether the ink of a character is a circle at the foot of its line, or a dot in the middle of it; null if neither. */
export function isDot(char: ReadChar, area: Area, ink: Ink): 'foot' | 'middle' | null {
  const box = inkBox(ink, area, char.at);
  if (!box) return null;
  const height = area.y1 - area.y0;
  const tall = box.y1 - box.y0;
  if (tall > TOL.dotHeight * height) return null;
  const middle = (midY(box) - area.y0) / height;
  if (middle >= TOL.stopMiddle) return 'foot';
  const filled = inkCount(ink, box) / ((box.x1 - box.x0) * tall);
  return middle >= TOL.dotMiddle && tall <= TOL.smallDot * height && filled >= TOL.dotFilled ? 'middle' : null;
}
