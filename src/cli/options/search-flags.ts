import type { Command } from 'commander';
import type { Language } from '../../contract/findings.js';
import { helpIn } from './help.js';
import { NO_SEARCH_LIMITS, SEARCH_LIMITS, type SearchOptions } from './search.js';

/** How folders are searched. */
export interface SearchFlags {
  readonly followLinks?: true;
  readonly searchLimits: boolean;
}

export const withSearch = (command: Command, lang: Language): Command =>
  command
    .option('--follow-links', helpIn(lang)('followLinks'))
    .option('--no-search-limits', helpIn(lang)('noSearchLimits'));

export const searchOptions = ({ followLinks, searchLimits }: SearchFlags): SearchOptions => ({
  followLinks: followLinks === true,
  limits: searchLimits ? SEARCH_LIMITS : NO_SEARCH_LIMITS,
});
