/** How many items stand before the first of which `isBefore` is false, in a list sorted by it: binary search. */
export function countBefore(length: number, isBefore: (index: number) => boolean): number {
  let lo = 0;
  let hi = length;
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    if (isBefore(mid)) lo = mid + 1;
    else hi = mid;
  }
  return lo;
}

/** The upper median; undefined of an empty list. */
export const median = (values: readonly number[]): number | undefined =>
  Float64Array.from(values).sort()[values.length >> 1];
