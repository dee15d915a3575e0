import type { Place } from '../geometry/box.js';
import { turnBack } from '../geometry/turn.js';
import type { RecognisedGlyph } from '../ocr/recognise.js';
import type { Scan } from '../pages/scanned-pages.js';
import type { PageContent } from '../reader/reader-types.js';

/** A recognised character where it stands on the page as it is seen. */
interface Seen {
  readonly glyph: RecognisedGlyph;
  readonly x: number;
  readonly y: number;
}

/** What was recognised on the pages of a document, by place. */
export class Recognised {
  private readonly pages: ReadonlyMap<number, readonly Seen[]>;

  constructor(scans: readonly Scan[]) {
    this.pages = new Map(scans.map((scan) => [scan.content.number, seenOf(scan)]));
  }

  /** The recognised characters at the places of a field, in the order of reading; none where its text is the PDF's own. */
  at(places: readonly Place[]): RecognisedGlyph[] {
    return places.flatMap(({ page, bbox }) =>
      (this.pages.get(page) ?? [])
        .filter(({ x, y }) => x >= bbox.x0 && x <= bbox.x1 && y >= bbox.y0 && y <= bbox.y1)
        .map(({ glyph }) => glyph),
    );
  }

  /** How sure the engine was of the character at these places of which it was least sure; 1 for text of the PDF itself. */
  confidence(places: readonly Place[]): number {
    const all = this.at(places).map(({ confidence }) => confidence);
    return Math.round(1000 * Math.min(1, ...all)) / 1000;
  }
}

function seenOf({ content, recognised }: Scan): Seen[] {
  const { turn } = content;
  return recognised
    .filter(({ text }) => text.trim() !== '')
    .map((glyph) => {
      const { x0, y0, x1, y1 } = turn ? turnBack(glyph.box, turn) : glyph.box;
      return { glyph, x: (x0 + x1) / 2, y: (y0 + y1) / 2 };
    });
}

/** The scan with other characters in the place of some. */
export function withReplaced(scan: Scan, replaced: ReadonlyMap<RecognisedGlyph, RecognisedGlyph>): Scan {
  const put = <G extends PageContent['glyphs'][number]>(glyph: G): G =>
    (replaced.get(glyph as unknown as RecognisedGlyph) as unknown as G | undefined) ?? glyph;
  return {
    ...scan,
    content: { ...scan.content, glyphs: scan.content.glyphs.map(put) },
    recognised: scan.recognised.map(put),
  };
}
