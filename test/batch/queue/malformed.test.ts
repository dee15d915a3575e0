import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Queue } from 'bullmq';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jobOf } from '../../../src/batch/queue/job.js';
import { sha256 } from '../../../src/contract/digest.js';
import { evalx, fixture, root } from '../../cli/run.js';
import { hasRedis, Redis, results, until, work } from './redis.js';

const FORM = 'fixtures/families/f01-calc.pdf';
const id = sha256(fixture(FORM));
const folder = mkdtempSync(join(tmpdir(), 'evalx-malformed-'));
const at = (...names: string[]): string => join(folder, ...names);

const MALFORMED: readonly unknown[] = [
  null,
  7,
  'text',
  [],
  {},
  { sha256: id },
  { sha256: id, paths: 'constructor' },
  { sha256: id, paths: [] },
  { sha256: id, paths: [''] },
  { sha256: id, paths: ['a', null] },
  { sha256: id, paths: { length: 1, 0: 'a' } },
  { sha256: '../../../../tmp/x', paths: ['a'] },
  { sha256: 'constructor', paths: ['a'] },
  { sha256: `${id}\n`, paths: ['a'] },
  JSON.parse('{"__proto__": {"sha256": "a", "paths": ["a"]}, "constructor": 1}'),
];

describe('the data of a job', () => {
  it.each(MALFORMED.map((data) => [JSON.stringify(data), data]))('is none of ours: %s', (_, data) => {
    expect(jobOf(data)).toBeNull();
  });
  it('is a content and its paths', () => {
    expect(jobOf({ sha256: id, paths: ['a', 'b'], more: 1 })).toEqual({ sha256: id, paths: ['a', 'b'] });
  });
});

describe.skipIf(!hasRedis)('malformed jobs (skipped where redis-server is not installed)', { timeout: 90_000 }, () => {
  let redis: Redis;
  let queue: Queue;
  const to = (): string[] => ['--redis', redis.url];
  beforeAll(async () => {
    redis = await Redis.begin();
    queue = new Queue('evalx', { connection: { url: redis.url } });
    mkdirSync(at('in'));
    copyFileSync(join(root, FORM), at('in', 'form.pdf'));
  });
  afterAll(async () => {
    await queue.close();
    await redis.end();
    rmSync(folder, { recursive: true, force: true });
  });

  it('are failed, and the others done', async () => {
    for (const data of MALFORMED) await queue.add('read', data, { attempts: 3 });
    const broken = await queue.add('read', {});
    await (await queue.getBackend().client).hset(queue.toKey(String(broken.id)), { data: '{no JSON' });
    await evalx(['queue', 'add', at('in'), ...to()]);
    const { code, stderr } = await evalx(['queue', 'work', '--out', at('out'), '--until-empty', ...to()]);
    expect(code).toBe(3);
    const line =
      'evalx: queue: the job is none of evalx: it needs "sha256", 64 hex digits, and "paths", a list of paths\n';
    expect(stderr).toBe(line.repeat(MALFORMED.length + 1));
    expect(results(at('out')).map(({ paths }) => paths)).toEqual([[at('in', 'form.pdf')]]);
    expect(readdirSync(at('out'))).toHaveLength(1);
    const status = await evalx(['queue', 'status', ...to()]);
    expect([status.code, status.stderr]).toEqual([3, '']);
    expect(JSON.parse(status.stdout)).toMatchObject({ completed: 1, failed: MALFORMED.length + 1 });
  });

  it('make a worker that is stopped exit with 3', async () => {
    const worker = work(redis.url, at('out'));
    await queue.add('read', {});
    await until(() => worker.said().includes('none of evalx'));
    worker.child.kill('SIGINT');
    expect(await worker.ended).toBe(3);
  });

  it('do not stand in the way of the content whose name they have', async () => {
    await queue.obliterate({ force: true });
    rmSync(at('out'), { recursive: true });
    await queue.add('read', { sha256: id, paths: 7 }, { jobId: id });
    await evalx(['queue', 'work', '--out', at('out'), '--until-empty', ...to()]);
    await evalx(['queue', 'add', at('in'), ...to()]);
    expect((await evalx(['queue', 'work', '--out', at('out'), '--until-empty', ...to()])).code).toBe(0);
    expect(results(at('out')).map(({ paths }) => paths)).toEqual([[at('in', 'form.pdf')]]);
  });

  it('are not taken for a dead Redis', async () => {
    const client = await queue.getBackend().client;
    await client.set(queue.toKey('failed'), 'text');
    const { code, stderr } = await evalx(['queue', 'status', ...to()]);
    expect([code, stderr.split('\n')]).toEqual([
      2,
      [expect.stringMatching(/^evalx: queue: Redis at 127\.0\.0\.1:\d+ cannot do it \(.*WRONGTYPE/), ''],
    ]);
  });
});
