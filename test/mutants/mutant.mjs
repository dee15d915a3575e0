/** One mutant: a good form made worse in one way, and what a careful person reads of it. A seed and a name decide all of it. */
import { baseOf, GOOD } from './bases.mjs';
import { formOf } from './form.mjs';
import { layOut, pagesOf } from './lay-out.mjs';
import { MUTATIONS } from './mutations/mutations.mjs';
import { randomOf } from './random.mjs';
import { truthOf } from './truth.mjs';
import { writePdf } from './write-pdf.mjs';

export const NAMES = Object.keys(MUTATIONS);
/** Bases to try until a mutation finds what it changes. */
const TRIES = 40;

/** The mutation that a seed stands for where none is named. */
export const nameOf = (seed) => NAMES[seed % NAMES.length];

/** A number that stays the name's own where mutations are added. */
const numberOf = (name) => [...name].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 1_000_003, 7) * 1009;

/** Forms as they are drawn, with their truth and the bytes; null where the mutation finds nothing to change. */
export function drawn(base, mutation = {}, r = null) {
  if (mutation.before?.(base, r, { formOf }) === false) return null;
  const drawing = layOut(base.forms, base.style);
  if (mutation.draw?.(drawing, r, base) === false) return null;
  const truth = base.forms.map((form, i) => truthOf(form, pagesOf(drawing, i)));
  return { drawing, truth, bytes: writePdf(drawing) };
}

export function mutantOf(seed, name = nameOf(seed)) {
  const mutation = MUTATIONS[name];
  for (let turn = 0; turn < TRIES; turn++) {
    const r = randomOf(seed * 131 + numberOf(name) + turn);
    const base = r.pick(GOOD);
    const found = drawn(baseOf(base), mutation, r);
    if (found) return { name, seed, base, ...found };
  }
  throw new Error(`${name} finds nothing to change with seed ${seed}`);
}
