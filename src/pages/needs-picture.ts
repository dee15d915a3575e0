import type { Box } from '../geometry/box.js';
import type { OcrMode } from '../ocr/options.js';
import type { PageContent } from '../reader/reader-types.js';
import { PAGES_TOLERANCES } from './tolerances.js';

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
  if (mode === 'always') return covered > PAGES_TOLERANCES.layerCoverage ? 'images' : 'drawn';
  if (isUnreadable(page))
    return covered > PAGES_TOLERANCES.layerCoverage && glyphs.length < PAGES_TOLERANCES.minText ? 'images' : 'drawn';
  if (covered <= PAGES_TOLERANCES.scanCoverage) return null;
  if (glyphs.length < PAGES_TOLERANCES.minText) return 'images';
  const over = glyphs.filter(({ box }) => page.images.some((image) => holds(image, box))).length;
  if (covered < PAGES_TOLERANCES.layerCoverage || over < PAGES_TOLERANCES.textOverImages * glyphs.length) return null;
  if (isGarbage(glyphs.map((glyph) => glyph.text).join(''))) return 'images';
  return page.rulings.length <= PAGES_TOLERANCES.fewRulings ? 'lines' : null;
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

/** Whether a text layer is what an engine for another language makes of Chinese, or of the wrong encoding. */
export function isGarbage(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  const han = letters.filter((letter) => /\p{Script=Han}/u.test(letter));
  if (letters.length < PAGES_TOLERANCES.minText) return false;
  return (
    han.length < PAGES_TOLERANCES.minHan * letters.length ||
    han.filter(isCommon).length < PAGES_TOLERANCES.minCommon * han.length
  );
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
