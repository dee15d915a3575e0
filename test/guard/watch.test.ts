import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { limitsOf } from '../../src/cli/options/reading.js';
import type { EvalxError } from '../../src/errors.js';
import {
  type AtPage,
  type Failure,
  gaveUp,
  type Host,
  type Overrun,
  withoutCostlyPages,
  work,
} from '../../src/guard/watch.js';
import { fileSeconds, type UnreadPage, WORK_LIMITS } from '../../src/limits.js';
import { type Message, sayWithFlags } from '../../src/messages/say.js';

/** As the command line says it. */
const flagged = ({ said }: EvalxError): string => sayWithFlags(said, 'en');

const LIMITS = { seconds: 60, pageSeconds: 30, pictureSeconds: 40, mostSeconds: 600, megabytes: 100 };

interface Result {
  readonly result: string;
}

/** A host that does what the script says when it gets a job. */
function host(script: (say: (message: Result | AtPage) => void, end: (why: Failure['failure']) => void) => void) {
  const done = { killed: [] as boolean[], listening: 0, memory: 0, worked: null as number | null };
  let say: (message: Result | AtPage) => void = () => {};
  let end: (why: Failure['failure']) => void = () => {};
  const made: Host<string, Result | AtPage> = {
    send: () => queueMicrotask(() => script(say, end)),
    listen: (onMessage, onEnd) => {
      [say, end] = [onMessage, onEnd];
      done.listening++;
      return () => done.listening--;
    },
    memory: () => done.memory,
    processorTime: () => done.worked,
    kill: async (gently) => void done.killed.push(gently),
  };
  return { made, done };
}

const failed = (end: Partial<Failure>): Failure => ({
  ...{ failure: 'timed-out', page: null, isPicture: false, pictures: 0, spent: 0, overrun: null },
  ...end,
});

const at = (atPage: number | null, done = 0): AtPage => ({ atPage, done, of: 3 });

describe('work that is watched', () => {
  it('ends with its result, tells of pages, and leaves the host alive', async () => {
    const seen: number[] = [];
    const { made, done } = host((say) => {
      say(at(1, 0));
      say(at(2, 1));
      say({ result: 'fine' });
    });
    expect(await work(made, 'job', LIMITS, (n) => seen.push(n))).toEqual({ result: 'fine' });
    expect(seen).toEqual([0, 1]);
    expect(done).toMatchObject({ killed: [], listening: 0 });
  });

  it.each([
    ['its time', { seconds: 0 }, 0, { failure: 'timed-out', page: null }],
    ['the time of a page', { pageSeconds: 0 }, 0, { failure: 'timed-out', page: 2 }],
    ['its memory', {}, 101 << 20, { failure: 'memory-exceeded', page: 2, overrun: null }],
  ])('is killed over %s', async (_, limits, memory, end) => {
    const { made, done } = host((say) => say(at(2)));
    done.memory = memory;
    expect(await work(made, 'job', { ...LIMITS, ...limits }, () => {})).toMatchObject(end);
    expect(done).toMatchObject({ killed: [false], listening: 0 });
  });

  describe('pages that are pictures', () => {
    /** Two of them, the second without an end. */
    const scan = (limits: object) => {
      const { made } = host((say) => {
        say({ ...at(1), isPicture: true });
        say({ ...at(2), isPicture: true });
      });
      return work(made, 'job', { ...LIMITS, ...limits });
    };

    it('have a time of their own', async () => {
      const end = {
        failure: 'timed-out',
        page: 2,
        isPicture: true,
        pictures: 2,
        overrun: { of: 'picture', seconds: 0 },
      };
      expect(await scan({ pageSeconds: 0, pictureSeconds: 0 })).toMatchObject(end);
    });
    it('make the time of the file longer, by so much each, up to a total', async () => {
      const never = { failure: 'timed-out', page: null, pictures: 2 };
      expect(await scan({ seconds: -80 })).toMatchObject(never);
      expect(await scan({ mostSeconds: 0 })).toMatchObject(never);
      expect([0, 1, 2, 13, 14, 1e9].map((n) => fileSeconds(LIMITS, n))).toEqual([60, 100, 140, 580, 600, 600]);
    });
    it('are told of where the time of the file was not enough', () => {
      const told = (pictures: number) => flagged(gaveUp(failed({ pictures }), LIMITS));
      expect(told(0)).toBe('it takes more than 60 s of processor time; --timeout allows more');
      expect(told(2)).toBe(
        'it takes more than 140 s of processor time (pages that are pictures: 2); --timeout or --ocr-timeout allows more, --pages reads a part',
      );
      expect(told(99)).toBe(
        'it takes more than 600 s of processor time (pages that are pictures: 99); --timeout allows more, --pages reads a part',
      );
    });
    it('have the same total over all tries', async () => {
      const given: (readonly [number, number])[] = [];
      await withoutCostlyPages<Result>(async (leaveOut, { seconds, mostSeconds }) => {
        given.push([Math.ceil(seconds), Math.ceil(mostSeconds)]);
        return leaveOut.size === 2 ? { result: 'fine' } : failed({ page: leaveOut.size + 1, pictures: 7, spent: 10 });
      }, LIMITS);
      expect(given).toEqual([
        [60, 600],
        [330, 590],
        [580, 580],
      ]);
    });
    it('get ten times the time of a file at most', () => {
      expect(limitsOf({ timeout: 7 }).work).toMatchObject({ seconds: 7, mostSeconds: 70 });
      expect(limitsOf({}).work).toEqual(WORK_LIMITS);
    });
  });

  it('may end by itself', async () => {
    const { made } = host((say, end) => {
      say(at(3));
      end('worker-crashed');
    });
    expect(await work(made, 'job', LIMITS)).toMatchObject({ failure: 'worker-crashed', page: 3, pictures: 0 });
  });
});

describe('costly pages', () => {
  const run = async (bad: readonly (number | null)[]) => {
    const tries: number[][] = [];
    const times: number[] = [];
    const end = await withoutCostlyPages<Result>(async (leaveOut, { pageSeconds }) => {
      tries.push([...leaveOut.keys()]);
      times.push(pageSeconds);
      const page = bad.find((n) => n === null || !leaveOut.has(n));
      return page === undefined ? { result: 'fine' } : failed({ page });
    }, LIMITS);
    return { tries, times, end };
  };

  it('are left out one after another', async () => {
    const all = { tries: [[], [7], [7, 2]], times: [30, 15, 7.5], end: { result: 'fine' } };
    expect(await run([7, 2])).toEqual(all);
  });
  it('do not go on for ever', async () => {
    const { tries, times, end } = await run(Array.from({ length: 99 }, (_, i) => i + 1));
    expect(tries).toHaveLength(11);
    expect(times.at(-1)).toBe(3);
    expect(end).toMatchObject({ failure: 'timed-out', page: 11, pictures: 0 });
  });
  it('are not to blame where no page was at work', async () => {
    expect(await run([null])).toMatchObject({ tries: [[]], end: { failure: 'timed-out', page: null } });
  });
  it('take their time out of that of the file', async () => {
    const left: number[] = [];
    const end = await withoutCostlyPages<Result>(async (leaveOut, { seconds }) => {
      left.push(seconds);
      return failed({ failure: 'worker-crashed', page: leaveOut.size + 1, spent: 25 });
    }, LIMITS);
    expect(left).toEqual([60, 35, 10]);
    expect(flagged(gaveUp(end as Failure, LIMITS))).toBe(
      'it takes more than 60 s of processor time; --timeout allows more',
    );
  });
  it('are told with the flag at fault', async () => {
    const told = async (end: Partial<Failure>): Promise<unknown> => {
      let said: unknown;
      await withoutCostlyPages<Result>(async (leaveOut) => {
        said = leaveOut.get(4);
        return said === undefined ? failed({ page: 4, ...end }) : { result: 'fine' };
      }, LIMITS);
      const { problem, ...page } = said as UnreadPage;
      return { ...page, says: sayWithFlags(problem as Message, 'en') };
    };
    const overrun = { of: 'picture', seconds: 40, byClock: false } as const;
    expect(await told({ isPicture: true, overrun })).toEqual({
      ...{ number: 4, code: 'page-over-limit', isPicture: true },
      says: 'recognising it takes too much processor time; --ocr-timeout allows more than 40 s',
    });
    expect(await told({ overrun: { ...overrun, of: 'page' } })).toEqual({
      ...{ number: 4, code: 'page-over-limit' },
      says: 'it takes too much processor time; --page-timeout allows more than 30 s',
    });
    expect(await told({ isPicture: true, overrun: { ...overrun, byClock: true, seconds: 400 } })).toMatchObject({
      says: 'it was not done after 400 s, which it spent waiting more than working; try again, or allow more with --ocr-timeout',
    });
  });
  it('name their own flag where there are too many of them', () => {
    const told = (of: 'page' | 'picture') =>
      flagged(gaveUp(failed({ page: 11, overrun: { of, seconds: 1, byClock: false } }), LIMITS));
    expect(told('page')).toBe('more than 10 pages take too much processor time; --page-timeout allows more');
    expect(told('picture')).toBe('more than 10 pages take too much processor time; --ocr-timeout allows more');
  });
});

describe('time', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] }));
  afterEach(() => void vi.useRealTimers());

  /** Lets the clock run while the host works that fraction of the time, and says after how many seconds it ended how. */
  const run = async (works: number | null, limits: object, isPicture = false) => {
    const { made, done } = host((say) => say({ ...at(2), isPicture }));
    done.worked = works === null ? null : 1000;
    let end: unknown = null;
    void work(made, 'job', { ...LIMITS, ...limits }).then((value) => {
      end = value;
    });
    await Promise.resolve();
    for (let second = 1; second <= 2000; second++) {
      if (done.worked !== null) done.worked += works ?? 0;
      await vi.advanceTimersByTimeAsync(1000);
      if (end) return { after: second, end, killed: done.killed };
    }
    return { after: null, end, killed: done.killed };
  };

  it('is that of work, however slowly a busy machine gets on with it', async () => {
    const overrun = { of: 'page', seconds: 30, byClock: false };
    expect(await run(1, {})).toMatchObject({ after: 31, end: { page: 2, spent: 31, overrun } });
    expect(await run(0.25, {})).toMatchObject({ after: 121, end: { page: 2, spent: 30.25, overrun } });
    expect(await run(4, {})).toMatchObject({ after: 8, end: { page: 2, spent: 32, overrun } });
  });
  it('is that of the clock where the system does not tell of work', async () => {
    expect(await run(null, {})).toMatchObject({ after: 31, end: { overrun: { seconds: 30, byClock: false } } });
  });
  it('ends after ten times as much by the clock, for what waits', async () => {
    const overrun = { of: 'page', seconds: 300, byClock: true };
    expect(await run(0, {})).toMatchObject({ after: 301, end: { page: 2, spent: expect.closeTo(30, 1), overrun } });
    const file = { of: 'file', seconds: 600, byClock: true };
    expect(await run(0, { pageSeconds: 1000 })).toMatchObject({ after: 601, end: { page: null, overrun: file } });
    expect(flagged(gaveUp(failed({ overrun: file as Overrun }), LIMITS))).toBe(
      'it was not done after 600 s, which it spent waiting more than working; try again, or allow more with --timeout',
    );
  });
  it('lets a host come back to JavaScript before it is killed, where it recognises text', async () => {
    expect(await run(1, {}, true)).toMatchObject({ after: 41, killed: [true], end: { overrun: { of: 'picture' } } });
    expect(await run(1, {}, false)).toMatchObject({ killed: [false] });
  });
});
