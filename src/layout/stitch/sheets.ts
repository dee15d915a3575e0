import { midY } from '../../geometry/box.js';
import type { Line, PageLayout } from '../layout-types.js';
import { type OpenTable, openTable } from './open-table.js';
import type { RunningHeads } from './running-heads.js';

/** A line with the sheet on which it stands. */
export interface SheetLine {
  readonly line: Line;
  readonly sheet: PageLayout;
}

/** What is to be put together: a sheet, with what stands on others that hold the rest of its columns. */
export interface Sheet {
  readonly layout: PageLayout;
  readonly tables: OpenTable[];
  readonly lines: SheetLine[];
  /** The last page that holds a part of it. */
  lastPage: number;
}

export const toSheet = (layout: PageLayout, { numbers }: RunningHeads): Sheet => ({
  layout,
  tables: layout.tables.map((table) => openTable(table, layout)),
  lines: layout.lines.filter((line) => !numbers.has(line)).map((line) => ({ line, sheet: layout })),
  lastPage: layout.page,
});

/** The tables and lines of a sheet from top to bottom. */
export function partsOf({ tables, lines }: Sheet): (OpenTable | SheetLine)[] {
  const parts: { top: number; left: number; part: OpenTable | SheetLine }[] = [
    ...tables.map((part) => ({ top: part.y0, left: part.bounds[0]?.x ?? 0, part })),
    ...lines.map((part) => ({ top: midY(part.line.box), left: part.line.box.x0, part })),
  ];
  return parts.sort((a, b) => a.top - b.top || a.left - b.left).map(({ part }) => part);
}
