import type { Area, Ink } from '../../raster/raster-types.js';
import { HAN, type ReadChar, type ReadLine } from '../ocr-types.js';
import { OCR_TOLERANCES } from '../tolerances.js';
import { inkCount } from './ink-at.js';
import { OCR_CORRECT_TOLERANCES as TOL } from './tolerances.js';

/** A character with a frame of its own as it stands in a line: its columns, and what it may be. */
interface Framed {
  readonly x0: number;
  readonly x1: number;
  /** A box to tick, or a circle with something in it. */
  readonly text: '□' | '☑' | '■' | '○';
}

/** What engines take a box for; characters that look like one are kept where the engine is sure of them. */
const LIKE_BOX = /^[口日曰囗凶目D0OoaV√□☐☑☒■▢]$/u;

/** Numbers in circles; engines see the number, and not always the circle. */
const CIRCLED = '①②③④⑤⑥⑦⑧⑨';

/** The characters of a line with the boxes to tick and the numbers in circles that its ink shows, which engines hardly see. */
export function withFrames({ chars, area }: ReadLine, ink: Ink): ReadChar[] {
  let out: readonly ReadChar[] = chars;
  for (const { x0, x1, text } of framedIn(ink, area)) {
    const inside = out.filter(({ at }) => at >= x0 && at < x1);
    const framed = text === '○' ? circled(inside) : boxed(inside, text, (x0 + x1) / 2);
    if (framed) out = [...out.filter((char) => !inside.includes(char)), framed].sort((a, b) => a.at - b.at);
  }
  return [...out];
}

function boxed(inside: readonly ReadChar[], text: string, at: number): ReadChar | null {
  if (
    inside.some(
      (char) =>
        !LIKE_BOX.test(char.text) && char.confidence >= (HAN.test(char.text) ? TOL.sureHan : OCR_TOLERANCES.sure),
    )
  ) {
    return null;
  }
  return { text, confidence: 1, at, others: inside.map((char) => ({ text: char.text, confidence: char.confidence })) };
}

/** The number that was read in a circle, or offered for what was, as the one in a circle. */
function circled([char, more]: readonly ReadChar[]): ReadChar | null {
  if (!char || more || CIRCLED.includes(char.text)) return null;
  const number = [char, ...char.others].find(({ text }) => /^[1-9]$/u.test(text) || CIRCLED.includes(text));
  const isOther = number !== char && HAN.test(char.text) && char.confidence >= TOL.sureHan;
  if (!number || isOther) return null;
  const text = CIRCLED.includes(number.text) ? number.text : (CIRCLED[Number(number.text) - 1] as string);
  return { ...char, text, others: [{ text: char.text, confidence: char.confidence }, ...char.others] };
}

function framedIn(ink: Ink, area: Area): Framed[] {
  const height = area.y1 - area.y0;
  const isSized = (size: number): boolean =>
    size >= TOL.minBoxPixels && size >= TOL.minBox * height && size <= TOL.maxBox * height;
  return piecesOf(ink, area).flatMap((piece): Framed[] => {
    if (!isSized(piece.x1 - piece.x0) || !isSized(piece.y1 - piece.y0)) return [];
    if (piece.x1 - piece.x0 >= TOL.minCircle * height && isCircle(ink, piece))
      return [{ x0: piece.x0, x1: piece.x1, text: '○' }];
    const box = frameOf(ink, piece);
    if (!box) return [];
    const [width, tall] = [box.x1 - box.x0, box.y1 - box.y0];
    if (!isSized(width) || !isSized(tall) || Math.max(width, tall) > TOL.boxShape * Math.min(width, tall)) return [];
    const text = markOf(ink, box);
    const isCharacter = hasLegs(ink, piece, box) || (text !== '■' && hasBar(ink, box));
    return isCharacter ? [] : [{ x0: piece.x0, x1: piece.x1, text }];
  });
}

/** The parts of a line between columns without ink, each as high as its ink. */
function piecesOf(ink: Ink, area: Area): Area[] {
  const pieces: Area[] = [];
  for (let x = area.x0; x < area.x1; x++) {
    const last = pieces.at(-1);
    const rows = rowsOf(ink, area, x);
    if (!rows) continue;
    if (last && last.x1 === x) {
      pieces[pieces.length - 1] = {
        ...last,
        x1: x + 1,
        y0: Math.min(last.y0, rows[0]),
        y1: Math.max(last.y1, rows[1]),
      };
    } else pieces.push({ x0: x, x1: x + 1, y0: rows[0], y1: rows[1] });
  }
  return pieces;
}

/** Whether the outline of a piece of ink is a circle that has something in it. */
function isCircle(ink: Ink, { x0, y0, x1, y1 }: Area): boolean {
  const [width, height] = [x1 - x0, y1 - y0];
  if (width < TOL.minCirclePixels || Math.max(width, height) > TOL.circleShape * Math.min(width, height)) return false;
  let filled = 0;
  for (let y = y0; y < y1; y++) {
    const row = ink.bits.subarray(y * ink.width + x0, y * ink.width + x1);
    const first = row.indexOf(1);
    if (first < 0) return false;
    filled += row.lastIndexOf(1) + 1 - first;
    // A circle is the same from left and right.
    if (Math.abs(first - (width - 1 - row.lastIndexOf(1))) > TOL.circleBalance * width) return false;
  }
  const part = filled / (width * height);
  if (part < TOL.minCircleFill || part > TOL.maxCircleFill) return false;
  const [dx, dy] = [Math.round(0.3 * width), Math.round(0.25 * height)];
  return drawn(ink, { x0: x0 + dx, x1: x1 - dx, y0: y0 + dy, y1: y1 - dy }) >= TOL.numberedInk;
}

function rowsOf({ width, bits }: Ink, { y0, y1 }: Area, x: number): [number, number] | null {
  let [first, last] = [y0, y1 - 1];
  while (first < y1 && bits[first * width + x] !== 1) first++;
  while (last > first && bits[last * width + x] !== 1) last--;
  return first < y1 ? [first, last + 1] : null;
}

/** The frame inside a piece of ink: its outermost rows and columns that are drawn along most of it; null where they make none. */
function frameOf(ink: Ink, piece: Area): Area | null {
  const rows = range(piece.y0, piece.y1).filter((y) => drawn(ink, { ...piece, y0: y, y1: y + 1 }) >= TOL.boxSide);
  const columns = range(piece.x0, piece.x1).filter((x) => drawn(ink, { ...piece, x0: x, x1: x + 1 }) >= TOL.boxSide);
  const [top, bottom, left, right] = [rows[0], rows.at(-1), columns[0], columns.at(-1)];
  if (top === undefined || bottom === undefined || left === undefined || right === undefined) return null;
  const box = { x0: left, y0: top, x1: right + 1, y1: bottom + 1 };
  const sides = [
    { ...box, y1: box.y0 + 1 },
    { ...box, y0: box.y1 - 1 },
    { ...box, x1: box.x0 + 1 },
    { ...box, x0: box.x1 - 1 },
  ];
  return sides.every((side) => drawn(ink, side) >= TOL.drawnSide) ? box : null;
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);

/** The part of an area that is ink. */
const drawn = (ink: Ink, area: Area): number =>
  inkCount(ink, area) / Math.max(1, (area.x1 - area.x0) * (area.y1 - area.y0));

/** Whether both sides go on below, as those of 口 do. */
function hasLegs(ink: Ink, { y1 }: Area, box: Area): boolean {
  const third = (box.x1 - box.x0) / 3;
  const below = (x0: number, x1: number): boolean =>
    y1 > box.y1 && drawn(ink, { x0: Math.round(x0), x1: Math.round(x1), y0: box.y1, y1 }) > 0;
  return below(box.x0, box.x0 + third) && below(box.x1 - third, box.x1);
}

/** Whether a stroke goes across from side to side, as that of 日 does. */
function hasBar(ink: Ink, { x0, y0, x1, y1 }: Area): boolean {
  const margin = Math.ceil(TOL.boxMargin * (y1 - y0));
  return range(y0 + margin, y1 - margin).some((y) => drawn(ink, { x0, x1, y0: y, y1: y + 1 }) >= TOL.drawnSide);
}

function markOf(ink: Ink, { x0, y0, x1, y1 }: Area): Framed['text'] {
  const [dx, dy] = [Math.ceil(TOL.boxMargin * (x1 - x0)), Math.ceil(TOL.boxMargin * (y1 - y0))];
  const part = drawn(ink, { x0: x0 + dx, x1: x1 - dx, y0: y0 + dy, y1: y1 - dy });
  return part >= TOL.filledInk ? '■' : part >= TOL.tickedInk ? '☑' : '□';
}
