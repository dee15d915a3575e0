import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Language } from '../../contract/findings.js';
import { withCorrections } from '../corrections/flags.js';
import { formatList } from '../grammar/format.js';
import { examples, helpIn, languageOption } from '../options/help.js';
import { parsePositive, withLimits, withOcr } from '../options/reading.js';
import { withSearch } from '../options/search-flags.js';
import type { BatchFlags } from '../run/batch/batch.js';
import type { TableFlags } from '../run/batch/output.js';
import { createMessages } from '../terminal/messages.js';

/** The formats of src/batch/write-tables.ts, which loads the writers. */
const FORMATS = ['csv', 'xlsx', 'jsonl', 'parquet'] as const;

const batchExamples = (lang: Language): string =>
  examples(lang, 54, [
    ['evalx batch reports/ -o tables', 'batchTables'],
    ['evalx batch reports/ -o tables -f xlsx --headers zh', 'batchWorkbook'],
    ['evalx batch reports/ -o tables --resume', 'batchGoOn'],
    ['evalx batch reports/ -o s1 --shard 1/2', 'batchFirstOfTwo'],
    ['evalx merge s1 s2 -o tables', 'mergeBoth'],
  ]);

export function addBatchCommands(program: Command, lang: Language): void {
  const h = helpIn(lang);
  const batch = program
    .command('batch')
    .summary(h('batch'))
    .description(h('batchLong'))
    .argument('[paths...]', h('batchPaths'))
    .requiredOption('-o, --output <folder>', h('outFolder'))
    .option('--files-from <file>', h('batchFilesFrom'))
    .option('--jobs <number>', h('batchJobs'), parsePositive(lang))
    .option('--password <password>', h('passwords'))
    .option('--resume', h('batchResume'))
    .addOption(new Option('--shard <i/n>', h('batchShard')).argParser(shard(lang)))
    .option('--no-timings', h('batchNoTimings'))
    .addOption(languageOption(lang, 'batchLang'));
  withTableOptions(withOcr(withLimits(withSearch(withCorrections(batch, lang), lang), lang), lang), lang)
    .addHelpText('after', batchExamples(lang))
    .action(async (paths: string[], flags: BatchFlags) => {
      const { runBatch } = await import('../run/batch/batch.js');
      process.exitCode = await runBatch(paths, flags, createMessages(process.stderr, lang));
    });

  const merge = program
    .command('merge')
    .summary(h('merge'))
    .description(h('mergeLong'))
    .argument('<folders...>', h('mergeFolders'))
    .requiredOption('-o, --output <folder>', h('outFolder'));
  withTableOptions(merge, lang).action(async (folders: string[], flags: TableFlags) => {
    const { runMerge } = await import('../run/batch/merge.js');
    process.exitCode = await runMerge(folders, flags, createMessages(process.stderr, lang));
  });
}

function withTableOptions(command: Command, lang: Language): Command {
  const h = helpIn(lang);
  return command
    .addOption(new Option('-f, --format <list>', helpIn(lang)('batchFormat')).choices(FORMATS).argParser(formats(lang)))
    .addOption(new Option('--headers <language>', h('batchHeaders')).choices(['en', 'zh']))
    .addOption(new Option('--layout <layout>', h('batchLayout')).choices(['tables', 'workpaper']))
    .option('--review-dir <folder>', h('reviewDir'))
    .option('--force', h('batchForce'));
}

const formats =
  (lang: Language) =>
  (text: string, before?: readonly (typeof FORMATS)[number][]): (typeof FORMATS)[number][] =>
    formatList(lang, FORMATS, text, before);

const shard =
  (lang: Language) =>
  (text: string): { number: number; count: number } => {
    const match = /^(\d{1,4})\/(\d{1,4})$/u.exec(text);
    const [number, count] = [Number(match?.[1]), Number(match?.[2])];
    if (!match || number < 1 || number > count) throw new InvalidArgumentError(helpIn(lang)('shardMalformed'));
    return { number, count };
  };
