import { EvalxError } from '../../errors.js';
import { readInput } from '../../files/input.js';
import type { AtPage } from '../../guard/watch.js';
import { readingLimits } from '../../limits.js';
import type { ReadingOptions } from '../../pages/reading-options.js';
import { type Answer, type Job, READS } from './jobs.js';

/** The process that reads files for the library, one after another, as its parent sends them. */

const send = (message: Answer | AtPage): void => {
  process.send?.(message);
};

process.on('message', async (job: Job) => send(await answer(job)));
// Ctrl-C reaches the whole group of processes: the parent decides what it means. Without a parent there is nothing to do.
process.on('SIGINT', () => {});
process.on('disconnect', () => process.exit());

async function answer({ kind, path, bytes, options, leaveOut }: Job): Promise<Answer> {
  try {
    const given = options as ReadingOptions;
    const read = (await READS[kind]()) as (bytes: Uint8Array, options: ReadingOptions) => Promise<unknown>;
    const input = bytes ?? (await readInput(path as string, readingLimits(given.limits).bytes));
    const onPage = (done: number, of: number, atPage: number | null, isPicture = false): void =>
      send({ atPage, done, of, isPicture });
    return { result: await read(input, { ...given, leaveOut, onPage }) };
  } catch (error) {
    const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
    return { error: { said: error instanceof EvalxError ? error.said : null, message, stack } };
  }
}
