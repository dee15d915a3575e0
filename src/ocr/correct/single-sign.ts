import { HAN, type ReadLine } from '../ocr-types.js';

/** A dash by itself, which engines take for nothing: this wide (usual heights), and this much wider than high. */
const DASH_WIDTH = 0.3;
const DASH_SHAPE = 3;
/** A wider one is the dash of Chinese. */
const EM_DASH = 0.65;

/** A full stop by itself is no higher than this (usual heights), and about as wide as high. */
const STOP_HEIGHT = 0.5;

/**
 * A line of a single sign, which engines take for a letter or for nothing, by its shape: a dash, or a full stop. 一 is one where
 * it stands alone in its cell, not where a label is set character under character.
 */
export function signOf(line: ReadLine, usual: number, isAlone: boolean): ReadLine {
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
