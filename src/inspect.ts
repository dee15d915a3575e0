import type { Diagnostic } from './contract/document.js';
import type { Mark, PageDrawing, Role, Stage } from './contract/drawing.js';
import { EvalxError } from './errors.js';
import type { Box, Place } from './geometry/box.js';
import { type Turn, turnBack, turnPageBack } from './geometry/turn.js';
import { boxOfCell, boxOfLine } from './grid/cells.js';
import type { GridCell, Segment } from './grid/grid-types.js';
import { boundaryMarks, regionMarks } from './inspect/layout-marks.js';
import type { Cell, Line, PageLayout, Table } from './layout/layout-types.js';
import type { PageStages } from './layout/page.js';
import { stitch } from './layout/stitch/stitch.js';
import { diagnosticsOf, type Message, messageOf, say, type Wording } from './messages/say.js';
import { readPages } from './pages/read-pages.js';
import type { ReadingOptions } from './pages/reading-options.js';
import type { Glyph, PageContent } from './reader/reader-types.js';
import { normalise } from './text/normalise.js';

export interface InspectOptions extends Omit<ReadingOptions, 'pages'> {
  /** 1-based. */
  readonly page: number;
  readonly stage: Stage;
}

export interface Inspection {
  readonly drawing: PageDrawing;
  /** What is to be said of this page. */
  readonly diagnostics: readonly Diagnostic[];
}

interface SeenPage {
  readonly content: PageContent;
  readonly stages: PageStages;
}

interface Seen extends SeenPage {
  /** The pages that the stage needs: all of them, or this one. */
  readonly file: readonly PageLayout[];
  readonly wording: Wording;
}

/**
 * Draws one stage of the reading of one page.
 *
 * @throws {EvalxError} as {@link parse} does, and `pdf-damaged` where this page cannot be read.
 */
export async function inspect(bytes: Uint8Array, options: InspectOptions): Promise<Inspection> {
  const { page, stage, ...reading } = options;
  const { marks, wholeFile } = STAGES[stage];
  let seen: SeenPage | undefined;
  const { pageCount, layouts, diagnostics } = await readPages(
    bytes,
    { ...reading, pages: [page] },
    (content, stages) => {
      seen = { content: asSeen(content), stages };
    },
  );
  if (!seen) {
    const why = diagnostics[0] ?? messageOf('pageUnseen', { page });
    throw new EvalxError(messageOf('pageNotSeen', { why }));
  }
  const others = Array.from({ length: pageCount }, (_, i) => i + 1).filter((number) => number !== page);
  const rest = wholeFile && others.length > 0 ? (await readPages(bytes, { ...reading, pages: others })).layouts : [];
  const file = [...layouts, ...rest].sort((a, b) => a.page - b.page);
  const { width, height } = seen.content;
  return {
    drawing: { page, width, height, marks: marks({ ...seen, file, wording: options }) },
    diagnostics: diagnosticsOf(diagnostics, options),
  };
}

/** The page as it is seen, where it was read from a picture that had to be turned or levelled. */
function asSeen({ turn, ...page }: PageContent): PageContent {
  return turn ? turnPageBack(page, turn) : page;
}

/** Each stage with what it draws, and whether what it believes of a page depends on the other pages. */
const STAGES = {
  items: { marks: itemMarks, wholeFile: false },
  rulings: { marks: rulingMarks, wholeFile: false },
  regions: { marks: regionStage, wholeFile: false },
  separators: { marks: boundaryStage('v'), wholeFile: false },
  rows: { marks: boundaryStage('h'), wholeFile: false },
  cells: { marks: cellMarks, wholeFile: false },
  tables: { marks: tableMarks, wholeFile: true },
} satisfies Record<Stage, { marks: (seen: Seen) => Mark[]; wholeFile: boolean }>;

function itemMarks({ content }: Seen): Mark[] {
  const isSpace = (g: Glyph): boolean => g.text.trim() === '';
  return [
    ...content.images.map((box): Mark => ({ kind: 'box', role: 'image', box })),
    ...content.glyphs.map((g): Mark => ({ kind: 'box', role: isSpace(g) ? 'space' : 'glyph', box: g.box })),
    ...content.glyphs.filter((g) => !isSpace(g)).map((g) => glyphMark(g, 'text')),
  ];
}

function rulingMarks({ content, stages: { segments, sheets } }: Seen): Mark[] {
  const merged = segments.map((s): Mark => {
    const box = turnBack(boxOfLine(s), turnOf(sheets));
    return { kind: 'line', role: box.x1 - box.x0 > box.y1 - box.y0 ? 'horizontal' : 'vertical', box };
  });
  const edges = content.edges.map((e): Mark => ({ kind: 'line', role: 'edge', box: boxOfLine(e) }));
  return [...printMarks(content), ...edges, ...merged];
}

function regionStage({ content, stages, wording }: Seen): Mark[] {
  return [...printMarks(content), ...regionMarks(stages, wording)];
}

function boundaryStage(axis: Segment['axis']) {
  return ({ content, stages, wording }: Seen): Mark[] => [
    ...printMarks(content),
    ...boundaryMarks(stages, content.edges, axis, wording),
  ];
}

function cellMarks({ stages: { grids, sheets } }: Seen): Mark[] {
  const turn = turnOf(sheets);
  const boxes = grids.flatMap((grid) =>
    grid.cells.map((cell) => ({ cell, box: turnBack(boxOfCell(grid, cell), turn) })),
  );
  return [
    ...sheets.flatMap(({ lines }) => lines.flatMap((line) => lineMarks(line, turn, 'print'))),
    ...boxes.map(({ cell, box }): Mark => ({ kind: 'box', role: cellRole(cell), box })),
    ...sheets
      .flatMap(({ tables }) => tables.flatMap(({ cells }) => cells))
      .flatMap(({ lines }) => lines.flatMap((line) => lineMarks(line, turn, 'text'))),
    ...boxes.map(({ cell, box }) => labelMark(cell, box, turn)),
  ];
}

function tableMarks({ content, stages: { sheets }, file, wording }: Seen): Mark[] {
  const here = ({ page }: Place): boolean => page === content.number;
  const tables = stitch(file).filter((block) => block.kind === 'table');
  const cells = tables.flatMap((table) =>
    table.cells.flatMap((cell) => cell.places.filter(here).map(({ bbox }) => ({ cell, box: bbox }))),
  );
  return [
    ...printMarks(content),
    ...cells.map(({ cell, box }): Mark => ({ kind: 'box', role: cellRole(cell), box, title: cellTitle(cell) })),
    ...tables.flatMap((table, i) =>
      table.places
        .filter(here)
        .map(
          ({ bbox }): Mark => ({ kind: 'box', role: 'table', box: bbox, title: say(tableTitle(table, i), wording) }),
        ),
    ),
    ...cells.map(({ cell, box }) => labelMark(cell, box, turnOf(sheets))),
  ];
}

/** Radicals and the like look alike, and few fonts have them. */
const glyphMark = ({ box, text, size, angle }: Omit<Glyph, 'vertical'>, role: Role): Mark => ({
  kind: 'text',
  role,
  box,
  text: normalise(text),
  size,
  angle,
});

/** The page itself, to stay behind the marks. */
const printMarks = ({ glyphs }: PageContent): Mark[] =>
  glyphs.filter((g) => g.text.trim() !== '').map((g) => glyphMark(g, 'print'));

/** A line of text; one that runs downwards is a mark a character. */
function lineMarks({ text, box, size }: Line, turn: Turn, role: Role): Mark[] {
  const chars = [...text.trim()];
  const mark = (part: string, b: Box): Mark =>
    glyphMark({ text: part, box: turnBack(b, turn), size, angle: turn.angle }, role);
  const height = box.y1 - box.y0;
  if (chars.length < 2 || height < STACKED * size || box.x1 - box.x0 > STACKED * size) return [mark(text.trim(), box)];
  const step = height / chars.length;
  return chars.map((char, i) => mark(char, { ...box, y0: box.y0 + i * step, y1: box.y0 + (i + 1) * step }));
}

/** A line of several characters that is so much higher than its text, and no wider, runs downwards. */
const STACKED = 1.5;

/** The sheets of a page are turned alike. */
const turnOf = ([sheet]: readonly PageLayout[]): Turn => (sheet as PageLayout).turn;

const cellRole = ({ rowSpan, colSpan }: GridCell): Role => (rowSpan * colSpan > 1 ? 'merged' : 'cell');
const cellTitle = (cell: Cell): string => `${position(cell)} ${cell.text}`;
const tableTitle = ({ rows, cols }: Table, index: number): Message =>
  messageOf('tableSize', { number: index + 1, rows, columns: cols });

/** Row and column, and rows x columns of a merged cell. */
const position = ({ row, col, rowSpan, colSpan }: GridCell): string =>
  `${row},${col}${rowSpan * colSpan > 1 ? ` ${rowSpan}x${colSpan}` : ''}`;

const LABEL_SIZE = 4.5;
/** Width of a digit in most fonts, in its size. */
const DIGIT_WIDTH = 0.55;

/** The position in the corner where reading of the cell begins. */
function labelMark(cell: GridCell, { x0, y0, x1, y1 }: Box, { angle }: Turn): Mark {
  const text = position(cell);
  const size = LABEL_SIZE;
  const length = text.length * DIGIT_WIDTH * size;
  const corners: Readonly<Record<number, Box>> = {
    90: { x0, x1: x0 + size, y0: y1 - length, y1 },
    180: { x0: x1 - length, x1, y0: y1 - size, y1 },
    270: { x0: x1 - size, x1, y0, y1: y0 + length },
  };
  const box = corners[angle] ?? { x0, x1: x0 + length, y0, y1: y0 + size };
  return { kind: 'text', role: 'label', box, text, size, angle };
}
