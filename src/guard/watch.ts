import { EvalxError } from '../errors.js';
import { fileSeconds, type UnreadPage, type WorkLimits } from '../limits.js';
import { messageOf } from '../messages/say.js';

/** A process or thread that works on one job at a time and can be killed at any moment. */
export interface Host<Job, Message> {
  send(job: Job): void;
  /** `onEnd` is called where it ends by itself. Returns the function that stops listening. */
  listen(onMessage: (message: Message) => void, onEnd: (why: Failure['failure']) => void): () => void;
  /** Bytes that the work holds, as far as the system tells. */
  memory(): number;
  kill(): void;
}

/** Said before each page: its number, or null where all are read; and how many of how many are done. */
export interface AtPage {
  readonly atPage: number | null;
  readonly done: number;
  readonly of: number;
  /** Its picture is read: it has another time than other pages, and the file has more. */
  readonly isPicture?: boolean;
}

/** How a host ended that did not finish its job, and on which page if that is to blame. */
export interface Failure {
  readonly failure: 'timed-out' | 'memory-exceeded' | 'worker-crashed';
  readonly page: number | null;
  /** Pages whose pictures were read or begun. */
  readonly pictures: number;
}

export const isFailure = (end: object): end is Failure => 'failure' in end;

const WATCH_MS = 50;
const MB = 1 << 20;

/** Sends the job and waits for what is no {@link AtPage}. Kills the host where it goes over a limit. */
export function work<Job, Result extends object>(
  host: Host<Job, Result | AtPage>,
  job: Job,
  limits: WorkLimits,
  onPage: (done: number, of: number) => void = () => {},
): Promise<Result | Failure> {
  return new Promise((resolve) => {
    const start = performance.now();
    let page: number | null = null;
    let pageStart = start;
    let isPicture = false;
    let pictures = 0;
    const finish = (end: Result | Failure): void => {
      clearInterval(watch);
      forget();
      if (isFailure(end)) host.kill();
      resolve(end);
    };
    const fail = (failure: Failure['failure'], at: number | null): void => finish({ failure, page: at, pictures });
    const watch = setInterval(() => {
      const now = performance.now();
      if (host.memory() > limits.megabytes * MB) fail('memory-exceeded', page);
      else if (now - start > fileSeconds(limits, pictures) * 1000) fail('timed-out', null);
      else if (page !== null && now - pageStart > (isPicture ? limits.pictureSeconds : limits.pageSeconds) * 1000) {
        fail('timed-out', page);
      }
    }, WATCH_MS);
    const forget = host.listen(
      (message) => {
        if (!('atPage' in message)) return finish(message);
        page = message.atPage;
        isPicture = message.isPicture === true;
        if (isPicture) pictures++;
        pageStart = performance.now();
        onPage(message.done, message.of);
      },
      (why) => fail(why, page),
    );
    host.send(job);
  });
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
  const start = performance.now();
  const leaveOut = new Map<number, UnreadPage>();
  let pictures = 0;
  for (;;) {
    const spent = (performance.now() - start) / 1000;
    const seconds = fileSeconds(limits, pictures) - spent;
    if (seconds <= 0) return { failure: 'timed-out', page: null, pictures };
    const pageSeconds = limits.pageSeconds * Math.max(0.5 ** leaveOut.size, LEAST_PAGE_TIME);
    const mostSeconds = limits.mostSeconds - spent;
    const end = await attempt(leaveOut, { ...limits, seconds, mostSeconds, pageSeconds });
    if (!isFailure(end)) return end;
    pictures += end.pictures;
    if (end.page === null || leaveOut.size === MAX_LEFT_OUT) return { ...end, pictures };
    leaveOut.set(end.page, leftOut(end.failure, end.page, limits));
  }
}

function leftOut(failure: Failure['failure'], number: number, limits: WorkLimits): UnreadPage {
  if (failure === 'worker-crashed') {
    return { number, code: 'page-unreadable', problem: messageOf('readerCrashed', {}) };
  }
  const problem = {
    'timed-out': messageOf('pageTakesTooLong', { seconds: limits.pageSeconds }),
    'memory-exceeded': messageOf('pageTakesTooMuch', { megabytes: limits.megabytes }),
  }[failure];
  return { number, code: 'page-over-limit', problem };
}

/** What is said of a file that could not be finished. */
export function gaveUp({ failure, pictures }: Failure, limits: WorkLimits): EvalxError {
  const { megabytes } = limits;
  const seconds = fileSeconds(limits, pictures);
  const late =
    pictures > 0 ? messageOf('picturesTakeTooLong', { seconds, pictures }) : messageOf('takesTooLong', { seconds });
  return new EvalxError(
    {
      'timed-out': late,
      'memory-exceeded': messageOf('takesTooMuch', { megabytes }),
      'worker-crashed': messageOf('crashed', {}),
    }[failure],
  );
}
