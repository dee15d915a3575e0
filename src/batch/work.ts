import { setImmediate as nextTurn } from 'node:timers/promises';
import { type CorrectionsSetup, KnownCorrections } from '../corrections/find.js';
import { EvalxError } from '../errors.js';
import type { AtPage } from '../guard/watch.js';
import type { UnreadPage } from '../limits.js';
import type { ErrorMessage } from '../messages/say.js';
import type { BatchSettings, Done } from './batch-types.js';
import { correctionsDigest, Journal, settingsDigest } from './journal.js';
import { processFile, statusOf } from './process-file.js';

/** A process that works on one file after another, as its parent sends them, and keeps each result itself. */

export interface WorkerSetup {
  readonly out: string;
  readonly version: string;
  readonly settings: BatchSettings;
  readonly corrections?: CorrectionsSetup | null;
}

export type ToWorker =
  | { readonly setup: WorkerSetup }
  | { readonly file: string; readonly leaveOut: readonly UnreadPage[] };
export type FromWorker = { readonly done: Done } | { readonly unwritable: ErrorMessage };

let setup: (WorkerSetup & { readonly journal: Journal; readonly known: KnownCorrections | null }) | null = null;

process.on('message', (message: ToWorker) => {
  if ('setup' in message) {
    const { out, corrections = null } = message.setup;
    const known = corrections && new KnownCorrections(corrections);
    setup = { ...message.setup, journal: new Journal(out), known };
  } else void work(message.file, message.leaveOut);
});
// Ctrl-C reaches the whole group of processes: the parent decides what it means. Without a parent there is nothing to do.
process.on('SIGINT', () => {});
process.on('disconnect', () => process.exit());

async function work(file: string, leaveOut: readonly UnreadPage[]): Promise<void> {
  if (!setup) throw new Error('a file came before the setup');
  const { journal, version, settings, known } = setup;
  const reading: Parameters<typeof processFile>[2] = {
    leaveOut: new Map(leaveOut.map((page) => [page.number, page])),
    onPage: (done, of, atPage, isPicture = false) => send({ atPage, done, of, isPicture }),
  };
  const result = await processFile(file, settings, reading, known);
  // Where the parent has gone meanwhile, `disconnect` ends this process here: another run may be at work in the folder.
  await nextTurn();
  try {
    const again = leaveOut.some(({ problem }) => isCrash(problem));
    const corrections = correctionsDigest(known, file, result);
    journal.write({ version, settings: settingsDigest(settings), corrections, path: file, result, again });
    const { status, errorCode } = statusOf(result);
    send({ done: { status, errorCode } });
  } catch (error) {
    if (!(error instanceof EvalxError)) throw error;
    send({ unwritable: error.said });
  }
}

/** Whether a page was left out because the process that read it had ended, not because it took too much. */
const isCrash = (problem: UnreadPage['problem']): boolean =>
  typeof problem !== 'string' && problem.id === 'readerCrashed';

const send = (message: FromWorker | AtPage): void => {
  process.send?.(message);
};
