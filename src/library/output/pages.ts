import type { PageDrawing } from '../../contract/drawing.js';
import { toSvg as svgOf } from '../../output/page/svg.js';

/** The drawing of a page that `inspect` gives, as SVG. */
export const toSvg = (drawing: PageDrawing): string => svgOf(drawing);

/**
 * The drawing of a page that `inspect` gives, as PNG at 144 dpi.
 *
 * @throws {EvalxError} `canvas-missing` where the package `@napi-rs/canvas` is not installed.
 */
export async function toPng(drawing: PageDrawing): Promise<Uint8Array> {
  return (await (await import('../../output/page/png.js')).toPng(drawing)).bytes;
}
