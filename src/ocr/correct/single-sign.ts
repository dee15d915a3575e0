import { HAN, type ReadLine } from '../ocr-types.js';
import { OCR_CORRECT_TOLERANCES as TOL } from './tolerances.js';

/**
 * A line of a single sign, which engines take for a letter or for nothing, by its shape: a dash, or a full stop. 一 is a dash where
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
  if (/^[0oO〇°。]$/u.test(char?.text ?? '') && height <= TOL.loneStop * usual && width <= 2 * height)
    return sign('。');
  if (width < TOL.loneDash * usual || width < TOL.loneDashShape * height || height >= TOL.loneDash * usual) return line;
  return sign(width >= TOL.emDash * usual ? '—' : '-');
}
