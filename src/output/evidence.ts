import type { Claim, EvalxDocument, Evidence } from '../contract/document.js';

/** The document with where each of its fields stands, and what became of every text. */
export function withEvidence(
  document: EvalxDocument,
  places: ReadonlyMap<string, Evidence>,
  account: readonly Claim[],
): EvalxDocument {
  return { ...document, evidence: Object.fromEntries(places), account: [...account] };
}
