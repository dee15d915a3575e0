import { Worker } from 'node:worker_threads';
import { WORK_LIMITS, type WorkLimits } from '../limits.js';
import { threadSeconds } from './processor-time.js';
import type { Failure, Host } from './watch.js';

/** A thread that runs, for which there is no work yet. */
export interface BegunThread {
  readonly program: URL;
  readonly megabytes: number;
  readonly worker: Worker;
  /** Bytes that the process held before. */
  readonly before: number;
}

/** One that was begun before it was known whether and within which limits it is needed. */
let kept: BegunThread | null = null;

/** Lets the next {@link threadHost} of the same program and limits take this one. */
export function keepThread(thread: BegunThread): void {
  kept = thread;
}

/** A thread that runs `program`. Nothing keeps the process alive for its sake. */
export function threadHost<Job, Message>(program: URL, { megabytes }: WorkLimits): Host<Job, Message> {
  const fits = kept !== null && kept.program.href === program.href && kept.megabytes === megabytes;
  const { worker, before } = fits && kept ? kept : beginThread(program, megabytes);
  if (fits) kept = null;
  let why: Failure['failure'] = 'worker-crashed';
  worker.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') why = 'memory-exceeded';
  });
  let ended = false;
  worker.on('exit', () => {
    ended = true;
  });
  return {
    send: (job) => worker.postMessage(job),
    listen: (onMessage, end) => {
      const onEnd = (): void => end(why);
      worker.on('message', onMessage).on('exit', onEnd);
      if (ended) queueMicrotask(onEnd);
      return () => worker.off('message', onMessage).off('exit', onEnd);
    },
    memory: () => process.memoryUsage.rss() - before,
    processorTime: threadSeconds,
    kill: async (gently) => {
      if (gently && !ended) await askedToEnd(worker);
      await worker.terminate();
    },
  };
}

/** What a thread is sent in place of a job where it is to end by itself. */
export const END_BY_YOURSELF = 'end';

/** Milliseconds that a thread is given to come back from what it has called outside of JavaScript. */
const GRACE_MS = 20_000;

/**
 * A thread that is ended while it is outside of JavaScript, as where an engine recognises text, takes the process down with it
 * as soon as it comes back. Such calls are short, and between them it looks at its messages.
 */
async function askedToEnd(worker: Worker): Promise<void> {
  worker.postMessage(END_BY_YOURSELF);
  await new Promise<void>((resolve) => {
    const late = setTimeout(resolve, GRACE_MS);
    worker.once('exit', () => {
      clearTimeout(late);
      resolve();
    });
  });
}

/** What the young generation of a heap comes to: less costs time, more memory that nothing needs. */
const YOUNG_MB = 12;

/**
 * Begins a thread; its memory is that of {@link WORK_LIMITS} unless something else is said. No flag of V8 may be set before:
 * V8 would refuse what it compiled of Node's own modules when Node was built, and the thread take twice as long to begin.
 */
export function beginThread(program: URL, megabytes = WORK_LIMITS.megabytes): BegunThread {
  const before = process.memoryUsage.rss();
  const worker = new Worker(program, {
    // Whatever the libraries print is no product of ours.
    ...{ stdout: true, stderr: true },
    // The watch over the resident set comes first; the limit of V8 is there for what grows faster than it looks.
    // Deep nesting must end as an error of JavaScript: near the end of the stack Node itself prints what it cannot handle.
    resourceLimits: { maxOldGenerationSizeMb: 2 * megabytes, maxYoungGenerationSizeMb: YOUNG_MB, stackSizeMb: 256 },
  });
  worker.unref();
  worker.on('error', () => {});
  return { program, megabytes, worker, before };
}
