import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Job, JobsOptions, Queue } from 'bullmq';
import { EvalxError } from '../errors.js';
import { sha256OfFile } from '../files/digest.js';
import { shownPath } from '../files/path-bytes.js';
import { writeWhole } from '../files/whole-file.js';
import { messageOf, say } from '../messages/say.js';
import { toJson } from '../output/json.js';
import { type Journal, unwritable } from './journal.js';
import { Reader, type ReaderOptions } from './pool.js';

/**
 * Many machines that share the work through Redis, on BullMQ. A job is a content: its id is the SHA-256 of the bytes, so that
 * the same file is never read twice. A result is a file of one line in the shared folder, named by that id.
 */

export interface QueueOptions {
  /** redis://… */
  readonly redis: string;
  /** Name of the queue. */
  readonly name: string;
}

/** What a job carries: every path under which the content was added. */
export interface QueueJob {
  readonly sha256: string;
  readonly paths: readonly string[];
}

/** A job that fails is tried three times, 1 s, 2 s … apart; what failed for good stays in the failed set. */
const JOB: JobsOptions = { attempts: 3, backoff: { type: 'exponential', delay: 1000 } };

async function bullmq(): Promise<typeof import('bullmq')> {
  try {
    return await import('bullmq');
  } catch (cause) {
    throw new EvalxError(messageOf('queueMissing', {}), { cause });
  }
}

/** Host and port without the password. */
function hostOf(redis: string): string {
  try {
    return new URL(redis).host;
  } catch {
    throw new EvalxError(messageOf('notARedisUrl', {}));
  }
}

const unreachable = (redis: string, error: unknown): EvalxError =>
  new EvalxError(messageOf('queueUnreachable', { host: hostOf(redis), error: (error as Error).message }), {
    cause: error,
  });

/** Runs `work` with the queue, and closes it. */
async function withQueue<T>({ redis, name }: QueueOptions, work: (queue: Queue<QueueJob>) => Promise<T>): Promise<T> {
  hostOf(redis);
  const { Queue: QueueOf } = await bullmq();
  const connection = { url: redis, maxRetriesPerRequest: 1, retryStrategy: () => null, connectTimeout: 5000 };
  const queue = new QueueOf<QueueJob>(name, { connection });
  const failed = new Promise<never>((_, reject) => queue.on('error', reject));
  try {
    return await Promise.race([work(queue), failed]);
  } catch (error) {
    throw error instanceof EvalxError ? error : unreachable(redis, error);
  } finally {
    failed.catch(() => {});
    await queue.close().catch(() => {});
  }
}

export interface Added {
  readonly added: number;
  /** Contents that the queue had already. */
  readonly known: number;
  /** Files that could not be read. */
  readonly unreadable: readonly string[];
}

/** Adds files to the queue. */
export function addFiles(options: QueueOptions, files: readonly string[]): Promise<Added> {
  return withQueue(options, async (queue) => {
    let [added, known] = [0, 0];
    const unreadable: string[] = [];
    for (const path of files) {
      const sha256 = await sha256OfFile(path);
      if (sha256 === null) {
        unreadable.push(path);
        continue;
      }
      const old = (await queue.getJob(sha256)) as Job<QueueJob> | undefined;
      if (!old) {
        await queue.add('read', { sha256, paths: [path] }, { ...JOB, jobId: sha256 });
        added++;
        continue;
      }
      known++;
      if (!old.data.paths.includes(path)) await old.updateData({ sha256, paths: [...old.data.paths, path] });
    }
    return { added, known, unreadable };
  });
}

export interface QueueStatus {
  readonly waiting: number;
  readonly active: number;
  readonly delayed: number;
  readonly completed: number;
  readonly failed: number;
  readonly failures: readonly { readonly paths: readonly string[]; readonly reason: string }[];
}

/** Failed jobs told at most. */
const MAX_FAILURES = 100;

export function queueStatus(options: QueueOptions): Promise<QueueStatus> {
  return withQueue(options, async (queue) => {
    const counts = await queue.getJobCounts('waiting', 'active', 'delayed', 'completed', 'failed');
    const failures = await queue.getFailed(0, MAX_FAILURES - 1);
    return {
      waiting: counts['waiting'] ?? 0,
      active: counts['active'] ?? 0,
      delayed: counts['delayed'] ?? 0,
      completed: counts['completed'] ?? 0,
      failed: counts['failed'] ?? 0,
      failures: failures.map(({ data, failedReason }) => ({
        paths: data.paths.map(shownPath),
        reason: failedReason ?? '',
      })),
    };
  });
}

export interface WorkOptions extends QueueOptions {
  readonly reader: ReaderOptions;
  readonly journal: Journal;
  /** Folder of results, seen by all machines. */
  readonly out: string;
  /** Files read at once. */
  readonly jobs: number;
  /** Ends when nothing waits, is active or delayed; otherwise works until stopped. */
  readonly untilEmpty: boolean;
  readonly onDone: (path: string, failure: string | null) => void;
}

/** A worker that says nothing for so long is taken for dead, and its jobs are given to another (milliseconds). */
const LOCK = 10_000;
const LOOK_FOR_STALLED = 5_000;
const LOOK_FOR_END = 500;

/** Not the file's fault, or not for good: another try may help. */
const WORTH_A_TRY = new Set([
  'timed-out',
  'memory-exceeded',
  'worker-crashed',
  'file-not-found',
  'file-unreadable',
  'internal-error',
]);

/** Works on jobs until stopped. Jobs of a worker that died are taken over. */
export async function workOnQueue(options: WorkOptions, signal: AbortSignal): Promise<void> {
  const { redis, name, jobs, untilEmpty, onDone } = options;
  // Says at once where there is no Redis; the worker itself waits for one that comes back.
  await queueStatus(options);
  const { Worker: WorkerOf } = await bullmq();
  const free = Array.from({ length: jobs }, () => new Reader(options.reader));
  const worker = new WorkerOf<QueueJob>(name, (job) => withReader(free, (reader) => workOn(job, reader, options)), {
    connection: { url: redis, maxRetriesPerRequest: null },
    concurrency: jobs,
    lockDuration: LOCK,
    stalledInterval: LOOK_FOR_STALLED,
    maxStalledCount: 3,
  });
  worker.on('error', () => {});
  worker.on('completed', (job) => onDone(job.data.paths[0] ?? '', null));
  worker.on('failed', (job, error) => onDone(job?.data.paths[0] ?? '', error.message));
  try {
    while (!signal.aborted) {
      await wait(LOOK_FOR_END, undefined, { signal }).catch(() => {});
      if (untilEmpty && !signal.aborted) {
        const { waiting, active, delayed } = await queueStatus(options);
        if (waiting + active + delayed === 0) break;
      }
    }
  } finally {
    await worker.close();
    for (const reader of free) reader.end();
  }
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

async function workOn(
  { data }: Job<QueueJob>,
  reader: Reader,
  { journal, out, reader: { settings } }: WorkOptions,
): Promise<void> {
  const [path = ''] = data.paths;
  const done = await reader.read(path);
  const entry = journal.read(path);
  if (!entry) throw new Error(say(messageOf('resultNotKept', {}), settings));
  const { status } = entry.result;
  if (done.errorCode !== null && WORTH_A_TRY.has(done.errorCode))
    throw new Error(`${done.errorCode}: ${status.errorMessage}`);
  if (status.sha256 !== data.sha256) {
    throw new Error(say(messageOf('fileChanged', {}), settings));
  }
  keep(out, data, toJson({ paths: data.paths.map(shownPath), ...entry.result }, 'line'));
}

/** One line in a file of its own, whole or not there. */
function keep(out: string, { sha256 }: QueueJob, line: string): void {
  try {
    writeWhole(join(out, `${sha256}.jsonl`), line);
  } catch (error) {
    throw unwritable(error);
  }
}
