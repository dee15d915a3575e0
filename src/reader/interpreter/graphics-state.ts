import type { Box } from '../../geometry/box.js';
import { READER_TOLERANCES } from '../tolerances.js';
import type { Matrix } from './matrix.js';
import type { PageFacts } from './page-facts.js';
import { INITIAL_TEXT, type TextState } from './text-state.js';

/** The graphics state (PDF 32000-1, 8.4), as far as text, lines and what hides them depend on it. */
export interface GraphicsState extends TextState {
  ctm: Matrix;
  clip: Box;
  lineWidth: number;
  /** `#rrggbb`, or `pattern`. */
  fillColor: string;
  strokeColor: string;
  /** Of the groups around what is drawn: it fades all of it. */
  groupAlpha: number;
  fillAlpha: number;
  strokeAlpha: number;
  /** What is painted mixes with what lies below: a blend mode other than Normal, or a soft mask. */
  mixes: boolean;
  masks: boolean;
  /** The clip is not the box that is kept of it: a path of another shape clips too. */
  clipsShape: boolean;
  /** Inside the content of a soft mask: it shapes other content and is not seen itself. */
  softMask: boolean;
}

/** The state in which a page begins, and after it each of its annotations. */
export const initialState = ({ viewport, page }: PageFacts): GraphicsState => ({
  ...INITIAL_TEXT,
  ctm: viewport,
  clip: page,
  lineWidth: 1,
  fillColor: '#000000',
  strokeColor: '#000000',
  groupAlpha: 1,
  fillAlpha: 1,
  strokeAlpha: 1,
  ...{ mixes: false, masks: false, clipsShape: false },
  softMask: false,
});

/** What an entry of an extended graphics state (PDF 32000-1, 8.4.5) changes, fonts excepted. */
export function stateChange(entries: readonly (readonly [string, unknown])[]): Partial<GraphicsState> {
  const change: Partial<GraphicsState> = {};
  for (const [key, value] of entries) {
    if (key === 'BM') change.mixes = value !== 'source-over' && value !== 'normal';
    else if (key === 'SMask') change.masks = Boolean(value);
    if (typeof value !== 'number') continue;
    if (key === 'LW') change.lineWidth = value;
    else if (key === 'CA') change.strokeAlpha = value;
    else if (key === 'ca') change.fillAlpha = value;
  }
  return change;
}

/** Whether what is filled hides all that lies below it. */
export const hidesAll = ({ fillAlpha, groupAlpha, mixes, masks, clipsShape, fillColor }: GraphicsState): boolean =>
  fillAlpha * groupAlpha >= READER_TOLERANCES.opaqueAlpha && !mixes && !masks && !clipsShape && fillColor !== 'pattern';

/** How a glyph is drawn where it is not drawn plainly. */
export const howDrawn = (
  { masks, font }: GraphicsState,
  alpha: number,
): { alpha?: number; masked?: true; isProgram?: true } => ({
  ...(alpha < 1 ? { alpha } : {}),
  ...(masks ? { masked: true } : {}),
  ...(font?.isProgram ? { isProgram: true } : {}),
});

/** Whether anything of that opacity is seen. */
export const isShown = (alpha: number, { groupAlpha }: GraphicsState): boolean =>
  alpha * groupAlpha > READER_TOLERANCES.minAlpha;
