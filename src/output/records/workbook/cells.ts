import type { Language } from '../../../contract/findings.js';
import { CELLS, CODE_WORDS, FIELD_LABELS } from '../../../messages/tables/sheets.js';
import { fill, type Words } from '../../../messages/words.js';
import type { CellValue } from '../../xlsx/cell-value.js';
import type { RichCell, XlsxCell } from '../../xlsx/xlsx-types.js';
import type { Corrected } from '../corrected.js';
import type { Column, RecordValue } from '../record.js';

/** Cells of the workbooks for people. */

/** Backgrounds: of what a person has put right, and of severities. */
export const COLORS = { corrected: 'E4DFEC', error: 'F8CBAD', warning: 'FFF2CC', info: 'DDEBF7' } as const;

export const words = (text: Words, lang: Language, values: Readonly<Record<string, string>> = {}): string =>
  fill(text, lang, (name) => values[name] ?? '');

const EMPTY: RichCell = { value: null, look: 'body' };
export const body = (value: CellValue): RichCell => (value === null ? EMPTY : { value, look: 'body' });

/** A number that ends with its column; an empty cell where there is none. */
export const figure = (value: number | null, format?: string): RichCell => ({
  ...{ value, look: 'number' },
  ...(format === undefined ? {} : { format }),
});

/** An amount in 元: thousands apart, the fen where there are some. */
export const yuanFigure = (value: number | null): RichCell =>
  figure(value, value === null || Number.isInteger(value) ? '#,##0' : '#,##0.00');

/** The page that it is about, a number that is shown in words. */
export const pageCell = (page: number | null, lang: Language): RichCell =>
  page === null ? body(null) : { value: page, format: CELLS.pageFormat[lang], look: 'middle' };

/** A severity in words, on its colour. */
export const severityCell = (severity: 'error' | 'warning' | 'info', lang: Language): RichCell => ({
  value: codeIn('severity', severity, lang),
  look: 'middle',
  fill: COLORS[severity],
});

/** The word for a code of a table; the code itself where there is none. */
export const codeIn = (key: string, code: string, lang: Language): string => CODE_WORDS[key]?.[code]?.[lang] ?? code;

/** The same cell in the colour of what a person has put right, with who, when and why in a note. */
export function correctedCell(cell: RichCell, { old, who, when, why }: Corrected, lang: Language): RichCell {
  const reason = why === null ? '' : words(CELLS.correctedWhy, lang, { why });
  const read = old === null ? CELLS.nothing[lang] : String(old);
  return {
    ...cell,
    fill: COLORS.corrected,
    note: words(CELLS.corrected, lang, { old: read, who, when, why: reason }),
  };
}

/** The value of a table's column as people read it: words for codes, lists and maps as lines. */
export function cellOf({ key, kind }: Column, value: RecordValue, lang: Language): RichCell {
  if (typeof value === 'boolean') return { value: value ? CELLS.yes[lang] : CELLS.no[lang], look: 'middle' };
  if (typeof value === 'number')
    return kind === 'rate' ? { value, look: 'number', percent: true } : numberCell(key, value);
  if (typeof value === 'string') return body(codeIn(key, value, lang));
  if (value === null) return body(null);
  if (Array.isArray(value))
    return body(value.map((one) => labelled(kind, one, lang)).join(lang === 'zh' ? '、' : ', '));
  const lines = Object.entries(value).map(([label, one]) => line(label, one as string | readonly number[], lang));
  return body(lines.join('\n'));
}

const numberCell = (key: string, value: number): RichCell => (key.endsWith('Yuan') ? yuanFigure(value) : figure(value));

/** A key of a field by its label, all else as it is. */
const labelled = (kind: Column['kind'], one: number | string, lang: Language): string =>
  kind === 'names' ? (FIELD_LABELS[one]?.[lang] ?? String(one)) : String(one);

function line(label: string, of: string | readonly number[], lang: Language): string {
  if (typeof of === 'string') return words(CELLS.pair, lang, { label, text: of });
  const rows = of.map((index) => index + 1).join(lang === 'zh' ? '、' : ', ');
  return words(CELLS.rowsShared, lang, { label: FIELD_LABELS[label]?.[lang] ?? label, rows });
}

/** A row of headers. */
export const headerRow = (headers: readonly string[]): XlsxCell[] =>
  headers.map((value): RichCell => ({ value, look: 'header' }));
