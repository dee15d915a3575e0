import { parseSync } from '@swc/core';

/** Texts of a module in its string and template literals, with `{}` for what is put into a template. */
export function textsOf(source: string): string[] {
  const texts: string[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) for (const one of node) visit(one);
    if (typeof node !== 'object' || node === null || Array.isArray(node)) return;
    const { type, value, quasis } = node as { type?: string; value?: unknown; quasis?: { raw: string }[] };
    if (type === 'StringLiteral') texts.push(String(value));
    if (type === 'TemplateLiteral' && quasis) texts.push(quasis.map(({ raw }) => raw).join('{}'));
    for (const child of Object.values(node)) visit(child);
  };
  visit(parseSync(source, { syntax: 'typescript', target: 'es2022' }).body);
  return texts;
}

/** Three words or values with spaces between: a sentence or a part of one. */
const ENGLISH = /(?:^|[^\w.-])[A-Za-z]{2,},? (?:[a-z]{2,}|\{\}|[A-Z]\w*),? (?:[a-z]{2,}|\{\})/u;
/** What is typed into a shell. */
const COMMAND = /^(?:apt-get|npm|nvm|evalx|cat) /u;
/** Chinese with a mark of a sentence in it. */
const CHINESE = /\p{Script=Han}[^"']*[，。；：！？]|[，。；：！？][^"']*\p{Script=Han}/u;

export const isProse = (text: string): boolean => (ENGLISH.test(text) && !COMMAND.test(text)) || CHINESE.test(text);

export const proseIn = (source: string): string[] => textsOf(source).filter(isProse);
