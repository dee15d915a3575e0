import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language } from '../../contract/findings.js';
import { FIELD_NAMES } from '../../messages/fields.js';
import { REVIEW, type ReviewWord } from '../../messages/review.js';
import { fill, valueIn } from '../../messages/words.js';
import { visibleLine } from '../../output/escape.js';
import type { Field } from '../fields.js';

export const Lang = createContext<Language>('en');

export type Say = (id: ReviewWord, data?: Readonly<Record<string, string | number>>) => string;

/** The words of the page in one language. */
export const sayIn =
  (lang: Language): Say =>
  (id, data = {}) =>
    fill(REVIEW[id], lang, (name) => String(valueIn(data, name)));

export function useWords(): { readonly lang: Language; readonly say: Say } {
  const lang = useContext(Lang);
  return { lang, say: sayIn(lang) };
}

/** What a field is called. */
export const fieldName = ({ name }: Pick<Field, 'name'>, lang: Language): string =>
  typeof name === 'string' ? FIELD_NAMES[name][lang] : seen(name.printed);

/** Text of a PDF as it is shown: what nobody can see, or would turn other text round, stands there as its code. */
export const seen = (text: string): string => text.split('\n').map(visibleLine).join('\n');
