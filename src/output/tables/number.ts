import type { RichCell } from '../xlsx/xlsx-types.js';

/** A number as tables print it, with or without separators of thousands, decimals, per cent. No leading zero: that is a code. */
const NUMBER = /^(-?)(0|[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d*)(?:\.(\d+))?(%?)$/;
/** A spreadsheet keeps so many digits of a number and makes zeros of the rest. */
const EXACT_DIGITS = 15;

/** The cell of a number that a spreadsheet keeps to its last digit and shows as it is printed; null for all other text. */
export function numberCell(text: string): Pick<RichCell, 'value' | 'format'> | null {
  const [whole, sign, integer = '', decimals = '', percent] = NUMBER.exec(text) ?? [];
  if (whole === undefined) return null;
  const digits = integer.replaceAll(',', '') + decimals;
  if (digits.length > EXACT_DIGITS || (sign === '-' && Number(digits) === 0)) return null;
  const exponent = -decimals.length - (percent === '%' ? 2 : 0);
  const format = `${integer.includes(',') ? '#,##0' : '0'}${decimals === '' ? '' : `.${'0'.repeat(decimals.length)}`}${percent}`;
  return { value: Number(`${sign}${digits}e${exponent}`), format };
}
