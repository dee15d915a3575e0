import type { Queue } from 'bullmq';
import { EvalxError } from '../../errors.js';
import { messageOf } from '../../messages/say.js';
import type { QueueJob } from './job.js';

export interface QueueOptions {
  /** redis://… or rediss://… */
  readonly redis: string;
  /** Name of the queue. */
  readonly name: string;
}

export async function bullmq(): Promise<typeof import('bullmq')> {
  const library = await import('bullmq').catch((cause: unknown) => {
    throw new EvalxError(messageOf('queueMissing', {}), { cause });
  });
  takeAnyData(library.Job);
  return library;
}

const taught = new WeakSet<object>();

/** A job whose data is no JSON would be given to one worker after another without end: it counts as one without data. */
function takeAnyData(job: typeof import('bullmq').Job): void {
  if (taught.has(job)) return;
  taught.add(job);
  const fromJson = job.fromJSON.bind(job);
  const fromAny: typeof fromJson = (queue, json, ...rest) =>
    fromJson(queue, isJson(json.data) ? json : { ...json, data: 'null' }, ...rest);
  job.fromJSON = fromAny;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Host and port, without the password: no message has more of the address. @throws {EvalxError} `usage`. */
export function hostOf(redis: string): string {
  try {
    const { protocol, host, username, password } = new URL(redis);
    decodeURIComponent(username + password);
    if (/^rediss?:$/u.test(protocol) && host !== '') return host;
  } catch {
    // What the system says may hold the password.
  }
  throw new EvalxError(messageOf('notARedisUrl', {}));
}

/** Milliseconds that Redis may take to answer whoever adds or asks. */
const PATIENCE = 5000;

/** Does not wait for a Redis that is away. */
const IMPATIENT = {
  maxRetriesPerRequest: 1,
  retryStrategy: () => null,
  connectTimeout: PATIENCE,
  commandTimeout: PATIENCE,
};

/** @throws {EvalxError} `usage`. */
function checkName(name: string): void {
  if (name === '' || name.includes(':')) throw new EvalxError(messageOf('notAQueueName', {}));
}

/** Runs `work` with the queue, and closes it. @throws {EvalxError} `queue-unreachable`. */
export async function withQueue<T>(
  { redis, name }: QueueOptions,
  work: (queue: Queue<QueueJob>) => Promise<T>,
): Promise<T> {
  hostOf(redis);
  checkName(name);
  const { Queue: QueueOf } = await bullmq();
  const queue = new QueueOf<QueueJob>(name, { connection: { url: redis, ...IMPATIENT } });
  const failed = new Promise<never>((_, reject) => queue.on('error', reject));
  try {
    const result = await Promise.race([work(queue), failed]);
    await queue.close();
    return result;
  } catch (error) {
    await queue.disconnect().catch(() => {});
    throw redisError(redis, error);
  } finally {
    failed.catch(() => {});
  }
}

/** What Redis or the way to it says, as one line; a mistake of ours stays what it is. */
function redisError(redis: string, error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof EvalxError) return error;
  if (error instanceof TypeError || error instanceof RangeError || error instanceof SyntaxError) return error;
  const data = { host: hostOf(redis), error: error.message || String((error as NodeJS.ErrnoException).code) };
  const isRefused = /^(WRONGPASS|NOAUTH|NOPERM)/u.test(error.message);
  const id = isRefused ? 'queueRefused' : error.name === 'ReplyError' ? 'queueAnswers' : 'queueUnreachable';
  return new EvalxError(messageOf(id, data), { cause: error });
}
