import type { Box } from '../../geometry/box.js';
import type { ReadingLimits } from '../../limits.js';
import type { Message } from '../../messages/say.js';
import type { Matrix } from './matrix.js';
import type { FontInfo } from './text-state.js';

export type Numbers = ArrayLike<number>;

/** What an operator does with a path. */
export interface Painting {
  readonly fills: boolean;
  readonly strokes: boolean;
  readonly evenOdd: boolean;
}

/** What a page may draw: glyphs, and all else. */
export type PageLimits = Pick<ReadingLimits, 'items' | 'rulings'>;

/** A page that draws more than it may. */
export class PageLimitError extends Error {
  override readonly name = 'PageLimitError';
  readonly said: Message;

  constructor(said: Message) {
    super(said.id);
    this.said = said;
  }
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
}
