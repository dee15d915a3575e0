import type { Mark, PageDrawing } from './contract/drawing.js';
import { EvalxError } from './errors.js';
import { boxOfLine } from './grid/cells.js';
import type { Attachment } from './reader/objects/attachment.js';
import type { Picture } from './reader/picture/from-images.js';
import { readPdf } from './reader/read.js';
import type { ReadOptions } from './reader/read-options.js';
import type { PageContent } from './reader/reader-types.js';
import { normalise } from './text/normalise.js';

/** A page to look at: its picture, or, where none can be made, a drawing of its text and lines. */
export interface SeenPage {
  readonly page: number;
  /** Points, as the page is seen. */
  readonly width: number;
  readonly height: number;
  readonly picture: Picture | null;
  readonly drawing: PageDrawing | null;
}

export interface PicturesOptions extends ReadOptions {
  /** How fine pages are drawn, pixels to the inch. */
  readonly dpi: number;
}

/**
 * Takes a picture of every page, one after another, and hands it to `see`: drawn by the canvas package, or, without it, a scan put
 * together from its images. A page that takes too much (`leaveOut`) or cannot be drawn is a drawing.
 *
 * @returns the PDFs that are attached.
 * @throws {EvalxError} as reading does.
 */
export async function pagePictures(
  bytes: Uint8Array,
  { dpi, ...options }: PicturesOptions,
  see: (page: SeenPage) => Promise<void>,
): Promise<{ readonly attached: readonly Attachment[] }> {
  const pages: PageDrawing[] = [];
  const facts = await readPdf(
    bytes,
    { ...options, leaveOut: new Map([...(options.leaveOut ?? [])].filter(([, { isPicture }]) => !isPicture)) },
    (page) => {
      if (!('problem' in page)) pages.push(drawingOf(page));
    },
    async (take) => {
      for (const [done, drawing] of pages.entries()) {
        const { page, width, height } = drawing;
        options.signal?.throwIfAborted();
        const isLeftOut = options.leaveOut?.has(page) === true;
        if (!isLeftOut) await options.onPage?.(done, pages.length, page, true);
        const picture = isLeftOut ? null : await pictureOf(take, page, dpi);
        await see({ page, width, height, picture, drawing: picture ? null : drawing });
      }
      await options.onPage?.(pages.length, pages.length, null);
    },
  );
  return { attached: facts.attached.pdfs };
}

type Take = (number: number, kind: 'images' | 'drawn', dpi?: number) => Promise<Picture | EvalxError | null>;

async function pictureOf(take: Take, page: number, dpi: number): Promise<Picture | null> {
  const drawn = await take(page, 'drawn', dpi);
  if (drawn && !(drawn instanceof EvalxError)) return drawn;
  const put = await take(page, 'images');
  return put instanceof EvalxError ? null : put;
}

/** What is printed on a page, by what was read of it. */
function drawingOf({ number, width, height, glyphs, rulings, edges }: PageContent): PageDrawing {
  const lines = [...rulings, ...edges].map((line): Mark => ({ kind: 'line', role: 'rule', box: boxOfLine(line) }));
  const text = glyphs
    .filter((glyph) => glyph.text.trim() !== '')
    .map(
      ({ box, text, size, angle }): Mark => ({ kind: 'text', role: 'text', box, text: normalise(text), size, angle }),
    );
  return { page: number, width, height, marks: [...lines, ...text] };
}
