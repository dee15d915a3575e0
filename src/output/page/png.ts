import type { PageDrawing } from '../../contract/drawing.js';
import { EvalxError } from '../../errors.js';
import { messageOf } from '../../messages/say.js';
import { FONTS, toSvg } from './svg.js';

/** 144 dpi: small labels can be read. */
const SCALE = 2;
/** No canvas is made larger than this many pixels a side. */
const MAX_SIDE = 8000;

/**
 * The drawing of a page as PNG.
 *
 * @throws {EvalxError} `canvas-missing` where the package that draws is not installed.
 */
export async function toPng(drawing: PageDrawing): Promise<Uint8Array> {
  const { createCanvas, GlobalFonts, loadImage } = await import('@napi-rs/canvas').catch((error) => {
    throw new EvalxError(messageOf('canvasMissingForPng', {}), { cause: error });
  });
  const scale = Math.min(SCALE, MAX_SIDE / Math.max(drawing.width, drawing.height));
  const width = Math.max(1, Math.round(drawing.width * scale));
  const height = Math.max(1, Math.round(drawing.height * scale));
  // It takes the first font and no other.
  const fonts = FONTS.filter((font) => GlobalFonts.has(font)).slice(0, 1);
  const image = await loadImage(Buffer.from(toSvg(drawing, fonts.length > 0 ? fonts : FONTS.slice(-1))));
  image.width = width;
  image.height = height;
  const canvas = createCanvas(width, height);
  canvas.getContext('2d').drawImage(image, 0, 0, width, height);
  return canvas.encode('png');
}
