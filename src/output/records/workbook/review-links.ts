/** Where the reviews of the inputs stand (`evalx review`): the workbook leads there. */
export interface Reviews {
  /** Address of their folder from that of the workbook, with a slash at its end. */
  readonly folder: string;
  /** Path of an input in the folder of all inputs, with `/` between its parts; null where it has no review. */
  readonly pathOf: (file: string) => string | null;
}

/** What of a pointer may stand in an address: our own keys and numbers. Others are taken from the PDF. */
const OWN_KEYS = /^(?:\/[A-Za-z0-9]+)+$/u;

/** The address of a place in the review of a file; null where it has none. Nothing of it is taken from the PDF. */
export function reviewLink(
  reviews: Reviews | null,
  file: string,
  place: { readonly pointer?: string | null; readonly page: number | null },
): string | null {
  const [holder = '', ...attached] = file.split(/(?<=\.pdf)!/iu);
  const path = reviews?.pathOf(holder) ?? null;
  if (!reviews || path === null) return null;
  const address = `${reviews.folder}${encodedPath(path)}.html`;
  // What is attached stands in the same review, which opens at its first document.
  return attached.length > 0 ? address : address + fragment(place);
}

function fragment({
  pointer = null,
  page,
}: {
  readonly pointer?: string | null;
  readonly page: number | null;
}): string {
  if (pointer?.startsWith('/reports/') && OWN_KEYS.test(pointer)) return `#${pointer}`;
  return page === null ? '' : `#page=${page}`;
}

/** A path, with `/` between its parts, in an address. */
export const encodedPath = (path: string): string => path.split('/').map(encoded).join('/');

/** A part of a path in an address; a byte that is no character stands in it as a lone surrogate. */
const encoded = (part: string): string =>
  part
    .split(/([\udc80-\udcff])/u)
    .map((text) =>
      /^[\udc80-\udcff]$/u.test(text)
        ? `%${(text.charCodeAt(0) - 0xdc00).toString(16).toUpperCase()}`
        : encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd')),
    )
    .join('');
