import type { Base } from './bases.mjs';

/** What is drawn, its bytes, and its truth: reports that may hold the marks of truth.mjs. */
export interface Drawn {
  readonly drawing: { readonly pages: readonly object[] };
  readonly truth: readonly Record<string, unknown>[];
  readonly bytes: Uint8Array;
}
export interface Mutant extends Drawn {
  readonly name: string;
  readonly seed: number;
  readonly base: number;
}
export declare const NAMES: readonly string[];
export declare function nameOf(seed: number): string;
export declare function drawn(base: Base): Drawn;
export declare function mutantOf(seed: number, name?: string): Mutant;
