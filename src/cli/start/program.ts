import { Command } from 'commander';
import type { Language } from '../../contract/findings.js';
import { packageVersion } from '../../files/own-package.js';
import { COMMANDER } from '../../messages/commands.js';
import { fill } from '../../messages/words.js';
import { message } from '../../output/message.js';
import { addCompletionCommand } from '../commands/about/completion.js';
import { addDoctorCommand } from '../commands/about/doctor.js';
import { addFamiliesCommand } from '../commands/about/families.js';
import { addRulesCommands } from '../commands/about/rules.js';
import { addSchemaCommand } from '../commands/about/schema.js';
import { addBatchCommands } from '../commands/batch.js';
import { addCompareCommand } from '../commands/checking/compare.js';
import { addCorrectionsCommand } from '../commands/corrections.js';
import { addInitCommand } from '../commands/init.js';
import { addInspectCommand } from '../commands/inspect.js';
import { addParseCommand, parseExamples } from '../commands/parse.js';
import { addQueueCommand } from '../commands/queue.js';
import { addReviewCommand } from '../commands/review.js';
import { addTablesCommand } from '../commands/tables.js';
import { addValidateCommand } from '../commands/validate.js';
import { type HelpId, helpIn, languageOption } from '../options/help.js';
import { CHINESE_HELP, chineseUsageError } from './chinese-help.js';

const EXIT_CODE_HELP = {
  0: 'exitFine',
  1: 'exitFindings',
  2: 'exitFault',
  3: 'exitUnread',
  130: 'exitInterrupted',
} as const satisfies Record<number, HelpId>;

/** The commands. Nothing here loads more than commander: what a command needs, its action imports. */
export function createProgram(lang: Language): Command {
  const h = helpIn(lang);
  const program = new Command('evalx')
    .description(h('program'))
    .version(packageVersion(), '-V, --version', h('version'))
    .helpOption('-h, --help', h('help'))
    .helpCommand('help [command]', h('help'))
    .configureHelp(lang === 'zh' ? CHINESE_HELP : {})
    .addOption(languageOption(lang))
    // Behind the name of a command, `--lang` is the command's.
    .enablePositionalOptions()
    .exitOverride();
  addParseCommand(program, lang);
  addValidateCommand(program, lang);
  addCompareCommand(program, lang);
  addBatchCommands(program, lang);
  addReviewCommand(program, lang);
  addInitCommand(program, lang);
  addQueueCommand(program, lang);
  addCorrectionsCommand(program, lang);
  addTablesCommand(program, lang);
  addInspectCommand(program, lang);
  addRulesCommands(program, lang);
  addFamiliesCommand(program, lang);
  addSchemaCommand(program, lang);
  addDoctorCommand(program, lang);
  addCompletionCommand(program, lang);
  everyCommand(program, (command) => {
    if (!command.options.some(({ long }) => long === '--lang')) command.addOption(languageOption(lang));
    const outputError = (text: string, write: (text: string) => void): void =>
      write(usageError(text, nameOf(command), lang));
    command.configureOutput({ outputError });
  });
  const codes = Object.entries(EXIT_CODE_HELP).map(([code, id]) => `  ${code.padEnd(5)}${h(id)}`);
  return program
    .addHelpText('after', parseExamples(lang))
    .addHelpText('afterAll', ['', h('exitCodes'), ...codes].join('\n'));
}

function everyCommand(command: Command, visit: (command: Command) => void): void {
  visit(command);
  for (const own of command.commands) everyCommand(own, visit);
}

/** As it is typed: `evalx queue add`. */
const nameOf = (command: Command): string =>
  command.parent === null ? command.name() : `${nameOf(command.parent)} ${command.name()}`;

/** commander's message as one line of ours, which names the help of that command. */
function usageError(text: string, command: string, lang: Language): string {
  const english = text
    .trim()
    .replace(/^error: /, '')
    .replace(/\.$/, '')
    .replaceAll('\n', ' ');
  const what = (lang === 'zh' ? chineseUsageError(english) : english).replace(/。$/, '');
  return message(fill(COMMANDER.seeHelp, lang, (name) => (name === 'what' ? what : command)));
}
