import type { Area } from '../../raster/raster-types.js';
import { matchKey } from '../../text/label.js';
import type { ReadChar, ReadLine } from '../ocr-types.js';
import { OCR_CORRECT_TOLERANCES as TOL } from './tolerances.js';

const STROKE = /^[-－—–―~]$/u;
const HAN = /^\p{Script=Han}$/u;

/** The labels that a text may stand for. Who asks for the reading knows them; a picture does not. */
export interface KnownLabels {
  /** The form in which texts are compared with the labels. */
  keyOf(text: string): string;
  /** Labels, as keys: a text that is nearly one of them is put right. */
  readonly labels: ReadonlySet<string>;
  /** Other texts that are known, as keys: what is nearly one of them may be just that, and stays as it was read. */
  readonly values: ReadonlySet<string>;
}

/** A text that was taken for a label. */
export interface MatchedLabel {
  readonly read: string;
  readonly label: string;
}

/**
 * The lines of cells, where the text of a cell is a label of forms but for characters that the engine may have mistaken,
 * with those put right. All other text stays as it was read.
 */
export function withLabels(
  lines: readonly ReadLine[],
  known: KnownLabels,
): { lines: ReadLine[]; matched: MatchedLabel[] } {
  const matched: MatchedLabel[] = [];
  const right = new Map<ReadChar, ReadChar | null>();
  const all = [...new Set([...known.labels, ...known.values])];
  for (const cell of byCell(lines).values()) {
    const chars = cell.flatMap((line) => line.chars).filter(({ text }) => matchKey(text) !== '');
    const read = chars.map(({ text }) => text).join('');
    const stray = strayMarks(
      cell.flatMap((line) => line.chars),
      known,
    );
    for (const char of stray) right.set(char, null);
    if (stray.length > 0) continue;
    const label = labelOf(chars, known.keyOf(read), known, all);
    if (!label) continue;
    for (const [char, text] of label.replaced) {
      const others = [{ text: char.text, confidence: char.confidence }, ...char.others];
      right.set(char, { ...char, text, others: others.filter((other) => other.text !== text) });
    }
    matched.push({ read, label: label.key });
  }
  const put = (line: ReadLine): ReadLine => ({
    ...line,
    chars: line.chars.flatMap((char) => {
      const other = right.get(char);
      return other === null ? [] : [other ?? char];
    }),
  });
  return { lines: right.size === 0 ? [...lines] : lines.map(put), matched };
}

/** The marks at the ends of a text that is a label without them, and none with them: specks, and what is left of borders. */
function strayMarks(chars: readonly ReadChar[], { keyOf, labels }: KnownLabels): readonly ReadChar[] {
  const first = chars.findIndex(({ text }) => !MARK.test(text));
  const end = chars.findLastIndex(({ text }) => !MARK.test(text)) + 1;
  const marks = [...chars.slice(0, Math.max(0, first)), ...chars.slice(end)];
  const key = (list: readonly ReadChar[]): string => keyOf(list.map(({ text }) => text).join(''));
  return marks.length > 0 && !labels.has(key(chars)) && labels.has(key(chars.slice(first, end))) ? marks : [];
}

/** What no label begins or ends with; figures are its points. */
const MARK = /^[^\p{L}\p{N}()（）]$/u;

function byCell(lines: readonly ReadLine[]): Map<Area, ReadLine[]> {
  const cells = new Map<Area, ReadLine[]>();
  for (const line of [...lines].sort((a, b) => a.area.y0 - b.area.y0)) {
    const cell = cells.get(line.area.region);
    if (cell) cell.push(line);
    else cells.set(line.area.region, [line]);
  }
  return cells;
}

/** The label that a misread text stands for, and what must be replaced to get it; null if no label fits, or several do. */
function labelOf(
  chars: readonly ReadChar[],
  key: string,
  { labels, values }: KnownLabels,
  all: readonly string[],
): { key: string; replaced: [ReadChar, string][] } | null {
  if (key.length < 2 || labels.has(key) || values.has(key)) return null;
  const start = chars
    .map(({ text }) => matchKey(text))
    .join('')
    .indexOf(key);
  const own = chars.slice(start, start + key.length);
  if (start < 0 || own.some(({ text }) => matchKey(text).length !== 1)) return null;
  const most = (key.length < TOL.longLabel ? TOL.maxCost : TOL.maxCostLong) * key.length;
  const found = all
    .filter((label) => label.length === key.length)
    .map((label) => ({ label, cost: costOf(own, key, label) }))
    .filter(({ cost }) => cost <= most + TOL.costMargin)
    .sort((a, b) => a.cost - b.cost);
  const [best, next] = found;
  if (!best || !labels.has(best.label) || best.cost > most || (next && next.cost < best.cost + TOL.costMargin))
    return null;
  const replaced = own.flatMap((char, i): [ReadChar, string][] => {
    const text = best.label[i] as string;
    return text === key[i] ? [] : [[char, text]];
  });
  return { key: best.label, replaced };
}

function costOf(chars: readonly ReadChar[], key: string, label: string): number {
  let cost = 0;
  for (const [i, { others, confidence }] of chars.entries()) {
    const wanted = label[i] as string;
    if (key[i] === wanted) continue;
    if (wanted === '一' && STROKE.test(key[i] as string)) {
      cost += TOL.alikeCost;
      continue;
    }
    if (!HAN.test(wanted) || !HAN.test(key[i] as string)) return Number.POSITIVE_INFINITY;
    if (others.some(({ text }) => text === wanted)) cost += TOL.offeredCost;
    else cost += confidence < TOL.quiteSure ? TOL.unsureCost : Number.POSITIVE_INFINITY;
  }
  return cost;
}
