import type { Box } from '../geometry/box.js';
import type { Turn } from '../geometry/turn.js';

/** What one page draws, as far as a table reader cares. Points, origin top left, page rotation applied. */
export interface PageContent {
  /** 1-based. */
  readonly number: number;
  /** Size of the visible page in points, after rotation. */
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  readonly rulings: readonly Ruling[];
  /** Sides of filled areas where the colour changes: they border cells that have backgrounds instead of lines. */
  readonly edges: readonly Ruling[];
  /** Boxes of the images on the page. */
  readonly images: readonly Box[];
  /** Glyphs that were drawn but have no Unicode value: text that nobody can copy. */
  readonly unreadableGlyphs: number;
  /** Text that is drawn as curves, and is nothing but shapes. */
  readonly outlined?: OutlinedText;
  /** Some of the data of the page is damaged: what was read of it may be wrong, and more be missing. */
  readonly isDamaged?: boolean;
  /** Lines of a table go on beyond the edge of the page. */
  readonly isCut?: boolean;
  /** What is drawn and belongs to no table or line, by reason. */
  readonly aside?: readonly Aside[];
  readonly fieldsDiffer?: readonly FieldDifference[];
  /** Its picture may show other text than it has: text lies under paint, is drawn faintly, by an annotation ... */
  readonly isOdd?: boolean;
  /** Text is drawn in fonts that cannot be loaded, and is missing. */
  readonly lacksText?: boolean;
  /** Where all coordinates are those of the page turned upright already, as for a picture of it: how it was turned. */
  readonly turn?: Turn;
}

/** A form field that says another thing than it shows. */
export interface FieldDifference {
  readonly value: string;
  /** Empty where its appearance draws no text. */
  readonly shown: string;
  readonly box: Box;
}

/** Text that is drawn as curves. */
export interface OutlinedText {
  readonly shapes: number;
  /** Around all of it. */
  readonly box: Box;
}

/**
 * Why a text is left out of what is read: a `watermark` or a `seal` lies over the form; what is `covered` by paint or
 * `unseen`, since it is invisible or too small, is not seen; what is `struck-out` does not count; a
 * `page-number`, a `running-head` and a `repeated-header` belong to the pages, not to the form.
 */
export type AsideReason =
  | 'watermark'
  | 'seal'
  | 'covered'
  | 'unseen'
  | 'struck-out'
  | 'page-number'
  | 'running-head'
  | 'repeated-header';

/** Text that is left out on purpose. */
export interface Aside {
  readonly reason: AsideReason;
  readonly text: string;
  readonly box: Box;
}

/**
 * One drawn glyph. Producers group glyphs into strings as they please, so the glyph, not the string, is the unit that
 * everything after the reader works on. A ligature is one glyph with several characters of text.
 */
export interface Glyph {
  /** As the font's ToUnicode gives it, not normalised; may be white space. */
  readonly text: string;
  /** Nominal em box along the reading direction: baseline - 0.88 em to baseline + 0.12 em, advance wide. */
  readonly box: Box;
  /** Font size in points as seen on the page. */
  readonly size: number;
  /** Direction of reading in degrees, counter-clockwise as seen on the page: 0 is left to right, 90 upwards. */
  readonly angle: number;
  /** Drawn in vertical writing mode: the next glyph stands below, the next line to the left. */
  readonly vertical: boolean;
  /** Position in painting order of the operator that drew it, which may have drawn others; left out where none is known. */
  readonly order?: number;
  /** Its position among all glyphs of the page, by which it is found again in the page's picture; what no content draws has none. */
  readonly serial?: number;
  /** Text beside it, of the same run, cannot be seen: the page, a clip or paint cuts it off; or a picture lies over it. */
  readonly half?: true;
  /** Nobody sees it, since it is drawn `invisible` over a picture, or `behind` one: what a program has read of the picture. */
  readonly hidden?: 'invisible' | 'behind';
}

/** A straight line parallel to an axis: horizontal (`h`, at = y, from/to = x) or vertical (`v`, at = x, from/to = y). */
export interface Ruling {
  readonly axis: 'h' | 'v';
  readonly at: number;
  readonly from: number;
  readonly to: number;
  /** Line width in points. */
  readonly width: number;
}
