import type { FileResult } from '../../contract/batch.js';
import type { EvalxDocument } from '../../contract/document.js';
import { escapeJson } from '../escape.js';
import type { CellValue } from '../xlsx/cell-value.js';

/**
 * `rate` is a fraction: 0.5 for 50%. Lists and maps are such in Parquet, JSON elsewhere: `integers`, `numbers` and `names` are
 * lists, `texts` has a text for each name, `indices` a list of integers for each.
 */
export type ColumnKind =
  | 'text'
  | 'number'
  | 'rate'
  | 'integer'
  | 'boolean'
  | 'integers'
  | 'numbers'
  | 'names'
  | 'texts'
  | 'indices';
export type Headers = 'en' | 'zh';

/** A value of a table: one without content is null, an empty list or map too. */
export type RecordValue =
  | CellValue
  | readonly (number | string)[]
  | Readonly<Record<string, string | readonly number[]>>;

/** `key` is the English header, `zh` the Chinese one; `width` is in characters of a spreadsheet. */
export interface Column {
  readonly key: string;
  readonly zh: string;
  readonly kind: ColumnKind;
  readonly width: number;
}

/** What a row is about: a form of a document, a page of it, and which field each of its columns shows. */
export interface RowPlace {
  readonly report: number | null;
  readonly page: number | null;
  /** The JSON Pointer of the field in a column; null where it shows none. */
  readonly pointerOf: (key: string) => string | null;
}

/** A row that knows what it is about. */
export interface PlacedRow {
  readonly values: readonly RecordValue[];
  readonly place: RowPlace;
}

/** A flat table: its columns, and the rows that one input adds to it, a value for each column. */
export interface RecordTable {
  readonly name: string;
  readonly zh: string;
  readonly columns: readonly Column[];
  readonly rows: (result: FileResult) => RecordValue[][];
  readonly placed: (result: FileResult) => PlacedRow[];
}

export const column = <Key extends string>(
  key: Key,
  zh: string,
  kind: ColumnKind,
  width: number,
): Column & { key: Key } => ({ key, zh, kind, width });

/** What a row of a table is made of: values by the keys of its columns, and what it is about. */
export type Source<Values extends object> = Values & { readonly place: RowPlace };

/** A row that is about no form. */
export const NO_PLACE: RowPlace = { report: null, page: null, pointerOf: () => null };

/** A table with a row for each of the `sources` of an input; its columns are keys of a source. */
export function recordTable<Values extends object>(
  name: string,
  zh: string,
  sources: (result: FileResult) => readonly Source<Values>[],
  columns: readonly (Column & { readonly key: keyof Values & string })[],
): RecordTable {
  const valuesOf = (source: Values): RecordValue[] => columns.map(({ key }) => contentOf(source[key]));
  return {
    ...{ name, zh, columns },
    rows: (result) => sources(result).map(valuesOf),
    placed: (result) => sources(result).map((source) => ({ values: valuesOf(source), place: source.place })),
  };
}

/** Undefined, and what holds nothing, as null. */
function contentOf(value: unknown): RecordValue {
  if (typeof value !== 'object') return (value ?? null) as CellValue;
  return value === null || Object.keys(value).length === 0 ? null : (value as RecordValue);
}

/** A value for one cell of text: lists and maps as JSON. */
export const flat = (value: RecordValue): CellValue =>
  typeof value === 'object' && value !== null ? escapeJson(JSON.stringify(value)) : value;

/**
 * The id that joins the tables: the file's content and the form's 1-based number in it. Neither the path, nor the order of
 * the inputs, nor what else is read changes an id; copies of a file have the same.
 */
export const reportId = ({ source }: EvalxDocument, index: number): string =>
  `${source.sha256.slice(0, 16)}-${index + 1}`;

/** The headers of a table in the language asked for. */
export const headersOf = ({ columns }: Pick<RecordTable, 'columns'>, headers: Headers): string[] =>
  columns.map(({ key, zh }) => (headers === 'zh' ? zh : key));
