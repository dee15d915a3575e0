import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { WORK_LIMITS, type WorkLimits } from '../limits.js';
import type { Failure, Host } from './watch.js';

/** A thread that was begun before it was known whether and within which limits it is needed. */
let prepared: { readonly program: URL; readonly worker: Worker; readonly before: number } | null = null;

/** Begins a thread that {@link threadHost} will use: it starts while the command line is read. */
export function prepareThread(program: URL): void {
  prepared = { program, ...begin(program, WORK_LIMITS.megabytes) };
}

/** A thread that runs `program`. Nothing keeps the process alive for its sake. */
export function threadHost<Job, Message>(program: URL, { megabytes }: WorkLimits): Host<Job, Message> {
  const fits = prepared?.program.href === program.href && megabytes === WORK_LIMITS.megabytes;
  const { worker, before } = fits && prepared ? prepared : begin(program, megabytes);
  if (fits) prepared = null;
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

function begin(program: URL, megabytes: number): { worker: Worker; before: number } {
  const before = process.memoryUsage.rss();
  // With a limit V8 collects garbage ever so often, from a small heap on, unless it is told to begin with a larger one.
  setFlagsFromString(`--initial-old-space-size=${megabytes >> 2}`);
  const worker = new Worker(program, {
    // Whatever the libraries print is no product of ours.
    ...{ stdout: true, stderr: true },
    // The watch over the resident set comes first; the limit of V8 is there for what grows faster than it looks.
    // Deep nesting must end as an error of JavaScript: near the end of the stack Node itself prints what it cannot handle.
    resourceLimits: { maxOldGenerationSizeMb: 2 * megabytes, stackSizeMb: 256 },
  });
  worker.unref();
  worker.on('error', () => {});
  return { worker, before };
}
