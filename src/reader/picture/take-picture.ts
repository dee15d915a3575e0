import { EvalxError } from '../../errors.js';
import type { DocumentContext } from '../page/document-context.js';
import { watched } from '../pdfjs/damage.js';
import type { OpenDocument } from '../pdfjs/document.js';
import { READER_TOLERANCES } from '../tolerances.js';
import { type Picture, pictureFromImages } from './from-images.js';
import { renderedPicture } from './rendered.js';
import { shownPage } from './shown.js';
import type { ShownPage } from './shown-types.js';

/** How a page becomes a picture: put together from its images, or drawn whole, which takes a canvas. */
export type PictureKind = 'images' | 'drawn';

/**
 * The picture of a page; null where it has no image that can be decoded, and the error where it cannot be drawn. `dpi` is how
 * fine it is drawn, pixels to the inch.
 */
export type TakePicture = (number: number, kind: PictureKind, dpi?: number) => Promise<Picture | EvalxError | null>;

/** Takes the picture of a page of an open document, when no page of it is being read. */
export function takePicture(
  open: OpenDocument,
  number: number,
  kind: PictureKind,
  { ops, layerVisible, limits }: DocumentContext,
  dpi?: number,
): ReturnType<TakePicture> {
  return open.withPictures({ outlines: kind === 'drawn' }, async (doc) => {
    const page = await doc.getPage(number);
    try {
      const picture = await watched(() =>
        (kind === 'drawn' ? renderedPicture(page, dpi) : pictureFromImages(page, ops, layerVisible, limits)).catch(
          asProblem,
        ),
      );
      return picture.value;
    } finally {
      page.cleanup();
    }
  });
}

/** A page as a viewer shows it; null, or the error, where it cannot be drawn. */
export type TakeShown = (number: number) => Promise<ShownPage | EvalxError | null>;

/** Draws a page of an open document and tells what it draws, when no page of it is being read. */
export function takeShown(open: OpenDocument, number: number, context: DocumentContext): ReturnType<TakeShown> {
  return open.withPictures({ outlines: true }, async (doc) => {
    const page = await doc.getPage(number);
    try {
      return (await watched(() => shownPage(page, context, READER_TOLERANCES.shownDpi).catch(asProblem))).value;
    } finally {
      page.cleanup();
    }
  });
}

/** A page that cannot be made a picture of is that page's problem. */
const asProblem = (error: unknown): EvalxError | null => (error instanceof EvalxError ? error : null);
