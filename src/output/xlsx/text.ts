import { printable } from '../escape.js';

/** What a cell may hold, in UTF-16 units. */
export const MAX_CELL_TEXT = 32_767;
/** The end of a text that was cut. */
export const CUT_MARK = '…[截断]';

/** Printable text that a cell may hold; `onCut` is told the whole length where it was cut. */
export function cutText(text: string, onCut: (length: number) => void): string {
  const whole = printable(text);
  if (whole.length <= MAX_CELL_TEXT) return whole;
  onCut(whole.length);
  return `${sliceWhole(whole, MAX_CELL_TEXT - CUT_MARK.length)}${CUT_MARK}`;
}

/** The first `length` units of a text, one less rather than half a surrogate pair. */
export const sliceWhole = (text: string, length: number): string =>
  text.slice(0, length).replace(/[\ud800-\udbff]$/, '');

/** A character in the notation that a workbook has for what XML cannot hold. */
const coded = (char: string): string => `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;

/**
 * Text that the library writes and a spreadsheet reads back as it is: what looks like the notation itself is coded,
 * as are U+FFFD, which the library would drop, and names of every object, which its index of texts would take for found. Code points
 * that never are characters go: the library drops the text behind some of them, too.
 */
export function xlsxText(text: string): string {
  const safe = text.replace(/\p{Noncharacter_Code_Point}/gu, '').replace(/_(?=x[0-9a-f]{4}_)|\ufffd/gi, coded);
  return safe in {} ? coded(safe) + safe.slice(1) : safe;
}
