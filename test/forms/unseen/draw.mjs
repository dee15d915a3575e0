/**
 * Draws by name: what a form has is decided by its seed and the name of the draw alone. One that is left out changes no other, so
 * that what makes a form go wrong can be found by leaving out one after another.
 */
import { randomOf } from '../../mutants/random.mjs';

/** FNV-1a. */
function hash(text) {
  let value = 0x811c9dc5;
  for (const char of text) value = Math.imul(value ^ char.codePointAt(0), 0x01000193);
  return value >>> 0;
}

/**
 * @param {number} seed
 * @param {{ off?: ReadonlySet<string>, force?: string | null }} [how] what the form must not have; what it must have, or the
 *   beginning of its name
 */
export function drawOf(seed, { off = new Set(), force = null } = {}) {
  const of = (name) => randomOf(hash(`${seed} ${name}`));
  // Most forms are plain but for a few things, some have many.
  const oddness = of('oddness').pick([0.4, 0.7, 1, 1, 1.6]);
  const has = new Set();
  const chance = (name, share) => {
    if (has.has(name)) return true;
    const isDrawn = of(name).chance(share * oddness) || (force !== null && name.startsWith(force));
    if (isDrawn && !off.has(name)) has.add(name);
    return has.has(name);
  };
  return {
    of,
    chance,
    /** The usual one of a list, or another. */
    word(name, [usual, ...others]) {
      if (others.length === 0 || !chance(`word ${name}`, 0.35)) return usual;
      return of(`${name} which`).pick(others);
    },
    /** One of several ways, of which the first is the usual one. Each other way is something that the form has. */
    way(name, ways) {
      for (const [way, share] of Object.entries(ways)) if (share < 1 && chance(`${name}: ${way}`, share)) return way;
      return Object.keys(ways).find((way) => ways[way] === 1);
    },
    /** What the form has that is not usual. */
    has: () => [...has],
  };
}
