import { printable } from '../escape.js';
import { sliceWhole } from './text.js';

/** The longest name that a sheet may have. */
const LENGTH = 31;

/** What a name may not hold, what the spreadsheet library would drop, and what begins its notation for a character. */
const ILLEGAL = /[[\]:*?/\\\ufffd\ufdd0-\ufdef]|_(?=x[0-9a-f]{4}_)/gi;

/** A legal name for a sheet; its number keeps it unlike any other, and unlike the names that Excel reserves. */
export function sheetName(number: number, name: string): string {
  const legal = printable(name).replace(ILLEGAL, '').replace(/\s+/g, ' ');
  return sliceWhole(`${number} ${legal.trim()}`, LENGTH).replace(/[' ]+$/, '');
}

/** A sheet's name as formulas write it. */
export const sheetReference = (name: string): string => `'${name.replaceAll("'", "''")}'`;
