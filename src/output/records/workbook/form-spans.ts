import type { Indicator, SharedField } from '../../../contract/document.js';
import type { FormColumn } from './form-columns.js';

/** Which cells of a form's sheet go over several rows, as they do on the form. */

/** How many rows the cell of a level goes over; 0 where it is under the cell of a row above. */
export interface Spans {
  readonly level1: number;
  readonly level2: number;
}

/** Runs of rows with the same levels, each level within those before it. */
export function levelSpans(indicators: readonly Indicator[]): Spans[] {
  const level1 = spansOf(indicators, (a, b) => a.level1 !== null && a.level1 === b.level1 && a.goal === b.goal);
  const level2 = spansOf(
    indicators,
    (a, b) => a.level2 !== null && a.level2 === b.level2 && a.level1 === b.level1 && a.goal === b.goal,
  );
  return indicators.map((_, index) => ({ level1: level1[index] ?? 1, level2: level2[index] ?? 1 }));
}

function spansOf<T>(list: readonly T[], alike: (a: T, b: T) => boolean): number[] {
  const spans: number[] = [];
  let start = 0;
  for (const [index, item] of list.entries()) {
    const before = list[index - 1];
    if (before !== undefined && alike(before, item)) spans[start] = (spans[start] ?? 0) + 1;
    else start = index;
    spans[index] = start === index ? 1 : 0;
  }
  return spans;
}

/** The columns that show what one merged cell of the form may state for several rows. */
const SHARED_COLUMNS: Partial<Record<FormColumn, SharedField>> = {
  ...{ target: 'target', targetNumber: 'target', weight: 'weight' },
  ...{ selfActual: 'actual', actualNumber: 'actual', selfScore: 'score' },
};

/** How many rows the cell of a column goes over: 0 under a row that states it. */
export function sharedSpan(indicators: readonly Indicator[], index: number, name: FormColumn): number {
  const indicator = indicators[index] as Indicator;
  const field = SHARED_COLUMNS[name];
  const indices = (field && indicator.shared[field]) ?? [index];
  // A document that others have written may say anything: what is merged is a run of rows that all say the same.
  const isRun =
    indices.includes(index) &&
    indices.every((other, k) => {
      const own = (field && indicators[other]?.shared[field]) ?? [other];
      return other === (indices[0] as number) + k && own.join() === indices.join();
    });
  // Two targets, of which one is merged, are a text of their own in each row.
  if (!isRun || (field === 'target' && indicator.adjustedTarget !== null)) return 1;
  return indices[0] === index ? indices.length : 0;
}
