import { isUnread } from '../../contract/diagnostics.js';
import type { Diagnostic } from '../../contract/document.js';
import type { ErrorCode } from '../../contract/error-code.js';

/** How a part of the work ended, from the best to the worst. */
export const EXIT_CODES = { fine: 0, findings: 1, unread: 3, fault: 2, interrupted: 130 } as const;

export type Outcome = keyof typeof EXIT_CODES;

const ORDER = Object.keys(EXIT_CODES) as Outcome[];

export function worstOf(outcomes: Iterable<Outcome>): Outcome {
  let worst = 0;
  for (const outcome of outcomes) worst = Math.max(worst, ORDER.indexOf(outcome));
  return ORDER[worst] ?? 'fine';
}

/** The exit code of a run: that of its worst outcome. */
export const exitCode = (outcomes: Iterable<Outcome>): number => EXIT_CODES[worstOf(outcomes)];

/** An input that could not be read is `unread`; what the caller can mend on the command line is a `fault`. */
export const ERROR_OUTCOMES = {
  usage: 'fault',
  'page-out-of-range': 'fault',
  'file-unwritable': 'fault',
  'out-in-use': 'fault',
  'out-occupied': 'fault',
  'journal-untrusted': 'fault',
  'canvas-missing': 'fault',
  'rule-crashed': 'fault',
  'config-invalid': 'fault',
  'document-invalid': 'unread',
  'queue-missing': 'fault',
  'queue-unreachable': 'fault',
  'file-not-found': 'unread',
  'is-a-directory': 'unread',
  'file-unreadable': 'unread',
  'file-empty': 'unread',
  'file-too-large': 'unread',
  'not-a-pdf': 'unread',
  'pdf-damaged': 'unread',
  'password-needed': 'unread',
  'password-wrong': 'unread',
  'timed-out': 'unread',
  'memory-exceeded': 'unread',
  'worker-crashed': 'unread',
} as const satisfies Record<ErrorCode, Outcome>;

/** A document of which a part was not read counts as unread, although it is printed. */
export function documentOutcome(document: { readonly diagnostics: readonly Diagnostic[] }): Outcome {
  return isUnread(document.diagnostics) ? 'unread' : 'fine';
}
