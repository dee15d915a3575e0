import type { Box } from '../../geometry/box.js';
import type { ReadingLimits } from '../../limits.js';
import { MessageError } from '../../messages/message-error.js';
import { messageOf } from '../../messages/say.js';
import type { DrawnGlyph } from './drawing.js';
import type { Matrix } from './matrix.js';
import type { FontInfo, PdfGlyph } from './text-state.js';

export type Numbers = ArrayLike<number>;

/** What an operator does with a path. */
export interface Painting {
  readonly fills: boolean;
  readonly strokes: boolean;
  readonly evenOdd: boolean;
}

/** What a page may draw: characters, and all else. */
export type PageLimits = Pick<ReadingLimits, 'items' | 'rulings'>;

/** A page that draws more than it may. */
export class PageLimitError extends MessageError {
  override readonly name = 'PageLimitError';
}

/** @throws {PageLimitError} where a page has more characters than it may. */
export function checkCharacters(count: number, { items: limit }: PageLimits): void {
  if (count > limit) throw new PageLimitError(messageOf('tooManyCharacters', { limit }));
}

/** What the walk needs to know of a page. */
export interface PageFacts {
  /** PDF user space to page points, origin top left, rotation and UserUnit applied. */
  readonly viewport: Matrix;
  readonly page: Box;
  readonly font: (id: string) => FontInfo | null;
  /** Whether content in this optional-content group (layer) is shown. */
  readonly layerVisible: (group: unknown) => boolean;
  readonly limits: PageLimits;
  /** Is shown each glyph that is drawn, and how its em, one wide and high with y upwards, comes to the page. */
  readonly onGlyph?: (drawn: DrawnGlyph, glyph: PdfGlyph, em: Matrix) => void;
}
