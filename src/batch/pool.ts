import { EvalxError } from '../errors.js';
import { type ProcessHost, processHost } from '../guard/process.js';
import { type AtPage, type Failure, isFailure, withoutCostlyPages, work } from '../guard/watch.js';
import type { WorkLimits } from '../limits.js';
import type { Done } from './batch-types.js';
import type { FromWorker, ToWorker, WorkerSetup } from './work.js';

export interface PoolOptions extends WorkerSetup {
  /** Processes at work. */
  readonly size: number;
  readonly workLimits: WorkLimits;
  /** Files after which a process is replaced by a fresh one. */
  readonly recycleAfter: number;
  /** What stands for a file that no process could finish. */
  readonly giveUp: (file: string, end: Failure) => Done;
  readonly onDone: (file: string, done: Done) => void;
  /** The program of the processes; default the one that reads forms. */
  readonly program?: URL;
}

/** pdfjs keeps a little of every file; a fresh process every so often keeps memory flat. */
export const RECYCLE_AFTER = 1000;
/** A file that kills its process, whatever pages are left out, is tried again in a fresh one, once. */
const ATTEMPTS = 2;

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
  private host: ProcessHost<ToWorker, FromWorker | AtPage> | null = null;
  private files = 0;
  private reading = 0;
  private readonly options: ReaderOptions;

  constructor(options: ReaderOptions) {
    this.options = options;
  }

  get isReading(): boolean {
    return this.reading > 0;
  }

  /** @throws {EvalxError} `file-unwritable` where the result could not be kept. */
  async read(file: string): Promise<Done> {
    this.reading++;
    try {
      return await this.readToTheEnd(file);
    } finally {
      this.reading--;
    }
  }

  private async readToTheEnd(file: string): Promise<Done> {
    for (let attempt = 1; ; attempt++) {
      const end = await withoutCostlyPages(
        (leaveOut, limits) => this.attempt({ file, leaveOut: [...leaveOut.values()] }, limits),
        this.options.workLimits,
      );
      if (!isFailure(end)) {
        if ('done' in end) return end.done;
        throw new EvalxError(end.unwritable);
      }
      if (attempt === ATTEMPTS) return this.options.giveUp(file, end);
    }
  }

  private async attempt(job: ToWorker, limits: WorkLimits): Promise<FromWorker | Failure> {
    this.host ??= this.start();
    const end = await work(this.host, job, limits);
    this.files++;
    if (isFailure(end) || 'unwritable' in end || this.files >= this.options.recycleAfter) this.end();
    return end;
  }

  private start(): ProcessHost<ToWorker, FromWorker | AtPage> {
    const {
      program = new URL('./worker.js', import.meta.url),
      workLimits,
      out,
      version,
      settings,
      corrections = null,
    } = this.options;
    const host = processHost<ToWorker, FromWorker | AtPage>(program, workLimits);
    host.send({ setup: { out, version, settings, corrections } });
    this.files = 0;
    return host;
  }

  end(): void {
    this.host?.end();
    this.host = null;
  }
}
