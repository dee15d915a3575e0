import type { EvalxDocument } from '../../../contract/document.js';
import type { Language } from '../../../contract/findings.js';
import { keysOf } from '../../../contract/pointer.js';
import { CELLS, FIELD_LABELS } from '../../../messages/tables/sheets.js';
import { fill, type Words } from '../../../messages/words.js';

/** Where a field stands, in words: the indicator or the row of funds, and what the form calls the field. */
export interface FieldWords {
  readonly item: string | null;
  readonly label: string | null;
}

/** A pointer of a document in words; nothing where it leads to no field of a form. */
export function fieldWords(document: EvalxDocument | null, pointer: string, lang: Language): FieldWords {
  const [reports, index, ...keys] = keysOf(pointer);
  const report = reports === 'reports' ? document?.reports[Number(index)] : undefined;
  if (!report) return { item: null, label: null };
  if (keys[0] === 'indicators' && keys.length > 1) {
    const indicator = report.indicators[Number(keys[1])];
    const name = indicator?.level3 ?? indicator?.level2 ?? indicator?.level1;
    return { item: name ?? numbered(CELLS.indicatorNumber, keys[1], lang), label: labelOf(keys.slice(2), lang) };
  }
  if (keys[0] === 'funds' && keys[1] === 'rows' && keys.length > 2) {
    const label = report.funds.rows[Number(keys[2])]?.label;
    return { item: label ?? numbered(CELLS.fundNumber, keys[2], lang), label: labelOf(keys.slice(3), lang) };
  }
  return { item: null, label: labelOf(keys, lang) };
}

const numbered = (words: Words, index: string | undefined, lang: Language): string =>
  fill(words, lang, () => String(Number(index) + 1));

/** The label of the deepest key that has one; of a cell with no key of its own, the label that is printed. */
function labelOf(keys: readonly string[], lang: Language): string | null {
  const extra = keys.indexOf('extra');
  if (extra >= 0 && keys[extra + 1] !== undefined) return keys[extra + 1] as string;
  for (let last = keys.length; last > 0; last--) {
    const words = FIELD_LABELS[keys.slice(last - 2, last).join('/')] ?? FIELD_LABELS[keys[last - 1] as string];
    if (words) return words[lang];
  }
  return null;
}
