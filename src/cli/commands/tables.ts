import { type Command, Option } from 'commander';
import type { Language } from '../../contract/findings.js';
import { TABLE_WRITERS } from '../../output/tables/formats.js';
import { checkArguments, withReadingOptions } from '../options/reading.js';
import type { TableFlags } from '../run/tables.js';
import { exitCode } from '../terminal/exit-code.js';
import { createMessages } from '../terminal/messages.js';

const EXAMPLES = `
Examples 示例:
  evalx tables report.pdf                             tables as JSON 以 JSON 输出表格
  evalx tables report.pdf --format csv -o report.csv  opens in a spreadsheet 可用电子表格打开
  evalx tables report.pdf --format html > report.html merged cells as they are 保留合并单元格`;

export function addTablesCommand(program: Command, lang: Language): void {
  const command = program
    .command('tables')
    .summary('print every table of PDF files 输出 PDF 中的全部表格')
    .description(
      'Print every table of each PDF, forms or not, with its merged cells.\n' +
        '输出每个 PDF 中的全部表格（不限于自评表），保留合并单元格。\n\n' +
        'A table that goes on over pages is one table. In JSON, several files are one document a line (JSON Lines).',
    )
    .argument('<files...>', 'PDF files; - is standard input')
    .addOption(new Option('--format <format>', 'what to print').choices(Object.keys(TABLE_WRITERS)).default('json'))
    .option('-o, --output <file>', 'write there; the file appears whole or not at all');
  withReadingOptions(command)
    .addHelpText('after', EXAMPLES)
    .action(async (files: string[], flags: TableFlags) => {
      checkArguments(files, flags);
      const { tableFiles } = await import('../run/tables.js');
      process.exitCode = exitCode(await tableFiles(files, flags, createMessages(process.stderr, lang)));
    });
}
