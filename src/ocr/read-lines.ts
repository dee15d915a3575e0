import type { TextLineArea } from '../raster/text-lines.js';
import type { Area, Gray, Ink } from '../raster/types.js';
import { cropArea, cropOf } from './crop.js';
import { settled } from './settle.js';
import { type Engine, meanConfidence, type ReadChar, type ReadLine } from './types.js';

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
 * that may stand before and behind them; `usual` is the height of the ink of most lines, in pixels.
 */
export async function readLines(
  areas: readonly TextLineArea[],
  { sheet, all, usual }: Surroundings,
  engine: Engine,
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
  const unread = best.flatMap((line, i) => (line.chars.length === 0 && isInk(line.area, usual) ? [i] : []));
  const thrice = await engine.read(
    unread.map((i) => repeated(shown((best[i] as ReadLine).area, sheet.gray, PADDING[0], usual).picture)),
  );
  for (const [k, i] of unread.entries()) best[i] = ofRepeated(best[i] as ReadLine, thrice[k] ?? [], sheet.ink);
  return best.map((line) => ({ ...line, chars: settled(signOf(line, usual), sheet) }));

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

/** A line behind the end of the one above, or before the beginning of the one below, as if it had not been wrapped. */
function between(
  before: TextLineArea | undefined,
  area: TextLineArea,
  after: TextLineArea | undefined,
  gray: Gray,
  usual: number,
): Shown {
  const length = Math.round(CONTEXT * usual);
  const gap = Math.round(usual / 8);
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
    const top = margin + tallest - (part.y1 - part.y0);
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

const TIMES = 3;

/** The picture so many times side by side: engines take a single digit for nothing more easily than several. */
function repeated({ width, height, data }: Gray): Gray {
  const out = new Uint8Array(TIMES * width * height);
  for (let y = 0; y < height; y++) {
    for (let n = 0; n < TIMES; n++) {
      out.set(data.subarray(y * width, (y + 1) * width), (y * TIMES + n) * width);
    }
  }
  return { width: TIMES * width, height, data: out };
}

/** A character that cannot be read is not nothing. */
const UNREADABLE = '\ufffd';

/** How sure it is that a ring is a nought, which the engine has not seen: not enough to go unreported. */
const RING_CONFIDENCE = 0.5;

/** The line as read from its picture that was shown so many times: one character, if they all are the same. */
function ofRepeated(line: ReadLine, chars: readonly ReadChar[], ink: Ink): ReadLine {
  const sure = chars.filter((char) => !char.faint && char.text.trim() !== '');
  const [char] = sure;
  const isSame = char !== undefined && sure.length === TIMES && sure.every(({ text }) => text === char.text);
  const at = (line.area.x0 + line.area.x1) / 2;
  const confidence = Math.min(...sure.map((one) => one.confidence));
  if (isSame) return { ...line, chars: [{ ...char, confidence, at }] };
  const [text, sureness] = isRing(ink, line.area) ? ['0', RING_CONFIDENCE] : [UNREADABLE, 0];
  return { ...line, chars: [{ text, confidence: sureness, at, others: [] }] };
}

/** An ellipse fills this part of its box. */
const ELLIPSE = [0.7, 0.87] as const;

/** Whether the ink of an area is one oval with nothing inside. */
function isRing({ width, data }: Ink, { x0, y0, x1, y1 }: Area): boolean {
  let filled = 0;
  for (let y = y0; y < y1; y++) {
    const row = data.subarray(y * width + x0, y * width + x1);
    const [first, last] = [row.indexOf(1), row.lastIndexOf(1)];
    if (first < 0) return false;
    filled += last + 1 - first;
    const isMiddle = Math.abs(y + 0.5 - (y0 + y1) / 2) < 0.25 * (y1 - y0);
    if (isMiddle && row.subarray(Math.round(0.4 * row.length), Math.round(0.6 * row.length)).includes(1)) return false;
    if (isMiddle && (first > 0.3 * row.length || last < 0.7 * row.length - 1)) return false;
  }
  const part = filled / ((x1 - x0) * (y1 - y0));
  return part >= ELLIPSE[0] && part <= ELLIPSE[1];
}

/** A full stop by itself is no higher than this (usual heights), and about as wide as high. */
const STOP_HEIGHT = 0.5;

/** A line of a single sign, which engines take for a letter or for nothing, by its shape: a dash, or a full stop. */
function signOf(line: ReadLine, usual: number): ReadLine {
  const [char] = line.chars;
  if (line.chars.length > 1 || (char && /[\p{Script=Han}1-9]/u.test(char.text))) return line;
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
