import type { Journal, Manifest } from '../../../batch/journal.js';
import { lockFolder } from '../../../batch/lock.js';
import { isOfARun, removeOlder } from '../../../batch/out/occupied.js';
import { reviewsIn } from '../../../batch/out/reviews.js';
import type { Summary } from '../../../batch/summary.js';
import { type BatchFormat, type Written, writeTables } from '../../../batch/write-tables.js';
import type { FileResult } from '../../../contract/batch.js';
import { EvalxError } from '../../../errors.js';
import { type Message, messageOf, sayWithFlags } from '../../../messages/say.js';
import { message } from '../../../output/message.js';
import type { Headers } from '../../../output/records/record.js';
import { shownPath } from '../../../text/path-bytes.js';
import { EXIT_CODES } from '../../terminal/exit-code.js';
import { failure } from '../../terminal/failure.js';
import { withCleanup } from '../../terminal/interrupt.js';
import type { Messages } from '../../terminal/messages.js';

/** What batch and merge share: a folder of their own, results that were kept, and the tables. */

export interface TableFlags {
  readonly output: string;
  readonly format?: readonly BatchFormat[];
  readonly headers?: Headers;
  readonly layout?: 'tables' | 'workpaper';
  readonly reviewDir?: string;
  readonly force?: true;
}

/** Works in a folder that no other run writes to meanwhile. Returns the exit code; what goes wrong is said. */
export async function inOwnFolder(folder: string, messages: Messages, work: () => Promise<number>): Promise<number> {
  try {
    const release = lockFolder(folder);
    try {
      return await withCleanup(release, work);
    } finally {
      release();
    }
  } catch (error) {
    const isUsage = error instanceof EvalxError && error.code === 'usage';
    messages.say(
      isUsage ? message(sayWithFlags(error.said, messages.lang)) : failure(folder, error, messages.lang).text,
    );
    return EXIT_CODES.fault;
  }
}

/** The results of all shards in the order of the inputs, each read from the disk when its turn comes. */
export function* resultsOf(shards: readonly { journal: Journal; manifest: Manifest }[]): Generator<FileResult> {
  const jobs = shards.flatMap(({ journal, manifest }) => manifest.jobs.map((job) => ({ ...job, journal })));
  jobs.sort((a, b) => a.index - b.index);
  for (const [i, { path, index, journal }] of jobs.entries()) {
    if (jobs[i - 1]?.index === index) continue;
    const entry = journal.read(path);
    if (!entry) throw new EvalxError(messageOf('resultMissing', { path: shownPath(path) }));
    yield entry.result;
    yield* entry.result.attached ?? [];
  }
}

/** What else there is to a run. */
interface Run {
  /** The folder of all inputs. */
  readonly folder: string;
  /** How many folders and globs held nothing. */
  readonly emptyPatterns?: number;
  /** Called when all is written, before the run is summed up. */
  readonly told?: () => void;
}

/** Writes the tables. Returns the exit code. */
export async function writeOutput(
  results: Iterable<FileResult>,
  { folder, emptyPatterns = 0, told: tell }: Run,
  flags: TableFlags,
  messages: Messages,
): Promise<number> {
  const { output: out, format, headers, layout, reviewDir } = flags;
  const isOlder = flags.force === true && isOfARun(out);
  const written = await writeTables(results, {
    out,
    formats: format ?? (layout === 'workpaper' ? ['xlsx'] : ['csv', 'jsonl']),
    headers: headers ?? 'en',
    book: {
      lang: headers ?? messages.lang,
      reviews: reviewDir === undefined ? null : reviewsIn(reviewDir, out, folder),
    },
    workpaper: layout === 'workpaper',
  });
  if (isOlder) removeOlder(out, written.names);
  tell?.();
  return finish(written, emptyPatterns, out, messages);
}

function finish({ summary, cut }: Written, emptyPatterns: number, out: string, messages: Messages): number {
  for (const { sheet, cell, length } of cut) {
    messages.say(message(out, sheet, sayWithFlags(messageOf('textCut', { length, cell }), messages.lang)));
  }
  const { total, read } = summary.files;
  const isOurFault = Object.hasOwn(summary.errors, 'rule-crashed');
  if (process.stderr.isTTY || read < total) messages.say(message(out, sayWithFlags(told(summary), messages.lang)));
  if (isOurFault) return EXIT_CODES.fault;
  return read === total && emptyPatterns === 0 ? EXIT_CODES.fine : EXIT_CODES.unread;
}

/** What the rules found and what the reader said, together. */
function told({ files, reports, findings, diagnostics }: Summary): Message {
  const { total: all, partly, failed } = files;
  const unread = partly + failed === 0 ? messageOf('allRead', {}) : messageOf('notAllRead', { failed, partly });
  const [errors, warnings] = [findings.error + diagnostics.error, findings.warning + diagnostics.warning];
  return messageOf('batchSummary', { files: all, forms: reports, errors, warnings, unread });
}
