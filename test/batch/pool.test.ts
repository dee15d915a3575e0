import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import type { Done } from '../../src/batch/batch-types.js';
import { type PoolOptions, runPool } from '../../src/batch/pool.js';
import { READING_LIMITS, type WorkLimits } from '../../src/limits.js';
import { DEFAULT_SETTINGS } from '../../src/validator/validate.js';

const folder = mkdtempSync(join(tmpdir(), 'evalx-pool-'));
afterAll(() => rmSync(folder, { recursive: true }));
const program = pathToFileURL(join(import.meta.dirname, 'misbehaving.mjs'));

/** Long enough for a process that begins while the machine is busy; what is to hang has less. */
const LIMITS: WorkLimits = { seconds: 60, pageSeconds: 60, pictureSeconds: 60, mostSeconds: 600, megabytes: 300 };
const HANGING: WorkLimits = { ...LIMITS, seconds: 5, mostSeconds: 50 };

async function run(files: Iterable<string>, options: Partial<PoolOptions> = {}, signal = new AbortController().signal) {
  const done: [string, Done][] = [];
  await runPool(
    files,
    {
      out: folder,
      version: '0',
      settings: { ...DEFAULT_SETTINGS, timings: false, reading: { limits: READING_LIMITS } },
      size: 2,
      workLimits: LIMITS,
      recycleAfter: 100,
      giveUp: (_, end) => ({ status: 'failed', errorCode: end.failure }),
      onDone: (file, one) => done.push([file, one]),
      program,
      ...options,
    },
    signal,
  );
  return new Map(done);
}

describe('processes that read files', () => {
  it('are killed over their time, tried again, and given up', async () => {
    const done = await run(['hang', 'fine', 'other'], { size: 1, workLimits: HANGING });
    expect(done.get('hang')).toEqual({ status: 'failed', errorCode: 'timed-out' });
    expect(done.get('fine')?.status).toBe('read');
    expect(done.get('other')?.status).toBe('read');
  });
  it('are killed over their memory', async () => {
    expect((await run(['grow'])).get('grow')).toEqual({ status: 'failed', errorCode: 'memory-exceeded' });
  });
  it('may crash or end', async () => {
    const done = await run(['crash', 'exit', 'fine']);
    expect(done.get('crash')?.errorCode).toBe('worker-crashed');
    expect(done.get('exit')?.errorCode).toBe('worker-crashed');
    expect(done.get('fine')?.status).toBe('read');
  });
  it('get a second try in a fresh one', async () => {
    const done = await run([`crash ${join(folder, 'a')}`, `hang ${join(folder, 'b')}`], { workLimits: HANGING });
    expect([...done.values()].map(({ status }) => status)).toEqual(['read', 'read']);
  });
  it('are replaced after so many files', async () => {
    const done = await run(['1', '2', '3', '4', '5'], { size: 1, recycleAfter: 2 });
    expect(new Set([...done.values()].map(({ errorCode }) => errorCode)).size).toBe(3);
  });
  it('end the run where a result cannot be kept', async () => {
    await expect(run(['full', 'fine'])).rejects.toMatchObject({ code: 'file-unwritable' });
  });
  it('take no more files than they work on, and none after a stop', async () => {
    const stop = new AbortController();
    let taken = 0;
    function* files() {
      for (;;) {
        taken++;
        yield String(taken);
      }
    }
    const seen: string[] = [];
    const onDone = (file: string): void => {
      seen.push(file);
      if (seen.length === 5) stop.abort();
    };
    await run(files(), { onDone }, stop.signal);
    expect(taken - seen.length).toBeLessThanOrEqual(1);
    expect(seen.length).toBeLessThanOrEqual(6);
  });
});
