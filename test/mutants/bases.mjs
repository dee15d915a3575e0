/** Good forms: which families, how drawn, over how many pages. A base is made of its number alone. */
import { formOf } from './form.mjs';
import { styleOf } from './lay-out.mjs';
import { randomOf } from './random.mjs';
import { TEMPLATES } from './templates.mjs';

const FAMILIES = Object.keys(TEMPLATES);
const BASES = 96;
/**
 * Good forms that evalx does not read exactly, and so no measure of what is done to them: 15 breaks a merged level at a page that
 * begins with a header of two rows.
 */
const NOT_READ = [15];
/** Numbers of the good forms. */
export const GOOD = Array.from({ length: BASES }, (_, i) => i).filter((number) => !NOT_READ.includes(number));

/** The forms and the style of a base, before they are drawn. */
export function baseOf(number) {
  const r = randomOf(77_000 + number);
  const family = FAMILIES[number % FAMILIES.length];
  const many = r.chance(0.2) ? r.int(14, 26) : 0;
  const forms = [formOf(family, r, { many })];
  if (r.chance(0.15)) forms.push(formOf(r.pick(FAMILIES), r));
  return { number, forms, style: styleOf(r) };
}
