import type { UnreadPage } from '../../limits.js';
import type { PageContent } from '../reader-types.js';
import { isUncompressed } from './check-xref.js';

type Page = PageContent | UnreadPage;

/** Whether something on a page could not be read, as a page of a whole file can. */
export const isTroubled = (page: Page): boolean =>
  'problem' in page ? page.code === 'page-unreadable' : page.isDamaged === true || page.lacksText === true;

/**
 * Whether a page of the rebuilt file is to be taken for the same page of the file as given. An object that is missing leaves
 * no trace in a rebuilt file, which makes its page poorer, not whole: the page must have more on it than before.
 */
export const isBetter = (page: Page, before: Page): boolean =>
  !isTroubled(page) && (marks(page) > marks(before) || ideographs(page) > ideographs(before));

/**
 * Whether rebuilding the cross-reference table may help: not where an object is nowhere to be found. pdfjs says which ones it has not found as
 * `Bad (uncompressed) XRef entry: 12R`, or `12R3` where the generation is not 0.
 */
export function rebuildingMayHelp(bytes: Uint8Array, damage: readonly string[]): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const refs = damage.flatMap((how) => [...how.matchAll(/XRef entry: (\d+)R(\d*)/gu)]);
  return refs.every(([, num, gen]) => isUncompressed(file, { num: Number(num), gen: Number(gen || 0) }));
}

const marks = (page: Page): number =>
  'problem' in page ? 0 : page.glyphs.length + page.unreadableGlyphs + page.rulings.length + page.images.length;

/** Where a font is not found, pdfjs takes another, in which each half of a code of two bytes is a Latin letter. */
const ideographs = (page: Page): number =>
  'problem' in page ? 0 : page.glyphs.filter((glyph) => /\p{Script=Han}/u.test(glyph.text)).length;
