import type { Drawing, DrawnGlyph } from '../interpreter/drawing.js';
import type { Matrix } from '../interpreter/matrix.js';
import type { Picture } from './from-images.js';

/** Codes and coordinates of a path as pdfjs writes it, in ems with y upwards. */
export type Outline = ArrayLike<number>;

/** What a font has for a glyph: an `outline`; a `program` that paints, as in Type 3 fonts; `none`, where the font is not in the file. */
export type GlyphSource = 'outline' | 'program' | 'none';

/** A glyph that a page draws, and what it should look like. */
export interface ShownGlyph {
  readonly glyph: DrawnGlyph;
  /** The character code, as pdfjs has it: the same one has the same outline, in one font. */
  readonly code: string;
  readonly source: GlyphSource;
  /** Null where there is none to be had. */
  readonly outline: Outline | null;
  /** From the em to page points. */
  readonly em: Matrix;
}

/** A page as a viewer shows it, and what it draws. */
export interface ShownPage {
  readonly picture: Picture;
  readonly glyphs: readonly ShownGlyph[];
  readonly drawing: Drawing;
}
