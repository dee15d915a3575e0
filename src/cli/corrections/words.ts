import type { EvalxDocument } from '../../contract/document.js';
import type { Language } from '../../contract/findings.js';
import { keysOf } from '../../contract/pointer.js';
import { FIELD_NAMES, type FieldName } from '../../messages/fields.js';
import { messageOf, sayWithFlags } from '../../messages/say.js';

const MOST_CHARACTERS = 30;

/** A field as a person calls it: its form, its row with what stands there, its name; of a pointer to nothing known the pointer. */
export function fieldWords(path: string, document: EvalxDocument | null, lang: Language): string {
  const [root, index = '', ...keys] = keysOf(path);
  if (root !== 'reports' || !/^\d+$/u.test(index)) return path;
  const report = document?.reports[Number(index)];
  const form = sayWithFlags(messageOf('fieldOfForm', { number: Number(index) + 1 }), lang);
  const [row, ...field] = rowOf(keys, report, lang);
  const name = nameOf(field, lang);
  if (name === null) return path;
  return [form, row, name].filter((part) => part !== '').join(lang === 'zh' ? '，' : ', ');
}

/** The words of the row that a field is in, none for one in no row, and the keys that are left. */
function rowOf(
  keys: readonly string[],
  report: EvalxDocument['reports'][number] | undefined,
  lang: Language,
): string[] {
  const [list, rows, at] = keys;
  const known = (id: 'fieldOfFund' | 'fieldOfIndicator', number: number, called: string | null): string =>
    sayWithFlags(messageOf(id, { number: number + 1, name: called === null ? '' : ` ${short(called)}` }), lang);
  if (list === 'indicators' && rows !== undefined) {
    const { level3 = null, level2 = null, level1 = null } = report?.indicators[Number(rows)] ?? {};
    return [known('fieldOfIndicator', Number(rows), level3 ?? level2 ?? level1), ...keys.slice(2)];
  }
  if (list === 'funds' && rows === 'rows' && at !== undefined) {
    const { label = null } = report?.funds.rows[Number(at)] ?? {};
    return [known('fieldOfFund', Number(at), label), ...keys.slice(3)];
  }
  return ['', ...keys];
}

/** Labelled cells without a key of their own are called by their label. */
function nameOf(keys: readonly string[], lang: Language): string | null {
  if (keys[0] === 'extra') return keys[1] ?? null;
  const name = keys.join('/');
  return Object.hasOwn(FIELD_NAMES, name) ? FIELD_NAMES[name as FieldName][lang] : null;
}

function short(text: string): string {
  const characters = [...text];
  return characters.length > MOST_CHARACTERS ? `${characters.slice(0, MOST_CHARACTERS).join('')}…` : text;
}
