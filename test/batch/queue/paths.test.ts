import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evalx, root } from '../../cli/run.js';
import { hasRedis, Redis, results, until, work } from './redis.js';

const folder = mkdtempSync(join(tmpdir(), 'evalx-paths-'));
const at = (...names: string[]): string => join(folder, ...names);
const FORM = join(root, 'fixtures/families/f01-calc.pdf');
const SLOW = join(root, 'fixtures/hostile/font-endless.pdf');

describe.skipIf(!hasRedis)(
  'a content under several paths (skipped where redis-server is not installed)',
  { timeout: 90_000 },
  () => {
    let redis: Redis;
    let name = 0;
    beforeAll(async () => {
      redis = await Redis.begin();
    });
    afterAll(async () => {
      await redis.end();
      rmSync(folder, { recursive: true, force: true });
    });

    /** A queue and folders of its own. */
    const fresh = () => {
      const queue = `q${name++}`;
      mkdirSync(at(queue, 'in'), { recursive: true });
      const out = at(queue, 'out');
      const to = ['--redis', redis.url, '--name', queue];
      return {
        out,
        path: (file: string) => at(queue, 'in', file),
        put: (file: string, form = FORM) => copyFileSync(form, at(queue, 'in', file)),
        add: async (file: string) => JSON.parse((await evalx(['queue', 'add', at(queue, 'in', file), ...to])).stdout),
        work: () => evalx(['queue', 'work', '--out', out, '--until-empty', '--jobs', '1', ...to]),
        start: (...args: string[]) => work(redis.url, out, '--name', queue, '--jobs', '1', ...args),
        status: async () => JSON.parse((await evalx(['queue', 'status', ...to])).stdout),
      };
    };

    it('is given a path that comes after it was read, without reading it again', async () => {
      const { out, path, put, add, work, status } = fresh();
      put('a.pdf');
      put('b.pdf');
      expect(await add('a.pdf')).toEqual({ added: 1, known: 0, unreadable: 0 });
      await work();
      const [first] = results(out);
      expect(first?.paths).toEqual([path('a.pdf')]);
      expect(await add('b.pdf')).toEqual({ added: 0, known: 1, unreadable: 0 });
      expect(await status()).toMatchObject({ waiting: 1, completed: 1 });
      // Neither is there to be read.
      rmSync(path('a.pdf'));
      rmSync(path('b.pdf'));
      expect((await work()).code).toBe(0);
      expect(results(out)).toEqual([{ ...first, paths: [path('a.pdf'), path('b.pdf')] }]);
      expect(await status()).toMatchObject({ waiting: 0, completed: 1, failed: 0 });
    });

    it('has nothing to do for a path that its result names', async () => {
      const { out, put, add, work, status } = fresh();
      put('a.pdf');
      await add('a.pdf');
      await work();
      const [name = ''] = readdirSync(out);
      const { mtimeMs, ino } = statSync(join(out, name));
      await add('a.pdf');
      expect(await status()).toMatchObject({ waiting: 0, completed: 1 });
      await work();
      expect(statSync(join(out, name))).toMatchObject({ mtimeMs, ino });
    });

    it('is given a path that comes while it is read', async () => {
      const { out, path, put, add, work, start, status } = fresh();
      put('slow.pdf', SLOW);
      put('other.pdf', SLOW);
      await add('slow.pdf');
      const worker = start('--page-timeout', '6');
      await until(async () => (await status()).active === 1);
      await add('other.pdf');
      await until(() => results(out).length === 1);
      worker.child.kill('SIGINT');
      await worker.ended;
      await work();
      expect(results(out).map(({ paths }) => paths)).toEqual([[path('other.pdf'), path('slow.pdf')]]);
    });

    it('is read under another path where the first is gone or has changed', async () => {
      const { out, path, put, add, work, status } = fresh();
      for (const file of ['a.pdf', 'b.pdf', 'c.pdf']) put(file);
      for (const file of ['a.pdf', 'b.pdf', 'c.pdf']) await add(file);
      rmSync(path('a.pdf'));
      appendFileSync(path('b.pdf'), '%');
      expect(await work()).toMatchObject({ code: 0, stderr: '' });
      const [
        {
          paths,
          status: { file },
        } = { paths: [], status: { file: '' } },
      ] = results(out);
      expect([file, paths]).toEqual([path('c.pdf'), ['a.pdf', 'b.pdf', 'c.pdf'].map(path)]);
      expect(await status()).toMatchObject({ completed: 1, failed: 0 });
    });

    it('is tried again when it is added again after it failed, also under another path', async () => {
      const { out, path, put, add, work, status } = fresh();
      put('a.pdf');
      put('b.pdf');
      await add('a.pdf');
      writeFileSync(path('a.pdf'), 'another');
      const { code, stderr } = await work();
      expect(code).toBe(3);
      expect(stderr).toBe(`evalx: ${path('a.pdf')}: the file has changed since it was added; add it again\n`.repeat(3));
      expect(await status()).toMatchObject({ failed: 1 });
      expect(await add('b.pdf')).toEqual({ added: 0, known: 1, unreadable: 0 });
      expect(await work()).toMatchObject({ code: 0, stderr: '' });
      expect(results(out).map(({ paths }) => paths)).toEqual([[path('a.pdf'), path('b.pdf')]]);
      expect(await status()).toMatchObject({ completed: 1, failed: 0 });
    });

    it('has a result that names all paths, whoever adds and works at the same time', async () => {
      const { out, path, put, add, start, status } = fresh();
      const files = Array.from({ length: 6 }, (_, i) => `${i}.pdf`);
      for (const file of files) put(file);
      const workers = [start('--until-empty'), start()];
      await Promise.all(files.map((file) => add(file)));
      await until(async () => {
        const { waiting, active, delayed } = await status();
        return waiting + active + delayed === 0;
      });
      workers[1]?.child.kill('SIGINT');
      await Promise.all(workers.map(({ ended }) => ended));
      expect(results(out).map(({ paths }) => paths)).toEqual([files.map(path)]);
      expect(await status()).toMatchObject({ completed: 1, failed: 0 });
    });
  },
);
