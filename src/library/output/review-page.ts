import type { Accepted, Correction } from '../../contract/schema/types.js';
import { eachDocument } from '../../each-document.js';
import { EvalxError } from '../../errors.js';
import { packageVersion, reviewAssets } from '../../files/own-package.js';
import { REVIEW } from '../../messages/review.js';
import { fill } from '../../messages/words.js';
import { pageUrl } from '../../output/page/picture.js';
import { pagePictures } from '../../page-pictures.js';
import type { ReadingOptions } from '../../pages/reading-options.js';
import { parse } from '../../parse.js';
import { pictureElement, REVIEW_END, reviewStart } from '../../review/html.js';
import type { PagePicture, ReviewData, ReviewedDocument } from '../../review/review-types.js';
import type { ValidationSettings } from '../../validator/validate.js';

/** What a review page is made with. */
export interface ReviewPageOptions extends ReadingOptions {
  readonly file?: string | undefined;
  readonly settings: ValidationSettings;
  readonly changes: readonly Correction[];
  readonly accepted: readonly Accepted[];
  readonly dpi: number;
}

/** Reads a PDF and those that are attached to it, and makes their review. */
export async function reviewPage(bytes: Uint8Array, options: ReviewPageOptions): Promise<string> {
  const { settings, changes, accepted, dpi, file = '-', ...reading } = options;
  const own = { ...reading, file };
  const documents: Omit<ReviewedDocument, 'pages'>[] = [];
  for await (const { file, result } of eachDocument(bytes, own, parse)) {
    if (result instanceof EvalxError) continue;
    const document = { ...result.document, evidence: Object.fromEntries(result.places) };
    const isOwn = ({ sha256 }: { readonly sha256: string }): boolean => sha256 === document.source.sha256;
    documents.push({ file, document, corrections: changes.filter(isOwn), accepted: accepted.filter(isOwn) });
  }
  const pictures = new Map<string, readonly PagePicture[]>();
  const draw = (part: Uint8Array, given: ReadingOptions) => picturesOf(part, { ...given, dpi });
  for await (const { file, result } of eachDocument(bytes, own, draw))
    if (!(result instanceof EvalxError)) pictures.set(file, result.pages);
  const pagesOf = (name: string): readonly PagePicture[] => pictures.get(name) ?? [];
  const { lang, severities, tolerances } = settings;
  const data: ReviewData = {
    ...{ kind: 'review', lang, version: packageVersion(), isServed: false, name: file, index: null },
    ...{ severities, tolerances },
    documents: documents.map((one) => ({
      ...one,
      pages: pagesOf(one.file).map(({ page, width, height }) => ({ page, width, height })),
    })),
  };
  const elements = documents.flatMap((one, i) => pagesOf(one.file).map((picture) => pictureElement(i, picture)));
  const title = fill(REVIEW.reviewOf, lang, () => file);
  return [reviewStart(data, title, reviewAssets()), ...elements, REVIEW_END].join('');
}

async function picturesOf(bytes: Uint8Array, options: ReadingOptions & { readonly dpi: number }) {
  const pages: PagePicture[] = [];
  const { attached } = await pagePictures(bytes, options, async ({ page, width, height, picture, drawing }) => {
    const url = await pageUrl(picture, drawing);
    if (url !== null) pages.push({ page, width, height, url });
  });
  return { attached, pages };
}
