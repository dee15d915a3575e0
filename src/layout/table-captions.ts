import { type Box, midY, overlap, width } from '../geometry/box.js';
import { countBefore } from '../geometry/order.js';
import { levelled, type Turn } from '../geometry/turn.js';
import { behindTableNumber } from '../text/caption.js';
import { joinLines } from '../text/join.js';
import { firstWordWidth } from './first-word.js';
import type { Block, PageLayout, Table } from './layout-types.js';

/** Of a page: what stands on it, where it stands when the page is upright. */
interface Page {
  /** From the top down. */
  readonly lines: readonly Head[];
  readonly tables: readonly Box[];
}

interface Head {
  readonly text: string;
  readonly size: number;
  readonly box: Box;
}

/** Widest room between a table, the lines at it and its caption, in sizes of the text: an empty line and its leading. */
const ROOM = 2.5;
/** Most lines from a caption to its table: a caption of three, a subtitle, the unit. */
const LINES = 5;
/** A caption with so much less room to the table above it than to the one below is that one's. */
const MUCH_NEARER = 0.5;
/** Wrapped lines of a caption have one size, up to so many parts of it. */
const SAME_SIZE = 0.1;

/** The numbered caption of each table in the blocks, in their order: in its first row, above it, or below it; null where none is. */
export function captionsOf(blocks: readonly Block[], layouts: readonly PageLayout[]): (string | null)[] {
  const turns = new Map(layouts.map(({ page, turn }) => [page, turn]));
  const pages = pagesOf(blocks, turns);
  const taken = new Set<Head>();
  const take = (found: Found | null): string | null => {
    if (!found || taken.has(found.head)) return null;
    taken.add(found.head);
    return found.text;
  };
  const tables = blocks.filter((block) => block.kind === 'table');
  const first = tables.map((table) => withinTable(table) ?? take(aboveTable(table, pages, turns)));
  return first.map((caption, i) => caption ?? take(belowTable(tables[i] as Table, pages, turns)));
}

interface Found {
  readonly head: Head;
  readonly text: string;
}

function pagesOf(blocks: readonly Block[], turns: ReadonlyMap<number, Turn>): Map<number, Page> {
  const pages = new Map<number, { lines: Head[]; tables: Box[] }>();
  for (const block of blocks) {
    for (const { page, bbox } of block.kind === 'table' ? block.places : [block.place]) {
      const on = pages.get(page) ?? { lines: [], tables: [] };
      pages.set(page, on);
      const box = uprightBox(bbox, turns.get(page));
      if (block.kind === 'table') on.tables.push(box);
      else on.lines.push({ text: block.text, size: block.size, box });
    }
  }
  for (const { lines } of pages.values()) lines.sort((a, b) => midY(a.box) - midY(b.box) || a.box.x0 - b.box.x0);
  return pages;
}

const uprightBox = (box: Box, turn: Turn | undefined): Box => (turn ? levelled(box, turn) : box);
const isOver = (a: Box, b: Box): boolean => overlap(a.x0, a.x1, b.x0, b.x1) > 0;

/** A caption that is the only text of the first row. */
function withinTable({ cells }: Table): string | null {
  const [text, ...others] = cells.filter((cell) => cell.row === 0 && cell.text !== '').map((cell) => cell.text);
  return text !== undefined && others.length === 0 && behindTableNumber(text) !== null ? text : null;
}

/** Upwards from the table, line by line without much room between them. */
function aboveTable(
  { places }: Table,
  pages: ReadonlyMap<number, Page>,
  turns: ReadonlyMap<number, Turn>,
): Found | null {
  const [{ page, bbox }] = places as [Table['places'][number]];
  const { lines, tables } = pages.get(page) as Page;
  const box = uprightBox(bbox, turns.get(page));
  const heads: Head[] = [];
  let edge = box.y0;
  let widest = 0;
  for (let i = countBefore(lines.length, (k) => midY((lines[k] as Head).box) < box.y0) - 1; i >= 0; i--) {
    const head = lines[i] as Head;
    const room = edge - head.box.y1;
    if (room > ROOM * head.size) return null;
    if (!isOver(head.box, box)) continue;
    if (tables.some((other) => isOver(other, box) && other.y1 <= edge && other.y1 > midY(head.box))) return null;
    widest = Math.max(widest, room);
    heads.unshift(head);
    if (behindTableNumber(head.text) !== null) {
      return isOfTableAbove(head, widest, tables) ? null : { head, text: wholeCaption(heads, width(box)) };
    }
    if (heads.length >= LINES || /[。；！？]/u.test(head.text)) return null;
    edge = Math.min(edge, head.box.y0);
  }
  return null;
}

const isOfTableAbove = ({ box }: Head, room: number, tables: readonly Box[]): boolean =>
  tables.some((other) => isOver(other, box) && other.y1 <= midY(box) && box.y0 - other.y1 < MUCH_NEARER * room);

/** The line right below the last piece. */
function belowTable(
  { places }: Table,
  pages: ReadonlyMap<number, Page>,
  turns: ReadonlyMap<number, Turn>,
): Found | null {
  const { page, bbox } = places.at(-1) as Table['places'][number];
  const { lines } = pages.get(page) as Page;
  const box = uprightBox(bbox, turns.get(page));
  for (let i = countBefore(lines.length, (k) => midY((lines[k] as Head).box) <= box.y1); i < lines.length; i++) {
    const head = lines[i] as Head;
    if (head.box.y0 - box.y1 > ROOM * head.size) return null;
    if (!isOver(head.box, box)) continue;
    if (behindTableNumber(head.text) === null) return null;
    return {
      head,
      text: wholeCaption(
        lines.slice(i, i + LINES).filter((line) => isOver(line.box, box)),
        width(box),
      ),
    };
  }
  return null;
}

/** The caption with the lines that it is wrapped to; a number alone with the title that stands beside or below it. */
function wholeCaption([first, ...rest]: readonly Head[], room: number): string {
  const { text } = first as Head;
  if (/^[\s.．:：）)】\]]*$/u.test(behindTableNumber(text) ?? '')) {
    const title = rest.find((line) => !isAside(line));
    return title ? `${text} ${title.text}` : text;
  }
  const parts = [text];
  let last = first as Head;
  for (const next of rest) {
    if (!goesOn(last, next, room)) break;
    parts.push(next.text);
    last = next;
  }
  return joinLines(parts);
}

/** Whether a line of a caption had no room for the first word of the next one, or breaks off in a sentence. */
function goesOn(line: Head, next: Head, room: number): boolean {
  const isBelow = midY(next.box) - midY(line.box) > line.size / 2 && next.box.y0 - line.box.y1 < line.size;
  if (!isBelow || isAside(next) || Math.abs(next.size - line.size) > SAME_SIZE * line.size) return false;
  const isInSentence = /\p{Script=Latin}[,-]?$/u.test(line.text) && /^\p{Ll}/u.test(next.text);
  return isInSentence || width(line.box) + firstWordWidth(next.text) * line.size > room;
}

/** A unit, a label with its value, a text in brackets. */
const isAside = ({ text }: Head): boolean => /[:：]|^[（([【]/u.test(text);
