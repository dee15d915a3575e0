/** Pairs of two lists whose likenesses add up to the most: the Hungarian method (Kuhn 1955), by potentials. */

/** More rows than any form has: beyond that the work, which grows with the third power, is not worth it. */
const MOST_ROWS = 400;

/**
 * @param likeness of the i-th of the first to the j-th of the second, 0 to 1
 * @returns for each of the first the index of its partner, or null where none is as like as `least`
 */
export function assign(
  rows: number,
  columns: number,
  likeness: (i: number, j: number) => number,
  least: number,
): (number | null)[] {
  const size = Math.max(rows, columns);
  if (size === 0) return [];
  if (size > MOST_ROWS) return assignGreedily(rows, columns, likeness, least);
  // What is too unlike is as good as nothing, so that it takes no partner from others.
  const gain = (i: number, j: number): number => {
    const value = i < rows && j < columns ? likeness(i, j) : 0;
    return value >= least ? value : 0;
  };
  const partnerOf = solve(size, (i, j) => -gain(i, j));
  return partnerOf.slice(0, rows).map((j, i) => (j < columns && gain(i, j) > 0 ? j : null));
}

/** The partner of each row in the assignment of least cost. */
function solve(size: number, cost: (i: number, j: number) => number): number[] {
  const rowOf = new Array<number>(size + 1).fill(0);
  const [u, v] = [new Array<number>(size + 1).fill(0), new Array<number>(size + 1).fill(0)];
  const at = (list: readonly number[], i: number): number => list[i] as number;
  for (let row = 1; row <= size; row++) {
    const way = new Array<number>(size + 1).fill(0);
    const slack = new Array<number>(size + 1).fill(Number.POSITIVE_INFINITY);
    const used = new Array<boolean>(size + 1).fill(false);
    rowOf[0] = row;
    let column = 0;
    while (at(rowOf, column) !== 0) {
      used[column] = true;
      const i = at(rowOf, column);
      let [delta, next] = [Number.POSITIVE_INFINITY, 0];
      for (let j = 1; j <= size; j++) {
        if (used[j]) continue;
        const reduced = cost(i - 1, j - 1) - at(u, i) - at(v, j);
        if (reduced < at(slack, j)) [slack[j], way[j]] = [reduced, column];
        if (at(slack, j) < delta) [delta, next] = [at(slack, j), j];
      }
      for (let j = 0; j <= size; j++) {
        if (used[j]) {
          u[at(rowOf, j)] = at(u, at(rowOf, j)) + delta;
          v[j] = at(v, j) - delta;
        } else slack[j] = at(slack, j) - delta;
      }
      column = next;
    }
    while (column !== 0) {
      const before = at(way, column);
      rowOf[column] = at(rowOf, before);
      column = before;
    }
  }
  const partner = new Array<number>(size).fill(0);
  for (let j = 1; j <= size; j++) partner[at(rowOf, j) - 1] = j - 1;
  return partner;
}

/** One after another, each with the one that is most like it. */
function assignGreedily(
  rows: number,
  columns: number,
  likeness: (i: number, j: number) => number,
  least: number,
): (number | null)[] {
  const free = new Set(Array.from({ length: columns }, (_, j) => j));
  return Array.from({ length: rows }, (_, i) => {
    let best: number | null = null;
    for (const j of free)
      if (likeness(i, j) >= least && (best === null || likeness(i, j) > likeness(i, best))) best = j;
    if (best !== null) free.delete(best);
    return best;
  });
}
