import { allCommands, type KnownCommand, type KnownOption, lastWord } from './command-tree.js';

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** `_arguments` ends an explanation at `]` and a part at `:`. */
const explained = (text: string): string =>
  text.replaceAll(/\s+/gu, ' ').replaceAll(/[\\[\]:]/gu, (sign) => `\\${sign}`);

const functionOf = ({ path }: KnownCommand): string => ['_evalx', ...path].join('__');

function valueSpec({ takesValue, isOptional, choices, isList }: KnownOption): string {
  if (!takesValue) return '';
  if (isOptional) return `::value:(${choices.join(' ')})`;
  if (choices.length === 0) return ':value:_files';
  return isList ? `:value:_values -s , value ${choices.join(' ')}` : `:value:(${choices.join(' ')})`;
}

function optionSpecs(option: KnownOption): string[] {
  const { flags, description } = option;
  // One name excludes the other only where it is not a list that may be given again.
  return flags.map((flag) => quoted(`*${flag}[${explained(description)}]${valueSpec(option)}`));
}

function argumentSpecs({ commands, choices, takesFiles }: KnownCommand): string[] {
  if (commands.length > 0) return [quoted('1: :->command'), quoted('*:: :->rest')];
  if (choices.length > 0) return [quoted(`1:value:(${choices.join(' ')})`)];
  return takesFiles ? [quoted('*:file:_files')] : [];
}

function functionText(command: KnownCommand): string {
  const specs = [...command.options.flatMap(optionSpecs), ...argumentSpecs(command)];
  const begin = `  _arguments ${command.commands.length > 0 ? '-C ' : ''}\\\n    ${specs.join(' \\\n    ')}`;
  if (command.commands.length === 0) return `${functionOf(command)}() {\n${begin}\n}`;
  const described = command.commands.map((own) =>
    quoted(`${lastWord(own)}:${own.description.replaceAll(/\s+/gu, ' ').replaceAll(':', '\\:')}`),
  );
  const cases = command.commands.map((own) => `      ${lastWord(own)}) ${functionOf(own)} ;;`);
  return `${functionOf(command)}() {
  local context state state_descr line
  typeset -A opt_args
${begin}
  case $state in
  command)
    local -a commands=(
      ${described.join('\n      ')}
    )
    _describe command commands
    ;;
  rest)
    case $words[1] in
${cases.join('\n')}
    esac
    ;;
  esac
}`;
}

/** A script for zsh, with or without its completion loaded before. */
export function zsh(root: KnownCommand): string {
  return `#compdef evalx
# zsh completion of evalx: source <(evalx completion zsh), or as _evalx in a folder of $fpath
${allCommands(root).map(functionText).join('\n')}
if [ "\${funcstack[1]}" = _evalx ]; then
  _evalx "$@"
else
  (( \${+functions[compdef]} )) || { autoload -U compinit && compinit; }
  compdef _evalx evalx
fi
`;
}
