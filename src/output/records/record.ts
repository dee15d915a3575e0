import type { FileResult } from '../../contract/batch.js';
import { sha256 } from '../../contract/digest.js';
import type { EvalxDocument } from '../../contract/document.js';
import { escapeJson } from '../escape.js';
import type { CellValue } from '../xlsx/cell-value.js';

/** `rate` is a fraction: 0.5 for 50%. */
export type ColumnKind = 'text' | 'number' | 'rate' | 'integer' | 'boolean';
export type Headers = 'en' | 'zh';

/** `key` is the English header, `zh` the Chinese one; `width` is in characters of a spreadsheet. */
export interface Column {
  readonly key: string;
  readonly zh: string;
  readonly kind: ColumnKind;
  readonly width: number;
}

/** A flat table: its columns, and the rows that one input adds to it, a value for each column. */
export interface RecordTable {
  readonly name: string;
  readonly zh: string;
  readonly columns: readonly Column[];
  readonly rows: (result: FileResult) => CellValue[][];
}

/** A table with a row for each of the `sources` of an input; its columns are keys of a source. */
export function recordTable<Source extends object>(
  name: string,
  zh: string,
  sources: (result: FileResult) => readonly Source[],
  columns: readonly (Column & { readonly key: keyof Source & string })[],
): RecordTable {
  const rows = (result: FileResult): CellValue[][] =>
    sources(result).map((source) => columns.map(({ key }) => cellValue(source[key])));
  return { name, zh, columns, rows };
}

/** A plain value as it is, a list or an object as JSON, one without content as null. */
function cellValue(value: unknown): CellValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return value;
  }
  return Object.keys(Object(value)).length === 0 ? null : escapeJson(JSON.stringify(value));
}

/**
 * The id that joins the tables: the file's content, its path and the form's 1-based number in it. The path is in it
 * because two inputs may hold the same bytes; neither the order of the inputs nor what else is read changes an id.
 */
export function reportId({ source }: EvalxDocument, index: number): string {
  const path = sha256(source.file);
  return `${source.sha256.slice(0, 12)}-${path.slice(0, 6)}-${index + 1}`;
}

/** The headers of a table in the language asked for. */
export const headersOf = ({ columns }: RecordTable, headers: Headers): string[] =>
  columns.map(({ key, zh }) => (headers === 'zh' ? zh : key));
