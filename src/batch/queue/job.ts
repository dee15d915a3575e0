import type { JobsOptions } from 'bullmq';

/** What a job carries: a content, and a path under which it was added. Whoever can write to Redis can write anything there. */
export interface QueueJob {
  /** SHA-256 of the bytes, in hex; the name of the result. */
  readonly sha256: string;
  readonly paths: readonly string[];
}

/** Names of jobs: one reads a content, the other gives one more path to a result that may be there. */
export const READ = 'read';
export const NAME = 'name';

/** A job that fails is tried three times, 1 s, 2 s … apart; what failed for good stays in the failed set. */
export const JOB: JobsOptions = { attempts: 3, backoff: { type: 'exponential', delay: 1000 } };

/** The data of a job; null where it is none of ours. */
export function jobOf(data: unknown): QueueJob | null {
  const { sha256, paths } = (data ?? {}) as Partial<Record<keyof QueueJob, unknown>>;
  if (typeof sha256 !== 'string' || !/^[0-9a-f]{64}$/u.test(sha256)) return null;
  if (!Array.isArray(paths) || paths.length === 0 || !paths.every(isPath)) return null;
  return { sha256, paths };
}

const isPath = (path: unknown): path is string => typeof path === 'string' && path !== '';
