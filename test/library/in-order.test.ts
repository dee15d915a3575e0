import { describe, expect, it } from 'vitest';
import { inOrder } from '../../src/library/in-order.js';

/** Work that is done when it is told to be. */
function works() {
  const begun: { value: number; done: (result: string) => void; fail: (error: Error) => void }[] = [];
  const work = (value: number): Promise<string> =>
    new Promise((done, fail) => {
      begun.push({ value, done, fail });
    });
  return { begun, work };
}

const turns = async (count = 20): Promise<void> => {
  for (let i = 0; i < count; i++) await Promise.resolve();
};

const values = <T>(results: IteratorResult<T>[]): unknown[] => results.map(({ value }) => value);

describe('inOrder', () => {
  it('yields in the order of the inputs, whatever is done first', async () => {
    const { begun, work } = works();
    const out = inOrder([1, 2, 3].values(), 3, work);
    const results = Promise.all([out.next(), out.next(), out.next(), out.next()]);
    await turns();
    expect(begun.map(({ value }) => value)).toEqual([1, 2, 3]);
    for (const i of [2, 0, 1]) begun[i]?.done(`done ${i + 1}`);
    expect(values(await results)).toEqual(['done 1', 'done 2', 'done 3', undefined]);
  });

  it('takes no more than so many ahead of what was asked for', async () => {
    const { begun, work } = works();
    let taken = 0;
    const source = (function* () {
      for (;;) yield ++taken;
    })();
    const out = inOrder(source, 2, work);
    const first = out.next();
    await turns();
    expect([taken, begun.length]).toEqual([2, 2]);
    begun[0]?.done('a');
    expect((await first).value).toBe('a');
    await turns();
    // Nothing was asked for since.
    expect(taken).toBe(2);
    const second = out.next();
    await turns();
    expect(taken).toBe(3);
    begun[1]?.done('b');
    expect((await second).value).toBe('b');
    await out.return();
  });

  it('yields what is ready though the next input does not come', async () => {
    const { begun, work } = works();
    let given = false;
    const source: AsyncIterator<number> = {
      next: () => {
        if (given) return new Promise(() => {});
        given = true;
        return Promise.resolve({ done: false, value: 1 });
      },
    };
    const out = inOrder(source, 5, work);
    const first = out.next();
    await turns();
    begun[0]?.done('a');
    expect((await first).value).toBe('a');
  });

  it('ends the source where the loop is left', async () => {
    let ended = false;
    const source = (function* () {
      try {
        for (;;) yield 1;
      } finally {
        ended = true;
      }
    })();
    for await (const _ of inOrder(source, 1, async () => 'a')) break;
    expect(ended).toBe(true);
  });

  it('throws what the source throws, and what the signal is aborted with, at once', async () => {
    const source = (function* (): Generator<number> {
      yield 1;
      throw new Error('no more');
    })();
    const out = inOrder(source, 1, async () => 'a');
    expect((await out.next()).value).toBe('a');
    await expect(out.next()).rejects.toThrow('no more');
    const { work } = works();
    const controller = new AbortController();
    const waiting = inOrder([1].values(), 1, work, controller.signal).next();
    await turns();
    controller.abort(new Error('enough'));
    await expect(waiting).rejects.toThrow('enough');
  });
});
