import type { Box } from '../geometry/box.js';

/**
 * How far the code had come: glyphs as read, lines put together, sheets and tables found on the page, boundaries between their
 * columns and between their rows, cells of the page, tables over pages.
 */
export type Stage = 'items' | 'rulings' | 'regions' | 'separators' | 'rows' | 'cells' | 'tables';

/** What a mark stands for. */
export type Role =
  | 'print'
  | 'image'
  | 'glyph'
  | 'space'
  | 'text'
  | 'edge'
  | 'horizontal'
  | 'vertical'
  | 'sheet'
  | 'loose'
  | 'ruled'
  | 'unruled'
  | 'drawn'
  | 'filled'
  | 'written'
  | 'cell'
  | 'merged'
  | 'table'
  | 'label'
  | 'rule';

/** One thing to draw, on the page as it is seen. */
export type Mark =
  | { readonly kind: 'box'; readonly role: Role; readonly box: Box; readonly title?: string }
  /** Along the longer side of a box that has no area. */
  | { readonly kind: 'line'; readonly role: Role; readonly box: Box; readonly title?: string }
  /** `angle` is the direction of reading: degrees, counter-clockwise. */
  | {
      readonly kind: 'text';
      readonly role: Role;
      readonly box: Box;
      readonly text: string;
      readonly size: number;
      readonly angle: number;
    };

/** A page with what the code believed of it. */
export interface PageDrawing {
  readonly page: number;
  readonly width: number;
  readonly height: number;
  /** In the order in which they are to be drawn. */
  readonly marks: readonly Mark[];
}
