import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { FileResult } from '../contract/batch.js';
import type { EvalxDocument } from '../contract/document.js';
import { openWhole, type WholeFile } from '../files/whole-file.js';
import { toJson } from '../output/json.js';
import { recordsCsv } from '../output/records/csv.js';
import type { Headers } from '../output/records/record.js';
import { RECORD_TABLES, type RecordTableName } from '../output/records/tables.js';
import type { CellValue } from '../output/xlsx/cell-value.js';
import type { CutCell, Xlsx } from '../output/xlsx/xlsx.js';
import { systemPath } from '../text/path-bytes.js';
import { unwritable } from './journal.js';
import { addResult, emptySummary, type Summary } from './summary.js';

export const BATCH_FORMATS = ['csv', 'xlsx', 'jsonl', 'parquet'] as const;
export type BatchFormat = (typeof BATCH_FORMATS)[number];

export interface TablesOptions {
  readonly out: string;
  readonly formats: readonly BatchFormat[];
  readonly headers: Headers;
  /** Writes the reviewers' workpaper in place of the workbook of tables. */
  readonly workpaper: boolean;
}

export interface Written {
  readonly summary: Summary;
  /** Texts that were longer than a cell of a workbook may be. */
  readonly cut: readonly CutCell[];
}

const TABLES = Object.keys(RECORD_TABLES) as RecordTableName[];
/**
 * Writes the tables from the results, one after another in the order of the inputs. CSV and JSON Lines are streamed; a
 * workbook and Parquet hold their rows until the end. Every file is written beside its place; all take their names at
 * the end.
 *
 * @throws {EvalxError} `file-unwritable`; nothing is left of what was begun.
 */
export async function writeTables(results: Iterable<FileResult>, options: TablesOptions): Promise<Written> {
  const { out, formats, headers, workpaper } = options;
  const files = new OutputFiles(out);
  const wants = (format: BatchFormat): boolean => formats.includes(format);
  const summary = emptySummary();
  const cut: CutCell[] = [];
  try {
    const csv = wants('csv')
      ? TABLES.map((name) => ({ table: RECORD_TABLES[name], stream: recordsCsv(RECORD_TABLES[name], headers) }))
      : [];
    for (const { table, stream } of csv) stream.pipe(files.open(`${table.name}.csv`));
    const jsonl = wants('jsonl') ? files.open('documents.jsonl') : null;
    const held = wants('parquet') || (wants('xlsx') && !workpaper) ? TABLES.map((): CellValue[][] => []) : null;
    const documents: EvalxDocument[] = [];
    for (const result of results) {
      addResult(summary, result);
      for (const { table, stream } of csv) for (const row of table.rows(result)) await files.write(stream, row);
      if (jsonl && result.document) await files.write(jsonl, toJson(result.document, 'line'));
      if (held)
        for (const [i, name] of TABLES.entries())
          for (const row of RECORD_TABLES[name].rows(result)) held[i]?.push(row);
      if (wants('xlsx') && workpaper && result.document) documents.push(result.document);
    }
    for (const { stream } of csv) stream.end();
    jsonl?.end();
    const rowsOf = (name: RecordTableName): CellValue[][] => held?.[TABLES.indexOf(name)] ?? [];
    if (wants('parquet')) {
      const { recordsParquet } = await import('../output/records/parquet.js');
      for (const name of TABLES)
        files.whole(`${name}.parquet`, await recordsParquet(RECORD_TABLES[name], rowsOf(name), headers));
    }
    if (wants('xlsx')) {
      const book = workpaper ? await workpaperOf(documents) : await workbookOf(rowsOf, headers);
      files.whole(workpaper ? 'workpaper.xlsx' : 'tables.xlsx', book.bytes);
      for (const cell of book.cut) cut.push(cell);
    }
    files.whole('summary.json', toJson(summary, 'indented'));
    await files.finish();
  } catch (error) {
    files.discard();
    throw unwritable(error);
  }
  return { summary, cut };
}

async function workpaperOf(documents: readonly EvalxDocument[]): Promise<Xlsx> {
  const { workpaperXlsx } = await import('../output/records/workpaper.js');
  return workpaperXlsx(documents);
}

async function workbookOf(rowsOf: (name: RecordTableName) => CellValue[][], headers: Headers): Promise<Xlsx> {
  const { recordsXlsx } = await import('../output/records/xlsx.js');
  const tables = TABLES.map((name) => ({ table: RECORD_TABLES[name], rows: rowsOf(name) }));
  return recordsXlsx(tables, headers);
}

/** Files that appear together at the end, or not at all. */
class OutputFiles {
  private readonly out: string;
  private readonly files: WholeFile[] = [];
  private readonly done: Promise<void>[] = [];
  private readonly streams: Writable[] = [];
  private failure: unknown = null;

  constructor(out: string) {
    this.out = out;
    try {
      mkdirSync(systemPath(out), { recursive: true });
    } catch (error) {
      throw unwritable(error);
    }
  }

  open(name: string): Writable {
    const file = openWhole(join(this.out, name), { temporary: `.${name}.tmp` });
    this.files.push(file);
    const stream = createWriteStream('', { fd: file.fd });
    this.done.push(
      finished(stream).catch((error: unknown) => {
        this.failure ??= error;
      }),
    );
    this.streams.push(stream);
    return stream;
  }

  /** Waits where the disk is slower than we are; a failed stream ends the work. */
  async write(stream: Writable, chunk: unknown): Promise<void> {
    if (this.failure !== null) throw this.failure;
    if (stream.write(chunk)) return;
    await new Promise<void>((resolve) => {
      const go = (): void => {
        stream.off('drain', go).off('error', go).off('close', go);
        clearInterval(watch);
        resolve();
      };
      // A stream behind this one may have failed: then there is no drain.
      const watch = setInterval(() => this.failure !== null && go(), 50);
      stream.once('drain', go).once('error', go).once('close', go);
    });
    if (this.failure !== null) throw this.failure;
  }

  whole(name: string, content: string | Uint8Array): void {
    this.open(name).end(content);
  }

  async finish(): Promise<void> {
    await Promise.all(this.done);
    if (this.failure !== null) throw this.failure;
    for (const file of this.files) file.commit({ isClosed: true });
  }

  discard(): void {
    for (const stream of this.streams) stream.destroy();
    for (const file of this.files) file.discard();
  }
}
