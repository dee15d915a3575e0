import type { Segment } from '../../grid/grid-types.js';
import type { HeadBlock } from './head-blocks.js';

/** A head with the rows of the header that it spans, both ends included. */
export interface Head extends HeadBlock {
  readonly row: number;
  readonly lastRow: number;
}

export const share = (a: HeadBlock, b: HeadBlock): boolean => a.col <= b.lastCol && b.col <= a.lastCol;
export const midOf = ({ box }: HeadBlock): number => (box.y0 + box.y1) / 2;

export const clash = (a: Head, b: Head): boolean => share(a, b) && a.row <= b.lastRow && b.row <= a.lastRow;

/** The heads with their rows: as many as stand one over another at most; a head goes on up and down where none is. */
export function rowsOfHeads(heads: readonly HeadBlock[]): Head[] {
  const sorted = [...heads].sort((a, b) => midOf(a) - midOf(b));
  const above = new Map<HeadBlock, number>();
  for (const [i, head] of sorted.entries()) {
    const over = sorted.slice(0, i).filter((other) => share(head, other));
    above.set(head, Math.max(0, ...over.map((other) => (above.get(other) as number) + 1)));
  }
  const below = new Map<HeadBlock, number>();
  for (const head of [...sorted].reverse()) {
    const under = sorted.slice(sorted.indexOf(head) + 1).filter((other) => share(head, other));
    below.set(head, Math.max(0, ...under.map((other) => (below.get(other) as number) + 1)));
  }
  const rows = Math.max(...above.values()) + 1;
  // Heads that have some above and below in each row show where the rows stand.
  const levels = Array.from({ length: rows }, (_, row) => {
    const own = sorted.filter((h) => above.get(h) === row && below.get(h) === rows - 1 - row);
    return own.reduce((sum, head) => sum + midOf(head), 0) / own.length;
  });
  const at = new Map(
    sorted.map((head) => {
      const [first, last] = [above.get(head) as number, rows - 1 - (below.get(head) as number)];
      let best = first;
      for (let row = first; row <= last; row++)
        if (Math.abs((levels[row] as number) - midOf(head)) < Math.abs((levels[best] as number) - midOf(head)))
          best = row;
      return [head, best];
    }),
  );
  const ends = new Map<HeadBlock, number>();
  return sorted.map((head, i) => {
    const over = sorted.slice(0, i).filter((other) => share(head, other));
    const under = sorted.slice(i + 1).filter((other) => share(head, other));
    const row = Math.max(0, ...over.map((other) => (ends.get(other) as number) + 1));
    const next = Math.min(rows, ...under.map((other) => at.get(other) as number));
    // Below a head that has others under it, these go up to it.
    const lastRow = under.length === 0 ? rows - 1 : Math.max(row, Math.min(next - 1, at.get(head) as number));
    ends.set(head, lastRow);
    return { ...head, row, lastRow };
  });
}

/** The heights between the rows; null where the texts leave no room for them. */
export function heightsOf(heads: readonly Head[], rows: number, top: number, bottom: number): number[] | null {
  const ys = [top];
  for (let row = 1; row < rows; row++) {
    const over = heads.filter(({ lastRow }) => lastRow === row - 1);
    const under = heads.filter((head) => head.row === row);
    const from = Math.max(...over.map(({ box }) => box.y1));
    const to = Math.min(...under.map(({ box }) => box.y0));
    const at = (from + to) / 2;
    if (!(at > (ys.at(-1) as number) && at < bottom)) return null;
    ys.push(at);
  }
  return [...ys, bottom];
}

/** The borders between all cells, those without text among them. */
export function linesOfCells(heads: readonly Head[], xs: readonly number[], ys: readonly number[]): Segment[] {
  const segments: Segment[] = [];
  const columns = xs.length - 1;
  const headAt = (row: number, col: number): Head | null =>
    heads.find((h) => h.row <= row && h.lastRow >= row && h.col <= col && h.lastCol >= col) ?? null;
  for (let row = 0; row < ys.length; row++) {
    for (let col = 0; col < columns; col++) {
      const [over, under] = [headAt(row - 1, col), headAt(row, col)];
      if (!over || over !== under || row === ys.length - 1)
        segments.push({ axis: 'h', at: ys[row] as number, from: xs[col] as number, to: xs[col + 1] as number });
    }
  }
  for (let row = 0; row < ys.length - 1; row++) {
    for (let col = 0; col <= columns; col++) {
      const [before, behind] = [headAt(row, col - 1), headAt(row, col)];
      if (!before || before !== behind)
        segments.push({ axis: 'v', at: xs[col] as number, from: ys[row] as number, to: ys[row + 1] as number });
    }
  }
  return segments;
}
