import { Argument, type Command } from 'commander';
import type { Language } from '../../../contract/findings.js';
import { type OutputFlags, withOutput, writeProduct } from '../../grammar/output.js';
import { examples, helpIn } from '../../options/help.js';

/** The keys of SHELLS, which loads the script of each. */
const SHELL_NAMES = ['bash', 'zsh', 'fish', 'powershell'] as const;

export function addCompletionCommand(program: Command, lang: Language): void {
  const h = helpIn(lang);
  const command = program
    .command('completion')
    .summary(h('completion'))
    .description(h('completionLong'))
    .addArgument(new Argument('<shell>', h('completionShell')).choices(SHELL_NAMES));
  withOutput(command, lang)
    .addHelpText(
      'after',
      examples(lang, 62, [
        ['evalx completion bash >> ~/.bashrc', 'completionStart'],
        ['evalx completion zsh -o ~/.zsh/completions/_evalx', 'completionFolder'],
        ['evalx completion fish -o ~/.config/fish/completions/evalx.fish', 'completionFolder'],
        ['evalx completion powershell | Out-String | Invoke-Expression', 'completionProfile'],
      ]),
    )
    .action(async (shell: (typeof SHELL_NAMES)[number], flags: OutputFlags) => {
      const [{ SHELLS }, { commandTree }] = await Promise.all([
        import('../../completion/shells.js'),
        import('../../completion/command-tree.js'),
      ]);
      process.exitCode = await writeProduct(SHELLS[shell](commandTree(program)), flags, lang);
    });
}
