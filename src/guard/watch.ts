import { EvalxError } from '../errors.js';
import { fileSeconds, type UnreadPage, type WorkLimits } from '../limits.js';
import { type ErrorMessage, type Message, messageOf } from '../messages/say.js';

/** A process or thread that works on one job at a time and can be killed at any moment. */
export interface Host<Job, Message> {
  send(job: Job): void;
  /** `onEnd` is called where it ends by itself. Returns the function that stops listening. */
  listen(onMessage: (message: Message) => void, onEnd: (why: Failure['failure']) => void): () => void;
  /** Bytes that the work holds, as far as the system tells. */
  memory(): number;
  /** Seconds of processor time that it has taken so far; null where the system does not tell. */
  processorTime(): number | null;
  /** Resolves when it has ended. `gently`: it may be outside of JavaScript, and ends when it comes back. */
  kill(gently: boolean): Promise<void>;
}

/** Said before each page: its number, or null where all are read; and how many of how many are done. */
export interface AtPage {
  readonly atPage: number | null;
  readonly done: number;
  readonly of: number;
  /** Its picture is read: it has another time than other pages, and the file has more. */
  readonly isPicture?: boolean;
}

/** A limit of time that was reached: that of the file, of a page, or of a page whose picture is read. */
export interface Overrun {
  readonly of: 'file' | 'page' | 'picture';
  /** Seconds: of work, or, where it waited more than it worked, by the clock. */
  readonly seconds: number;
  readonly byClock: boolean;
}

/** How a host ended that did not finish its job, and on which page if that is to blame. */
export interface Failure {
  readonly failure: 'timed-out' | 'memory-exceeded' | 'worker-crashed';
  readonly page: number | null;
  /** The picture of that page was read. */
  readonly isPicture: boolean;
  /** Pages whose pictures were read or begun. */
  readonly pictures: number;
  /** Seconds that it took of the time for the file. */
  readonly spent: number;
  /** Where it timed out. */
  readonly overrun: Overrun | null;
}

export const isFailure = (end: object): end is Failure => 'failure' in end;

const WATCH_MS = 50;
const MB = 1 << 20;

/**
 * Sends the job and waits for what is no {@link AtPage}. Kills the host where it goes over a limit, and waits for its end: what
 * it still takes would count for the next one.
 */
export function work<Job, Result extends object>(
  host: Host<Job, Result | AtPage>,
  job: Job,
  limits: WorkLimits,
  onPage: (done: number, of: number, at: AtPage) => void = () => {},
): Promise<Result | Failure> {
  return new Promise((resolve) => {
    const file = new Meter(host);
    let page: number | null = null;
    let onThePage = file;
    let isPicture = false;
    let pictures = 0;
    const finish = (end: Result | Failure): void => {
      clearInterval(watch);
      forget();
      if (isFailure(end)) void host.kill(isPicture).then(() => resolve(end));
      else resolve(end);
    };
    const fail = (failure: Failure['failure'], at: number | null, overrun: Overrun | null = null): void =>
      finish({ failure, page: at, isPicture: at !== null && isPicture, pictures, spent: file.spent(), overrun });
    const watch = setInterval(() => {
      if (host.memory() > limits.megabytes * MB) return fail('memory-exceeded', page);
      const whole = file.over('file', fileSeconds(limits, pictures));
      if (whole) return fail('timed-out', null, whole);
      if (page === null) return;
      const part = isPicture
        ? onThePage.over('picture', limits.pictureSeconds)
        : onThePage.over('page', limits.pageSeconds);
      if (part) fail('timed-out', page, part);
    }, WATCH_MS);
    const forget = host.listen(
      (message) => {
        if (!('atPage' in message)) return finish(message);
        page = message.atPage;
        isPicture = message.isPicture === true;
        if (isPicture) pictures++;
        onThePage = new Meter(host);
        onPage(message.done, message.of, message);
      },
      (why) => fail(why, page),
    );
    host.send(job);
  });
}

/**
 * How many times its limit something may take by the clock. On a machine that is busy with other things all takes longer, and
 * is to come out the same; but what waits for ever must end as well.
 */
const CLOCK_TIMES = 10;

/** What a host takes from now on. Work counts; the clock does where the system does not tell of work. */
class Meter {
  private readonly startWork: number | null;
  private readonly startClock = performance.now();

  constructor(private readonly host: Pick<Host<never, never>, 'processorTime'>) {
    this.startWork = host.processorTime();
  }

  over(of: Overrun['of'], seconds: number): Overrun | null {
    const { work, clock } = this.taken();
    if (work > seconds) return { of, seconds, byClock: false };
    return clock > seconds * CLOCK_TIMES ? { of, seconds: seconds * CLOCK_TIMES, byClock: true } : null;
  }

  /** What is to be taken off the limit, in seconds. */
  spent(): number {
    const { work, clock } = this.taken();
    return Math.max(work, clock / CLOCK_TIMES);
  }

  private taken(): { readonly work: number; readonly clock: number } {
    const clock = (performance.now() - this.startClock) / 1000;
    const now = this.host.processorTime();
    return { work: now === null || this.startWork === null ? clock : now - this.startWork, clock };
  }
}

/** Pages of one file that may be put aside before the file is. */
const MAX_LEFT_OUT = 10;

/** What is left, at least, of the time for a page, as a part of it. */
const LEAST_PAGE_TIME = 0.1;

/**
 * Tries until the file is done, each time without the pages that have cost too much so far; all tries share the time for
 * the file. Often all pages of such a file hang, on the same font: with each page that is left out, half the time is left
 * for the next one.
 */
export async function withoutCostlyPages<Result extends object>(
  attempt: (leaveOut: ReadonlyMap<number, UnreadPage>, limits: WorkLimits) => Promise<Result | Failure>,
  limits: WorkLimits,
): Promise<Result | Failure> {
  const leaveOut = new Map<number, UnreadPage>();
  let pictures = 0;
  let spent = 0;
  let last: Failure | null = null;
  for (;;) {
    const all = fileSeconds(limits, pictures);
    const seconds = all - spent;
    // Whatever ended the last try, there is no time for another one.
    if (last && seconds <= 0) return { ...last, failure: 'timed-out', page: null, overrun: inAll(all) };
    const pageSeconds = limits.pageSeconds * Math.max(0.5 ** leaveOut.size, LEAST_PAGE_TIME);
    const mostSeconds = limits.mostSeconds - spent;
    const end = await attempt(leaveOut, { ...limits, seconds, mostSeconds, pageSeconds });
    if (!isFailure(end)) return end;
    pictures += end.pictures;
    spent += end.spent;
    last = { ...end, pictures, spent };
    if (end.page === null)
      return end.overrun?.byClock === false ? { ...last, overrun: inAll(fileSeconds(limits, pictures)) } : last;
    if (leaveOut.size === MAX_LEFT_OUT) return last;
    leaveOut.set(end.page, leftOut(end, end.page, limits));
  }
}

/** The limit of a file, over all tries. */
const inAll = (seconds: number): Overrun => ({ of: 'file', seconds, byClock: false });

function leftOut({ failure, isPicture, overrun }: Failure, number: number, limits: WorkLimits): UnreadPage {
  const part = isPicture ? { number, isPicture } : { number };
  if (failure === 'worker-crashed')
    return { ...part, code: 'page-unreadable', problem: messageOf('readerCrashed', {}) };
  const problem = {
    'timed-out': pageTooLong(isPicture, overrun, limits),
    'memory-exceeded': messageOf('pageTakesTooMuch', { megabytes: limits.megabytes }),
  }[failure];
  return { ...part, code: 'page-over-limit', problem };
}

/** Names the limit that was given, also where half of it had to do. */
function pageTooLong(isPicture: boolean, overrun: Overrun | null, limits: WorkLimits): Message {
  const flag = messageOf(isPicture ? 'optionPictureSeconds' : 'optionPageSeconds', {});
  if (overrun?.byClock) return messageOf('pageWaitsTooLong', { flag, seconds: overrun.seconds });
  const seconds = isPicture ? limits.pictureSeconds : limits.pageSeconds;
  return messageOf(isPicture ? 'pictureTakesTooLong' : 'pageTakesTooLong', { flag, seconds });
}

/** What is said of a file that could not be finished. */
export function gaveUp({ failure, pictures, overrun }: Failure, limits: WorkLimits): EvalxError {
  const { megabytes } = limits;
  return new EvalxError(
    {
      'timed-out': tooLong(pictures, overrun, limits),
      'memory-exceeded': messageOf('takesTooMuch', { megabytes }),
      'worker-crashed': messageOf('crashed', {}),
    }[failure],
  );
}

/** The flag at fault is that of the page where the last of many pages was over its limit, else that of the file. */
function tooLong(pictures: number, overrun: Overrun | null, limits: WorkLimits): ErrorMessage {
  const seconds = overrun?.seconds ?? fileSeconds(limits, pictures);
  if (overrun && overrun.of !== 'file') {
    const flag = messageOf(overrun.of === 'picture' ? 'optionPictureSeconds' : 'optionPageSeconds', {});
    return messageOf('pagesTakeTooLong', { count: MAX_LEFT_OUT, flag });
  }
  if (overrun?.byClock) return messageOf('waitsTooLong', { seconds });
  if (pictures === 0) return messageOf('takesTooLong', { seconds });
  const isMost = limits.seconds + pictures * limits.pictureSeconds > limits.mostSeconds;
  return messageOf(isMost ? 'picturesTakeTooLong' : 'fewPicturesTakeTooLong', { seconds, pictures });
}
