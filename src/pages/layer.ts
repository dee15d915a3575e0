import { type Box, midX, midY, union } from '../geometry/box.js';
import type { RecognisedGlyph } from '../ocr/recognise.js';
import type { Glyph, PageContent } from '../reader/reader-types.js';
import { PAGES_TOLERANCES as TOL } from './tolerances.js';

/** The text layer of a scan: what another program has read of its picture, and nobody sees. */

export const isHidden = ({ hidden, text }: Glyph): boolean => hidden !== undefined && text.trim() !== '';

/** What stands in the layers of a page, as sure as something can be that was recognised elsewhere: it is no text of the PDF. */
export const layerOf = ({ glyphs }: PageContent): RecognisedGlyph[] =>
  glyphs.filter(isHidden).map((glyph) => ({ ...glyph, confidence: TOL.layerConfidence, others: [] }));

/** A number of which the picture and the layer say different things. */
export interface Difference {
  readonly read: string;
  readonly layer: string;
  /** Where the page was turned upright. */
  readonly box: Box;
}

/** What was recognised, after the layer was asked. */
export interface Compared {
  readonly glyphs: readonly RecognisedGlyph[];
  readonly differences: readonly Difference[];
  /** Numbers for which the layer has something. */
  readonly numbers: number;
  /** It is so unlike what the picture shows that it is no opinion. */
  readonly isUnlike: boolean;
}

/** One character, and its place in a line. */
interface Char {
  readonly char: string;
  readonly at: number;
  readonly box: Box;
}

/**
 * Asks the layer for a second opinion. The text stays as it was recognised: where both say the same it is sure, where not
 * it is doubted. Numbers are found by their place; other text is compared where a line has as many characters in both.
 */
export function compareWithLayer(glyphs: readonly RecognisedGlyph[], layer: readonly Glyph[]): Compared {
  const differences: Difference[] = [];
  const agreed = new Set<RecognisedGlyph>();
  const doubted = new Map<RecognisedGlyph, number>();
  let numbers = 0;
  for (const line of linesOf(glyphs)) {
    const read = charsOf(line);
    const other = charsOf(layerUnder(line, layer));
    const glyphOf = ({ at }: Char): RecognisedGlyph => line[at] as RecognisedGlyph;
    if (read.length === other.length)
      for (const [i, char] of read.entries()) {
        if (char.char === other[i]?.char) agreed.add(glyphOf(char));
        else doubted.set(glyphOf(char), TOL.textDiffers);
      }
    const theirs = numbersIn(other);
    for (const number of numbersIn(read)) {
      const says = layerSays(number, theirs, other);
      if (says === null) continue;
      numbers++;
      const text = textOf(number);
      for (const char of number) {
        if (says === text) agreed.add(glyphOf(char));
        else doubted.set(glyphOf(char), TOL.numberDiffers);
      }
      if (says !== text) differences.push({ read: text, layer: says, box: boxOf(number) });
    }
  }
  const isUnlike = differences.length > TOL.fewDifferences && differences.length * 2 > numbers;
  const sureOf = (glyph: RecognisedGlyph): number => {
    const most = doubted.get(glyph);
    if (most !== undefined) return Math.min(glyph.confidence, isUnlike ? TOL.layerConfidence : most);
    return agreed.has(glyph) ? Math.max(glyph.confidence, TOL.agreed) : glyph.confidence;
  };
  return { glyphs: glyphs.map((glyph) => ({ ...glyph, confidence: sureOf(glyph) })), differences, numbers, isUnlike };
}

/** What the layer has where a number was recognised: the same, where it has that; null where it has nothing. */
function layerSays(number: readonly Char[], theirs: readonly Char[][], all: readonly Char[]): string | null {
  const { x0, x1, y0, y1 } = boxOf(number);
  const reach = (y1 - y0) / 2;
  const near = theirs.filter((chars) => boxOf(chars).x1 > x0 - reach && boxOf(chars).x0 < x1 + reach);
  const text = textOf(number);
  if (near.some((chars) => textOf(chars) === text)) return text;
  const under = theirs.filter((chars) => boxOf(chars).x1 > x0 && boxOf(chars).x0 < x1);
  if (under.length > 0) return under.map(textOf).join(' ');
  const inside = all.filter(({ box }) => midX(box) > x0 && midX(box) < x1);
  return inside.length === 0 ? null : textOf(inside);
}

/** The lines as the engine has read them: characters of one height, from left to right. */
function linesOf(glyphs: readonly RecognisedGlyph[]): RecognisedGlyph[][] {
  const lines: RecognisedGlyph[][] = [];
  for (const glyph of glyphs) {
    const line = lines.at(-1);
    const last = line?.at(-1)?.box;
    const goesOn = last?.y0 === glyph.box.y0 && last.y1 === glyph.box.y1 && glyph.box.x0 >= last.x0;
    if (line && goesOn) line.push(glyph);
    else lines.push([glyph]);
  }
  return lines;
}

/** What of the layer stands on a line, from left to right. */
function layerUnder(line: readonly Glyph[], layer: readonly Glyph[]): Glyph[] {
  const { x0, y0, x1, y1 } = union(line.map(({ box }) => box)) as Box;
  const reach = (y1 - y0) / 2;
  return layer
    .filter(({ box }) => midY(box) > y0 && midY(box) < y1 && midX(box) > x0 - reach && midX(box) < x1 + reach)
    .sort((a, b) => midX(a.box) - midX(b.box));
}

/** The inked characters of glyphs, full-width ones as half-width. */
const charsOf = (glyphs: readonly Glyph[]): Char[] =>
  glyphs.flatMap(({ text, box }, at) =>
    [...text.normalize('NFKC')].filter((char) => char.trim() !== '').map((char) => ({ char, at, box })),
  );

/** The numbers among characters, without the stops around them; a wide gap ends one. */
function numbersIn(chars: readonly Char[]): Char[][] {
  const found: Char[][] = [];
  let last: Char | null = null;
  for (const char of chars) {
    if (/[0-9.,]/u.test(char.char)) {
      const { x1, y0, y1 } = last?.box ?? char.box;
      const run = last && char.box.x0 - x1 < TOL.numberGap * (y1 - y0) ? found.at(-1) : undefined;
      if (run) run.push(char);
      else found.push([char]);
      last = char;
    } else last = null;
  }
  const isDigit = ({ char }: Char): boolean => /[0-9]/u.test(char);
  return found
    .filter((run) => run.some(isDigit))
    .map((run) => run.slice(run.findIndex(isDigit), run.findLastIndex(isDigit) + 1));
}

const textOf = (chars: readonly Char[]): string => chars.map(({ char }) => char).join('');
const boxOf = (chars: readonly Char[]): Box => union(chars.map(({ box }) => box)) as Box;
