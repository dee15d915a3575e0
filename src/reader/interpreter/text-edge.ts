import { type Box, midY } from '../../geometry/box.js';
import { READER_TOLERANCES } from '../tolerances.js';
import type { CutOff, DrawnGlyph } from './drawing.js';

/** Cut-off glyphs that are kept in mind: a page of them has lost all of its text. */
const MAX_CUT_OFFS = 500;

/** Follows text as it is drawn and notes where it leaves what is seen, and where it comes back. */
export class TextEdge {
  private last: DrawnGlyph | null = null;
  private lost: { text: string; box: Box } | null = null;

  constructor(
    private readonly cutOffs: CutOff[],
    private readonly slivers: Box[],
  ) {}

  /** A glyph is drawn where it is seen. */
  kept(glyph: DrawnGlyph): void {
    if (glyph.text.trim() === '') return;
    if (this.lost && isBeside(glyph.box, this.lost.box, glyph.size)) this.note(glyph, this.lost.text, this.lost.box);
    this.last = glyph;
    this.lost = null;
  }

  /** A glyph is drawn where it is not seen, or no more of it than `sliver`. */
  left(text: string, box: Box, size: number, sliver: Box | null): void {
    if (text.trim() === '') return;
    if (sliver && this.slivers.length < MAX_CUT_OFFS) this.slivers.push(sliver);
    if (this.last && isBeside(this.last.box, box, size)) this.note(this.last, text, box);
    this.last = null;
    this.lost = { text, box };
  }

  private note(seen: DrawnGlyph, text: string, box: Box): void {
    if (this.cutOffs.length < MAX_CUT_OFFS) this.cutOffs.push({ seen, text, box });
  }
}

/** Whether two boxes stand beside each other on one line, or under each other where text runs downwards. */
export function isBeside(a: Box, b: Box, size: number): boolean {
  const { runGap, runDrift } = READER_TOLERANCES;
  const across = Math.max(a.x0 - b.x1, b.x0 - a.x1);
  const down = Math.max(a.y0 - b.y1, b.y0 - a.y1);
  const isLevel = Math.abs(midY(a) - midY(b)) <= runDrift * size;
  const isUpright = Math.abs(a.x0 + a.x1 - b.x0 - b.x1) / 2 <= runDrift * size;
  return (isLevel && across <= runGap * size) || (isUpright && down <= runGap * size && down > -runDrift * size);
}
