import type { Argument, Command, Option } from 'commander';

/** What a shell is to know of an option. */
export interface KnownOption {
  /** `-o` and `--output`; one of them, or both. */
  readonly flags: readonly string[];
  readonly description: string;
  /** Whether a value follows. */
  readonly takesValue: boolean;
  /** Whether it may be left out. */
  readonly isOptional: boolean;
  /** The values there are, or none where it may be anything. */
  readonly choices: readonly string[];
  /** Whether the value is a list, `a,b`. */
  readonly isList: boolean;
}

/** What a shell is to know of a command. */
export interface KnownCommand {
  /** `evalx queue add` is `['queue', 'add']`; evalx itself is empty. */
  readonly path: readonly string[];
  readonly description: string;
  readonly options: readonly KnownOption[];
  /** Commands below it, by the last word. */
  readonly commands: readonly KnownCommand[];
  /** The values that its arguments may have, where they are no files. */
  readonly choices: readonly string[];
  /** Whether its arguments are files. */
  readonly takesFiles: boolean;
}

/** The commands of a program as a shell completes them; what the help does not show is left out. */
export function commandTree(program: Command): KnownCommand {
  const tree = (command: Command, path: readonly string[]): KnownCommand => {
    const help = command.createHelp();
    return {
      path,
      description: command.summary() || command.description(),
      options: help.visibleOptions(command).map(knownOption),
      commands: help.visibleCommands(command).map((own) => tree(own, [...path, own.name()])),
      choices: command.registeredArguments.flatMap(({ argChoices }) => argChoices ?? []),
      takesFiles: command.registeredArguments.some(isPath),
    };
  };
  return tree(program, []);
}

/** The program's arguments are files, but for the few that are names. */
const isPath = (argument: Argument): boolean => /^(?:files?|paths?|folders?)$/u.test(argument.name());

const knownOption = ({ short, long, description, required, optional, argChoices, flags }: Option): KnownOption => ({
  flags: [short, long].filter((flag) => flag !== undefined),
  description,
  takesValue: required || optional,
  isOptional: optional,
  choices: argChoices ?? [],
  isList: /<list>/u.test(flags) && argChoices !== undefined,
});

/** A command and all below it. */
export const allCommands = (command: KnownCommand): KnownCommand[] => [
  command,
  ...command.commands.flatMap(allCommands),
];

/** The last word of a command. */
export const lastWord = ({ path }: KnownCommand): string => path.at(-1) ?? '';
