import type { Command } from 'commander';
import type { Language } from '../../contract/findings.js';
import { checkArguments, withReadingOptions } from '../options/reading.js';
import type { ParseFlags } from '../run/parse.js';
import { exitCode } from '../terminal/exit-code.js';
import { createMessages } from '../terminal/messages.js';

export const PARSE_EXAMPLES = `
Examples 示例:
  evalx parse report.pdf                    print one document 输出一份 JSON
  evalx parse *.pdf -o reports.jsonl        one document a line 每行一份
  evalx parse report.pdf --pages 1-3,5      only these pages 只读指定页
  cat report.pdf | evalx parse - | jq .     from standard input 从标准输入读取`;

export function addParseCommand(program: Command, lang: Language): void {
  const command = program
    .command('parse')
    .summary('read the forms of PDF files into JSON 读取 PDF 中的自评表')
    .description(
      'Read every self-evaluation form of each PDF and print one JSON document per file.\n' +
        '读取每个 PDF 中的全部自评表，每个文件输出一份 JSON。\n\n' +
        'One file: one document, indented on a terminal. Several files: one document a line (JSON Lines).',
    )
    .argument('<files...>', 'PDF files; - is standard input')
    .option('-o, --output <file>', 'write there; the file appears whole or not at all')
    .option('--evidence', 'add where each field stands: page, box, printed text');
  withReadingOptions(command)
    .addHelpText('after', PARSE_EXAMPLES)
    .action(async (files: string[], flags: ParseFlags) => {
      checkArguments(files, flags);
      const { parseFiles } = await import('../run/parse.js');
      process.exitCode = exitCode(await parseFiles(files, flags, createMessages(process.stderr, lang)));
    });
}
