import type { Owner } from './locator.js';
import { type Placed, spanOf } from './runs.js';
import { RUN_TOLERANCES as RUN } from './tolerances.js';

type Edge = 'from' | 'to';

/** Where the texts of tables begin and end in their cells, as told by the runs that stand in one cell. */
export class Alignment {
  private readonly settled: readonly (readonly Placed[])[];
  /** For each edge of a column how far off it its texts are, and likewise for all columns of a table. */
  private known: Map<string, number[]> | null = null;

  /** `settled`: runs that stand in one cell, without blanks. */
  constructor(settled: readonly (readonly Placed[])[]) {
    this.settled = settled;
  }

  knowsOne(before: Placed, behind: Placed): boolean {
    return this.isOfColumn('to', before) || this.isOfColumn('from', behind);
  }

  knowsBoth(before: Placed, behind: Placed): boolean {
    return (
      (this.isOfTable('to', before) || this.isOfColumn('to', before)) &&
      (this.isOfTable('from', behind) || this.isOfColumn('from', behind))
    );
  }

  private isOfColumn(edge: Edge, one: Placed): boolean {
    if (!one.owner) return false;
    const [same, all] = this.count(columnKey(edge, one.owner, one.glyph.angle), edge, one);
    return same > 1 && same * 2 > all;
  }

  private isOfTable(edge: Edge, one: Placed): boolean {
    if (!one.owner) return false;
    const [same, all] = this.count(tableKey(edge, one.owner, one.glyph.angle), edge, one);
    return same > 1 && same > RUN.minAligned * all;
  }

  /** How many texts stand as far off their border, and how many there are. */
  private count(key: string, edge: Edge, one: Placed): [same: number, all: number] {
    this.known ??= this.collect();
    const known = this.known.get(key) ?? [];
    const at = offBorder(edge, one);
    return [known.filter((other) => Math.abs(other - at) <= RUN.aligned * one.glyph.size).length, known.length];
  }

  private collect(): Map<string, number[]> {
    const all = new Map<string, number[]>();
    const note = (edge: Edge, one: Placed | undefined): void => {
      if (!one?.owner) return;
      for (const key of [columnKey, tableKey]) {
        const name = key(edge, one.owner, one.glyph.angle);
        const list = all.get(name);
        if (list) list.push(offBorder(edge, one));
        else all.set(name, [offBorder(edge, one)]);
      }
    };
    for (const run of this.settled) {
      note('from', run[0]);
      note('to', run.at(-1));
    }
    return all;
  }
}

const offBorder = (edge: Edge, { owner, glyph, ...span }: Placed): number =>
  owner ? Math.abs(spanOf(owner.box, glyph.angle)[edge] - span[edge]) : Number.NaN;

const tableKey = (edge: Edge, owner: Owner, angle: number): string => `${owner.table} ${edge} ${angle}`;

const columnKey = (edge: Edge, owner: Owner, angle: number): string =>
  `${tableKey(edge, owner, angle)} ${spanOf(owner.box, angle)[edge].toFixed(1)}`;
