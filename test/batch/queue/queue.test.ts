import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evalx, root } from '../../cli/run.js';
import { fixturePdfs } from '../../fixtures.mjs';
import { freePort, hasRedis, Redis } from './redis.js';

const folder = mkdtempSync(join(tmpdir(), 'evalx-queue-'));
const at = (...names: string[]): string => join(folder, ...names);

describe('a queue that cannot work', () => {
  it('says that there is no Redis', async () => {
    const { code, stdout, stderr } = await evalx([
      'queue',
      'status',
      '--redis',
      `redis://:secret@127.0.0.1:${await freePort()}`,
    ]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^evalx: queue: Redis cannot be reached at 127\.0\.0\.1:\d+ \(.*\); is it running\?\n$/);
    expect(stderr).not.toContain('secret');
  });
  it('says what is no address', async () => {
    expect((await evalx(['queue', 'status', '--redis', 'nowhere'])).stderr).toContain('--redis takes a URL');
  });
});

describe.skipIf(!hasRedis)(
  'a queue on Redis (skipped where redis-server is not installed)',
  { timeout: 180_000 },
  () => {
    let server: Redis;
    let redis = '';
    beforeAll(async () => {
      server = await Redis.begin();
      redis = server.url;
      mkdirSync(at('in'));
      const names = fixturePdfs('families').filter((name) => /^f0[1-6]/.test(name));
      for (const name of names.slice(0, 12)) copyFileSync(join(root, 'fixtures/families', name), at('in', name));
      copyFileSync(at('in', names[0] as string), at('in', 'copy.pdf'));
      copyFileSync(join(root, 'fixtures/bad/text.pdf'), at('in', 'text.pdf'));
    }, 60_000);
    afterAll(async () => {
      await server?.end();
      rmSync(folder, { recursive: true, force: true });
    });
    const status = async () => JSON.parse((await evalx(['queue', 'status', '--redis', redis])).stdout);
    const results = () =>
      existsSync(at('out')) ? readdirSync(at('out')).filter((name) => name.endsWith('.jsonl')) : [];

    it('adds a content once, under all its names', async () => {
      const first = await evalx(['queue', 'add', at('in'), '--redis', redis]);
      expect([first.code, JSON.parse(first.stdout)]).toEqual([0, { added: 13, known: 1, unreadable: 0 }]);
      const again = await evalx(['queue', 'add', at('in'), at('nowhere.pdf'), '--redis', redis]);
      expect([again.code, JSON.parse(again.stdout)]).toEqual([3, { added: 0, known: 14, unreadable: 1 }]);
      expect(await status()).toMatchObject({ waiting: 13, completed: 0, failed: 0 });
    });

    it('loses nothing when a worker is killed in the middle', async () => {
      const args = ['bin/evalx.js', 'queue', 'work', '--redis', redis, '--out', at('out'), '--jobs', '2'];
      const killed = spawn(process.execPath, args, { cwd: root, stdio: 'ignore' });
      while (results().length < 2) await wait(20);
      killed.kill('SIGKILL');
      expect(results().length).toBeLessThan(13);
      const { code, stderr } = await evalx(['queue', 'work', '--redis', redis, '--out', at('out'), '--until-empty']);
      expect([code, stderr]).toEqual([0, '']);
      expect(await status()).toMatchObject({ waiting: 0, active: 0, delayed: 0, completed: 13, failed: 0 });
      const lines = results().map((name) => JSON.parse(readFileSync(at('out', name), 'utf8')));
      expect(lines.flatMap(({ paths }) => paths).sort()).toEqual(
        readdirSync(at('in'))
          .map((name) => at('in', name))
          .sort(),
      );
      for (const { status: one, document } of lines) {
        if (one.file.endsWith('text.pdf')) expect([one.status, one.errorCode]).toEqual(['failed', 'not-a-pdf']);
        else expect(document.reports.length).toBeGreaterThan(0);
      }
    });

    it('tries a file that is gone three times, and keeps it in the failed set', async () => {
      copyFileSync(join(root, 'fixtures/families/f07-calc.pdf'), at('in', 'gone.pdf'));
      await evalx(['queue', 'add', at('in', 'gone.pdf'), '--redis', redis]);
      rmSync(at('in', 'gone.pdf'));
      const { code: worked, stderr } = await evalx([
        'queue',
        'work',
        '--redis',
        redis,
        '--out',
        at('out'),
        '--until-empty',
        '--jobs',
        '1',
      ]);
      expect(worked).toBe(3);
      expect(stderr.trim().split('\n')).toHaveLength(3);
      const { code, stdout } = await evalx(['queue', 'status', '--redis', redis]);
      expect(code).toBe(3);
      expect(JSON.parse(stdout)).toMatchObject({
        failed: 1,
        failures: [{ paths: [at('in', 'gone.pdf')], reason: 'file-not-found: there is no such file; check the path' }],
      });
    });

    it('stops in good order', async () => {
      const args = ['bin/evalx.js', 'queue', 'work', '--redis', redis, '--out', at('out')];
      const worker = spawn(process.execPath, args, { cwd: root, stdio: 'ignore' });
      const ended = new Promise((resolve) => worker.on('close', resolve));
      await wait(1500);
      worker.kill('SIGINT');
      expect(await ended).toBe(130);
      expect(readdirSync(at('out')).filter((name) => name.startsWith(`.worker-${worker.pid}`))).toEqual([]);
    });
  },
);
