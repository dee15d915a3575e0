import { narrow } from './narrow.js';

/** Units of money by their power of ten of 元. */
const POWERS: ReadonlyMap<string, number> = new Map([
  ['元', 0],
  ['百元', 2],
  ['千元', 3],
  ['万元', 4],
  ['十万元', 5],
  ['百万元', 6],
  ['千万元', 7],
  ['亿元', 8],
]);

/** An amount in 元, to its last printed digit; null where it or its unit is not known. */
export function inYuan(amount: number | null, unit: string | null): number | null {
  const power = POWERS.get(narrow(unit ?? '').replace(/^人民币/u, ''));
  if (amount === null || power === undefined) return null;
  const [digits, exponent = '0'] = String(amount).split('e');
  const yuan = Number(`${digits}e${Number(exponent) + power}`);
  return Number.isFinite(yuan) ? yuan : null;
}

/** An amount as people write it: thousands apart, no needless decimals. */
export function displayAmount(amount: number): string {
  const [whole = '', decimals] = String(amount).split('.');
  const apart = whole.replace(/\B(?=(?:\d{3})+$)/gu, ',');
  return decimals === undefined ? apart : `${apart}.${decimals}`;
}
