import type { EvalxDocument, Evidence } from '../contract/document.js';

/** The document with where each of its fields stands. */
export function withEvidence(document: EvalxDocument, places: ReadonlyMap<string, Evidence>): EvalxDocument {
  return { ...document, evidence: Object.fromEntries(places) };
}
