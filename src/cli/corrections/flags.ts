import type { Command } from 'commander';
import type { Language } from '../../contract/findings.js';
import { helpIn } from '../options/help.js';

export interface CorrectionsFlags {
  /** Files; false for none; default what stands beside each input. */
  readonly corrections?: readonly string[] | false;
}

export const collectFiles = (file: string, before: readonly string[] | boolean | undefined): string[] =>
  Array.isArray(before) ? [...before, file] : [file];

export function withCorrections(command: Command, lang: Language): Command {
  const h = helpIn(lang);
  return command
    .option('--corrections <file>', h('corrections'), collectFiles)
    .option('--no-corrections', h('noCorrections'));
}
