import { eachDocument } from '../../../each-document.js';
import { EvalxError } from '../../../errors.js';
import { readInput } from '../../../files/input.js';
import { pageUrl } from '../../../output/page/picture.js';
import { pagePictures } from '../../../page-pictures.js';
import type { Pictures } from '../../../review/html.js';
import type { PagePicture } from '../../../review/review-types.js';
import { shownPath } from '../../../text/path-bytes.js';
import type { OnPage, PicturesJob } from '../jobs.js';

/** The pages of a file, and of the PDFs that are attached to it, as pictures: a list for each document that can be read. */
export async function picturesWork(job: PicturesJob, onPage: OnPage): Promise<Pictures> {
  const { file: path, bytes: given, dpi, ...options } = job;
  const bytes = given ?? (await readInput(path, job.limits.bytes));
  const documents: Pictures[number][] = [];
  const read = async (part: Uint8Array, partOptions: Omit<PicturesJob, 'bytes' | 'dpi'>) => {
    const pages: PagePicture[] = [];
    const { attached } = await pagePictures(part, { ...partOptions, dpi }, async (seen) => {
      const { page, width, height, picture, drawing } = seen;
      const url = await pageUrl(picture, drawing);
      if (url !== null) pages.push({ page, width, height, url });
    });
    return { attached, pages };
  };
  for await (const { file, result } of eachDocument(bytes, { ...options, file: shownPath(path), onPage }, read)) {
    if (!(result instanceof EvalxError)) documents.push({ file, pages: result.pages });
  }
  return documents;
}
