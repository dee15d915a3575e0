import type { PDFPageProxy } from 'pdfjs-dist';
import { EvalxError } from '../../errors.js';
import { messageOf } from '../../messages/say.js';
import { READER_TOLERANCES } from '../tolerances.js';
import { MAX_PIXELS, type Picture, POINTS_PER_INCH } from './from-images.js';

type Canvas = typeof import('@napi-rs/canvas');

/**
 * Draws a page with pdfjs, glyph outlines included, as it is printed or, for `display`, shown: annotations may be there for one
 * of these alone. `dpi` are pixels to the inch.
 *
 * @throws {EvalxError} `canvas-missing` where the package that draws is not installed.
 */
export async function renderedPicture(
  page: PDFPageProxy,
  dpi: number = READER_TOLERANCES.drawnDpi,
  intent: 'print' | 'display' = 'print',
): Promise<Picture> {
  const canvas = await import('@napi-rs/canvas').catch((cause) => {
    throw new EvalxError(messageOf('canvasMissing', {}), { cause });
  });
  const size = page.getViewport({ scale: 1 });
  const scale = Math.min(dpi / POINTS_PER_INCH, Math.sqrt(MAX_PIXELS / (size.width * size.height)));
  const viewport = page.getViewport({ scale });
  const width = Math.max(1, Math.round(viewport.width));
  const height = Math.max(1, Math.round(viewport.height));
  const surface = canvas.createCanvas(width, height);
  const restore = lendGlobals(canvas);
  try {
    const task = page.render({ canvas: surface as never, viewport, intent });
    await task.promise;
  } finally {
    restore();
  }
  const rgba = surface.getContext('2d').getImageData(0, 0, width, height).data;
  const data = new Uint8Array(width * height * 3);
  for (let i = 0, k = 0; k < data.length; i += 4, k += 3) {
    data[k] = rgba[i] as number;
    data[k + 1] = rgba[i + 1] as number;
    data[k + 2] = rgba[i + 2] as number;
  }
  return { width, height, scale, data };
}

/** Whether pages can be drawn. */
export const hasCanvas = (): Promise<boolean> =>
  import('@napi-rs/canvas').then(
    () => true,
    () => false,
  );

/** What pdfjs draws with, and finds in browsers only. */
function lendGlobals({ DOMMatrix, ImageData, Path2D }: Canvas): () => void {
  const globals = globalThis as Record<string, unknown>;
  const lent = Object.entries({ DOMMatrix, ImageData, Path2D });
  const before = lent.map(([name]) => Object.getOwnPropertyDescriptor(globals, name));
  for (const [name, value] of lent) globals[name] = value;
  return () => {
    for (const [i, [name]] of lent.entries()) {
      const descriptor = before[i];
      if (descriptor) Object.defineProperty(globals, name, descriptor);
      else delete globals[name];
    }
  };
}
