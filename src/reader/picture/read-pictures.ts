import { EvalxError } from '../../errors.js';
import { READING_LIMITS } from '../../limits.js';
import { watched } from '../pdfjs/damage.js';
import { layerFilter, type ReadOptions } from '../read.js';
import { withMendedDocument } from '../repair/open-repaired.js';
import { type Picture, pictureOf } from './from-images.js';
import { drawnPicture } from './rendered.js';

/** How a page becomes a picture: put together from its images, or drawn whole, which takes a canvas. */
export type PictureKind = 'images' | 'drawn';

/**
 * Makes pictures of pages, one after another; `before` is told of each. `visit` gets null where a page has no image that can
 * be decoded, and the error where it cannot be drawn.
 *
 * @throws {EvalxError} as {@link readPdf} does.
 */
export async function readPictures(
  bytes: Uint8Array,
  options: Pick<ReadOptions, 'password' | 'limits'>,
  pages: ReadonlyMap<number, PictureKind>,
  before: (number: number) => void,
  visit: (number: number, picture: Picture | EvalxError | null) => Promise<void>,
): Promise<void> {
  const limits = { ...READING_LIMITS, ...options.limits };
  const password = options.password === undefined ? {} : { password: options.password };
  const outlines = [...pages.values()].includes('drawn');
  await withMendedDocument(bytes, { ...password, images: true, outlines }, async (doc, ops) => {
    const layers = await layerFilter(doc);
    for (const [number, kind] of pages) {
      before(number);
      const page = await doc.getPage(number);
      try {
        const picture = await watched(() =>
          (kind === 'drawn' ? drawnPicture(page) : pictureOf(page, ops, layers, limits)).catch(asProblem),
        );
        await visit(number, picture.value);
      } finally {
        page.cleanup();
      }
    }
  });
}

/** A page that cannot be made a picture of is that page's problem. */
const asProblem = (error: unknown): EvalxError | null => (error instanceof EvalxError ? error : null);
