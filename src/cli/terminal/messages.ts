import type { Language } from '../../contract/findings.js';
import { displayWidth, padColumns } from '../../text/display-width.js';

/** What a person reads beside the documents: lines that stay, and a progress line that goes again. */
export interface Messages {
  /** The language of the run. */
  readonly lang: Language;
  /** Lines that end in a newline. */
  say(lines: string): void;
  /** Shows the text in place of the last one, once the work has taken a while and where a terminal can show it. */
  progress(text: string): void;
  clearProgress(): void;
}

interface Screen {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** Work that is done by then needs no progress line. */
const PATIENCE_MS = 1000;
const INTERVAL_MS = 100;

export function createMessages(screen: Screen, lang: Language, now: () => number = () => performance.now()): Messages {
  const start = now();
  let shown = '';
  let shownAt = Number.NEGATIVE_INFINITY;

  /** Overwrites with spaces: that needs no escape codes. */
  const clearProgress = (): void => {
    if (shown !== '') screen.write(`\r${' '.repeat(displayWidth(shown))}\r`);
    shown = '';
  };

  return {
    lang,
    clearProgress,
    say: (lines) => {
      clearProgress();
      screen.write(lines);
    },
    progress: (text) => {
      const time = now();
      if (screen.isTTY !== true || time - start < PATIENCE_MS || time - shownAt < INTERVAL_MS) return;
      screen.write(`\r${padColumns(text, displayWidth(shown))}`);
      shown = text;
      shownAt = time;
    },
  };
}
