import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { evalx, fixture, root } from '../../cli/run.js';
import { hasRedis, Redis, results, until, type Worker, work } from './redis.js';

const folder = mkdtempSync(join(tmpdir(), 'evalx-outage-'));
const at = (...names: string[]): string => join(folder, ...names);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SLOW = join(root, 'fixtures/hostile/font-endless.pdf');

/** Forms that differ in a comment behind the last line. */
function forms(name: string, count: number): void {
  mkdirSync(at(name), { recursive: true });
  const bytes = fixture('fixtures/families/f01-calc.pdf');
  for (let i = 0; i < count; i++) writeFileSync(at(name, `${i}.pdf`), Buffer.concat([bytes, Buffer.from(`\n%${i}\n`)]));
}

describe.skipIf(!hasRedis)(
  'a Redis that goes away (skipped where redis-server is not installed)',
  { timeout: 120_000 },
  () => {
    let redis: Redis;
    let workers: Worker[] = [];
    const start = (...args: string[]): Worker => {
      const worker = work(redis.url, at('out'), ...args);
      workers.push(worker);
      return worker;
    };
    beforeEach(async () => {
      redis = await Redis.begin();
      workers = [];
    });
    afterEach(async () => {
      for (const { child } of workers) child.kill('SIGKILL');
      await redis.end();
      rmSync(at('out'), { recursive: true, force: true });
    });

    it.each(['SIGTERM', 'SIGKILL'] as const)('and comes back loses no work, after %s', async (signal) => {
      forms('in', 12);
      // One file that keeps the worker busy until Redis has gone.
      copyFileSync(SLOW, at('in', '0-slow.pdf'));
      await evalx(['queue', 'add', at('in'), '--redis', redis.url]);
      const worker = start('--jobs', '2', '--until-empty', '--page-timeout', '8');
      await until(() => results(at('out')).length >= 2);
      await redis.stop(signal);
      await until(() => worker.said().includes('waiting for it'));
      for (const command of [['add', at('in')], ['status']]) {
        const { code, stderr } = await evalx(['queue', ...command, '--redis', redis.url]);
        expect([code, stderr.split('\n').length]).toEqual([2, 2]);
        expect(stderr).toMatch(
          /^evalx: queue: Redis cannot be reached at 127\.0\.0\.1:\d+ \(.*ECONNREFUSED.*\); is it running\?\n$/,
        );
      }
      expect(results(at('out')).length).toBeLessThan(13);
      await redis.start();
      expect(await worker.ended).toBe(0);
      expect(worker.said()).toBe('evalx: queue: Redis has gone; waiting for it\nevalx: queue: Redis is back\n');
      const paths = results(at('out')).flatMap((result) => result.paths);
      expect(paths.sort()).toEqual(
        readdirSync(at('in'))
          .map((name) => at('in', name))
          .sort(),
      );
      const { stdout } = await evalx(['queue', 'status', '--redis', redis.url]);
      expect(JSON.parse(stdout)).toMatchObject({ waiting: 0, active: 0, delayed: 0, completed: 13, failed: 0 });
    });

    it('lets a worker end that was told to', async () => {
      forms('in', 12);
      await evalx(['queue', 'add', at('in'), '--redis', redis.url]);
      const busy = start('--jobs', '2');
      await until(() => results(at('out')).length >= 2);
      await redis.stop('SIGKILL');
      await until(() => busy.said().includes('waiting for it'));
      busy.child.kill('SIGINT');
      expect(await busy.ended).toBe(130);
      expect(readdirSync(at('out')).filter((name) => name.startsWith('.worker'))).toEqual([]);
    });

    it('SIGTERM ends a worker at once, and its job goes to another', async () => {
      mkdirSync(at('slow'), { recursive: true });
      copyFileSync(SLOW, at('slow', 'slow.pdf'));
      await evalx(['queue', 'add', at('slow'), '--redis', redis.url]);
      const first = start('--jobs', '1', '--page-timeout', '100', '--timeout', '100');
      const active = async (): Promise<boolean> =>
        JSON.parse((await evalx(['queue', 'status', '--redis', redis.url])).stdout).active === 1;
      await until(active);
      first.child.kill('SIGTERM');
      // 143 in a shell.
      expect(await first.ended).toBe('SIGTERM');
      expect(readdirSync(at('out'))).toEqual([]);
      const second = start('--jobs', '1', '--until-empty', '--page-timeout', '1', '--timeout', '30');
      expect(await second.ended).toBe(0);
      expect(results(at('out')).map(({ paths }) => paths)).toEqual([[at('slow', 'slow.pdf')]]);
    });
  },
);
