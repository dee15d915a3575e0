import { toJson as jsonOf } from '../../output/json.js';
import type { Headers, RecordTable } from '../../output/records/record.js';
import { RECORD_TABLES, type RecordTableName } from '../../output/records/tables.js';
import { type Check, checkOptions, oneOf, yesOrNo } from '../check-options.js';
import { documentsOf, fileResults, type Result, WRITE_CHECKS, type WriteOptions, writingOf } from './results.js';

/** A table of what was read; docs/columns.md has their columns. `reportId` and `file` join them. */
export type TableName = RecordTableName;

/** Options of {@link toCsv} and {@link toParquet}. */
export interface TableOptions extends WriteOptions {
  /** Default `reports`. */
  readonly table?: TableName | undefined;
  /** English keys or Chinese headers; default `en`. */
  readonly headers?: Headers | undefined;
}

/** Options of {@link toJson} and {@link toJsonLines}. */
export interface JsonOptions {
  /** Whether it has where each field stands, and what became of every text; default false. */
  readonly evidence?: boolean | undefined;
}

const CHECKS: Readonly<Record<keyof TableOptions, Check>> = {
  ...{ ...WRITE_CHECKS, table: oneOf(Object.keys(RECORD_TABLES)), headers: oneOf(['en', 'zh']) },
};
const JSON_CHECKS: Readonly<Record<keyof JsonOptions, Check>> = { evidence: yesOrNo };

function rowsOf(results: Result | readonly Result[], options: TableOptions) {
  const { table: name = 'reports', headers = 'en' } = options;
  const all = fileResults(writingOf(results, options, CHECKS));
  const table: RecordTable = RECORD_TABLES[name];
  return { table, headers, rows: all.flatMap((result) => table.rows(result)) };
}

/**
 * One table as CSV: UTF-8 with the mark by which Excel knows it, a header, CRLF. Text that a spreadsheet would run as a formula has an
 * apostrophe before it; lists and maps are JSON.
 *
 * @throws {EvalxError} `usage`
 */
export async function toCsv(results: Result | readonly Result[], options: TableOptions = {}): Promise<string> {
  const { table, headers, rows } = rowsOf(results, options);
  const { recordsCsv } = await import('../../output/records/csv.js');
  const stream = recordsCsv(table, headers);
  for (const row of rows) stream.write(row);
  stream.end();
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks).toString('utf8');
}

/**
 * One table as a Parquet file: numbers are doubles, lists and maps are such, texts are as they were read.
 *
 * @throws {EvalxError} `usage`
 */
export async function toParquet(results: Result | readonly Result[], options: TableOptions = {}): Promise<Uint8Array> {
  const { table, headers, rows } = rowsOf(results, options);
  return (await import('../../output/records/parquet.js')).recordsParquet(table, rows, headers);
}

/**
 * All tables as an Excel workbook for people, in the language of the settings: findings in words, amounts in 元 beside the printed ones,
 * a sheet that explains the columns.
 *
 * @throws {EvalxError} `usage`
 */
export async function toXlsx(results: Result | readonly Result[], options: WriteOptions = {}): Promise<Uint8Array> {
  const writing = writingOf(results, options);
  const { tablesBook } = await import('../../output/records/workbook/book.js');
  const book = tablesBook({ lang: writing.settings.lang, reviews: null });
  for (const result of fileResults(writing)) book.add(result);
  return (await book.end()).bytes;
}

/**
 * The reviewers' workpaper as an Excel workbook: a summary, what was found, and a sheet for each form to write the review into.
 *
 * @throws {EvalxError} `usage`
 */
export async function toWorkpaper(
  results: Result | readonly Result[],
  options: WriteOptions = {},
): Promise<Uint8Array> {
  const writing = writingOf(results, options);
  const { workpaperBook } = await import('../../output/records/workbook/workpaper.js');
  const book = workpaperBook({ lang: writing.settings.lang, reviews: null });
  for (const result of fileResults(writing)) book.add(result);
  return (await book.end()).bytes;
}

/**
 * A document as `evalx parse` prints it into a file, indented, with a newline at its end.
 *
 * @throws {EvalxError} `usage`
 */
export function toJson(result: Result, options: JsonOptions = {}): string {
  checkOptions(options, JSON_CHECKS);
  const [document] = documentsOf([result], options.evidence ?? false);
  return document === undefined ? '' : jsonOf(document, 'indented');
}

/**
 * The documents as JSON Lines, one a line; what could not be read has none. `evalx validate` takes it as a file that ends in `.jsonl`.
 *
 * @throws {EvalxError} `usage`
 */
export function toJsonLines(results: Result | readonly Result[], options: JsonOptions = {}): string {
  checkOptions(options, JSON_CHECKS);
  return documentsOf(Array.isArray(results) ? results : [results], options.evidence ?? false)
    .map((document) => jsonOf(document, 'line'))
    .join('');
}
