import type { CorrectionsSetup } from '../../corrections/find.js';
import { EvalxError } from '../../errors.js';
import { readInput, STDIN } from '../../files/input.js';
import { threadHost } from '../../guard/thread.js';
import { type AtPage, gaveUp, type Host, isFailure, withoutCostlyPages, work } from '../../guard/watch.js';
import type { Limits } from '../../limits.js';
import type { Answer, FileJob, Jobs, Question } from './jobs.js';
import { THREAD } from './program.js';

/** The part of a job that the thread fills in. */
type Given = 'bytes' | 'limits' | 'leaveOut';

/** Runs `use` with a thread, and ends it. */
export async function withReadingThread<T>(
  kind: keyof Jobs,
  limits: Limits,
  use: (thread: ReadingThread) => Promise<T>,
  corrections: CorrectionsSetup | null = null,
): Promise<T> {
  const thread = new ReadingThread(kind, limits, corrections);
  try {
    return await use(thread);
  } finally {
    await thread.end();
  }
}

/** Reads files in a thread of its own, so that one which takes too much can be put aside and the next ones go on. */
export class ReadingThread {
  private host: Host<Question, Answer | AtPage> | null;
  private readonly limits: Limits;
  private input: Promise<Uint8Array> | null = null;
  private readonly corrections: CorrectionsSetup | null;

  /** The thread begins to load while its maker is still busy with other things. */
  constructor(kind: keyof Jobs, limits: Limits, corrections: CorrectionsSetup | null = null) {
    this.limits = limits;
    this.corrections = corrections;
    this.host = this.begin();
    this.host.send({ kind, job: null });
  }

  private begin(): Host<Question, Answer | AtPage> {
    const { limits, corrections } = this;
    const host = threadHost<Question, Answer | AtPage>(THREAD, limits.work);
    if (corrections) host.send({ corrections });
    return host;
  }

  /**
   * @throws {EvalxError} `timed-out`, `memory-exceeded`, `worker-crashed`; and what the work throws.
   */
  async do<K extends keyof Jobs>(
    kind: K,
    given: Omit<Jobs[K]['job'], Given>,
    onPage?: (done: number, of: number) => void,
  ): Promise<Jobs[K]['result']> {
    const { limits } = this;
    const { file } = given as unknown as FileJob;
    const bytes = file === STDIN ? await this.stdin(limits) : null;
    const end = await withoutCostlyPages(async (leaveOut, left) => {
      const job = { ...given, bytes, limits: limits.reading, leaveOut } as unknown as FileJob;
      this.host ??= this.begin();
      const answer = await work(this.host, { kind, job }, left, onPage);
      // A thread that holds much already would be blamed for it with the next file.
      if (isFailure(answer) || this.host.memory() > (limits.work.megabytes << 20) / 2) await this.end();
      return answer;
    }, limits.work);
    if (isFailure(end)) throw gaveUp(end, limits.work);
    if ('result' in end) return end.result as Jobs[K]['result'];
    const { said, message, stack } = end.error;
    throw said === null ? Object.assign(new Error(message), { stack }) : new EvalxError(said);
  }

  /** Standard input can be read once, and more than one job may be about it. */
  private stdin({ reading }: Limits): Promise<Uint8Array> {
    this.input ??= readInput(STDIN, reading.bytes);
    return this.input;
  }

  async end(): Promise<void> {
    const { host } = this;
    this.host = null;
    await host?.kill(false);
  }
}
