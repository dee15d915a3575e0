import type { Command } from 'commander';
import type { Language } from '../../contract/findings.js';
import { EvalxError } from '../../errors.js';
import { messageOf } from '../../messages/say.js';
import { TABLE_FORMATS } from '../../output/tables/formats.js';
import { withFormat } from '../grammar/format.js';
import { withOutput } from '../grammar/output.js';
import { examples, helpIn } from '../options/help.js';
import { checkArguments, withReadingOptions } from '../options/reading.js';
import type { TableFlags } from '../run/tables.js';
import { exitCode } from '../terminal/exit-code.js';
import { createMessages } from '../terminal/messages.js';

export function addTablesCommand(program: Command, lang: Language): void {
  const h = helpIn(lang);
  const command = program
    .command('tables')
    .summary(h('tables'))
    .description(h('tablesLong'))
    .argument('<files...>', h('pdfFiles'));
  withFormat(withOutput(command, lang), lang, { id: 'tablesFormat', formats: TABLE_FORMATS });
  withReadingOptions(command, lang)
    .addHelpText(
      'after',
      examples(lang, 52, [
        ['evalx tables report.pdf', 'tablesJson'],
        ['evalx tables report.pdf -f csv -o report.csv', 'tablesCsv'],
        ['evalx tables report.pdf -f html > report.html', 'tablesHtml'],
        ['evalx tables report.pdf -f xlsx -o report.xlsx', 'tablesXlsx'],
      ]),
    )
    .action(async (files: string[], flags: TableFlags) => {
      checkArguments(files, flags);
      if (flags.format === 'xlsx' && flags.output === undefined && process.stdout.isTTY) {
        throw new EvalxError(messageOf('workbookOnTerminal', {}));
      }
      const { tableFiles } = await import('../run/tables.js');
      process.exitCode = exitCode(await tableFiles(files, flags, createMessages(process.stderr, lang)));
    });
}
