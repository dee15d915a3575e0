import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Language } from '../../contract/findings.js';
import { type HelpId, helpIn, helpWith } from '../options/help.js';

/**
 * The names in `a,b`, each once, behind those of an option that was given before.
 *
 * @throws {InvalidArgumentError} for a name that is none of the formats.
 */
export function formatList<Format extends string>(
  lang: Language,
  formats: readonly Format[],
  text: string,
  before: readonly Format[] = [],
): Format[] {
  const names = text.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !(formats as readonly string[]).includes(name));
  if (unknown !== undefined) {
    throw new InvalidArgumentError(helpWith(lang, 'unknownFormat', { name: unknown, formats: formats.join(', ') }));
  }
  return [...new Set([...before, ...(names as Format[])])];
}

/** What a command can write, the first by default. */
export interface FormatChoice<Format extends string> {
  readonly id: HelpId;
  readonly formats: readonly Format[];
}

/** `-f, --format`, and `--json` where that is one of them, for a command that writes one format. */
export function withFormat<Format extends string>(
  command: Command,
  lang: Language,
  { id, formats }: FormatChoice<Format>,
): Command {
  command.addOption(
    new Option('-f, --format <format>', helpIn(lang)(id))
      .choices(formats)
      .default(formats[0])
      .argParser((text: string) => {
        const [format, ...others] = formatList(lang, formats, text);
        if (others.length > 0) throw new InvalidArgumentError(helpIn(lang)('oneFormat'));
        return format;
      }),
  );
  return withJson(command, lang, formats);
}

/** `--json`, short for `-f json`, where a command can write that. */
export const withJson = (command: Command, lang: Language, formats: readonly string[]): Command =>
  formats.includes('json')
    ? command
        .option('--json', helpIn(lang)('shortForJson'))
        .on('option:json', () => command.setOptionValueWithSource('format', 'json', 'cli'))
    : command;
