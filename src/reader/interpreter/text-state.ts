import type { Box } from '../../geometry/box.js';
import { READER_TOLERANCES } from '../tolerances.js';
import { IDENTITY, type Matrix, multiply } from './matrix.js';

/** What the interpreter needs to know of a font. */
export interface FontInfo {
  readonly vertical: boolean;
  /** Glyph space to text space, usually 0.001. */
  readonly fontMatrix: Matrix;
  /** Default vertical metrics `[w1y, vx, vy]` in glyph space. */
  readonly defaultVMetrics: readonly number[] | null;
  /** pdfjs could not load it, and gives none of its glyphs. */
  readonly isMissing?: boolean;
  /** Each of its glyphs is a program that paints (Type 3). */
  readonly isProgram?: boolean;
  /** What its characters are seen as, for those that are not what they say: the font draws pictures. */
  readonly signs?: ReadonlyMap<string, string>;
}

/** The text state (PDF 32000-1, 9.3): part of the graphics state, saved and restored with it. */
export interface TextState {
  fontId: string;
  font: FontInfo | null;
  fontSize: number;
  charSpacing: number;
  wordSpacing: number;
  /** Horizontal scaling as a fraction. */
  hScale: number;
  leading: number;
  rise: number;
  renderMode: number;
}

export const INITIAL_TEXT: TextState = {
  fontId: '',
  font: null,
  fontSize: 0,
  charSpacing: 0,
  wordSpacing: 0,
  hScale: 1,
  leading: 0,
  rise: 0,
  renderMode: 0,
};

/** A glyph as pdfjs puts it into `showText`; widths and metrics in glyph space. */
export interface PdfGlyph {
  readonly unicode: string;
  /** By which pdfjs keeps the outline of it. */
  readonly fontChar?: string;
  readonly width: number;
  readonly isSpace: boolean;
  readonly vmetric?: readonly number[] | null;
}

/** Part of the em above and below the baseline. Ideographs fill their em box: 0.88 above, 0.12 below. */
const ASCENT = 0.88;
const DESCENT = 0.12;

/** Where the next glyph goes: the text matrix, the start of the line, and the pen (PDF 32000-1, 9.4). */
export class TextPen {
  private matrix: Matrix = IDENTITY;
  private lineX = 0;
  private lineY = 0;
  private x = 0;
  private y = 0;
  /** Where the origin of the last glyph stands. */
  private emX = 0;
  private emY = 0;

  setMatrix(matrix: Matrix): void {
    this.matrix = matrix;
    this.x = this.y = this.lineX = this.lineY = 0;
  }

  moveLine(tx: number, ty: number): void {
    this.lineX += tx;
    this.lineY += ty;
    this.x = this.lineX;
    this.y = this.lineY;
  }

  /**
   * Moves the pen along a string; `draw` gets each glyph with its box, in points, and a way to ask where its em stands. Answers by how many degrees the text is off
   * the nearest right angle, counter-clockwise.
   */
  show(
    glyphs: readonly (PdfGlyph | number | null)[],
    state: TextState,
    ctm: Matrix,
    draw: (glyph: PdfGlyph, box: Box, size: number, angle: number, em: () => Matrix) => void,
  ): number {
    const { font, fontSize, hScale } = state;
    if (!font || fontSize === 0 || !Array.isArray(glyphs)) return 0;
    const m = multiply(ctm, this.matrix);
    const size = Math.abs(fontSize) * Math.hypot(m[2], m[3]);
    if (!Number.isFinite(size)) return 0;
    const direction = Math.sign(fontSize) * Math.sign(hScale);
    const { angle, slant } = readingAngle(m[0] * direction, m[1] * direction);
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') {
        const shift = (glyph * fontSize) / 1000;
        if (font.vertical) this.y -= shift;
        else this.x -= shift * hScale;
      } else if (glyph) {
        const box = font.vertical ? this.advanceDown(glyph, state, font, m) : this.advance(glyph, state, font, m);
        const { emX: x, emY: y } = this;
        const em = (): Matrix => multiply(m, [fontSize * hScale, 0, 0, fontSize, x, y]);
        if (box) draw(glyph, box, size, angle, em);
      }
    }
    return slant;
  }

  private advance(glyph: PdfGlyph, state: TextState, font: FontInfo, m: Matrix): Box | null {
    const width = glyph.width * font.fontMatrix[0] * state.fontSize * state.hScale;
    const left = this.x;
    this.emX = left;
    this.emY = this.y + state.rise;
    this.x += width + spacing(glyph, state) * state.hScale;
    return emBox(m, left, this.y + state.rise, width, state.fontSize);
  }

  /** Vertical writing: the glyph hangs below the pen, centred on it (PDF 32000-1, 9.7.4.3). */
  private advanceDown(glyph: PdfGlyph, state: TextState, font: FontInfo, m: Matrix): Box | null {
    const scale = font.fontMatrix[0] * state.fontSize;
    const [w1 = -1000, vx = glyph.width / 2, vy = 880] = glyph.vmetric ?? [
      font.defaultVMetrics?.[0],
      undefined,
      font.defaultVMetrics?.[2],
    ];
    const left = this.x - vx * scale * state.hScale;
    const base = this.y + state.rise - vy * scale;
    this.emX = left;
    this.emY = base;
    this.y += w1 * scale + spacing(glyph, state);
    // Some producers give ideographs no width in a vertical font; they take their em all the same.
    const width = (glyph.width * scale || state.fontSize) * state.hScale;
    return emBox(m, left, base, width, state.fontSize);
  }
}

const spacing = (glyph: PdfGlyph, state: TextState): number =>
  state.charSpacing + (glyph.isSpace ? state.wordSpacing : 0);

/** Degrees counter-clockwise as seen on the page (y grows downwards), snapped to a right angle that is near. */
function readingAngle(ux: number, uy: number): { angle: number; slant: number } {
  const degrees = (Math.atan2(-uy, ux) * 180) / Math.PI;
  const right = Math.round(degrees / 90) * 90;
  const slant = degrees - right;
  const snapped = Math.abs(slant) <= READER_TOLERANCES.snapAngle ? right : degrees;
  return { angle: (snapped + 360) % 360, slant };
}

/** The box on the page of a glyph's em: `width` along the baseline from (x, y) in text space. */
function emBox(m: Matrix, x: number, y: number, width: number, fontSize: number): Box | null {
  const top = y + ASCENT * fontSize;
  const bottom = y - DESCENT * fontSize;
  const ax = m[0] * x + m[2] * top + m[4];
  const ay = m[1] * x + m[3] * top + m[5];
  const bx = m[0] * (x + width) + m[2] * bottom + m[4];
  const by = m[1] * (x + width) + m[3] * bottom + m[5];
  if (!Number.isFinite(ax + ay + bx + by)) return null;
  if (m[1] === 0 || m[0] === 0) {
    return { x0: Math.min(ax, bx), y0: Math.min(ay, by), x1: Math.max(ax, bx), y1: Math.max(ay, by) };
  }
  // Slanted: the other two corners may reach further out.
  const cx = m[0] * (x + width) + m[2] * top + m[4];
  const cy = m[1] * (x + width) + m[3] * top + m[5];
  const dx = m[0] * x + m[2] * bottom + m[4];
  const dy = m[1] * x + m[3] * bottom + m[5];
  return {
    x0: Math.min(ax, bx, cx, dx),
    y0: Math.min(ay, by, cy, dy),
    x1: Math.max(ax, bx, cx, dx),
    y1: Math.max(ay, by, cy, dy),
  };
}
