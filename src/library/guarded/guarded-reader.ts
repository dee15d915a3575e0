import { EvalxError } from '../../errors.js';
import { type ProcessHost, processHost } from '../../guard/process.js';
import { type AtPage, gaveUp, isFailure, withoutCostlyPages, work } from '../../guard/watch.js';
import type { WorkLimits } from '../../limits.js';
import { messageOf } from '../../messages/say.js';
import type { ReadingOptions } from '../../pages/reading-options.js';
import type { Answer, Job, Reads } from './jobs.js';

const PROGRAM = new URL('./child.js', import.meta.url);

/** pdfjs keeps a little of every file; a fresh process every so often keeps memory flat. */
const RECYCLE_AFTER = 500;

type Given<K extends keyof Reads> = Pick<Job, 'path' | 'bytes'> & { readonly options: Reads[K]['options'] };

/**
 * Reads one file at a time in a process of its own, within limits of time and memory. A process, not a thread: only so can several
 * files be read at a time, and each be told what it takes itself.
 */
export class GuardedReader {
  private host: ProcessHost<Job, Answer | AtPage> | null = null;
  private files = 0;
  private reading: Stop | null = null;
  private readonly limits: WorkLimits;

  constructor(limits: WorkLimits) {
    this.limits = limits;
  }

  /** @throws {EvalxError} `timed-out`, `memory-exceeded`, `worker-crashed`; and what reading throws. */
  async read<K extends keyof Reads>(kind: K, { path, bytes, options }: Given<K>): Promise<Reads[K]['result']> {
    const { signal, onPage, ...sent } = options as ReadingOptions;
    const stop = new Stop(() => this.kill());
    const forget = stop.listen(signal);
    this.reading = stop;
    try {
      const end = await withoutCostlyPages(async (leaveOut, limits) => {
        stop.throwIfStopped();
        this.host ??= processHost(PROGRAM, this.limits, 'advanced');
        const answer = await work<Job, Answer>(
          this.host,
          { kind, path, bytes, options: sent, leaveOut },
          limits,
          (done, of, { atPage, isPicture }) => stop.unless(() => onPage?.(done, of, atPage, isPicture)),
        );
        if (isFailure(answer)) this.kill();
        return answer;
      }, this.limits);
      stop.throwIfStopped();
      if (++this.files >= RECYCLE_AFTER) this.end();
      if (isFailure(end)) throw gaveUp(end, this.limits);
      if ('result' in end) return end.result as Reads[K]['result'];
      const { said, message, stack } = end.error;
      throw said === null ? Object.assign(new Error(message), { stack }) : new EvalxError(said);
    } finally {
      forget();
      this.reading = null;
    }
  }

  private kill(): void {
    void this.host?.kill(false);
    this.host = null;
    this.files = 0;
  }

  /** Ends what is being read: whoever waits for it is told that the reader crashed. */
  stop(): void {
    if (this.reading) this.reading.because(new EvalxError(messageOf('crashed', {})));
    else this.end();
  }

  /** Lets the process end. */
  end(): void {
    this.host?.end();
    this.host = null;
    this.files = 0;
  }
}

/** Why reading is to stop at once: the signal was aborted, or a function of the caller threw. */
class Stop {
  private reason: { readonly value: unknown } | null = null;
  private readonly kill: () => void;

  constructor(kill: () => void) {
    this.kill = kill;
  }

  listen(signal: AbortSignal | undefined): () => void {
    const stop = (): void => this.because(signal?.reason);
    signal?.addEventListener('abort', stop);
    return () => signal?.removeEventListener('abort', stop);
  }

  /** Calls a function of the caller, which may return a promise. */
  unless(call: () => unknown): void {
    try {
      const called = call() as PromiseLike<unknown> | undefined;
      if (typeof called?.then === 'function') called.then(undefined, (error: unknown) => this.because(error));
    } catch (error) {
      this.because(error);
    }
  }

  because(value: unknown): void {
    this.reason ??= { value };
    this.kill();
  }

  throwIfStopped(): void {
    if (this.reason) throw this.reason.value;
  }
}
