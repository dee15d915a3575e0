import type { Job, Queue } from 'bullmq';
import { sha256 as digestOf } from '../../contract/digest.js';
import { sha256OfFile } from '../../files/digest.js';
import { pathBytes } from '../../text/path-bytes.js';
import { type QueueOptions, withQueue } from './connection.js';
import { JOB, jobOf, NAME, type QueueJob, READ } from './job.js';
import { Paths } from './paths.js';

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
      if (sha256 === null) unreadable.push(path);
      else if (await addFile(queue, { sha256, paths: [path] }, path)) added++;
      else known++;
    }
    return { added, known, unreadable };
  });
}

/** Returns whether the content is new. The path is noted first: a job that begins from then on takes it up. */
async function addFile(queue: Queue<QueueJob>, data: QueueJob, path: string): Promise<boolean> {
  const { sha256 } = data;
  const isNamed = await new Paths(queue, sha256).add(path);
  const old = (await queue.getJob(sha256)) as Job<QueueJob> | undefined;
  if (!old) {
    await queue.add(READ, data, { ...JOB, jobId: sha256 });
    return true;
  }
  if (jobOf(old.data)?.sha256 !== sha256) await old.updateData(data);
  const state = await old.getState();
  const isDue = state === 'waiting' || state === 'delayed' || state === 'prioritized';
  if (isDue || (state === 'failed' && (await triedAgain(old))) || isNamed) return false;
  // Its job has begun or ended, and may not have seen the path: one more job gives it to the result.
  const jobId = `${sha256}-${digestOf(pathBytes(path))}`;
  await queue.add(NAME, data, { ...JOB, jobId, removeOnComplete: true, removeOnFail: false });
  const again = (await queue.getJob(jobId)) as Job<QueueJob> | undefined;
  if ((await again?.getState()) === 'failed') await triedAgain(again as Job<QueueJob>);
  return false;
}

/** What has failed is tried again when it is added again; false where another has been faster. */
async function triedAgain(job: Job<QueueJob>): Promise<boolean> {
  try {
    await job.retry('failed', { resetAttemptsMade: true });
    return true;
  } catch {
    return false;
  }
}
