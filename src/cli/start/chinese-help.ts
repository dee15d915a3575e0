import { type Argument, type Command, Help, type HelpConfiguration, type Option } from 'commander';
import { COMMANDER, SUGGESTION, USAGE_ERRORS } from '../../messages/commands.js';
import { fill, valueIn } from '../../messages/words.js';
import { displayWidth } from '../../text/display-width.js';

const TITLES: ReadonlyMap<string, string> = new Map(
  [COMMANDER.usage, COMMANDER.arguments, COMMANDER.options, COMMANDER.commands].map(({ en, zh }) => [en, zh]),
);

const WORDS = [COMMANDER.someOptions, COMMANDER.aCommand];

/** The term of a command, such as `parse [options] <files...>`, with commander's own words in Chinese. */
const inChinese = (term: string): string => WORDS.reduce((text, { en, zh }) => text.replace(en, zh), term);

/** A description with its choices and its default behind it. */
function described({ description, argChoices, defaultValue, defaultValueDescription }: Option | Argument): string {
  const notes: string[] = [];
  if (argChoices) notes.push(fill(COMMANDER.choices, 'zh', () => argChoices.join('、')));
  if (defaultValue !== undefined && !(Array.isArray(defaultValue) && defaultValue.length === 0)) {
    notes.push(fill(COMMANDER.byDefault, 'zh', () => defaultValueDescription ?? String(defaultValue)));
  }
  return description + notes.join('');
}

const standard = new Help();

/** How commander writes its help in Chinese: its own words, and lines that are as wide as they look. */
export const CHINESE_HELP: HelpConfiguration = {
  styleTitle: (title) => TITLES.get(title) ?? title,
  commandUsage: (command: Command) => inChinese(standard.commandUsage(command)),
  subcommandTerm: (command: Command) => inChinese(standard.subcommandTerm(command)),
  optionDescription: described,
  argumentDescription: described,
  displayWidth,
  boxWrap: (text, width) =>
    text
      .split('\n')
      .map((line) => wrapped(line, width))
      .join('\n'),
};

/** Chinese breaks anywhere but before a closing mark and behind an opening one; words and flags stay whole. */
const PIECE = /[（“]*(?:[\w\-./,:@<>=*]+|.)[，。；：、）”！？]*\s*/gu;

function wrapped(line: string, width: number): string {
  const lines = [''];
  for (const [piece] of line.matchAll(PIECE)) {
    const last = lines.at(-1) ?? '';
    if (last !== '' && displayWidth(last + piece.trimEnd()) > width) lines.push(piece);
    else lines[lines.length - 1] = last + piece;
  }
  return lines.map((one) => one.trimEnd()).join('\n');
}

/** A usage error of commander in Chinese; what it has not said before stays as it is. */
export function chineseUsageError(text: string): string {
  const known = USAGE_ERRORS.find(({ pattern }) => pattern.test(text));
  if (!known) return text;
  const groups = known.pattern.exec(text)?.groups ?? {};
  const main = fill({ en: known.zh, zh: known.zh }, 'zh', (name) => valueIn(groups, name));
  const near = SUGGESTION.pattern.exec(text)?.groups?.['names'];
  return near === undefined ? main : main + SUGGESTION.zh.replace('{names}', () => near.replaceAll(', ', '、'));
}
