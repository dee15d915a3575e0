import { describe, expect, it } from 'vitest';
import { readWeight } from '../../src/text/label.js';
import { readRate } from '../../src/text/number.js';

/** On both sides of every edge of src/text/tolerances.ts. */
describe('a bare number', () => {
  it('in the bracket of a label is a weight from 5 to 100', () => {
    expect(['4', '5', '100', '101'].map(readWeight)).toEqual([null, 5, 100, null]);
    expect(['4分', '101分'].map(readWeight)).toEqual([4, 101]);
  });
  it('is a fraction up to 1.5, and percent above', () => {
    expect(readRate('1.5')).toMatchObject({ value: 1.5 });
    expect(readRate('1.6')).toMatchObject({ value: 0.016 });
  });
});
