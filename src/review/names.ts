/**
 * Where a review stands: that of `a/b/x.pdf` in `a/b/x.pdf.html` under the folder of the reviews, and what in it is shown by
 * the part of the address behind `#`.
 */

/** Name of the list of a folder. */
export const INDEX_FILE = 'index.html';

/** Path of a review in its folder, of the path of its PDF in the folder of the inputs, with `/` between parts. */
export const reviewPath = (path: string): string => {
  const name = `${path}.html`;
  // The list has that name.
  return name.toLowerCase() === INDEX_FILE ? `_${name}` : name;
};

/** An address that leads to a file beside or below: each part is escaped, and none is taken for a scheme. */
export const relativeAddress = (path: string): string => `./${path.split('/').map(escapedPart).join('/')}`;

/** Bytes that are no character stand in a path as U+DC80 to U+DCFF (see `text/path-bytes.ts`). */
const escapedPart = (part: string): string =>
  part
    .split(/([\udc80-\udcff])/u)
    .map((text) =>
      /^[\udc80-\udcff]$/u.test(text) ? `%${(text.charCodeAt(0) - 0xdc00).toString(16)}` : encodeURIComponent(text),
    )
    .join('');

/** From a review back to the index: as many folders up as it lies deep. */
export const indexAddress = (path: string): string => `${'../'.repeat(path.split('/').length - 1)}${INDEX_FILE}`;

/** What the address of a review opens at. */
export type Target = { readonly path: string } | { readonly page: number } | null;

/** `#/reports/0/total/score` is a field, `#page=2` a page. */
export function targetOf(hash: string): Target {
  const page = /^#page=([1-9]\d{0,5})$/u.exec(hash)?.[1];
  if (page !== undefined) return { page: Number(page) };
  if (!hash.startsWith('#/')) return null;
  try {
    return { path: decodeURIComponent(hash.slice(1)) };
  } catch {
    return null;
  }
}
