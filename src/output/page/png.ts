import type { PageDrawing } from '../../contract/drawing.js';
import { EvalxError } from '../../errors.js';
import { messageOf } from '../../messages/say.js';
import { FONTS, type Size, toSvg } from './svg.js';

/** Pixels a point: at 144 dpi small labels can be read. */
const SCALE = 2;
/** No canvas is made larger than this many pixels a side ... */
const MAX_SIDE = 8000;
/** ... and in all: with what draws on it a pixel takes 8 bytes of memory. */
const MAX_PIXELS = 40e6;

/** More than any page has: what a broken one says beyond that is taken for it. */
const MAX_POINTS = 1e9;

export interface Png extends Size {
  readonly bytes: Uint8Array;
  /** The page is so large that it is drawn smaller than others. */
  readonly isReduced: boolean;
}

/**
 * The drawing of a page as PNG.
 *
 * @throws {EvalxError} `canvas-missing` where the package that draws is not installed.
 */
export async function toPng(drawing: PageDrawing): Promise<Png> {
  const { createCanvas, GlobalFonts, loadImage } = await import('@napi-rs/canvas').catch((error) => {
    throw new EvalxError(messageOf('canvasMissingForPng', {}), { cause: error });
  });
  const { width, height, isReduced } = sizeOf(drawing);
  // It takes the first font and no other.
  const fonts = FONTS.filter((font) => GlobalFonts.has(font)).slice(0, 1);
  // The size stands in the SVG: it is drawn as large as it says before anybody can ask for less.
  const svg = toSvg(drawing, fonts.length > 0 ? fonts : FONTS.slice(-1), { width, height });
  const image = await loadImage(Buffer.from(svg));
  const canvas = createCanvas(width, height);
  canvas.getContext('2d').drawImage(image, 0, 0, width, height);
  return { bytes: canvas.encodeSync('png'), width, height, isReduced };
}

/** The size of the picture in pixels. */
export function sizeOf({ width, height }: Size): Size & { readonly isReduced: boolean } {
  const [w = 0, h = 0] = [width, height].map((points) => Math.min(Math.max(points, 0) || 0, MAX_POINTS));
  const most = Math.min(MAX_SIDE / Math.max(w, h), Math.sqrt(MAX_PIXELS / w / h));
  const isReduced = most < SCALE;
  const pixels = (points: number): number =>
    Math.max(1, isReduced ? Math.floor(points * most + ROUNDING) || 1 : Math.round(points * SCALE));
  return { width: pixels(w), height: pixels(h), isReduced };
}

/** What a product may miss a whole number by. */
const ROUNDING = 1e-6;
