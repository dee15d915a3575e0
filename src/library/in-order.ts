/**
 * Works on what an iterator gives, several at a time, and yields what comes of it in its order. At most `ahead` are taken that have not
 * been yielded. What is ready is yielded though the iterator keeps the next one waiting.
 */
export async function* inOrder<In, Out>(
  source: AsyncIterator<In> | Iterator<In>,
  ahead: number,
  work: (value: In, index: number) => Promise<Out>,
  signal?: AbortSignal,
): AsyncGenerator<Out, void, undefined> {
  const begun: Promise<Out>[] = [];
  let taking: Promise<IteratorResult<In>> | null = null;
  let index = 0;
  let isDone = false;
  const aborted = abortOf(signal);
  try {
    for (;;) {
      signal?.throwIfAborted();
      if (!isDone && begun.length < ahead) taking ??= Promise.resolve(source.next());
      const [first] = begun;
      if (!taking && !first) return;
      const ready = await Promise.race([
        ...(first ? [first.then((value) => ({ value }))] : []),
        ...(taking ? [taking.then((taken) => ({ taken }))] : []),
        ...aborted.wait,
      ]);
      if ('taken' in ready) {
        taking = null;
        if (ready.taken.done) isDone = true;
        else begun.push(settledLater(work(ready.taken.value, index++)));
      } else {
        begun.shift();
        yield ready.value;
      }
    }
  } finally {
    aborted.forget();
    if (!isDone) await source.return?.();
  }
}

/** What fails is told where it is waited for; until then nobody may take it for a failure that nobody sees to. */
function settledLater<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {});
  return promise;
}

function abortOf(signal: AbortSignal | undefined): { readonly wait: Promise<never>[]; readonly forget: () => void } {
  if (!signal) return { wait: [], forget: () => {} };
  let forget = (): void => {};
  const wait = new Promise<never>((_, reject) => {
    const stop = (): void => reject(signal.reason);
    signal.addEventListener('abort', stop);
    forget = () => signal.removeEventListener('abort', stop);
  });
  return { wait: [settledLater(wait)], forget };
}
