import { type Box, midY } from '../geometry/box.js';
import type { OcrMode } from '../ocr/options.js';
import type { Glyph, PageContent } from '../reader/reader-types.js';
import { isHidden } from './layer.js';
import { PAGES_TOLERANCES } from './tolerances.js';

/**
 * What a page needs its picture for: its text and lines (`images`: put together from the images on it, `drawn`: drawn whole,
 * since the text is drawn in letters that have no Unicode value, `outlined`: since text is drawn as curves, `layer`: since what
 * text there is on an image is a layer that nobody sees), or its lines alone, where text is printed over a scan. `pasted`: an
 * image stands under or beside text, and it must be looked at to know whether there is text on it, as in a form that was pasted
 * into a report, or none, as in a photograph.
 */
export type Need = 'images' | 'drawn' | 'outlined' | 'layer' | 'lines' | 'pasted';

/** A page that is to be read from its picture, as it was read from the file. */
export interface PicturedPage {
  readonly content: PageContent;
  readonly need: Need;
}

const inked = (page: PageContent): PageContent['glyphs'] => page.glyphs.filter((glyph) => glyph.text.trim() !== '');

/** Whether so much of the text has no Unicode value that the page cannot be used. */
export const isUnreadable = (page: PageContent): boolean =>
  page.unreadableGlyphs > PAGES_TOLERANCES.maxUnreadable * (inked(page).length + page.unreadableGlyphs);

/** Whether the page has text that can be read without its picture. */
export const hasText = (page: PageContent): boolean => {
  const glyphs = inked(page);
  return glyphs.length >= PAGES_TOLERANCES.minText && !isGarbage(glyphs.map((glyph) => glyph.text).join(''));
};

/** What the page needs its picture for, whether that can be had or not; null where it can be read as it is. */
export function needOf(page: PageContent, mode: OcrMode): Need | null {
  const covered = coverage(page);
  const glyphs = inked(page);
  const hidden = glyphs.filter(isHidden).length;
  if (mode === 'always' || isUnreadable(page)) {
    const isScan = covered > PAGES_TOLERANCES.layerCoverage && glyphs.length - hidden < PAGES_TOLERANCES.minText;
    return isScan ? 'images' : 'drawn';
  }
  if (page.outlined) return 'outlined';
  if (covered <= PAGES_TOLERANCES.pastedCoverage) return null;
  if (covered > PAGES_TOLERANCES.scanCoverage && glyphs.length < PAGES_TOLERANCES.minText) return 'images';
  if (hidden > 0) return 'layer';
  const over = glyphs.filter(({ box }) => page.images.some((image) => holds(image, box)));
  if (covered < PAGES_TOLERANCES.layerCoverage || over.length < PAGES_TOLERANCES.textOverImages * glyphs.length)
    return emptyImages(page, glyphs) > PAGES_TOLERANCES.pastedCoverage ? 'pasted' : null;
  if (spread(page, over) < PAGES_TOLERANCES.layerSpread) return 'pasted';
  return page.rulings.length <= PAGES_TOLERANCES.fewRulings ? 'lines' : null;
}

/** Whether the page's own text is the text layer of its images, and only the lines are missing. */
export const isLayer = ({ images, ...page }: PageContent): boolean =>
  coverage({ images, ...page }) >= PAGES_TOLERANCES.layerCoverage && page.rulings.length <= PAGES_TOLERANCES.fewRulings;

/** Squares along a side of the page, for measuring areas. */
const SQUARES = 40;

/** Fraction of the page that images cover, but for where text stands on them. */
function emptyImages({ width, height, images }: PageContent, glyphs: readonly Glyph[]): number {
  const squares = new Uint8Array(SQUARES * SQUARES);
  const paint = ({ x0, y0, x1, y1 }: Box, value: number, half: number): void => {
    const at = (v: number, size: number, shift: number): number =>
      Math.min(SQUARES, Math.max(0, Math.floor((v / size) * SQUARES + shift)));
    for (let y = at(y0, height, half); y < at(y1, height, 1 - half); y++)
      squares.fill(value, y * SQUARES + at(x0, width, half), y * SQUARES + at(x1, width, 1 - half));
  };
  // A square is covered where its middle is, and written on where any of it is.
  for (const image of images) paint(image, 1, 0.5);
  for (const { box } of glyphs) paint(box, 0, 0);
  return squares.reduce((sum, square) => sum + square, 0) / squares.length;
}

/** Fraction of the height of the page on which glyphs stand: a heading over a picture is no text layer of it. */
function spread({ height }: PageContent, glyphs: readonly Glyph[]): number {
  return new Set(glyphs.map(({ box }) => Math.floor((midY(box) / height) * SQUARES))).size / SQUARES;
}

function coverage({ width, height, images }: PageContent): number {
  const clip = (at: number, most: number): number => Math.min(most, Math.max(0, at));
  const areas = images.map((b) => (clip(b.x1, width) - clip(b.x0, width)) * (clip(b.y1, height) - clip(b.y0, height)));
  return areas.reduce((sum, area) => sum + area, 0) / (width * height);
}

function holds(image: Box, { x0, y0, x1, y1 }: Box): boolean {
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  return x >= image.x0 && x <= image.x1 && y >= image.y0 && y <= image.y1;
}

/** Letters that often follow one another, in upper case seldom: what an engine makes of Chinese has few of these pairs. */
const COMMON_PAIRS = /(?=th|he|in|er|an|on|re|at|en|nd|es|de|te|ch)/gu;

/** Whether text that is not Chinese is prose: of another script, or in words of English, German or French. */
function isProse(letters: readonly string[]): boolean {
  const latin = letters.filter((letter) => /\p{Script=Latin}/u.test(letter)).join('');
  if (latin.length < letters.length / 2) return true;
  return (latin.match(COMMON_PAIRS) ?? []).length >= PAGES_TOLERANCES.minPairs * latin.length;
}

/** Whether a text layer is what an engine for another language makes of Chinese, or of the wrong encoding. */
export function isGarbage(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  const han = letters.filter((letter) => /\p{Script=Han}/u.test(letter));
  if (letters.length < PAGES_TOLERANCES.minText) return false;
  if (han.length < PAGES_TOLERANCES.minHan * letters.length) return !isProse(letters);
  return han.filter(isCommon).length < PAGES_TOLERANCES.minCommon * han.length;
}

let common: Set<string> | undefined;

function isCommon(char: string): boolean {
  common ??= firstLevel();
  return common.has(char);
}

/** GB/T 2312 level 1: rows 16 to 55, of which the last is not full. */
function firstLevel(): Set<string> {
  const bytes: number[] = [];
  for (let row = 0xb0; row <= 0xd7; row++) {
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell++) bytes.push(row, cell);
  }
  return new Set(new TextDecoder('gbk').decode(Uint8Array.from(bytes)));
}
