import { allCommands, type KnownCommand, type KnownOption, lastWord } from './command-tree.js';

/** In single quotes nothing is special to a POSIX shell but the quote. */
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

const keyOf = ({ path }: KnownCommand): string => ['evalx', ...path].join(' ');

const valueCase = (command: KnownCommand, { flags, choices, isList, isOptional }: KnownOption): string[] => {
  const patterns = flags.map((flag) => quoted(`${keyOf(command)}:${flag}`)).join('|');
  if (choices.length === 0) return [`    ${patterns}) _evalx_files; return ;;`];
  const complete = isList ? '_evalx_list' : '_evalx_words';
  return [
    `    ${patterns}) ${complete} ${quoted(choices.join(' '))}; ${isOptional ? '[ -z "$COMPREPLY" ] || ' : ''}return ;;`,
  ];
};

const commandCase = (command: KnownCommand): string => {
  const flags = command.options.flatMap((option) => option.flags);
  const words = [...command.commands.map(lastWord), ...command.choices];
  return `    ${quoted(keyOf(command))}) flags=${quoted(flags.join(' '))}; words=${quoted(words.join(' '))}; files=${command.takesFiles ? 1 : 0} ;;`;
};

/** A script for bash 3.2 and later; it needs no bash-completion. */
export function bash(root: KnownCommand): string {
  const commands = allCommands(root);
  const nested = commands.filter(({ path }) => path.length > 0).map((command) => quoted(keyOf(command)));
  const values = commands.flatMap((command) =>
    command.options.filter(({ takesValue }) => takesValue).flatMap((option) => valueCase(command, option)),
  );
  return `# bash completion of evalx: eval "$(evalx completion bash)"
_evalx_words() { COMPREPLY=($(compgen -W "$1" -- "$cur")); }
_evalx_files() { COMPREPLY=($(compgen -f -- "$cur")); compopt -o filenames 2> /dev/null; }
_evalx_list() {
  local head=''
  case "$cur" in *,*) head="\${cur%,*}," ;; esac
  COMPREPLY=($(compgen -P "$head" -W "$1" -- "\${cur##*,}"))
  compopt -o nospace 2> /dev/null
}
_evalx() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="\${COMP_WORDS[COMP_CWORD-1]}" command=evalx word flags='' words='' files=0 i
  local IFS=$' \\t\\n'
  COMPREPLY=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    word="\${COMP_WORDS[i]}"
    case "$command $word" in
    ${nested.join('|')}) command="$command $word" ;;
    esac
  done
  case "$command:$prev" in
${values.join('\n')}
  esac
  case "$command" in
${commands.map(commandCase).join('\n')}
  esac
  case "$cur" in
  -*) _evalx_words "$flags" ;;
  *) if [ -n "$words" ]; then _evalx_words "$words"; elif [ "$files" = 1 ]; then _evalx_files; fi ;;
  esac
}
complete -F _evalx evalx
`;
}
