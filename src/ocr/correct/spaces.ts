import { median } from '../../geometry/order.js';
import type { Area, Ink } from '../../raster/raster-types.js';
import { EM, HAN, OPEN_MARK, type ReadChar, widthOf } from '../ocr-types.js';
import { widestGap } from './ink-at.js';

/** A gap between two characters, as a part of the height of the line, is a printed space from here on ... */
const SPACE = 0.4;
/** ... if it is also that much wider than most gaps of the line, ... */
const WIDER = 0.26;
/** ... and the characters are further apart than their widths by this part of the em; one that the engine saw needs less. */
const APART = 0.3;
const SEEN_SPACE = 0.22;
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
  const em = han.length >= 3 ? (median(han) as number) : EM * height;
  return printed.flatMap((char, i) => {
    const next = printed[i + 1];
    const gap = gaps[i] as number;
    if (!next || OPEN_MARK.test(char.text) || OPEN_MARK.test(next.text)) return [char];
    const isSeen = seen.has(char);
    const extra = next.at - char.at - (em * (widthOf(char) + widthOf(next))) / 2;
    if (gap < (isSeen ? SEEN_SPACE : SPACE) * height || gap - usual < WIDER * height) return [char];
    if (!isSeen && extra < APART * em) return [char];
    return [char, { text: ' ', confidence: 1, at: (char.at + next.at) / 2, others: [] }];
  });
}
