import { overlap } from '../geometry/box.js';
import { countBefore } from '../geometry/order.js';
import type { Segment } from '../grid/grid-types.js';
import type { PageTable } from '../layout/layout-types.js';

/** What made a boundary: a drawn line, the edge of a coloured area, or nothing but where the text stands. */
export type Evidence = 'drawn' | 'filled' | 'written';

/** A piece of the boundary between two columns or rows: from where to where it parts cells, or ends the table. */
export interface Boundary extends Segment {
  /** Of the boundary: 0 is that before the first column or row. */
  readonly index: number;
  readonly evidence: Evidence;
}

/** A line lies on a boundary where it is so near, in points: the layout takes lines as near as that for one. */
const NEAR = 3;
/** A line made a boundary where it lies on more than this part of it. */
const MOST = 0.5;

/** Lines along one axis, in the order of where they stand on the other. */
type Sorted = Readonly<Record<Segment['axis'], readonly Segment[]>>;

export class DrawnLines {
  private readonly segments: Sorted;
  private readonly edges: Sorted;

  constructor(segments: readonly Segment[], edges: readonly Segment[]) {
    this.segments = sorted(segments);
    this.edges = sorted(edges);
  }

  /** What lies on most of a line. */
  on(line: Segment): Evidence {
    if (coverage(line, this.segments[line.axis]) > MOST) return 'drawn';
    return coverage(line, this.edges[line.axis]) > MOST ? 'filled' : 'written';
  }
}

const sorted = (lines: readonly Segment[]): Sorted => {
  const along = (axis: Segment['axis']): Segment[] =>
    lines.filter((line) => line.axis === axis).sort((a, b) => a.at - b.at);
  return { h: along('h'), v: along('v') };
};

/** Which part of a line others lie on. */
function coverage(line: Segment, others: readonly Segment[]): number {
  const near: Segment[] = [];
  for (let i = countBefore(others.length, (k) => (others[k] as Segment).at < line.at - NEAR); i < others.length; i++) {
    const other = others[i] as Segment;
    if (other.at > line.at + NEAR) break;
    near.push(other);
  }
  const parts = united(near.map(({ from, to }) => [from, to]));
  const covered = parts.reduce((sum, [from, to]) => sum + overlap(from, to, line.from, line.to), 0);
  return line.to > line.from ? covered / (line.to - line.from) : 0;
}

type Span = readonly [from: number, to: number];

/** The spans without what they have in common. */
function united(spans: readonly Span[]): Span[] {
  const all: [number, number][] = [];
  for (const [from, to] of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = all.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else all.push([from, to]);
  }
  return all;
}

/** The boundaries between the columns of a table (`v`) or between its rows (`h`), where cells begin or end at them. */
export function boundariesOf({ xs, ys, cells }: PageTable, axis: Segment['axis'], lines: DrawnLines): Boundary[] {
  const [places, along] = axis === 'v' ? [xs, ys] : [ys, xs];
  const spans: Span[][] = places.map(() => []);
  for (const { row, col, rowSpan, colSpan } of cells) {
    const [first, count, start, length] = axis === 'v' ? [col, colSpan, row, rowSpan] : [row, rowSpan, col, colSpan];
    const span: Span = [along[start] as number, along[start + length] as number];
    spans[first]?.push(span);
    spans[first + count]?.push(span);
  }
  return spans.flatMap((own, index) =>
    united(own).map(([from, to]): Boundary => {
      const line: Segment = { axis, at: places[index] as number, from, to };
      return { ...line, index, evidence: lines.on(line) };
    }),
  );
}
