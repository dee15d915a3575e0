import type { Queue } from 'bullmq';
import type { FileResult } from '../../contract/batch.js';
import { sha256OfFile } from '../../files/digest.js';
import { messageOf, say } from '../../messages/say.js';
import { shownPath } from '../../text/path-bytes.js';
import type { Journal } from '../journal.js';
import type { Reader, ReaderOptions } from '../pool.js';
import { NAME, type QueueJob } from './job.js';
import { Paths } from './paths.js';
import { readResult, writeResult } from './result.js';

export interface Place {
  readonly reader: ReaderOptions;
  /** Where the readers leave what they have read. */
  readonly journal: Journal;
  /** Folder of results, seen by all machines. */
  readonly out: string;
}

/** Reads a content, or takes the result that is there, and keeps it with all paths of the content. */
export async function workOn(name: string, job: QueueJob, queue: Queue, reader: Reader, place: Place): Promise<void> {
  const { sha256 } = job;
  const paths = new Paths(queue, sha256);
  for (const path of job.paths) await paths.add(path);
  const known = name === NAME ? readResult(place.out, sha256) : null;
  const result = known ?? (await readContent(sha256, await paths.list(), reader, place));
  await keep(result, sha256, paths, place.out);
}

/**
 * Writes the result with all paths, until none has come meanwhile. Others may do the same at the same time: whoever writes
 * last sees all paths that were there before it looked, and a path that comes later has a job of its own.
 */
async function keep(result: FileResult, sha256: string, paths: Paths, out: string): Promise<void> {
  let written: string[] = [];
  for (let all = await paths.list(); all.length !== written.length; all = await paths.list()) {
    writeResult(out, sha256, { paths: all.map(shownPath), ...result });
    written = all;
  }
  await paths.markNamed(written);
}

/** Reads the first path that has the bytes. @throws what is wrong with the first one, where none has. */
async function readContent(
  sha256: string,
  paths: readonly string[],
  reader: Reader,
  place: Place,
): Promise<FileResult> {
  let wrong: Error | null = null;
  for (const path of paths) {
    const read = await readPath(path, sha256, reader, place);
    if (!(read instanceof Error)) return read;
    wrong ??= read;
  }
  throw wrong;
}

/** Not the file's fault, or not for good: another try may help. */
const WORTH_A_TRY = new Set(['timed-out', 'memory-exceeded', 'worker-crashed', 'internal-error']);
/** What is wrong with a path, and not with the content. */
const NOT_THERE = new Set(['file-not-found', 'file-unreadable', 'is-a-directory']);

/** Returns what is wrong with the path. @throws what is wrong with the content. */
async function readPath(
  path: string,
  sha256: string,
  reader: Reader,
  { journal, reader: { settings } }: Place,
): Promise<FileResult | Error> {
  const changed = new Error(say(messageOf('fileChanged', {}), settings));
  // A file that was put in its place is not worth the time that reading takes.
  const now = await sha256OfFile(path);
  if (now !== null && now !== sha256) return changed;
  const { errorCode } = await reader.read(path);
  const entry = journal.read(path);
  if (!entry) throw new Error(say(messageOf('resultNotKept', {}), settings));
  const { status } = entry.result;
  const failed = new Error(`${errorCode}: ${status.errorMessage}`);
  if (errorCode !== null && NOT_THERE.has(errorCode)) return failed;
  if (errorCode !== null && WORTH_A_TRY.has(errorCode)) throw failed;
  return status.sha256 === sha256 ? entry.result : changed;
}
