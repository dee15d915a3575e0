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

/** What looks like that notation, and what the library would take for an error of a spreadsheet: `#N/A`, `#REF!`. */
const TAKEN_OTHERWISE = /_(?=x[0-9a-f]{4}_)|^#(?=[A-Z/0-9_]+[!?]?$)/gi;

/** Text that the library writes and a spreadsheet reads back as it is; code points that never are characters go. */
export const xlsxText = (text: string): string =>
  text.replace(/\p{Noncharacter_Code_Point}/gu, '').replace(TAKEN_OTHERWISE, coded);
