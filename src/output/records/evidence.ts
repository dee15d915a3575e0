import type { FileResult } from '../../contract/batch.js';
import type { Evidence } from '../../contract/document.js';

/** Where something stands, around all that was read of it, and how sure the least sure of that is. */
export interface Around {
  readonly rowPage: number | null;
  readonly rowBbox: readonly number[] | null;
  readonly leastConfidence: number | null;
}

/** Looks up what is known of all fields below a pointer; pieces on later pages count for the confidence alone. */
export type Look = (pointer: string) => Around;

const NOWHERE: Around = { rowPage: null, rowBbox: null, leastConfidence: null };

/** How many parts of a pointer name a form, and a row of it: `/reports/0`, `/reports/0/funds/rows/3`, `/reports/0/indicators/3`. */
const DEPTHS = [3, 5, 6];

/** The evidence of an input, by the forms and rows that it is of. */
export function aroundOf({ evidence = {} }: Pick<FileResult, 'evidence'>): Look {
  const groups = new Map<string, Evidence[]>();
  for (const [pointer, place] of Object.entries(evidence)) {
    const parts = pointer.split('/');
    for (const depth of DEPTHS) {
      if (parts.length <= depth) continue;
      const key = parts.slice(0, depth).join('/');
      const own = groups.get(key);
      if (own) own.push(place);
      else groups.set(key, [place]);
    }
  }
  return (pointer) => around(groups.get(pointer) ?? []);
}

function around(places: readonly Evidence[]): Around {
  if (places.length === 0) return NOWHERE;
  const rowPage = places.reduce((first, { page }) => Math.min(first, page), Infinity);
  const boxes = places.filter(({ page }) => page === rowPage).map(({ bbox }) => bbox);
  const edge = (index: number, pick: (a: number, b: number) => number): number =>
    boxes.map((box) => box[index] as number).reduce((a, b) => pick(a, b));
  return {
    rowPage,
    rowBbox: [edge(0, Math.min), edge(1, Math.min), edge(2, Math.max), edge(3, Math.max)],
    leastConfidence: places.reduce((least, { confidence }) => Math.min(least, confidence), 1),
  };
}
