import type { Correction, Scalar } from '../contract/schema/corrections.js';

/** What the corrections of one field make of it. */
export interface Settled {
  readonly value: Scalar;
  /** The value that was read, before all of them. */
  readonly old: Scalar;
  /** The last that changed it, or has confirmed it where none did. */
  readonly last: Correction;
  readonly taken: ReadonlySet<Correction>;
}

/** In the order in which they were made; those of one moment as they are given. */
export const inOrder = <T extends Pick<Correction, 'when'>>(made: readonly T[]): T[] =>
  made
    .map((one, order) => ({ one, order, time: Date.parse(one.when) || 0 }))
    .sort((a, b) => a.time - b.time || a.order - b.order)
    .map(({ one }) => one);

interface Walk extends Settled {
  /** All values that the field had on the way. */
  readonly states: ReadonlySet<Scalar>;
}

/** One after another from the value that the first expects; one that expects another value is not taken, unless its own is there. */
export function walk(chain: readonly [Correction, ...Correction[]]): Walk {
  const [{ old }] = chain;
  let value = old;
  let last: Correction | null = null;
  const states = new Set([value]);
  const taken = new Set<Correction>();
  for (const correction of chain) {
    if (correction.old !== value && correction.new !== value) continue;
    taken.add(correction);
    if (correction.new === value) continue;
    value = correction.new;
    last = correction;
    states.add(value);
  }
  return { value, old, last: last ?? chain[0], taken, states };
}

/**
 * What a chain, in order, makes of a value. The value may be the one before the chain, the one behind it, or any between, so
 * that applying it twice is the same as once. Where the first ones do not fit it is the rest that counts. Null where none fits.
 */
export function settle(chain: readonly Correction[], value: Scalar): Settled | null {
  let onTheWay: Settled | null = null;
  for (let start = 0; start < chain.length; start++) {
    const way = walk(chain.slice(start) as [Correction, ...Correction[]]);
    // Where the end of one way lies on another, to stay is the only answer that is the same the next time.
    if (way.value === value) return way;
    if (onTheWay === null && way.states.has(value)) onTheWay = way;
  }
  return onTheWay;
}
