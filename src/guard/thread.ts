import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { WORK_LIMITS, type WorkLimits } from '../limits.js';
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
    kill: () => void worker.terminate(),
  };
}

/** What a heap begins with, and what its young generation comes to: less costs time, more memory that nothing needs. */
const INITIAL_MB = 64;
const YOUNG_MB = 12;
/**
 * Percent by which a heap grows before garbage is collected again. V8 would let it grow fourfold, though all but a little of
 * what a page takes is garbage with the next one.
 */
const GROWING_PERCENT = 60;

/**
 * Sets how the heaps of this process grow. What V8 has compiled is taken only where its flags are the same: to be called
 * before anything of the bundle is loaded.
 */
export function tuneHeaps(): void {
  setFlagsFromString(`--heap-growing-percent=${GROWING_PERCENT}`);
}

/** Begins a thread; its memory is that of {@link WORK_LIMITS} unless something else is said. */
export function beginThread(program: URL, megabytes = WORK_LIMITS.megabytes): BegunThread {
  const before = process.memoryUsage.rss();
  // With a limit V8 collects garbage ever so often, from a small heap on, unless it is told to begin with a larger one.
  setFlagsFromString(`--initial-old-space-size=${Math.min(INITIAL_MB, megabytes >> 2)}`);
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
