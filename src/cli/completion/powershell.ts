import { allCommands, type KnownCommand, lastWord } from './command-tree.js';

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** One line, and never empty, which a tooltip may not be. */
const tip = (text: string, word: string): string => quoted(text.replaceAll(/\s+/gu, ' ').trim() || word);

const keyOf = ({ path }: KnownCommand): string => ['evalx', ...path].join(' ');

function tableOf(command: KnownCommand): string {
  const flags = command.options.flatMap(({ flags, description }) =>
    flags.map((flag) => `@(${quoted(flag)}, ${tip(description, flag)})`),
  );
  const words = [
    ...command.commands.map((own) => `@(${quoted(lastWord(own))}, ${tip(own.description, lastWord(own))})`),
    ...command.choices.map((choice) => `@(${quoted(choice)}, ${quoted(choice)})`),
  ];
  const values = command.options
    .filter(({ choices }) => choices.length > 0)
    .flatMap(({ flags, choices }) => flags.map((flag) => `${quoted(flag)} = @(${choices.map(quoted).join(', ')})`));
  return `    ${quoted(keyOf(command))} = @{ flags = @(${flags.join(', ')}); words = @(${words.join(', ')}); values = @{ ${values.join('; ')} } }`;
}

/** A script for PowerShell 5 and later. */
export function powershell(root: KnownCommand): string {
  return `# PowerShell completion of evalx: evalx completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName evalx -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $commands = @{
${allCommands(root).map(tableOf).join('\n')}
  }
  $before = @($commandAst.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { "$_" })
  $name = 'evalx'
  foreach ($word in $before | Select-Object -Skip 1) { if ($commands.ContainsKey("$name $word")) { $name = "$name $word" } }
  $known = $commands[$name]
  $last = if ($before.Count -gt 0) { $before[-1] } else { '' }
  $found = if ($known.values.ContainsKey($last)) { $known.values[$last] | ForEach-Object { ,@($_, $_) } }
    elseif ($wordToComplete.StartsWith('-')) { $known.flags } else { $known.words }
  $found | Where-Object { $_ -and $_[0].StartsWith($wordToComplete) } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_[0], $_[0], 'ParameterValue', $_[1])
  }
}
`;
}
