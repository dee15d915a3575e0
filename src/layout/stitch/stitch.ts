import type { AsideReason } from '../../reader/reader-types.js';
import type { Block, Line, PageLayout, SetAside } from '../layout-types.js';
import { textOf } from '../lines.js';
import { append } from './append.js';
import { joinBeside } from './beside/beside.js';
import { addHead, captionOf, emptyHeads, type Heads } from './captions.js';
import { matchColumns, withOpenSide } from './columns.js';
import {
  type Between,
  columnsEvidence,
  type Fate,
  linesEvidence,
  roomEvidence,
  rowsEvidence,
  scoreOf,
} from './evidence.js';
import { type OpenCell, type OpenTable, placeOf, toTable } from './open-table.js';
import { hangsOut, overflows, takeIn } from './overflow.js';
import { RowIndex, repeatedRows, startsAgain } from './rows.js';
import { type RunningHeads, runningHeads } from './running-heads.js';
import { partsOf, type Sheet, type SheetLine, toSheet } from './sheets.js';
import { STITCH_TOLERANCES as TOL } from './tolerances.js';

/**
 * Puts the sheets together: tables that go on over a page break become one; all else follows in reading order. `setAside` is
 * told of the text that no block holds.
 */
export function stitch(pages: readonly PageLayout[], setAside: (text: SetAside) => void = () => {}): Block[] {
  const heads = runningHeads(pages);
  for (const page of pages) for (const one of asideOf(page, heads.numbers)) setAside(one);
  const stitcher = new Stitcher(heads, setAside);
  const sheets = pages.map((page) => toSheet(page, heads));
  for (const sheet of joinBeside(sheets, heads, setAside)) {
    stitcher.begin(sheet);
    for (const part of partsOf(sheet)) {
      if ('rows' in part) stitcher.table(part);
      else stitcher.line(part);
    }
  }
  return stitcher.finish();
}

/** A table that may go on, and what is known of it. */
interface Open {
  readonly table: OpenTable;
  readonly index: RowIndex;
  readonly heads: Heads;
  /** Count of the sheets when its last part was found. */
  sheet: number;
  /** Lines behind its last part, in reading order. */
  between: Between[];
  /** Lines between its parts that are no part of it: they follow it. */
  readonly after: Block[];
}

class Stitcher {
  private readonly blocks: Block[] = [];
  private readonly running: RunningHeads;
  private readonly setAside: (text: SetAside) => void;
  private open: Open | null = null;
  /** What the lines since the last table call the next one. */
  private heads = emptyHeads();
  private sheet = 0;
  private isFirst = true;
  /** The pages after which the next one comes. */
  private pages = new Set<number>();

  constructor(running: RunningHeads, setAside: (text: SetAside) => void) {
    this.running = running;
    this.setAside = setAside;
  }

  begin({ layout, lastPage }: Sheet): void {
    this.sheet++;
    this.isFirst = true;
    if (this.open && (this.open.sheet + 1 < this.sheet || !this.pages.has(layout.page - 1))) this.close();
    this.pages = new Set([layout.page - 1, layout.page, lastPage]);
  }

  line({ line, sheet: page }: SheetLine): void {
    addHead(this.heads, captionOf(line, this.running.usualSize));
    const { open } = this;
    if (!open) {
      this.blocks.push(this.toTextLine(line, page));
      return;
    }
    const isRunning = this.running.repeated.has(line);
    const is = isRunning ? 'running' : overflows(open.table, line, page) ? 'overflow' : 'text';
    open.between.push({ line, sheet: page, where: page === open.table.sheet ? 'foot' : 'head', is });
  }

  table(next: OpenTable): void {
    const joined = this.isFirst && this.open !== null && this.open.sheet < this.sheet && this.join(this.open, next);
    if (!joined) {
      this.close();
      addTitleRows(this.heads, next, this.running.usualSize);
      const { heads, sheet } = this;
      this.open = { table: next, index: new RowIndex(next), heads, sheet, between: [], after: [] };
    }
    this.heads = emptyHeads();
    this.isFirst = false;
  }

  finish(): Block[] {
    this.close();
    return this.blocks;
  }

  /** Joins the next part to the open table if all that is known of both says so. */
  private join(open: Open, part: OpenTable): boolean {
    const { table, index, between } = open;
    if (part.sheet.turn.angle !== table.sheet.turn.angle) return false;
    const next = withOpenSide(table, part);
    const match = matchColumns(table, next);
    if (!match) return false;
    const repeated = repeatedRows(table, next, match, index);
    const again = startsAgain(table, next, match, repeated, index);
    const room = roomEvidence(table, next, between);
    const lines = linesEvidence(between, open.heads, this.running.usualSize);
    const header =
      (repeated > 0 && room > 0 ? TOL.strong : 0) - (again === 'surely' ? TOL.decisive : again ? TOL.strong : 0);
    const evidence = {
      columns: columnsEvidence(match),
      room,
      rows: rowsEvidence(table, next, match, repeated),
      header,
      lines: lines.weight,
    };
    if (scoreOf(evidence) < TOL.joins) return false;
    for (const one of between) if (one.is === 'overflow') takeIn(table, one.line, one.sheet);
    append(table, next, match, repeated, this.setAside);
    for (const [one, fate] of lines.fates) this.leave(open, one, fate);
    open.between = [];
    open.sheet = this.sheet;
    return true;
  }

  /** Puts a line between two parts that were joined where it belongs. */
  private leave(open: Open, { line, sheet, is }: Between, fate: Fate): void {
    if (fate === 'aside') {
      this.setAside(aside(is === 'running' ? 'running-head' : 'repeated-header', line, sheet));
    } else if (fate === 'below') open.after.push(this.toTextLine(line, sheet));
    else {
      addHead(open.heads, captionOf(line, this.running.usualSize));
      this.blocks.push(this.toTextLine(line, sheet));
    }
  }

  private close(): void {
    if (!this.open) return;
    const { table, between, after } = this.open;
    const end = between.findIndex(({ is }) => is === 'text');
    const hanging = new Set(
      between
        .slice(0, end < 0 ? between.length : end)
        .filter((one) => one.is === 'overflow' && hangsOut(table, one.line)),
    );
    for (const { line, sheet } of hanging) takeIn(table, line, sheet);
    this.blocks.push(toTable(table), ...after);
    for (const one of between) if (!hanging.has(one)) this.blocks.push(this.toTextLine(one.line, one.sheet));
    this.open = null;
  }

  private toTextLine(line: Line, page: PageLayout): Block {
    return {
      kind: 'line',
      text: line.text.trim(),
      size: line.size,
      running: this.running.repeated.has(line),
      place: placeOf(line.box, page),
      ...(line.doubts ? { doubts: line.doubts } : {}),
    };
  }
}

/** A title may stand in the first rows of a table, too. */
function addTitleRows(heads: Heads, table: OpenTable, usualSize: number): void {
  for (const row of table.rows) {
    const filled = row.filter((cell) => cell.lines.length > 0);
    const [line] = filled[0]?.lines ?? [];
    if (filled.length !== 1 || !line) return;
    addHead(heads, captionOf({ text: textOf(filled[0] as OpenCell), size: line.size }, usualSize));
  }
}

const aside = (reason: AsideReason, line: Line, page: PageLayout): SetAside => ({
  reason,
  text: line.text.trim(),
  place: placeOf(line.box, page),
});

const asideOf = (page: PageLayout, numbers: ReadonlySet<Line>): SetAside[] => [
  ...page.aside.map(({ reason, text, box }) => ({ reason, text, place: placeOf(box, page) })),
  ...page.lines.filter((line) => numbers.has(line)).map((line) => aside('page-number', line, page)),
];
