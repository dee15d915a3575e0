import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { EvalxError } from '../errors.js';
import type { Done } from './types.js';
import type { FromWorker, ToWorker, WorkerSetup } from './worker.js';

export interface PoolOptions extends WorkerSetup {
  /** Processes at work. */
  readonly size: number;
  /** Time for one file, in milliseconds. */
  readonly timeout: number;
  /** Memory of one process (resident set), in bytes. */
  readonly memory: number;
  /** Files after which a process is replaced by a fresh one. */
  readonly recycleAfter: number;
  /** What stands for a file that no process could finish. */
  readonly giveUp: (file: string, end: Failure) => Done;
  readonly onDone: (file: string, done: Done) => void;
  /** The program of the processes; default the one that reads forms. */
  readonly program?: URL;
}

/** How a process ended that did not finish its file. */
export type Failure = 'timed-out' | 'memory-exceeded' | 'worker-crashed';

/** A file that kills its process is tried again in a fresh one, once. */
const ATTEMPTS = 2;
const WATCH_MS = 100;

/**
 * Works on the files, each in a process that can be killed. No more files are taken from the list than there are
 * processes. Stops taking files when the signal is aborted; what has begun is finished.
 *
 * @throws {EvalxError} `file-unwritable` where a result could not be kept.
 */
export async function runPool(files: Iterable<string>, options: PoolOptions, signal: AbortSignal): Promise<void> {
  const queue = files[Symbol.iterator]();
  let broken: unknown = null;
  const lane = async (): Promise<void> => {
    const reader = new Reader(options);
    try {
      while (!signal.aborted && broken === null) {
        const next = queue.next();
        if (next.done) return;
        options.onDone(next.value, await reader.read(next.value));
      }
    } catch (error) {
      broken ??= error;
    } finally {
      reader.end();
    }
  };
  await Promise.all(Array.from({ length: options.size }, lane));
  if (broken !== null) throw broken;
}

export type ReaderOptions = Omit<PoolOptions, 'size' | 'onDone'>;

/** Reads one file at a time in a process of its own, and replaces that process where it had to be killed or has worn out. */
export class Reader {
  private worker: Worker | null = null;
  private readonly options: ReaderOptions;

  constructor(options: ReaderOptions) {
    this.options = options;
  }

  /** @throws {EvalxError} `file-unwritable` where the result could not be kept. */
  async read(file: string): Promise<Done> {
    for (let attempt = 1; ; attempt++) {
      this.worker ??= new Worker(this.options);
      const end = await this.worker.work(file);
      const isWorn = this.worker.files >= this.options.recycleAfter;
      if (typeof end === 'string' || 'unwritable' in end || isWorn) this.end();
      if (typeof end !== 'string') {
        if ('done' in end) return end.done;
        throw new EvalxError('file-unwritable', end.unwritable);
      }
      if (attempt === ATTEMPTS) return this.options.giveUp(file, end);
    }
  }

  end(): void {
    this.worker?.end();
    this.worker = null;
  }
}

class Worker {
  files = 0;
  private readonly child: ChildProcess;
  private readonly options: ReaderOptions;

  constructor(options: ReaderOptions) {
    this.options = options;
    const heap = Math.max(64, Math.floor(options.memory / 1024 / 1024));
    this.child = fork(fileURLToPath(options.program ?? new URL('./worker.js', import.meta.url)), {
      // With a limit V8 collects garbage ever so often, from a small heap on, unless it is told to begin with a larger one.
      execArgv: [`--max-old-space-size=${heap}`, `--initial-old-space-size=${heap >> 2}`],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.child.on('error', () => {});
    const { out, version, settings } = options;
    this.send({ setup: { out, version, settings } });
  }

  work(file: string): Promise<FromWorker | Failure> {
    this.files++;
    const { child, options } = this;
    return new Promise((resolve) => {
      const start = performance.now();
      const finish = (end: FromWorker | Failure): void => {
        clearInterval(watch);
        child.off('message', onMessage).off('exit', onExit);
        if (typeof end === 'string') child.kill('SIGKILL');
        resolve(end);
      };
      const onMessage = (message: unknown): void => finish(message as FromWorker);
      const onExit = (): void => finish('worker-crashed');
      const watch = setInterval(() => {
        if (performance.now() - start > options.timeout) finish('timed-out');
        else if (residentSet(child.pid) > options.memory) finish('memory-exceeded');
      }, WATCH_MS);
      child.on('message', onMessage).on('exit', onExit);
      if (!child.connected) finish('worker-crashed');
      else this.send({ file });
    });
  }

  end(): void {
    if (this.child.connected) this.child.disconnect();
    else this.child.kill('SIGKILL');
  }

  private send(message: ToWorker): void {
    this.child.send(message, () => {});
  }
}

const PAGE = 4096;

/** Bytes that a process holds, where the system tells (Linux); elsewhere the heap limit alone holds. */
function residentSet(pid: number | undefined): number {
  try {
    const [, pages] = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ');
    return Number(pages) * PAGE;
  } catch {
    return 0;
  }
}
