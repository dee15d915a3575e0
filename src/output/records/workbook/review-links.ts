/** Where the review of an input stands (`evalx review`), as an address from the workbook; null where it has none. */
export type Reviews = (file: string) => string | null;

/** What of a pointer may stand in an address: our own keys and numbers. Others are taken from the PDF. */
const OWN_KEYS = /^(?:\/[A-Za-z0-9]+)+$/u;

/** The address of a place in the review of a file; null where it has none. Nothing of it is taken from the PDF. */
export function reviewLink(
  reviews: Reviews | null,
  file: string,
  place: { readonly pointer?: string | null; readonly page: number | null },
): string | null {
  const [holder = '', ...attached] = file.split(/(?<=\.pdf)!/iu);
  const address = reviews?.(holder) ?? null;
  // What is attached stands in the same review, which opens at its first document.
  return address === null || attached.length > 0 ? address : address + fragment(place);
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
