import type { FileResult } from '../contract/batch.js';
import { toJson } from '../output/json.js';
import { recordsCsv } from '../output/records/csv.js';
import type { Headers, RecordValue } from '../output/records/record.js';
import { RECORD_TABLES, type RecordTableName } from '../output/records/tables.js';
import type { BookWords } from '../output/records/workbook/book.js';
import type { CutCell } from '../output/xlsx/xlsx-types.js';
import { unwritable } from './journal.js';
import { OutputFiles } from './out/output-files.js';
import { addResult, emptySummary, type Summary } from './summary.js';

export const BATCH_FORMATS = ['csv', 'xlsx', 'jsonl', 'parquet'] as const;
export type BatchFormat = (typeof BATCH_FORMATS)[number];

export interface TablesOptions {
  readonly out: string;
  readonly formats: readonly BatchFormat[];
  /** Of CSV and Parquet. */
  readonly headers: Headers;
  /** Of the workbook. */
  readonly book: BookWords;
  /** Writes the reviewers' workpaper in place of the workbook of tables. */
  readonly workpaper: boolean;
}

export interface Written {
  readonly summary: Summary;
  /** Texts that were longer than a cell of a workbook may be. */
  readonly cut: readonly CutCell[];
  /** Names of the files that were written. */
  readonly names: readonly string[];
}

const TABLES = Object.keys(RECORD_TABLES) as RecordTableName[];

/** What is written of the results in one format. */
interface Writer {
  readonly add: (result: FileResult) => Promise<void> | void;
  readonly end: () => Promise<void> | void;
}

/**
 * Writes the tables from the results, one after another in the order of the inputs. CSV and JSON Lines are streamed; a
 * workbook and Parquet hold their rows until the end. Every file is written beside its place; all take their names at
 * the end.
 *
 * @throws {EvalxError} `file-unwritable`; nothing is left of what was begun.
 */
export async function writeTables(results: Iterable<FileResult>, options: TablesOptions): Promise<Written> {
  const files = new OutputFiles(options.out);
  const summary = emptySummary();
  const cut: CutCell[] = [];
  const formats: Readonly<Record<BatchFormat, () => Promise<Writer> | Writer>> = {
    csv: () => csvWriter(files, options),
    jsonl: () => jsonlWriter(files),
    parquet: () => parquetWriter(files, options),
    xlsx: () => bookWriter(files, options, cut),
  };
  try {
    const writers: Writer[] = [];
    for (const format of new Set(options.formats)) writers.push(await formats[format]());
    for (const result of results) {
      addResult(summary, result);
      for (const writer of writers) await writer.add(result);
    }
    for (const writer of writers) await writer.end();
    files.whole('summary.json', toJson(summary, 'indented'));
    await files.finish();
  } catch (error) {
    files.discard();
    throw unwritable(error);
  }
  return { summary, cut, names: files.names };
}

function csvWriter(files: OutputFiles, { headers }: TablesOptions): Writer {
  const open = TABLES.map((name) => {
    const table = RECORD_TABLES[name];
    const stream = recordsCsv(table, headers);
    stream.pipe(files.open(`${name}.csv`));
    return { table, stream };
  });
  return {
    add: async (result) => {
      for (const { table, stream } of open) for (const row of table.rows(result)) await files.write(stream, row);
    },
    end: () => {
      for (const { stream } of open) stream.end();
    },
  };
}

function jsonlWriter(files: OutputFiles): Writer {
  const stream = files.open('documents.jsonl');
  return {
    add: async ({ document }) => {
      if (document) await files.write(stream, toJson(document, 'line'));
    },
    end: () => {
      stream.end();
    },
  };
}

function parquetWriter(files: OutputFiles, { headers }: TablesOptions): Writer {
  const held = TABLES.map((name) => ({ name, table: RECORD_TABLES[name], rows: [] as RecordValue[][] }));
  return {
    add: (result) => {
      for (const { table, rows } of held) for (const row of table.rows(result)) rows.push(row);
    },
    end: async () => {
      const { recordsParquet } = await import('../output/records/parquet.js');
      for (const { name, table, rows } of held) {
        files.whole(`${name}.parquet`, await recordsParquet(table, rows, headers));
      }
    },
  };
}

async function bookWriter(files: OutputFiles, { book, workpaper }: TablesOptions, cut: CutCell[]): Promise<Writer> {
  const name = workpaper ? 'workpaper.xlsx' : 'tables.xlsx';
  const { tablesBook } = await import('../output/records/workbook/book.js');
  const { workpaperBook } = await import('../output/records/workbook/workpaper.js');
  const { add, end } = workpaper ? workpaperBook(book) : tablesBook(book);
  return {
    add,
    end: async () => {
      const { bytes, cut: parts } = await end();
      files.whole(name, bytes);
      cut.push(...parts);
    },
  };
}
