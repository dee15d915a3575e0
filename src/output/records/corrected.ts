import type { FileResult } from '../../contract/batch.js';

/** Who put a field right: what was read before, the person, when (ISO 8601), and the reason that was given. */
export interface Corrected {
  readonly old: string | number | boolean | null;
  readonly who: string;
  readonly when: string;
  readonly why: string | null;
}

type Marked = Readonly<Record<string, Corrected>>;
const NONE: ReadonlyMap<string, Corrected> = new Map();

/** The fields that a person has put right, by JSON Pointer: as the document lists them, or the places of its fields. */
export function correctedFields({ document, evidence = {} }: FileResult): ReadonlyMap<string, Corrected> {
  const listed = (document as { readonly corrected?: Marked } | null)?.corrected;
  if (listed) return new Map(Object.entries(listed));
  const marked = Object.entries(evidence).flatMap(([path, place]): [string, Corrected][] => {
    const { corrected } = place as { readonly corrected?: Corrected };
    return corrected ? [[path, corrected]] : [];
  });
  return marked.length === 0 ? NONE : new Map(marked);
}

/** The keys whose field was put right; null where none was. */
export function correctedKeys(
  keys: readonly string[],
  pointerOf: (key: string) => string | null,
  corrected: ReadonlyMap<string, Corrected>,
): string[] | null {
  if (corrected.size === 0) return null;
  const found = keys.filter((key) => corrected.has(pointerOf(key) ?? ''));
  return found.length === 0 ? null : found;
}
