import { allCommands, type KnownCommand, type KnownOption, lastWord } from './command-tree.js';

/** In single quotes, fish knows two escapes. */
const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

/** One line, as fish shows beside a word. */
const note = (text: string): string => quoted(text.replaceAll(/\s+/gu, ' '));

const conditionOf = ({ path }: KnownCommand): string => quoted(`__evalx_is ${path.join(' ')}`.trimEnd());

function optionLine(
  command: KnownCommand,
  { flags, description, takesValue, isOptional, choices }: KnownOption,
): string {
  const names = flags.map((flag) => (flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`));
  const values = choices.length > 0 ? [`-a ${quoted(choices.join(' '))}`] : [];
  // -x: a value that is no file; -r: a value that may be one. What may be left out, fish takes behind `=` alone.
  const kind = choices.length > 0 ? '-x' : '-r -F';
  const value = takesValue && !isOptional ? [kind, ...values] : values;
  return ['complete -c evalx', `-n ${conditionOf(command)}`, ...names, ...value, `-d ${note(description)}`].join(' ');
}

function argumentLines(command: KnownCommand): string[] {
  const line = (word: string, description: string): string =>
    `complete -c evalx -n ${conditionOf(command)} -a ${quoted(word)} -d ${note(description)}`;
  const files = command.takesFiles ? [`complete -c evalx -n ${conditionOf(command)} -F`] : [];
  return [
    ...command.commands.map((own) => line(lastWord(own), own.description)),
    ...command.choices.map((choice) => line(choice, '')),
    ...files,
  ];
}

/** A script for fish 3.0 and later. */
export function fish(root: KnownCommand): string {
  const commands = allCommands(root);
  const known = commands.filter(({ path }) => path.length > 0).map(({ path }) => quoted(path.join(' ')));
  return `# fish completion of evalx: evalx completion fish | source
function __evalx_command
  set -l found
  for word in (commandline -opc)[2..-1]
    if contains -- (string join ' ' -- $found $word) ${known.join(' ')}
      set -a found $word
    end
  end
  string join ' ' -- $found
end
function __evalx_is
  set -l now (__evalx_command)
  test "$argv" = "$now"
end
complete -c evalx -f
${commands.flatMap((command) => [...argumentLines(command), ...command.options.map((option) => optionLine(command, option))]).join('\n')}
`;
}
