import type { TextLineArea } from '../raster/text-lines.js';
import type { Area, Gray, Ink } from '../raster/types.js';
import { cropArea, cropOf } from './crop.js';
import { settled } from './settle.js';
import { type Engine, meanConfidence, type ReadChar, type ReadLine, textOf } from './types.js';

/** White above and below a line, as a part of its height, at the first look and at the second. */
const PADDING = [0.2, 0.32] as const;
/** A line with a character of which the engine is less sure is looked at again, */
const UNSURE = 0.7;
/** ... and one that has ink further than this (heights of the line) beyond its first or last character. */
const LEFT_OVER = 0.75;
/** What engines lose. */
const MARK = /^[，。、；：·]$/u;
/** A reading with ink left over counts as much as one whose mean confidence is this much lower. */
const LOSS = 0.2;

/**
 * Reads lines of a sheet, the doubtful ones twice, of which the better reading counts. `all` are the lines of the sheet
 * that may stand before and behind them; `usual` is the height of the ink of most lines, in pixels; `known` are lines that were
 * read already.
 */
export async function readLines(
  areas: readonly TextLineArea[],
  { sheet, all, usual }: Surroundings,
  engine: Engine,
  known: readonly ReadLine[] = [],
): Promise<ReadLine[]> {
  const first = await look(areas.map((area) => shown(area, sheet.gray, PADDING[0], usual)));
  const doubtful = first.flatMap((line, i) => (isDoubtful(line) ? [i] : []));
  const second = await look(doubtful.map((i) => withContext(first[i] as ReadLine)));
  const best = [...first];
  for (const [k, i] of doubtful.entries()) {
    const [before, again] = [first[i] as ReadLine, second[k] as ReadLine];
    const [better, worse] = qualityOf(again) > qualityOf(before) ? [again, before] : [before, again];
    best[i] = {
      ...better,
      spare: [...better.spare, ...worse.spare, ...worse.chars.filter(({ text }) => MARK.test(text))],
    };
  }
  const figure = clearFigure(best, usual);
  const lonely = best.flatMap((line, i) => (isLonely(line, usual) ? [i] : []));
  const third = figure
    ? await look(lonely.map((i) => between(figure, (best[i] as ReadLine).area, undefined, sheet.gray, usual)))
    : [];
  for (const [k, i] of lonely.entries()) best[i] = accompanied(best[i] as ReadLine, third[k], usual);
  const above = new Map<Area, string>();
  for (const { area, chars } of known) above.set(area.region, (above.get(area.region) ?? '') + textOf(chars));
  return best.map((line) => {
    const text = above.get(line.area.region) ?? '';
    const isAlone = !all.some(({ region }, i) => region === line.area.region && all[i] !== line.area);
    const chars = settled(signOf(line, usual, isAlone), sheet, text);
    above.set(line.area.region, text + textOf(chars));
    return { ...line, chars };
  });

  async function look(lines: readonly Shown[]): Promise<ReadLine[]> {
    const read = await engine.read(lines.map(({ picture }) => picture));
    return lines.map(({ area, picture, x0, from, to }, i) => {
      const chars = (read[i] ?? []).map((char) => ({ ...char, at: char.at * picture.width }));
      const own = chars.filter(({ at }) => at >= from && at < to).map((char) => ({ ...char, at: x0 + char.at }));
      return { area, chars: own.filter(({ faint }) => !faint), spare: own.filter(({ faint }) => faint) };
    });
  }

  /** A second look at a line: with other margins, and where ink was left over, with the text that it goes on from or to. */
  function withContext({ area, chars }: ReadLine): Shown {
    const own = shown(area, sheet.gray, PADDING[1], usual);
    const reach = LEFT_OVER * (area.y1 - area.y0);
    const [first, last] = [chars[0], chars.at(-1)];
    const before = !first || first.at - area.x0 > reach ? neighbour(area, all, usual, -1) : undefined;
    const after = last && area.x1 - last.at > reach ? neighbour(area, all, usual, 1) : undefined;
    return before || after ? between(before, area, after, sheet.gray, usual) : own;
  }
}

export interface Surroundings {
  readonly sheet: { readonly gray: Gray; readonly ink: Ink };
  readonly all: readonly TextLineArea[];
  readonly usual: number;
}

/** What an engine is shown of a line: its own columns are those from `from` to `to`, of which the first stands for `x0`. */
interface Shown {
  readonly area: TextLineArea;
  readonly picture: Gray;
  readonly x0: number;
  readonly from: number;
  readonly to: number;
}

function shown(area: TextLineArea, gray: Gray, padding: number, usual: number): Shown {
  const crop = cropArea(area, usual, padding);
  const picture = cropOf(gray, crop, area);
  return { area, picture, x0: crop.x0, from: 0, to: picture.width + 1 };
}

/** A line is shown with this much (usual heights) of the ones before and behind it. */
const CONTEXT = 3;

/** The line above or below in the same cell. */
function neighbour(
  line: TextLineArea,
  all: readonly TextLineArea[],
  usual: number,
  side: -1 | 1,
): TextLineArea | undefined {
  return all.find((other) => {
    const gap = side < 0 ? line.y0 - other.y1 : other.y0 - line.y1;
    return other.region === line.region && gap > -2 && gap < 1.5 * usual && other.x1 - other.x0 > usual;
  });
}

/** A part lower than this (of the tallest) is a sign, such as =, which stands in the middle. */
const SIGN = 0.6;

/** A line behind the end of the one above, or before the beginning of the one below, as if it had not been wrapped. */
function between(
  before: TextLineArea | undefined,
  area: TextLineArea,
  after: TextLineArea | undefined,
  gray: Gray,
  usual: number,
): Shown {
  const length = Math.round(CONTEXT * usual);
  const gap = Math.round(usual / 5);
  const parts = [
    ...(before ? [{ ...before, x0: Math.max(before.x0, before.x1 - length) }] : []),
    area,
    ...(after ? [{ ...after, x1: Math.min(after.x1, after.x0 + length) }] : []),
  ];
  const tallest = Math.max(usual, ...parts.map((part) => part.y1 - part.y0));
  const margin = Math.round(PADDING[0] * tallest);
  const height = tallest + 2 * margin;
  const width = parts.reduce((sum, part) => sum + part.x1 - part.x0 + gap, gap);
  const data = new Uint8Array(width * height).fill(255);
  let x = gap;
  let from = 0;
  for (const part of parts) {
    if (part === area) from = x - (before ? Math.round(gap / 2) : gap);
    const room = tallest - (part.y1 - part.y0);
    const top = margin + (room > (1 - SIGN) * tallest ? Math.round(room / 2) : room);
    for (let y = part.y0; y < part.y1; y++) {
      const row = y * gray.width;
      data.set(gray.data.subarray(row + part.x0, row + part.x1), (top + y - part.y0) * width + x);
    }
    x += part.x1 - part.x0 + gap;
  }
  const own = area.x1 - area.x0 + gap;
  return { area, picture: { width, height, data }, x0: area.x0 - from - Math.round(gap / 2), from, to: from + own };
}

/** A dash by itself, which engines take for nothing: this wide (usual heights), and this much wider than high. */
const DASH_WIDTH = 0.3;
const DASH_SHAPE = 3;
/** A wider one is the dash of Chinese. */
const EM_DASH = 0.65;

/** Ink is a character from this height and width on (usual heights); what is smaller may be dirt. */
const MIN_CHARACTER = 0.5;
const MIN_WIDTH = 0.25;
/** A dash is the only flat one: see {@link signOf}. */
const isInk = ({ x0, y0, x1, y1 }: TextLineArea, usual: number): boolean =>
  y1 - y0 >= MIN_CHARACTER * usual && x1 - x0 >= MIN_WIDTH * usual;

/** A line no wider than this (usual heights) holds a character or two. */
const FEW = 1.4;
/** What is read with this confidence by itself is not looked at again. */
const SURE = 0.95;
/** A figure that others are shown beside is read with this confidence at least. */
const CLEAR = 0.97;

const HAN = /\p{Script=Han}/u;

/**
 * Engines know lines, not characters: a digit, a slash or ≥ that stands alone is taken for a letter or for nothing, and is read
 * well beside a figure.
 */
const isLonely = ({ area, chars }: ReadLine, usual: number): boolean =>
  area.x1 - area.x0 <= FEW * usual &&
  (chars.length === 0 || chars.some((char) => isOdd(char) || char.confidence < SURE));

/** The longest figure that was read beyond doubt, of those that can be shown in whole. */
function clearFigure(lines: readonly ReadLine[], usual: number): TextLineArea | undefined {
  const clear = lines.filter(({ area, chars }) => {
    const text = textOf(chars);
    const isWhole = area.x1 - area.x0 <= CONTEXT * usual && area.y1 - area.y0 <= FEW * usual;
    return isWhole && /^\d{2,}(?:\.\d+)?%?$/u.test(text) && chars.every(({ confidence }) => confidence >= CLEAR);
  });
  return clear.sort((a, b) => b.chars.length - a.chars.length)[0]?.area;
}

/** A character that cannot be read is not nothing. */
const UNREADABLE = '\ufffd';

/** The better of two readings of a short line: by itself, and beside a figure. */
function accompanied(alone: ReadLine, beside: ReadLine | undefined, usual: number): ReadLine {
  const isWhole =
    beside && beside.chars.length > 0 && (beside.chars.length >= alone.chars.length || alone.chars.some(isOdd));
  if (isWhole && (qualityOf(beside) >= qualityOf(alone) || alone.chars.every(isOdd))) return beside;
  if (alone.chars.length > 0 || !isInk(alone.area, usual)) return alone;
  const at = (alone.area.x0 + alone.area.x1) / 2;
  return { ...alone, chars: [{ text: UNREADABLE, confidence: 0, at, others: [] }] };
}

/** What no form has by itself: letters, and digits and marks of the width of Chinese. */
const isOdd = ({ text }: ReadChar): boolean => !/[\p{Script=Han}0-9/*%<>=≥≤—□☑√-]/u.test(text);

/** A full stop by itself is no higher than this (usual heights), and about as wide as high. */
const STOP_HEIGHT = 0.5;

/**
 * A line of a single sign, which engines take for a letter or for nothing, by its shape: a dash, or a full stop. 一 is one where
 * it stands alone in its cell, not where a label is set character under character.
 */
function signOf(line: ReadLine, usual: number, isAlone: boolean): ReadLine {
  const [char] = line.chars;
  if (line.chars.length > 1 || (char && HAN.test(char.text) && !(isAlone && char.text === '一'))) return line;
  const { x0, y0, x1, y1 } = line.area;
  const width = x1 - x0;
  const height = y1 - y0;
  const sign = (text: string): ReadLine => ({
    ...line,
    chars: [{ text, confidence: 1, at: (x0 + x1) / 2, others: line.chars }],
    spare: [],
  });
  if (/^[0oO〇°。]$/u.test(char?.text ?? '') && height <= STOP_HEIGHT * usual && width <= 2 * height) return sign('。');
  if (width < DASH_WIDTH * usual || width < DASH_SHAPE * height || height >= DASH_WIDTH * usual) return line;
  return sign(width >= EM_DASH * usual ? '—' : '-');
}

const isDoubtful = (line: ReadLine): boolean => line.chars.some((c) => c.confidence < UNSURE) || hasInkLeft(line);

const qualityOf = (line: ReadLine): number => meanConfidence(line.chars) - (hasInkLeft(line) ? LOSS : 0);

/** Whether there is ink where no character was read: the engine has lost one. */
function hasInkLeft({ area, chars }: ReadLine): boolean {
  const first = chars[0];
  const last = chars.at(-1);
  if (!first || !last) return true;
  const reach = LEFT_OVER * (area.y1 - area.y0);
  return first.at - area.x0 > reach || area.x1 - last.at > reach;
}
