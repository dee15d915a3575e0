import type { Language } from '../../contract/findings.js';
import { type Message, messageOf, say } from '../../messages/say.js';
import { displayWidth, padColumns } from '../../text/display-width.js';

/** The progress of a long run, as a line that goes again on a terminal, or as a line now and then elsewhere. */

export interface ProgressState {
  readonly done: number;
  readonly total: number;
  readonly failed: number;
  /** Since the run began, in milliseconds. */
  readonly elapsed: number;
  /** Done by an earlier run: they took no time in this one. */
  readonly kept: number;
}

const BAR = 20;

/** One line of at most 78 columns: a bar, what is done, the rate, the time left, what failed. */
export function progressLine({ done, total, failed, elapsed, kept }: ProgressState, lang: Language): string {
  const said = (message: Message): string => say(message, { lang });
  const filled = total === 0 ? BAR : Math.floor((done / total) * BAR);
  const seconds = elapsed / 1000;
  const rate = seconds > 0 ? (done - kept) / seconds : 0;
  const left = rate > 0 ? time((total - done) / rate) : '--:--';
  const percent = total === 0 ? 100 : Math.floor((done / total) * 100);
  const bar = `[${'#'.repeat(filled)}${'-'.repeat(BAR - filled)}]`;
  const parts: Message[] = [messageOf('perSecond', { rate: rate.toFixed(1) }), messageOf('timeLeft', { time: left })];
  if (failed > 0) parts.push(messageOf('failedSoFar', { failed }));
  return [bar, `${done}/${total}`, `${percent}%`, ...parts.map(said)].join(' ');
}

/** Minutes and seconds, with hours where there are any. */
function time(seconds: number): string {
  const whole = Math.ceil(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  const tail = `${String(minutes).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
  return hours > 0 ? `${hours}:${tail}` : tail;
}

interface Screen {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const TERMINAL_MS = 200;
/** Elsewhere a line is written after so many files, and no sooner than this after the last one. */
const FILES_PER_LINE = 100;
const LINE_MS = 5_000;

export interface Progress {
  step(failed: boolean): void;
  /** Removes the line from the terminal. */
  clear(): void;
}

export function createProgress(
  screen: Screen,
  total: number,
  kept: number,
  lang: Language,
  now = () => performance.now(),
): Progress {
  const start = now();
  let [done, failed, shownAt, shownDone] = [kept, 0, start, kept];
  let columns = 0;
  const clear = (): void => {
    if (columns > 0) screen.write(`\r${' '.repeat(columns)}\r`);
    columns = 0;
  };
  return {
    clear,
    step: (isFailed) => {
      done++;
      if (isFailed) failed++;
      const at = now();
      const line = (): string => progressLine({ done, total, failed, elapsed: at - start, kept }, lang);
      if (screen.isTTY === true) {
        if (at - shownAt < TERMINAL_MS && done < total) return;
        const text = line();
        screen.write(`\r${padColumns(text, columns)}`);
        columns = Math.max(columns, displayWidth(text));
      } else {
        if (done - shownDone < FILES_PER_LINE || at - shownAt < LINE_MS) return;
        screen.write(`${line()}\n`);
        shownDone = done;
      }
      shownAt = at;
    },
  };
}
