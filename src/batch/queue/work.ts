import { setTimeout as wait } from 'node:timers/promises';
import type { Job, Queue, Worker } from 'bullmq';
import { messageOf, say } from '../../messages/say.js';
import { Reader, type ReaderOptions } from '../pool.js';
import { bullmq, type QueueOptions } from './connection.js';
import { jobOf, type QueueJob } from './job.js';
import { countsOf, queueStatus } from './status.js';
import { type Place, workOn } from './work-on.js';

export interface WorkOptions extends QueueOptions, Place {
  readonly reader: ReaderOptions;
  /** Files read at once. */
  readonly jobs: number;
  /** Ends when nothing waits, is active or delayed; otherwise works until stopped. */
  readonly untilEmpty: boolean;
  /** A try has failed; `path` is null where the job names none. */
  readonly onFailure: (path: string | null, reason: string) => void;
  /** Redis has gone, or is back. */
  readonly onAway: (isAway: boolean) => void;
}

/** A worker that says nothing for so long is taken for dead, and its jobs are given to another (milliseconds). */
const LOCK = 10_000;
const LOOK_FOR_STALLED = 5_000;
const LOOK_FOR_END = 500;
/** Waits no longer than this for a Redis that is away when it is to end. */
const FAREWELL = 3_000;
/** Each time that Redis was away for long, or a machine died, counts. */
const MAX_STALLED = 10;

/** Waits for a Redis that is away, and tries every so often. */
const PATIENT = { maxRetriesPerRequest: null, retryStrategy: (times: number) => Math.min(times * 200, 2000) };

/**
 * Works on jobs until stopped. Jobs of a worker that died are taken over. A Redis that goes away is waited for.
 *
 * @returns the number of jobs that have failed for good: those that it saw, or all of the queue where it waited for its end.
 * @throws {EvalxError} `queue-unreachable` where there is no Redis at the beginning.
 */
export async function workOnQueue(options: WorkOptions, signal: AbortSignal): Promise<number> {
  // Says at once where there is no Redis.
  await queueStatus(options);
  const { Queue: QueueOf } = await bullmq();
  const queue = new QueueOf<QueueJob>(options.name, { connection: { url: options.redis, ...PATIENT } });
  const forget = watch(queue, options);
  const readers = Array.from({ length: options.jobs }, () => new Reader(options.reader));
  const { worker, failed } = await startWorker(queue, [...readers], options);
  let failures: number | null = null;
  const stopped = new Promise<null>((resolve) => signal.addEventListener('abort', () => resolve(null)));
  try {
    while (!signal.aborted && failures === null) {
      await wait(LOOK_FOR_END, undefined, { signal }).catch(() => {});
      if (options.untilEmpty) failures = await Promise.race([failuresAtEnd(queue), stopped]);
    }
  } finally {
    forget();
    await close(worker, queue, readers);
  }
  return failures ?? failed();
}

/** Failed jobs once nothing is left to do; null before. */
async function failuresAtEnd(queue: Queue): Promise<number | null> {
  try {
    const { waiting, active, delayed, failed } = await countsOf(queue);
    return waiting + active + delayed === 0 ? failed : null;
  } catch {
    // Redis is loading what it has kept: asked again.
    return null;
  }
}

/** Tells once that Redis has gone, and once that it is back. Returns the function that ends it. */
function watch(queue: Queue, { onAway }: WorkOptions): () => void {
  let isAway = false;
  let isWatched = true;
  const set = (now: boolean): void => {
    if (isAway === now || !isWatched) return;
    isAway = now;
    onAway(now);
  };
  queue.on('error', () => {});
  const { client } = queue.getBackend();
  client.then(
    (redis) => {
      redis.on('close', () => set(true));
      redis.on('ready', () => set(false));
    },
    () => {},
  );
  return () => {
    isWatched = false;
  };
}

async function startWorker(
  queue: Queue<QueueJob>,
  free: Reader[],
  options: WorkOptions,
): Promise<{ worker: Worker<QueueJob>; failed: () => number }> {
  const { Worker: WorkerOf, UnrecoverableError } = await bullmq();
  let failures = 0;
  const process = ({ name, data }: Job<QueueJob>): Promise<void> =>
    withReader(free, async (reader) => {
      const job = jobOf(data);
      if (!job) throw new UnrecoverableError(say(messageOf('jobMalformed', {}), options.reader.settings));
      await workOn(name, job, queue, reader, options);
    });
  const worker = new WorkerOf<QueueJob>(options.name, process, {
    connection: { url: options.redis, ...PATIENT },
    concurrency: free.length,
    lockDuration: LOCK,
    stalledInterval: LOOK_FOR_STALLED,
    maxStalledCount: MAX_STALLED,
    runRetryDelay: LOOK_FOR_END,
  });
  worker.on('error', () => {});
  worker.on('failed', (job, error) => {
    const isLast = error.name === 'UnrecoverableError' || (job?.attemptsMade ?? 1) >= (job?.opts.attempts ?? 1);
    if (isLast) failures++;
    options.onFailure(jobOf(job?.data)?.paths[0] ?? null, error.message);
  });
  return { worker, failed: () => failures };
}

async function withReader<T>(free: Reader[], work: (reader: Reader) => Promise<T>): Promise<T> {
  const reader = free.pop();
  if (!reader) throw new Error('more jobs than readers');
  try {
    return await work(reader);
  } finally {
    free.push(reader);
  }
}

/** What is being read is finished; a Redis that is away is not waited for: its jobs are given to another worker then. */
async function close(worker: Worker, queue: Queue, readers: readonly Reader[]): Promise<void> {
  const closed = worker.close().then(() => true);
  closed.catch(() => {});
  while (readers.some((reader) => reader.isReading)) await wait(50);
  const isClosed = await Promise.race([closed, wait(FAREWELL, false)]);
  for (const reader of readers) reader.end();
  await Promise.race([
    isClosed ? queue.close() : Promise.all([worker.disconnect(), queue.disconnect()]),
    wait(FAREWELL),
  ]);
}
