import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Language } from '../../contract/findings.js';
import { withReadingOptions } from '../options/reading.js';
import type { ValidateFlags, WantedOutput } from '../run/validate.js';
import { createMessages } from '../terminal/messages.js';

/** The keys of FINDINGS_FORMATS, which loads every format. */
export const VALIDATE_FORMATS = ['text', 'json', 'sarif', 'junit', 'github', 'gitlab', 'markdown'] as const;

const EXAMPLES = `
Examples 示例:
  evalx validate report.pdf                            findings on the terminal 在终端列出问题
  evalx validate reports/ --fail-on warning            a folder, strictly 校验整个文件夹
  evalx validate reports/ -f junit -o report.xml -f text   several formats at once 同时输出多种格式
  evalx parse *.pdf -o all.jsonl && evalx validate all.jsonl   what parse wrote 校验已解析的结果`;

export function addValidateCommand(program: Command, lang: Language): void {
  const outputs: WantedOutput[] = [];
  const command = program
    .command('validate')
    .summary('check forms as reviewers do 校验自评表')
    .description(
      'Check the arithmetic and plausibility of self-evaluation forms and say where on the page it is wrong.\n' +
        '校验自评表的勾稽关系与合理性，指出问题所在的页码和位置。',
    )
    .argument('<paths...>', 'PDF files, folders, globs, JSON that parse wrote; - is standard input')
    .addOption(
      new Option('-f, --format <format>', 'how to print findings; may be given several times, each with its own -o')
        .choices([...VALIDATE_FORMATS])
        .argParser((format: string) => {
          if (!(VALIDATE_FORMATS as readonly string[]).includes(format)) {
            throw new InvalidArgumentError(`Allowed choices are ${VALIDATE_FORMATS.join(', ')}.`);
          }
          outputs.push({ format: format as WantedOutput['format'], file: null });
          return format;
        }),
    )
    .option('-o, --output <file>', 'where the format before it is written; - is standard output (default)', (file) => {
      toFile(outputs, file);
      return file;
    })
    .addOption(
      new Option('--fail-on <severity>', 'the least severity that fails the run (default: error)').choices([
        ...['error', 'warning', 'info', 'never'],
      ]),
    )
    .option('--max-warnings <number>', 'more warnings than these fail the run', count)
    .option('--quiet', 'print errors only')
    .option(
      '--rule <id=severity>',
      'set a rule to error, warning, info or off; may be given several times',
      collect,
      [],
    )
    .addOption(
      new Option('--lang <language>', 'language of messages (default: of the environment)').choices(['en', 'zh']),
    )
    .option('--config <file>', 'read this config file, and search for none')
    .option('--no-config', 'read no config file')
    .option('--print-config', 'print the settings of the run as JSON, and check nothing');
  withReadingOptions(command)
    .addHelpText('after', EXAMPLES)
    .action(async (paths: string[], flags: Omit<ValidateFlags, 'outputs'>) => {
      const { runValidate } = await import('../run/validate.js');
      process.exitCode = await runValidate(paths, { ...flags, outputs }, createMessages(process.stderr, lang));
    });
}

/** Puts the file to the format before it; without one it takes text. */
function toFile(outputs: WantedOutput[], file: string): void {
  const last = outputs.pop() ?? { format: 'text', file: null };
  if (last.file !== null) throw new InvalidArgumentError(`Give a format with -f before it; ${last.format} has a file.`);
  outputs.push({ format: last.format, file });
}

const collect = (value: string, before: readonly string[]): string[] => [...before, value];

function count(text: string): number {
  if (!/^\d{1,9}$/u.test(text)) throw new InvalidArgumentError('It must be a number from 0 on.');
  return Number(text);
}
