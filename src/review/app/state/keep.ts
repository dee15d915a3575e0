import type { Corrections } from '../../../contract/schema/corrections.js';
import { EMPTY_STATE, type ReviewState } from '../../state.js';

/** What a browser keeps of a review, by the content hash of its first document, so that it is there after the page was closed. */

const keyOf = (sha256: string): string => `evalx:review:${sha256}`;
const WHO = 'evalx:who';

/** Null where nothing is kept, or what is kept is of another kind. */
export function kept(sha256: string): ReviewState | null {
  try {
    const state: unknown = JSON.parse(localStorage.getItem(keyOf(sha256)) ?? 'null');
    return isState(state) ? state : null;
  } catch {
    return null;
  }
}

const isState = (state: unknown): state is ReviewState =>
  typeof state === 'object' && state !== null && Object.keys(EMPTY_STATE).every((key) => key in state);

/** Whether the browser keeps it: some keep nothing for pages from a disk. */
export function keep(sha256: string, state: ReviewState): boolean {
  try {
    localStorage.setItem(keyOf(sha256), JSON.stringify(state));
    return true;
  } catch {
    return false;
  }
}

export function keptName(): string {
  try {
    return localStorage.getItem(WHO) ?? '';
  } catch {
    return '';
  }
}

export function keepName(who: string): void {
  try {
    localStorage.setItem(WHO, who);
  } catch {
    // It has to be typed again.
  }
}

/** Hands a file to the person, as a download. */
export function saveFile(name: string, corrections: Corrections): void {
  const url = URL.createObjectURL(
    new Blob([`${JSON.stringify(corrections, null, 2)}\n`], { type: 'application/json' }),
  );
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
