import type { Box } from '../../geometry/box.js';
import type { Glyph, Ruling } from '../reader-types.js';
import type { Matrix } from './matrix.js';
import { Slants } from './slants.js';

/** A glyph with what is needed to say later whether it can be seen. */
export interface DrawnGlyph extends Glyph {
  readonly font: string;
  /** Drawn with render mode 3 or 7: there for copying and searching only. */
  readonly invisible: boolean;
  /** `#rrggbb`, or `pattern` for anything but a plain colour. */
  readonly color: string;
  /** Opacity; left out where it is full. */
  readonly alpha?: number;
  /** Position in painting order. */
  readonly order: number;
  /** Drawn through a soft mask. */
  readonly masked?: true;
  /** Its font has a program for each glyph, and no outlines: what it draws may be anything. */
  readonly isProgram?: true;
  /** Id of the annotation that drew it, if one did. */
  readonly annotation: string | null;
  half?: true;
  hidden?: 'invisible' | 'behind';
}

/** A glyph outside of what is seen, right beside one that is seen. */
export interface CutOff {
  readonly seen: DrawnGlyph;
  readonly text: string;
  readonly box: Box;
}

export interface DrawnRuling extends Ruling {
  readonly order: number;
}

export interface DrawnArea {
  readonly box: Box;
  /** Hides all of what lies under its box. */
  readonly opaque?: true;
  /** `#rrggbb`, or `pattern` for anything but a plain colour. */
  readonly color: string;
  readonly order: number;
}

/** A round outline as large as a seal. */
export interface DrawnRing {
  readonly box: Box;
  readonly color: string;
}

/** An image where it stands. */
export interface DrawnImage {
  readonly order: number;
  /** The part of it that the clip leaves. */
  readonly box: Box;
  /** From the unit square, whose origin is the lower left corner of the image, to page points. */
  readonly matrix: Matrix;
  /** What pdfjs draws: an image, or the name of one; null where images are not decoded. */
  readonly source: unknown;
  /** `#rrggbb`: what a stencil mask is painted with; null for an image that has its own colours. */
  readonly stencil: string | null;
}

/** All marks of a page in page points, hidden ones included. */
export interface Drawing {
  readonly glyphs: DrawnGlyph[];
  /** Of all glyphs; a glyph without any counts as one. */
  characters: number;
  readonly rulings: DrawnRuling[];
  readonly areas: DrawnArea[];
  readonly rings: DrawnRing[];
  readonly images: DrawnImage[];
  /** What is painted in any shape or colour, as far as it may reach: white text stands out against it. */
  readonly grounds: DrawnArea[];
  /** Where a clip or the edge of the page cuts text off. */
  readonly cutOffs: CutOff[];
  /** What is seen of glyphs that a clip hides for the greater part. */
  readonly slivers: Box[];
  /** Lines that go on beyond the edge of the page. */
  linesOver: number;
  /** By how much the text is off the right angles. */
  readonly slants: Slants;
  /** Fonts that cannot be loaded and in which text was drawn, which is missing. */
  readonly missingFonts: Set<string>;
}

/** White or so near to it that it cannot be told from paper. */
export const isWhite = (color: string): boolean => /^#(f[4-9a-f]){3}$/i.test(color);

/** The box that a ruling's ink takes. */
export function rulingBox(r: Ruling): Box {
  const half = r.width / 2;
  return r.axis === 'h'
    ? { x0: r.from, y0: r.at - half, x1: r.to, y1: r.at + half }
    : { x0: r.at - half, y0: r.from, x1: r.at + half, y1: r.to };
}

/** A page on which nothing is drawn yet. */
export const emptyDrawing = (): Drawing => ({
  ...{ glyphs: [], rulings: [], areas: [], rings: [], images: [], grounds: [], cutOffs: [], slivers: [] },
  ...{ slants: new Slants(), missingFonts: new Set(), characters: 0, linesOver: 0 },
});
