import { type Box, union } from '../../geometry/box.js';
import type { Glyph } from '../../reader/reader-types.js';
import type { Line } from '../layout-types.js';
import { type WordGap, type Words, wordsIn } from '../lines.js';
import { LAYOUT_TOLERANCES as TOL } from '../tolerances.js';

/**
 * The texts that stand side by side, as the lines around them agree on it: a gap that is no wider than one between words parts
 * two texts where it runs through several lines, at an edge that these keep (the white rivers of Liu, Mitra and Giles; the edges
 * of Nurminen); and a wide one parts nothing between two characters that are spread over a column.
 */
export function agreedPieces(glyphs: readonly Glyph[]): Line[] {
  const lines = wordsIn(glyphs, TOL.textGap, TOL.wordParts).map(withoutLeaders).map(joinSigns).map(joinSpread);
  return lines.flatMap(({ words, gaps }, i) => {
    const pieces: Line[][] = [];
    for (const [k, word] of words.entries()) {
      const last = pieces.at(-1);
      const before = words[k - 1];
      if (last && before && !parts(lines, i, before, word, gaps[k] as WordGap)) last.push(word);
      else pieces.push([word]);
    }
    return pieces.map(joined);
  });
}

function joined(words: readonly Line[]): Line {
  const [first] = words as readonly [Line];
  if (words.length === 1) return first;
  return {
    text: words.map((word) => word.text).join(' '),
    box: union(words.map((word) => word.box)) as Box,
    size: Math.max(...words.map((word) => word.size)),
  };
}

/** Without the dots that lead from a label to its number. */
function withoutLeaders(line: Words): Words {
  const isDots = ({ text }: Line): boolean => DOTS.test(text);
  const dots = line.words.filter(isDots).reduce((sum, { text }) => sum + text.length, 0);
  if (dots < TOL.leaderDots) return line;
  const kept = line.words.flatMap((word, k) => (isDots(word) ? [] : [{ word, k }]));
  return {
    words: kept.map(({ word }) => word),
    gaps: kept.map(({ k }, i) => (i > 0 && kept[i - 1]?.k === k - 1 ? (line.gaps[k] as WordGap) : 'wide')),
  };
}

const DOTS = /^[.·…‥․⋯\s]+$/u;

/** Joins a currency sign to the number behind it, however far that is, and a sign that ends a number to that before it. */
function joinSigns({ words, gaps }: Words): Words {
  const [kept, keptGaps]: [Line[], WordGap[]] = [[], []];
  for (const [k, word] of words.entries()) {
    const last = kept.at(-1);
    const isOne =
      last && ((CURRENCY.test(last.text) && NUMBER.test(word.text)) || (NUMBER.test(last.text) && END.test(word.text)));
    if (isOne) kept[kept.length - 1] = joined([last, word]);
    else {
      kept.push(word);
      keptGaps.push(gaps[k] as WordGap);
    }
  }
  return kept.length === words.length ? { words, gaps } : { words: kept, gaps: keptGaps };
}

const CURRENCY = /^[$¥￥€£]$/u;
const NUMBER = /^[$¥￥€£]?\s*[-–—−+(（]*\s*[\d—–-][\d.,]*[)）]?$/u;
const END = /^[%％‰)）]$/u;

/** Joins three ideographs or more that are spread evenly over a cell. */
function joinSpread({ words, gaps }: Words): Words {
  const [kept, keptGaps]: [Line[], WordGap[]] = [[], []];
  for (let k = 0; k < words.length; ) {
    let end = k + 1;
    while (end < words.length && isEven(words, k, end)) end++;
    const isSpread = end - k > 2;
    kept.push(isSpread ? joined(words.slice(k, end)) : (words[k] as Line));
    keptGaps.push(gaps[k] as WordGap);
    k = isSpread ? end : k + 1;
  }
  return kept.length === words.length ? { words, gaps } : { words: kept, gaps: keptGaps };
}

function isEven(words: readonly Line[], first: number, k: number): boolean {
  const gap = (i: number): number => (words[i] as Line).box.x0 - (words[i - 1] as Line).box.x1;
  const [before, word] = [words[k - 1] as Line, words[k] as Line];
  if (!ENDS_SINGLE.test(before.text.trim()) || !SINGLE.test(word.text.trim())) return false;
  if (gap(k) > TOL.spreadGap * word.size) return false;
  return k === first + 1 || Math.abs(gap(k) - gap(first + 1)) < TOL.evenGap * word.size;
}

const SINGLE = /^\p{Script=Han}$/u;
/** A single ideograph, also behind the number of a list. */
const ENDS_SINGLE = /^(?:[\d一二三四五六七八九十（(]+[)）、.．]\s*)?\p{Script=Han}$/u;

/** Whether the gap before a word parts two texts. */
function parts(lines: readonly Words[], i: number, before: Line, word: Line, kind: WordGap): boolean {
  const gap = { from: before.box.x1, to: word.box.x0 };
  if (kind === 'wide') {
    const mayBeSpread = ENDS_SINGLE.test(before.text.trim()) && SINGLE.test(word.text.trim());
    return !mayBeSpread || !isInsideColumn(lines, i, before, word);
  }
  // A space that is printed is one, and one in a number parts its thousands.
  if (kind === 'space' || LIST_MARK.test(before.text.trim())) return false;
  if (/\d$/u.test(before.text) && THOUSANDS.test(word.text)) return false;
  if (!ENDS_VALUE.test(before.text) || !BEGINS_VALUE.test(word.text)) return false;
  const isAutospace = HAN_END.test(before.text) !== HAN_START.test(word.text);
  if (isAutospace && gap.to - gap.from < TOL.autospace * word.size) return false;
  const needed =
    /\p{Script=Latin}$/u.test(before.text) && /^\p{Script=Latin}/u.test(word.text) ? TOL.wordRiver : TOL.river;
  return riverOf(lines, i, gap) >= needed;
}

/** What may stand at the ends of two values; signs that belong to what is beside them may not. */
const ENDS_VALUE = /[\p{L}\p{N}%％‰)）]$/u;
const BEGINS_VALUE = /^[\p{L}\p{N}≥≤<>＜＞$¥￥€£—-]/u;
const HAN_END = /\p{Script=Han}$/u;
const HAN_START = /^\p{Script=Han}/u;
const THOUSANDS = /^\d{3}(?!\d)/u;
/** What begins an entry of a list, or names what follows. */
const LIST_MARK =
  /^(?:[•·●○◆■□▪➢√☑☐*–—-]|[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[①-⑳a-z])[)）.、．]?|[①-⑳])$|[:：、，,；;]$/u;

/** Whether the texts of the lines around run across the place of two characters: then these are spread over their column. */
function isInsideColumn(lines: readonly Words[], i: number, before: Line, word: Line): boolean {
  const [from, to] = [before.box.x0, word.box.x1];
  let [inside, apart] = [0, 0];
  for (const step of [-1, 1]) {
    for (let k = i + step; k >= 0 && k < lines.length && Math.abs(k - i) <= TOL.linesAround; k += step) {
      const own = (lines[k] as Words).words.filter(({ box }) => box.x0 < to && box.x1 > from);
      const [first, second] = own;
      if (!first) continue;
      if (own.length === 1 && first.box.x0 < before.box.x1 && first.box.x1 > word.box.x0) inside++;
      else if (second && !(ENDS_SINGLE.test(first.text.trim()) && SINGLE.test(second.text.trim()))) apart++;
    }
  }
  return inside > apart;
}

/** An interval on the x axis in points. */
interface Interval {
  readonly from: number;
  readonly to: number;
}

/**
 * Through how many lines, one under another, a gap runs on, where they keep an edge beside it: left of what follows or right of
 * what comes before.
 */
function riverOf(lines: readonly Words[], i: number, gap: Interval): number {
  const [starts, ends] = [[gap.to], [gap.from]];
  let { from, to } = gap;
  for (const step of [-1, 1]) {
    for (let k = i + step; k >= 0 && k < lines.length && Math.abs(k - i) <= TOL.linesAround; k += step) {
      const next = gapAt((lines[k] as Words).words, from, to);
      if (next === 'crossed') break;
      if (next === 'beside') {
        // A line that begins where the text behind the gap does keeps its edge as well.
        const [first] = (lines[k] as Words).words;
        if (first && Math.abs(first.box.x0 - gap.to) <= TOL.touching) starts.push(first.box.x0);
        continue;
      }
      from = Math.max(from, next.from);
      to = Math.min(to, next.to);
      starts.push(next.to);
      ends.push(next.from);
    }
  }
  const isKept = (edges: readonly number[], at: number): boolean => alike(edges, at) >= TOL.keptEdge * edges.length;
  return isKept(starts, gap.to) || isKept(ends, gap.from) ? starts.length : 0;
}

const alike = (edges: readonly number[], at: number): number =>
  edges.filter((edge) => Math.abs(edge - at) <= TOL.touching).length;

/** The gap of a line that shares enough with an interval; or whether text crosses it, or stands on one side of it alone. */
function gapAt(words: readonly Line[], from: number, to: number): Interval | 'crossed' | 'beside' {
  const after = words.findIndex(({ box }) => box.x1 > from + TOL.touching / 2);
  const [left, right] = [words[after - 1], words[after]];
  if (!right || !left) return right && right.box.x0 < to - TOL.touching / 2 ? 'crossed' : 'beside';
  if (Math.min(to, right.box.x0) - Math.max(from, left.box.x1) < TOL.touching) return 'crossed';
  return { from: left.box.x1, to: right.box.x0 };
}
