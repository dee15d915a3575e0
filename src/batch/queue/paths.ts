import type { Queue } from 'bullmq';

/**
 * The paths of a content, in a hash of Redis beside its job: a field for each path, as JSON (a path may hold bytes that are no
 * character). Paths are only added. The value says whether a result names the path.
 */
export class Paths {
  private readonly queue: Queue;
  private readonly key: string;

  constructor(queue: Queue, sha256: string) {
    this.queue = queue;
    this.key = queue.toKey(`${sha256}:paths`);
  }

  /** Adds a path. Returns whether a result names it already. */
  async add(path: string): Promise<boolean> {
    const client = await this.queue.getBackend().client;
    const field = JSON.stringify(path);
    const named = await client.hget(this.key, field);
    if (named === null) await client.hset(this.key, { [field]: '' });
    return named === NAMED;
  }

  /** All paths, in an order that does not depend on who added them when. */
  async list(): Promise<string[]> {
    const client = await this.queue.getBackend().client;
    const fields = Object.keys(await client.hgetall(this.key));
    return fields.sort().map((field) => JSON.parse(field) as string);
  }

  async markNamed(paths: readonly string[]): Promise<void> {
    const client = await this.queue.getBackend().client;
    await client.hset(this.key, Object.fromEntries(paths.map((path) => [JSON.stringify(path), NAMED])));
  }
}

const NAMED = '1';
