import type { Language } from '../contract/findings.js';

/** A text in both languages that evalx speaks; `{name}` stands for a value. */
export type Words = Readonly<Record<Language, string>>;

/** The names of a text's values, but for those of options, which nobody has to give: `{option:limits.pages}`. */
export type ValueNames<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? (Name extends `option:${string}` ? never : Name) | ValueNames<Rest>
  : never;

/** The text in one language, with what `value` gives for each name in it. */
export const fill = (words: Words, lang: Language, value: (name: string) => string): string =>
  words[lang].replace(/\{([\w:.]+)\}/gu, (_, name: string) => value(name));

/** The value of that name. @throws {Error} where there is none: that is a mistake of ours. */
export function valueIn<T>(data: Readonly<Record<string, T>>, name: string): T {
  const value = Object.hasOwn(data, name) ? data[name] : undefined;
  if (value === undefined) throw new Error(`no value "${name}"`);
  return value;
}
