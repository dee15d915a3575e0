import { midX, midY } from '../geometry/box.js';
import type { Glyph } from '../reader/reader-types.js';
import { isRightToLeft, leaning } from '../text/bidi/classes.js';
import { clustersOf, plainLetters, withMarks } from '../text/bidi/clusters.js';
import { drawnBrackets, logicalOrder, type Part, textOfParts } from '../text/bidi/logical-order.js';
import type { Line, PageLayout } from './layout-types.js';
import { LAYOUT_TOLERANCES as TOL } from './tolerances.js';

/**
 * Hebrew and Arabic as they are typed. Producers draw a line in any order, so that its glyphs are put in order by where they
 * stand, from left to right, as in every other script; only when a page is laid out are its lines brought into the order
 * in which they are read: then all of the page tells in which direction a line runs that holds words of both kinds.
 */
export interface Bidi {
  /** With letters for the forms in which they are printed, each with its marks, and texts of several as they would be drawn. */
  readonly glyphs: readonly Glyph[];
  readonly finish: (sheets: readonly PageLayout[]) => readonly PageLayout[];
}

export function bidiOf(glyphs: readonly Glyph[]): Bidi {
  if (!glyphs.some(({ text }) => isRightToLeft(text))) return { glyphs, finish: (sheets) => sheets };
  return { glyphs: inVisualOrder(glyphs), finish: inLogicalOrder };
}

const MARKS = /^\p{M}+$/u;

function inVisualOrder(glyphs: readonly Glyph[]): Glyph[] {
  const found: Glyph[] = [];
  // Marks that were drawn behind the last letter, in the order of drawing.
  let marks: Glyph[] = [];
  for (const drawn of glyphs) {
    const glyph = isRightToLeft(drawn.text) ? { ...drawn, text: plainLetters(drawn.text) } : drawn;
    if (glyph !== drawn && MARKS.test(glyph.text)) marks.push(glyph);
    else {
      found.push(...settled(marks, found, glyph));
      marks = [];
    }
  }
  found.push(...settled(marks, found, null));
  return found.map((glyph) => ({ ...glyph, text: asDrawn(glyph.text) }));
}

/**
 * Puts marks on the letter before or behind them, and answers that behind them: what was drawn from left to right has the
 * marks of a letter before it, what was drawn as it is read has them behind.
 */
function settled(marks: readonly Glyph[], before: Glyph[], next: Glyph | null): Glyph[] {
  const rest = next ? [next] : [];
  const [mark] = marks;
  if (!mark) return rest;
  const last = before.at(-1);
  const isBefore = last !== undefined && isNear(last, mark);
  const isBehind = next !== null && isNear(next, mark);
  if (!isBefore && !isBehind) return [...marks, ...rest];
  const texts = marks.map(({ text }) => text);
  if (isBehind && !(isBefore && runsLeft(last, next))) {
    return [{ ...next, text: withMarks(next.text, texts.reverse().join('')) }];
  }
  before[before.length - 1] = { ...(last as Glyph), text: withMarks((last as Glyph).text, texts.join('')) };
  return rest;
}

/** Whether a mark may be one of a letter: it hangs on it, wherever fonts have the origin of marks. */
const isNear = ({ box, text, size }: Glyph, mark: Glyph): boolean =>
  text.trim() !== '' &&
  Math.abs(midX(box) - midX(mark.box)) <= (box.x1 - box.x0) / 2 + TOL.markReach * size &&
  Math.abs(midY(box) - midY(mark.box)) <= TOL.markReach * size;

const runsLeft = (a: Glyph, b: Glyph): boolean => midX(b.box) < midX(a.box);

/** The text of one glyph, which is in the order of reading, from left to right. */
const asDrawn = (text: string): string =>
  isRightToLeft(text) && clustersOf(text).length > 1 ? textOfParts(logicalOrder(text, true), true) : text;

/**
 * A text without a letter of these scripts was set from right to left all the same where its sign stands behind a number, what
 * ends a sentence before a text, or a bracket closes before one opens.
 */
const SET_LEFTWARDS = /^(?:\p{Nd}[\p{Nd}.,]*[-−+]|[.,:;!?]+[^.,:;!?\s].*|[^([]*[)\]][^)\]]*[([][^)\]]*)$/u;

function inLogicalOrder(sheets: readonly PageLayout[]): PageLayout[] {
  const texts = sheets.flatMap(({ tables, lines }) => [
    ...tables.flatMap(({ cells }) => cells.map((cell) => cell.lines)),
    ...lines.map((line) => [line]),
  ]);
  const page = leaning(texts.flatMap((lines) => lines.map(({ text }) => text)));
  const ordered = new Map<Line, readonly Part[]>();
  for (const lines of texts) {
    const own = lines.map(({ text }) => text);
    const isMixed = own.some(isRightToLeft);
    // A page leans as most of its letters do, a text too; where they disagree, the one that is more of one kind has the say.
    const leans = isMixed ? leaning(own) + page > 0 : page > 0 && own.some((text) => SET_LEFTWARDS.test(text));
    if (isMixed || leans) for (const line of lines) ordered.set(line, logicalOrder(line.text, leans));
  }
  const drawn = [...ordered.values()].reduce((sum, parts) => sum + drawnBrackets(parts), 0) >= 0;
  const finish = (line: Line): Line => {
    const parts = ordered.get(line);
    return parts ? { ...line, text: textOfParts(parts, drawn) } : line;
  };
  return sheets.map((sheet) => ({
    ...sheet,
    tables: sheet.tables.map((table) => ({
      ...table,
      cells: table.cells.map((cell) => ({ ...cell, lines: cell.lines.map(finish) })),
    })),
    lines: sheet.lines.map(finish),
  }));
}
