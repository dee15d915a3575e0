import { midX, midY, type Place } from '../geometry/box.js';
import { turnBack } from '../geometry/turn.js';
import type { RecognisedGlyph } from '../ocr/recognise.js';
import type { Scan } from '../pages/scanned-pages.js';

/** A recognised character, and the middle of its box on the page as it is seen, in points. */
interface SeenGlyph {
  readonly glyph: RecognisedGlyph;
  readonly x: number;
  readonly y: number;
}

/** What was recognised on the pages of a document, by place. */
export class RecognisedGlyphs {
  private readonly pages: ReadonlyMap<number, readonly SeenGlyph[]>;

  constructor(scans: readonly Scan[]) {
    this.pages = new Map(scans.map((scan) => [scan.content.number, seenGlyphs(scan)]));
  }

  /** The recognised characters at the places of a field, in reading order; empty where its text is the PDF's own. */
  at(places: readonly Place[]): RecognisedGlyph[] {
    return places.flatMap(({ page, bbox }) =>
      (this.pages.get(page) ?? [])
        .filter(({ x, y }) => x >= bbox.x0 && x <= bbox.x1 && y >= bbox.y0 && y <= bbox.y1)
        .map(({ glyph }) => glyph),
    );
  }

  /**
   * How sure the engine was of the character at these places of which it was least sure, where some stand otherwise
   * now; 1 for text of the PDF itself.
   */
  confidence(places: readonly Place[], corrected: ReadonlyMap<RecognisedGlyph, number>): number {
    const all = this.at(places).map((glyph) => corrected.get(glyph) ?? glyph.confidence);
    return Math.round(1000 * Math.min(1, ...all)) / 1000;
  }
}

function seenGlyphs({ content, recognised }: Scan): SeenGlyph[] {
  const { turn } = content;
  return recognised
    .filter(({ text }) => text.trim() !== '')
    .map((glyph) => {
      const box = turn ? turnBack(glyph.box, turn) : glyph.box;
      return { glyph, x: midX(box), y: midY(box) };
    });
}
