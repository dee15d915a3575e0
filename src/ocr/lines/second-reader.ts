import { type Engine, type ReadChar, type ReadLine, textOf } from '../ocr-types.js';
import type { Surroundings } from './read-lines.js';
import { OCR_LINES_TOLERANCES as TOL } from './tolerances.js';
import { shown } from './with-context.js';

const NUMBER = /^[\d.,]*\d[\d.,]*%?$/u;

/**
 * The lines, those of nothing but a number read again by a recogniser that knows figures and letters only. Where they
 * differ it is doubtful. What the second says is not taken: it knows less of the page than the first.
 */
export async function readTwice(
  lines: readonly ReadLine[],
  { sheet, usual }: Surroundings,
  engine: Engine,
): Promise<ReadLine[]> {
  const out = [...lines];
  if (!engine.figures) return out;
  const numbers = lines.flatMap((line, i) => (NUMBER.test(plain(line.chars)) ? [i] : []));
  const pictures = numbers.map((i) => shown((lines[i] as ReadLine).area, sheet.gray, TOL.padding, usual).picture);
  for (const [k, second] of (await engine.figures(pictures)).entries()) {
    const i = numbers[k] as number;
    const line = lines[i] as ReadLine;
    out[i] = {
      ...line,
      chars: compared(line.chars, second.filter(({ faint, text }) => !faint && text.trim() !== '').map(asFigure)),
    };
  }
  return out;
}

/** Letters for which it takes figures that stand alone. */
const LETTERS: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  D: '0',
  l: '1',
  I: '1',
  '|': '1',
  Z: '2',
  S: '5',
  s: '5',
  B: '8',
  g: '9',
  q: '9',
};

const asFigure = (char: ReadChar): ReadChar => ({ ...char, text: LETTERS[char.text] ?? char.text });

const plain = (chars: readonly ReadChar[]): string =>
  textOf(chars).replaceAll(' ', '').replaceAll('，', ',').replaceAll('％', '%');

function compared(first: readonly ReadChar[], second: readonly ReadChar[]): ReadChar[] {
  const [own, other] = [plain(first), plain(second)];
  // Who agrees makes nothing surer: both may be wrong in the same way, and what sums say must still count.
  if (own === other) return [...first];
  // What is no number to it at all leaves only what was quite sure as it is.
  if (!NUMBER.test(other))
    return first.map((char) => (char.confidence < TOL.sureAlone ? capped(char, TOL.differs) : char));
  const chars = first.filter(({ text }) => text.trim() !== '');
  if (chars.length !== second.length) return first.map((char) => capped(char, TOL.differs));
  return chars.map((char, i) => (plain([char]) === second[i]?.text ? char : capped(char, TOL.differs)));
}

const capped = (char: ReadChar, most: number): ReadChar => ({ ...char, confidence: Math.min(char.confidence, most) });
