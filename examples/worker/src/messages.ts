import type { ErrorCode, Finding } from 'evalx';

/** What the main thread asks: to read these bytes. */
export interface Question {
  readonly id: number;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What the worker answers: what it found, or why it could not read. */
export type Answer =
  | { readonly id: number; readonly forms: readonly (string | null)[]; readonly findings: readonly Finding[] }
  | { readonly id: number; readonly code: ErrorCode; readonly message: string };
