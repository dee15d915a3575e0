import { median } from '../../geometry/order.js';
import type { Area, Ink } from '../../raster/raster-types.js';
import { widestGap } from '../correct/ink-at.js';
import type { ReadChar, ReadLine } from '../ocr-types.js';
import { OCR_LINES_TOLERANCES as TOL } from './tolerances.js';

/** Marks that specks and what is left of lines are read as; no number begins or ends with one. */
const STRAY = /^[.,·•:;'`‘’"“”|!，。、：；．~+^_]$/u;
const FIGURE = /^[\d.,%％+-]$/u;

/**
 * The lines, in cells that hold nothing but a number, without stray marks at its ends. A number of several pieces, parted by more white
 * than its figures are among each other, is doubtful: it may be two, or one and something else.
 */
export function safeNumbers(lines: readonly ReadLine[], ink: Ink): ReadLine[] {
  const cells = new Map<Area, ReadLine[]>();
  for (const line of lines) cells.set(line.area.region, [...(cells.get(line.area.region) ?? []), line]);
  const changed = new Map<ReadLine, ReadLine>();
  for (const cell of cells.values()) {
    const inked = cell.flatMap((line) => line.chars.filter(({ text }) => text.trim() !== ''));
    const digits = inked.filter(({ text }) => /^\d$/u.test(text));
    if (digits.length === 0 || !inked.every(({ text }) => FIGURE.test(text) || STRAY.test(text))) continue;
    const bare = cell.map((line) => ({ line, chars: withCommas(withoutStray(line)) }));
    const pieces = bare.filter(({ chars }) => chars.length > 0);
    const isDoubtful = pieces.length > 1 || pieces.some(({ line, chars }) => hasWideGap(line, chars, ink));
    for (const { line, chars } of bare) changed.set(line, { ...line, chars: isDoubtful ? chars.map(doubted) : chars });
  }
  return lines.map((line) => changed.get(line) ?? line);
}

const doubted = (char: ReadChar): ReadChar => ({ ...char, confidence: Math.min(char.confidence, TOL.severalPieces) });

function withoutStray({ chars }: ReadLine): ReadChar[] {
  const first = chars.findIndex(({ text }) => text.trim() !== '' && !STRAY.test(text));
  const last = chars.findLastIndex(({ text }) => text.trim() !== '' && !STRAY.test(text));
  return first < 0 ? [] : chars.slice(first, last + 1);
}

/** A number with groups of thousands, one of which at least ends in a point. */
const GROUPED = /^\d{1,3}(?:[.,]\d{3})+\.\d{1,2}%?$/u;

/** A number has one point at most: of `1.862.74`, the first is a comma. */
function withCommas(chars: readonly ReadChar[]): readonly ReadChar[] {
  const figures = chars.filter(({ text }) => text.trim() !== '');
  const text = figures.map((char) => char.text).join('');
  if (!GROUPED.test(text) || text.split('.').length < 3) return chars;
  const last = figures.findLast((char) => char.text === '.');
  return chars.map((char) => (char.text === '.' && char !== last ? { ...char, text: ',' } : char));
}

/** Whether the white between two figures is wider than between most of the number. */
function hasWideGap({ area }: ReadLine, chars: readonly ReadChar[], ink: Ink): boolean {
  const figures = chars.filter(({ text }) => text.trim() !== '');
  const gaps = figures.slice(1).map((char, i) => widestGap(ink, area, (figures[i] as ReadChar).at, char.at));
  const usual = gaps.length < 2 ? 0 : (median(gaps) as number);
  return gaps.some((gap) => gap > TOL.widestGap * (area.y1 - area.y0) && gap > TOL.widerGap * usual);
}
