import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Language } from '../../contract/findings.js';
import { parsePositive, withLimits, withOcr } from '../options/reading.js';
import type { BatchFlags, MergeFlags } from '../run/batch.js';
import { createMessages } from '../terminal/messages.js';

/** The formats of src/batch/write-tables.ts, which loads the writers. */
const FORMATS = ['csv', 'xlsx', 'jsonl', 'parquet'] as const;

const EXAMPLES = `
Examples 示例:
  evalx batch reports/ --out tables                     CSV and JSON Lines of a folder 整个文件夹转为表格
  evalx batch reports/ --out tables --format xlsx --headers zh   one workbook 一个 Excel 文件，中文表头
  evalx batch reports/ --out tables --resume            go on after an interruption 中断后继续
  evalx batch reports/ --out s1 --shard 1/2             the first of two machines 两台机器中的第一台
  evalx merge s1 s2 --out tables                        both together 合并`;

export function addBatchCommands(program: Command, lang: Language): void {
  const batch = program
    .command('batch')
    .summary('turn a folder of PDFs into tables 批量转为表格')
    .description(
      'Read every PDF of folders, globs and lists into tables: reports, funds, indicators, findings, files.\n' +
        '批量读取文件夹中的 PDF，输出报告、资金、指标、问题和文件清单等表格。',
    )
    .argument('[paths...]', 'PDF files, folders (with all in them), globs')
    .requiredOption('--out <folder>', 'where the tables are written')
    .option(
      '--files-from <file>',
      'read more paths from this file, one a line or separated by NUL; - is standard input',
    )
    .option('--jobs <number>', 'processes at work (default: as many as there are processors)', parsePositive)
    .option('--password <password>', 'password of encrypted files')
    .option('--resume', 'keep what an interrupted run has done')
    .addOption(new Option('--shard <i/n>', 'only the i-th of n parts of the files, for n machines').argParser(shard))
    .option('--no-timings', 'leave milliseconds out, so that two runs give the same bytes')
    .addOption(
      new Option('--lang <language>', 'language of findings (default: of the environment)').choices(['en', 'zh']),
    );
  withTableOptions(withOcr(withLimits(batch)))
    .addHelpText('after', EXAMPLES)
    .action(async (paths: string[], flags: BatchFlags) => {
      const { runBatch } = await import('../run/batch.js');
      process.exitCode = await runBatch(paths, flags, createMessages(process.stderr, lang));
    });

  const merge = program
    .command('merge')
    .summary('join the shards of a batch 合并分片结果')
    .description(
      'Join what evalx batch --shard wrote on several machines: the same bytes as one run gives. 合并各分片的输出。',
    )
    .argument('<folders...>', 'the --out folders of all shards')
    .requiredOption('--out <folder>', 'where the tables are written');
  withTableOptions(merge).action(async (folders: string[], flags: MergeFlags) => {
    const { runMerge } = await import('../run/batch.js');
    process.exitCode = await runMerge(folders, flags, createMessages(process.stderr, lang));
  });
}

const withTableOptions = (command: Command): Command =>
  command
    .option('--format <list>', `of ${FORMATS.join(', ')}, separated by commas (default: csv,jsonl)`, formats)
    .addOption(
      new Option('--headers <language>', 'headers of the tables: keys in English, or Chinese').choices(['en', 'zh']),
    )
    .addOption(
      new Option('--layout <layout>', 'tables, or the sheet that reviewers work in (xlsx)').choices([
        'tables',
        'workpaper',
      ]),
    );

function formats(text: string): (typeof FORMATS)[number][] {
  const names = text.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !(FORMATS as readonly string[]).includes(name));
  if (unknown !== undefined)
    throw new InvalidArgumentError(`There is no format "${unknown}"; choose of ${FORMATS.join(', ')}.`);
  return names as (typeof FORMATS)[number][];
}

function shard(text: string): { number: number; count: number } {
  const match = /^(\d{1,4})\/(\d{1,4})$/u.exec(text);
  const [number, count] = [Number(match?.[1]), Number(match?.[2])];
  if (!match || number < 1 || number > count) throw new InvalidArgumentError('Give it as i/n, such as 1/4.');
  return { number, count };
}
