import type { Mark } from '../contract/drawing.js';
import type { Box } from '../geometry/box.js';
import { levelled, type Turn, turnBack } from '../geometry/turn.js';
import type { Segment } from '../grid/grid-types.js';
import type { PageLayout, PageTable } from '../layout/layout-types.js';
import type { PageStages } from '../layout/page.js';
import { messageOf, say, type Wording } from '../messages/say.js';
import type { Ruling } from '../reader/reader-types.js';
import { type Boundary, boundariesOf, DrawnLines } from './boundaries.js';

const lineBox = ({ axis, at, from, to }: Pick<Segment, 'axis' | 'at' | 'from' | 'to'>): Box =>
  axis === 'h' ? { x0: from, x1: to, y0: at, y1: at } : { x0: at, x1: at, y0: from, y1: to };

/** The sheets of a page, the tables on them, and the lines of text that belong to none. */
export function regionMarks({ sheets }: PageStages, wording: Wording): Mark[] {
  const tables = sheets.flatMap((sheet) => sheet.tables.map((table) => ({ table, turn: sheet.turn })));
  return [
    ...sheets.map(({ frame, turn }, i): Mark => {
      return {
        kind: 'box',
        role: 'sheet',
        box: turnBack(frame, turn),
        title: say(messageOf('sheet', { number: i + 1 }), wording),
      };
    }),
    ...sheets.flatMap(({ lines, turn }) =>
      lines.map(
        ({ box, text }): Mark => ({ kind: 'box', role: 'loose', box: turnBack(box, turn), title: text.trim() }),
      ),
    ),
    ...tables.map(({ table, turn }, i): Mark => {
      const { columnsFrom, xs, ys, bbox } = table;
      const size = messageOf('tableSize', { number: i + 1, rows: ys.length - 1, columns: xs.length - 1 });
      const title = say(messageOf(columnsFrom === 'rulings' ? 'byRulings' : 'byText', { table: size }), wording);
      return { kind: 'box', role: columnsFrom === 'rulings' ? 'ruled' : 'unruled', box: turnBack(bbox, turn), title };
    }),
  ];
}

/** The boundaries between the columns (`v`) or the rows (`h`) of each table, and what made them. */
export function boundaryMarks(
  { sheets, segments }: PageStages,
  edges: readonly Ruling[],
  axis: Segment['axis'],
  wording: Wording,
): Mark[] {
  const { turn } = sheets[0] as PageLayout;
  const lines = new DrawnLines(
    segments,
    edges.map((edge) => upright(edge, turn)),
  );
  const tables: readonly PageTable[] = sheets.flatMap((sheet) => sheet.tables);
  return tables.flatMap((table, i) =>
    boundariesOf(table, axis, lines).map((boundary): Mark => {
      const box = turnBack(lineBox(boundary), turn);
      return { kind: 'line', role: boundary.evidence, box, title: titleOf(boundary, i + 1, wording) };
    }),
  );
}

/** An edge of the page as it is seen, where it stands when the page is upright. */
function upright(edge: Ruling, turn: Turn): Segment {
  const { x0, y0, x1, y1 } = levelled(lineBox(edge), turn);
  return x1 - x0 > y1 - y0
    ? { axis: 'h', at: (y0 + y1) / 2, from: x0, to: x1 }
    : { axis: 'v', at: (x0 + x1) / 2, from: y0, to: y1 };
}

function titleOf({ axis, index, evidence }: Boundary, table: number, wording: Wording): string {
  const made = messageOf(MADE[evidence], {});
  const place = { table, number: index + 1, made };
  return say(axis === 'v' ? messageOf('columnBoundary', place) : messageOf('rowBoundary', place), wording);
}

const MADE = { drawn: 'madeByLine', filled: 'madeByArea', written: 'madeByText' } as const;
