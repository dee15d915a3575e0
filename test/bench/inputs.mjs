/**
 * PDFs to measure with, printed by the producers that this machine has. Page after page is another form: those of all
 * families in turn, each time with other words in its values, so that no page, and no font, serves twice.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomFrom } from '../../fixtures/make/random.mjs';
import { producers } from '../../fixtures/make/sheet.mjs';

const folder = join(import.meta.dirname, '../../fixtures/make/families');
const names = readdirSync(folder).filter((name) => /^f\d\d\.mjs$/u.test(name));
const families = await Promise.all(names.map((name) => import(join(folder, name))));
const forms = families.flatMap(({ family }) => family.forms);

const COMMANDS = { chromium: 'chromium', weasyprint: 'weasyprint', writer: 'soffice', pdfkit: 'true' };

/** Those of `chromium`, `writer`, `weasyprint`, `pdfkit` that are here. */
export const available = Object.keys(COMMANDS).filter((name) => {
  try {
    execFileSync('which', [COMMANDS[name]], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
});

/** The 2,500 characters of the first level of GB 2312 that are used most, as far as its order by sound tells. */
const decoder = new TextDecoder('gb2312');
const HANZI = Array.from({ length: 2500 }, (_, i) =>
  decoder.decode(new Uint8Array([0xb0 + Math.trunc(i / 94), 0xa1 + (i % 94)])),
);

/** Values in whose place other words can stand: nothing that a form is recognised by. */
function valuesOf({ project, goals, indicators, conclusion }) {
  const texts = indicators.flatMap(({ level3, target, actual, deviation }) => [level3, target, actual, deviation]);
  const all = [...Object.values(project), ...Object.values(goals), ...texts, ...Object.values(conclusion)];
  return new Set(all.filter((text) => text !== null && text.length >= 4).map((text) => text.replace(/\s/gu, '')));
}

function varied({ parts, expected, ...rest }, random) {
  const values = valuesOf(expected);
  const other = (text) =>
    values.has(text.replace(/\s/gu, ''))
      ? text
          .replace(/\p{Script=Han}/gu, () => HANZI[Math.floor(random() * HANZI.length)])
          .replace(/(?<=\d)\d/gu, () => Math.floor(random() * 10))
      : text;
  const changed = (value) =>
    typeof value === 'string' ? other(value) : Array.isArray(value) ? value.map(changed) : value;
  const part = (one) => (one.table ? { ...one, table: changed(one.table) } : one);
  return { ...rest, expected, parts: parts.map(part) };
}

/** Prints `count` forms, each from a page of its own on, into a file. */
export async function printForms(producer, count, file) {
  const random = randomFrom(count);
  const sheets = Array.from({ length: count }, (_, i) => varied(forms[i % forms.length], random));
  const { font, print } = producers[producer];
  writeFileSync(file, await print(sheets, { font, size: 7, landscape: false, onePageEach: true }));
}
