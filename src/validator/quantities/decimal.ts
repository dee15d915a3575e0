import Big from 'big.js';
import { VALIDATOR_TOLERANCES } from '../tolerances.js';

/**
 * Exact decimal arithmetic. The numbers of a report are doubles that were printed as short decimals; the shortest decimal
 * that gives the same double is the printed one, and sums of those have no binary error.
 */

export type Decimal = Big;

export const decimal = (value: number): Decimal => new Big(value.toString());
/** The number that a text prints, such as `+1,200.50`, to its last digit; null where it has more digits than any that is meant. */
export function exact(text: string): Decimal | null {
  const digits = text.replace(/^\+|,/gu, '');
  return digits.length > VALIDATOR_TOLERANCES.maxDigits ? null : new Big(digits);
}
export const sum = (values: readonly number[]): Decimal =>
  values.reduce((total, value) => total.plus(decimal(value)), new Big(0));
/** Whether two values differ by no more than a tolerance, edges included. */
export const near = (a: Decimal | number, b: Decimal | number, tolerance: number): boolean =>
  big(a).minus(big(b)).abs().lte(big(tolerance));
/** Whether a value misses another one by no more than a fraction of it. */
export const nearly = (a: Decimal, b: Decimal, fraction: number): boolean =>
  a.minus(b).abs().lte(b.abs().times(fraction));
/** Rounded half up to `places`; scores are printed with two. */
export const rounded = (value: Decimal | number, places = 2): Decimal => big(value).round(places, Big.roundHalfUp);
/** The quotient to 10 places, rounded. @throws where `b` is 0 */
export const ratio = (a: number, b: number): Decimal => decimal(a).div(decimal(b));

export const big = (value: Decimal | number): Decimal => (typeof value === 'number' ? decimal(value) : value);
/** A number as it is said: without needless zeros, never in exponent notation. */
export const said = (value: Decimal | number): string => big(value).round(6).toFixed();
/** A fraction as percent, with no more than two decimals. */
export const percent = (value: Decimal | number): string => `${rounded(big(value).times(100)).toFixed()}%`;
