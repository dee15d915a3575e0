import { Option } from 'commander';
import type { Language } from '../../contract/findings.js';
import { HELP } from '../../messages/commands.js';
import { fill, type ValueNames, valueIn } from '../../messages/words.js';

export type HelpId = keyof typeof HELP;

type HelpData<Id extends HelpId> = { readonly [Name in ValueNames<(typeof HELP)[Id]['en']>]: string | number };

/** A text of the help that has values. */
export const helpWith = <Id extends HelpId>(lang: Language, id: Id, data: HelpData<Id>): string =>
  fill(HELP[id], lang, (name) => String(valueIn<string | number>(data, name)));

/** The help in one language, by the ids of its texts. */
export const helpIn =
  (lang: Language) =>
  (id: HelpId): string =>
    HELP[id][lang];

/** Command lines under a heading, with what each is for from that column on. */
export function examples(lang: Language, column: number, lines: readonly (readonly [string, HelpId])[]): string {
  const h = helpIn(lang);
  const shown = lines.map(([line, id]) => `  ${line.length + 2 > column ? `${line}   ` : line.padEnd(column)}${h(id)}`);
  return ['', h('examples'), ...shown].join('\n');
}

/** `--lang`. It is found before the command line is read (`spokenLanguage`), so that all is said in that language. */
export const languageOption = (lang: Language, id: HelpId = 'language'): Option =>
  new Option('--lang <language>', helpIn(lang)(id)).choices(['en', 'zh']);
