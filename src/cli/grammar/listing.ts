import type { Command } from 'commander';
import type { Language } from '../../contract/findings.js';
import { withFormat } from './format.js';
import { type OutputFlags, withOutput, writeProduct } from './output.js';

/** A command that lists what evalx knows: for people, or as JSON. */
export interface ListingFlags extends OutputFlags {
  readonly format: 'text' | 'json';
}

export const withListing = (command: Command, lang: Language): Command =>
  withFormat(withOutput(command, lang), lang, { id: 'listFormat', formats: ['text', 'json'] });

/** Writes the list in the form that is asked for; returns the exit code. */
export async function writeListing(
  { text, json }: { readonly text: () => string; readonly json: () => unknown },
  flags: ListingFlags,
  lang: Language,
): Promise<number> {
  if (flags.format === 'text') return writeProduct(text(), flags, lang);
  const { toJson } = await import('../../output/json.js');
  return writeProduct(toJson(json(), 'indented'), flags, lang);
}
