import type { Box } from '../geometry/box.js';
import type { OcrMode } from '../ocr/options.js';
import type { PageContent } from '../reader/reader-types.js';

/**
 * What a page needs its picture for: its text and lines (`images`: put together from the images on it, `drawn`: drawn whole,
 * since the text is drawn in letters that have no Unicode value), or its lines alone, where a scan has a text layer.
 */
export type Need = 'images' | 'drawn' | 'lines';

/** A page that is to be read from its picture, as it was read from the file. */
export interface PicturedPage {
  readonly content: PageContent;
  readonly need: Need;
}

/** An image that covers this part of a page without text is a scan. */
const SCAN_COVERAGE = 0.3;
/** A page with fewer characters than this has no text worth the name: a page number, the name of a scanning program. */
const MIN_TEXT = 30;
/** Images that cover this part of a page with text over them are a scan with a text layer. */
const LAYER_COVERAGE = 0.6;
/** This part of the text layer's characters stands over the images. */
const OVER = 0.8;
/** A page with more lines of its own than this needs none of its picture. */
const FEW_RULINGS = 4;
/** Where more than this part of the glyphs cannot be read, the page counts as unread. */
const MAX_UNREADABLE = 0.2;

const inked = (page: PageContent): PageContent['glyphs'] => page.glyphs.filter((glyph) => glyph.text.trim() !== '');

/** Whether so much of the text has no Unicode value that the page cannot be used. */
export const isLost = (page: PageContent): boolean =>
  page.unreadableGlyphs > MAX_UNREADABLE * (inked(page).length + page.unreadableGlyphs);

/** Whether the page has text that can be read without its picture. */
export const hasText = (page: PageContent): boolean => {
  const glyphs = inked(page);
  return glyphs.length >= MIN_TEXT && !isGarbage(glyphs.map((glyph) => glyph.text).join(''));
};

/** What the page needs its picture for, whether that can be had or not; null where it can be read as it is. */
export function needOf(page: PageContent, mode: OcrMode): Need | null {
  const covered = coverage(page);
  const glyphs = inked(page);
  if (mode === 'always') return covered > LAYER_COVERAGE ? 'images' : 'drawn';
  if (isLost(page)) return covered > LAYER_COVERAGE && glyphs.length < MIN_TEXT ? 'images' : 'drawn';
  if (covered <= SCAN_COVERAGE) return null;
  if (glyphs.length < MIN_TEXT) return 'images';
  const over = glyphs.filter(({ box }) => page.images.some((image) => holds(image, box))).length;
  if (covered < LAYER_COVERAGE || over < OVER * glyphs.length) return null;
  if (isGarbage(glyphs.map((glyph) => glyph.text).join(''))) return 'images';
  return page.rulings.length <= FEW_RULINGS ? 'lines' : null;
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

/** Of the letters of a Chinese form at least this part are Chinese, ... */
const MIN_HAN = 0.5;
/** ... and of those at least this part are among the 3,755 of everyday use (GB/T 2312-1980, level 1). */
const MIN_COMMON = 0.7;

/** Whether a text layer is what an engine for another language makes of Chinese, or of the wrong encoding. */
export function isGarbage(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  const han = letters.filter((letter) => /\p{Script=Han}/u.test(letter));
  if (letters.length < MIN_TEXT) return false;
  return han.length < MIN_HAN * letters.length || han.filter(isCommon).length < MIN_COMMON * han.length;
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
