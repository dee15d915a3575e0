import { type Box, midX, midY, union } from '../../geometry/box.js';
import { median } from '../../geometry/order.js';
import type { Glyph } from '../../reader/reader-types.js';
import { isCaption } from '../../text/caption.js';
import type { Line } from '../layout-types.js';
import { wordsIn } from '../lines.js';
import { LAYOUT_TOLERANCES } from '../tolerances.js';
import { type Gutter, guttersOf, type TextRow } from './gutters.js';
import { REGION_TOLERANCES as TOL } from './tolerances.js';

/**
 * The parts of a text that are read one after another: cut at gutters on whose two sides stands nothing that belongs together, a
 * table beside prose or beside another table with a caption of its own; and these again (recursive X-Y cuts, Nagy and Seth 1984,
 * by evidence instead of widths). The columns of a table have gutters, too: those stay uncut.
 */
export function columnsOf(glyphs: readonly Glyph[]): (readonly Glyph[])[] {
  const rows = rowsOf(glyphs);
  const gutters = guttersOf(rows).filter(({ first, last }) => last - first + 1 >= TOL.columnLines);
  const cut = betweenCaptions(gutters, rows) ?? besideProse(gutters, rows, glyphs);
  const parts = cut ? partsOf(cut, glyphs).filter((part) => part.length > 0) : [];
  return parts.length > 1 ? parts.flatMap(columnsOf) : [glyphs];
}

/** The lines of a text, each cut where its gaps may be those of columns. */
const rowsOf = (glyphs: readonly Glyph[]): TextRow[] =>
  wordsIn(glyphs, LAYOUT_TOLERANCES.textGap, Number.POSITIVE_INFINITY).map(({ words }) => words);

/** A stretch of the page and where it is cut in two. */
interface Cut {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

/** The stretch from one line to another. */
function cutOf({ from, to }: Gutter, rows: readonly TextRow[]): Cut {
  const { y0, y1 } = union(rows.flatMap((row) => row.map(({ box }) => box))) as Box;
  return { x: (from + to) / 2, top: y0, bottom: y1 };
}

/**
 * Between two captions side by side, at the gutter that runs furthest down; of several at the widest, and at that on whose sides
 * each caption begins with what is below it or is centred over it.
 */
function betweenCaptions(gutters: readonly Gutter[], rows: readonly TextRow[]): Cut | null {
  let best: { cut: Cut; last: number; off: number } | null = null;
  for (const gutter of gutters) {
    const band = rows.slice(gutter.first, gutter.last + 1);
    const sides = (row: TextRow): [TextRow, TextRow] => [
      row.filter(({ box }) => box.x1 <= gutter.from),
      row.filter(({ box }) => box.x0 >= gutter.to),
    ];
    const start = band.findIndex((row) => sides(row).every((side) => side.some(({ text }) => isCaption(text))));
    if (start < 0 || (best && gutter.last < best.last)) continue;
    const below = band.slice(start + 1).map(sides);
    const off = sides(band[start] as TextRow).reduce((sum, side, i) => {
      const caption = side.find(({ text }) => isCaption(text)) as Line;
      return sum + offset(caption.box, union(below.flatMap((parts) => (parts[i] as TextRow).map(({ box }) => box))));
    }, gutter.from - gutter.to);
    if (best && gutter.last === best.last && off >= best.off) continue;
    best = { cut: cutOf(gutter, band.slice(start)), last: gutter.last, off };
  }
  return best?.cut ?? null;
}

/** Points by which a caption neither begins with what is below it nor is centred over it. */
const offset = (caption: Box, below: Box | null): number =>
  below ? Math.min(Math.abs(caption.x0 - below.x0), Math.abs(midX(caption) - midX(below))) : Number.POSITIVE_INFINITY;

/** At the longest gutter with rows of a table on one side and prose on the other. */
function besideProse(gutters: readonly Gutter[], rows: readonly TextRow[], glyphs: readonly Glyph[]): Cut | null {
  for (const gutter of [...gutters].sort((a, b) => b.last - b.first - (a.last - a.first))) {
    const band = rows.slice(gutter.first, gutter.last + 1);
    const cut = cutOf(gutter, band);
    if (!mayBeProse(band, cut.x)) continue;
    const [, left, right] = partsOf(cut, glyphs).map(rowsOf) as [TextRow[], TextRow[], TextRow[], TextRow[]];
    const last = left.map((row) => row.at(-1) as Line);
    const first = right.map((row) => row[0] as Line);
    if (isApart(left, first) || isApart(right, last)) return cut;
  }
  return null;
}

/** Above the cut, left, right, and below it. */
function partsOf({ x, top, bottom }: Cut, glyphs: readonly Glyph[]): Glyph[][] {
  const parts: [Glyph[], Glyph[], Glyph[], Glyph[]] = [[], [], [], []];
  for (const glyph of glyphs) {
    const y = midY(glyph.box);
    parts[y < top ? 0 : y > bottom ? 3 : midX(glyph.box) < x ? 1 : 2].push(glyph);
  }
  return parts;
}

/** Whether on one side of a gutter stand lines as wide as those of prose. */
function mayBeProse(band: readonly TextRow[], x: number): boolean {
  const wide = band.flatMap((row) => row.filter(isWide));
  const left = wide.filter(({ box }) => midX(box) < x).length;
  return Math.max(left, wide.length - left) >= TOL.proseLines;
}

const isWide = ({ box, size }: Line): boolean => box.x1 - box.x0 >= TOL.proseWidth * size;

/**
 * Whether beside rows of several texts runs prose that knows nothing of them: its paragraphs begin elsewhere, and no heading of a
 * column stands over it on the line of a row.
 */
function isApart(rows: readonly TextRow[], lines: readonly Line[]): boolean {
  const begins = beginnings(lines);
  if (!begins) return false;
  const [top, bottom] = [midY((lines[0] as Line).box), midY((lines.at(-1) as Line).box)];
  const texts = rows.filter((row) => {
    const { box, size } = row[0] as Line;
    return row.length > 1 && midY(box) > top - size && midY(box) < bottom + size;
  });
  if (texts.length < TOL.rowsBeside) return false;
  const isLevel = ([first]: TextRow, line: Line): boolean => {
    const { box, size } = first as Line;
    return Math.abs(midY(line.box) - midY(box)) < TOL.sameHeight * size;
  };
  const left = Math.min(...lines.map(({ box }) => box.x0));
  const headings = lines.filter((line) => !isWide(line) && line.box.x0 - left > TOL.indent * line.size);
  if (headings.some((line) => texts.some((row) => isLevel(row, line)))) return false;
  return texts.filter((row) => begins.some((line) => isLevel(row, line))).length < TOL.mostLevel * texts.length;
}

/** The first lines of the paragraphs of prose; null where lines are none: they fill a column, or go on within a sentence. */
function beginnings(lines: readonly Line[]): Line[] | null {
  const wide = lines.filter(isWide);
  if (wide.length < TOL.proseLines || wide.length < TOL.mostWide * lines.length) return null;
  const left = Math.min(...lines.map(({ box }) => box.x0));
  const right = Math.max(...lines.map(({ box }) => box.x1));
  const pitches = lines.slice(1).map((line, i) => midY(line.box) - midY((lines[i] as Line).box));
  const usual = median(pitches) ?? 0;
  const isFull = ({ box, size }: Line): boolean => right - box.x1 < TOL.sameEnd * size;
  const runsOn = lines.filter(
    (line, i) => i > 0 && /^\p{Ll}/u.test(line.text) && !/[.。]$/u.test((lines[i - 1] as Line).text),
  );
  const full = lines.filter(isFull);
  if (Math.max(runsOn.length, full.length) < TOL.mostFull * wide.length) return null;
  return lines.filter((line, i) => {
    const before = lines[i - 1];
    if (!before) return true;
    const isIndented = line.box.x0 - left > TOL.indent * line.size;
    return (
      isIndented ||
      (pitches[i - 1] as number) > TOL.paragraphGap * usual ||
      right - before.box.x1 > TOL.shortLine * line.size
    );
  });
}
