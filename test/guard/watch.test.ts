import { describe, expect, it } from 'vitest';
import { limitsOf } from '../../src/cli/options/reading.js';
import { type AtPage, type Failure, gaveUp, type Host, withoutCostlyPages, work } from '../../src/guard/watch.js';
import { fileSeconds, WORK_LIMITS } from '../../src/limits.js';

const LIMITS = { seconds: 60, pageSeconds: 30, pictureSeconds: 40, mostSeconds: 600, megabytes: 100 };

interface Result {
  readonly result: string;
}

/** A host that does what the script says when it gets a job. */
function host(script: (say: (message: Result | AtPage) => void, end: (why: Failure['failure']) => void) => void) {
  const done = { killed: 0, listening: 0, memory: 0 };
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
    kill: () => void done.killed++,
  };
  return { made, done };
}

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
    expect(done).toMatchObject({ killed: 0, listening: 0 });
  });

  it.each([
    ['its time', { seconds: 0 }, 0, { failure: 'timed-out', page: null, pictures: 0 }],
    ['the time of a page', { pageSeconds: 0 }, 0, { failure: 'timed-out', page: 2, pictures: 0 }],
    ['its memory', {}, 101 << 20, { failure: 'memory-exceeded', page: 2, pictures: 0 }],
  ])('is killed over %s', async (_, limits, memory, end) => {
    const { made, done } = host((say) => say(at(2)));
    done.memory = memory;
    expect(await work(made, 'job', { ...LIMITS, ...limits }, () => {})).toEqual(end);
    expect(done).toMatchObject({ killed: 1, listening: 0 });
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
      expect(await scan({ pageSeconds: 0, pictureSeconds: 0 })).toEqual({ failure: 'timed-out', page: 2, pictures: 2 });
    });
    it('make the time of the file longer, by so much each, up to a total', async () => {
      const never = { failure: 'timed-out', page: null, pictures: 2 };
      expect(await scan({ seconds: -80 })).toEqual(never);
      expect(await scan({ mostSeconds: 0 })).toEqual(never);
      expect([0, 1, 2, 13, 14, 1e9].map((n) => fileSeconds(LIMITS, n))).toEqual([60, 100, 140, 580, 600, 600]);
    });
    it('are told of where the time of the file was not enough', () => {
      const told = (pictures: number) => gaveUp({ failure: 'timed-out', page: null, pictures }, LIMITS).message;
      expect(told(0)).toBe('it takes longer than 60 s; --timeout allows more');
      expect(told(2)).toBe(
        'it takes longer than 140 s (pages that are pictures: 2); --timeout allows more, --pages reads a part',
      );
    });
    it('have the same total over all tries', async () => {
      const given: (readonly [number, number])[] = [];
      await withoutCostlyPages<Result>(async (leaveOut, { seconds, mostSeconds }) => {
        given.push([Math.ceil(seconds), Math.ceil(mostSeconds)]);
        return leaveOut.size === 2
          ? { result: 'fine' }
          : { failure: 'timed-out', page: leaveOut.size + 1, pictures: 7 };
      }, LIMITS);
      expect(given).toEqual([
        [60, 600],
        [340, 600],
        [600, 600],
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
    expect(await work(made, 'job', LIMITS)).toEqual({ failure: 'worker-crashed', page: 3, pictures: 0 });
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
      return page === undefined ? { result: 'fine' } : { failure: 'timed-out', page, pictures: 0 };
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
    expect(end).toEqual({ failure: 'timed-out', page: 11, pictures: 0 });
  });
  it('are not to blame where no page was at work', async () => {
    expect(await run([null])).toMatchObject({ tries: [[]], end: { failure: 'timed-out', page: null } });
  });
  it('take their time out of that of the file', async () => {
    const end = await withoutCostlyPages<Result>(async () => ({ failure: 'timed-out', page: 1, pictures: 0 }), {
      ...LIMITS,
      seconds: 0,
    });
    expect(end).toEqual({ failure: 'timed-out', page: null, pictures: 0 });
  });
});
