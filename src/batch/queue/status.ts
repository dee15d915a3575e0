import type { Queue } from 'bullmq';
import { shownPath } from '../../text/path-bytes.js';
import { type QueueOptions, withQueue } from './connection.js';
import { jobOf, type QueueJob } from './job.js';
import { Paths } from './paths.js';

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
    const counts = await countsOf(queue);
    const failed = await queue.getFailed(0, MAX_FAILURES - 1);
    const failures = failed.map(async ({ data, failedReason }) => ({
      paths: (await pathsOf(queue, data)).map(shownPath),
      reason: failedReason ?? '',
    }));
    return { ...counts, failures: await Promise.all(failures) };
  });
}

export async function countsOf(queue: Queue): Promise<Omit<QueueStatus, 'failures'>> {
  const counts = await queue.getJobCounts('waiting', 'prioritized', 'active', 'delayed', 'completed', 'failed');
  const count = (name: string): number => counts[name] ?? 0;
  return {
    waiting: count('waiting') + count('prioritized'),
    active: count('active'),
    delayed: count('delayed'),
    completed: count('completed'),
    failed: count('failed'),
  };
}

async function pathsOf(queue: Queue, data: unknown): Promise<readonly string[]> {
  const job: QueueJob | null = jobOf(data);
  if (!job) return [];
  return [...new Set([...job.paths, ...(await new Paths(queue, job.sha256).list())])];
}
