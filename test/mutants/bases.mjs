/** Good forms: which families, how drawn, over how many pages. A base is made of its number alone. */
import { formOf } from './form.mjs';
import { styleOf } from './lay-out.mjs';
import { randomOf } from './random.mjs';
import { TEMPLATES } from './templates.mjs';

const FAMILIES = Object.keys(TEMPLATES);
export const BASES = 96;

/** The forms and the style of a base, before they are drawn. */
export function baseOf(number) {
  const r = randomOf(77_000 + number);
  const family = FAMILIES[number % FAMILIES.length];
  const many = r.chance(0.2) ? r.int(14, 26) : 0;
  const forms = [formOf(family, r, { many })];
  if (r.chance(0.15)) forms.push(formOf(r.pick(FAMILIES), r));
  return { number, forms, style: styleOf(r) };
}
