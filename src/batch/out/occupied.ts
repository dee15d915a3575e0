import { lstatSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { EvalxError } from '../../errors.js';
import { realPath } from '../../files/real-path.js';
import { messageOf } from '../../messages/say.js';
import { RECORD_TABLES } from '../../output/records/tables.js';
import { systemPath } from '../../text/path-bytes.js';

/** What a run writes: tables, notes, and the results of a queue. */
const OURS: ReadonlySet<string> = new Set([
  ...Object.keys(RECORD_TABLES).flatMap((name) => [`${name}.csv`, `${name}.parquet`]),
  ...['documents.jsonl', 'summary.json', 'tables.xlsx', 'workpaper.xlsx'],
]);
/** The notes of a run. */
const NOTES = '.evalx';
const RESULT = /^[0-9a-f]{64}\.jsonl$/u;

/** How a run may write into a folder that is not empty. */
export interface Permission {
  /** Goes on with the notes that are there. */
  readonly resume: boolean;
  /** Writes in any case. */
  readonly force: boolean;
}

/**
 * Sees to it that nothing of another run is written over, and no table between the PDFs.
 *
 * @param inputs folders that are read
 * @throws {EvalxError} `out-occupied`
 */
export function requireFree(out: string, inputs: readonly string[], { resume, force }: Permission): void {
  if (force) return;
  const names = namesIn(out);
  const hasNotes = names.includes(NOTES);
  if (resume && hasNotes) return;
  if (inputs.some((folder) => realPath(folder) === realPath(out))) throw new EvalxError(messageOf('outIsInput', {}));
  const name = hasNotes ? NOTES : names.find((one) => OURS.has(one) || RESULT.test(one));
  if (name !== undefined) throw new EvalxError(messageOf('outOccupied', { name }));
}

/** Removes tables of the run before this one: they would stand beside those of `written`, and be of other files. */
export function removeOlder(out: string, written: readonly string[]): void {
  for (const name of namesIn(out)) {
    if (!OURS.has(name) || written.includes(name)) continue;
    const path = systemPath(join(out, name));
    if (lstatSync(path).isFile()) rmSync(path);
  }
}

/** Whether the folder holds what a run has written, and not only files of the same names. */
export const isOfARun = (out: string): boolean =>
  namesIn(out).some((name) => name === NOTES || name === 'summary.json');

function namesIn(folder: string): string[] {
  try {
    return readdirSync(systemPath(folder)).sort();
  } catch {
    return [];
  }
}
