import { median } from '../../geometry/order.js';
import type { Area, Ink } from '../../raster/raster-types.js';
import { HAN, OPEN_MARK, type ReadChar, widthOf } from '../ocr-types.js';
import { OCR_TOLERANCES } from '../tolerances.js';
import { widestGap } from './ink-at.js';
import { OCR_CORRECT_TOLERANCES as TOL } from './tolerances.js';

/** Puts spaces where the white between two characters is a printed one, and takes out those where it is not. */
export function spaced(chars: readonly ReadChar[], area: Area, ink: Ink): ReadChar[] {
  const height = area.y1 - area.y0;
  const seen = new Set<ReadChar>();
  const printed = chars.filter((char, i) => {
    if (char.text.trim() !== '') return true;
    const before = chars[i - 1];
    if (before) seen.add(before);
    return false;
  });
  const gaps = printed.map((char, i) => {
    const next = printed[i + 1];
    return next ? widestGap(ink, area, char.at, next.at) : 0;
  });
  const usual = median(gaps.slice(0, -1)) ?? 0;
  const han = printed.flatMap((char, i) => {
    const next = printed[i + 1];
    return next && HAN.test(char.text) && HAN.test(next.text) ? [next.at - char.at] : [];
  });
  const em = han.length >= 3 ? (median(han) as number) : OCR_TOLERANCES.em * height;
  return printed.flatMap((char, i) => {
    const next = printed[i + 1];
    const gap = gaps[i] as number;
    if (!next || OPEN_MARK.test(char.text) || OPEN_MARK.test(next.text)) return [char];
    const isSeen = seen.has(char);
    const extra = next.at - char.at - (em * (widthOf(char) + widthOf(next))) / 2;
    if (gap < (isSeen ? TOL.seenSpace : TOL.space) * height || gap - usual < TOL.widerSpace * height) return [char];
    if (!isSeen && extra < TOL.spaceApart * em) return [char];
    return [char, { text: ' ', confidence: 1, at: (char.at + next.at) / 2, others: [] }];
  });
}
