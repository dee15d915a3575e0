import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { processHost } from '../../src/guard/process.js';
import { processSeconds } from '../../src/guard/processor-time.js';
import { threadHost } from '../../src/guard/thread.js';
import type { Host } from '../../src/guard/watch.js';
import { WORK_LIMITS } from '../../src/limits.js';

const PROGRAM = new URL('./at-work.mjs', import.meta.url);

/** What the host takes of the processor until it has answered. */
async function taken(host: Host<string, string>, job: string): Promise<number> {
  const before = host.processorTime() as number;
  await answerOf(host, () => host.send(job));
  return (host.processorTime() as number) - before;
}

const answerOf = (host: Host<string, string>, ask: () => void): Promise<void> =>
  new Promise((resolve) => {
    const forget = host.listen(
      () => {
        forget();
        resolve();
      },
      () => {},
    );
    ask();
  });

describe('a thread that is killed', () => {
  const kill = async (gently: boolean): Promise<boolean> => {
    const mark = join(mkdtempSync(join(tmpdir(), 'evalx-')), 'mark');
    const host = threadHost<string, string>(PROGRAM, WORK_LIMITS);
    await answerOf(host, () => {});
    await answerOf(host, () => host.send(`mark ${mark}`));
    host.send('sleep');
    await host.kill(gently);
    return existsSync(mark);
  };

  it('is let come to its end where it may be outside of JavaScript, else not', async () => {
    expect([await kill(true), await kill(false)]).toEqual([true, false]);
  });
});

describe.skipIf(processSeconds(process.pid) === null)('the processor time of a host', () => {
  it.each([
    ['process', () => processHost<string, string>(PROGRAM, WORK_LIMITS)],
    ['thread', () => threadHost<string, string>(PROGRAM, WORK_LIMITS)],
  ])('that is a %s counts its work, not its sleep', async (_, begin) => {
    const host = begin();
    await answerOf(host, () => {});
    expect(await taken(host, 'sleep')).toBeLessThan(0.15);
    expect(await taken(host, 'work')).toBeGreaterThan(0.2);
    await host.kill(false);
  });
  it('counts none of a process that is gone', () => {
    expect(processSeconds(2 ** 22 + 1)).toBeNull();
    expect(processSeconds(undefined)).toBeNull();
  });
});
