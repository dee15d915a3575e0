import { type PageData, pictureId } from '../../review-types.js';

/** What the page was made with. */
export const pageData = (): PageData => JSON.parse(document.getElementById('data')?.textContent ?? 'null');

/** The picture of a page; null while it has not come yet, or where there is none. */
export const pictureOf = (documentIndex: number, page: number): string | null =>
  document.getElementById(pictureId(documentIndex, page))?.textContent ?? null;
