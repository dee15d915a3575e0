import type { Command } from 'commander';
import type { Language } from '../../contract/findings.js';
import { withCorrections } from '../corrections/flags.js';
import type { CheckCorrectionsFlags } from '../corrections/run.js';
import { examples, helpIn, languageOption } from '../options/help.js';
import { type ReadingFlags, withLimits, withOcr } from '../options/reading.js';
import { withSearch } from '../options/search-flags.js';
import { createMessages } from '../terminal/messages.js';

const correctionsExamples = (lang: Language): string =>
  examples(lang, 64, [
    ['evalx corrections list reports/corrections.json', 'correctionsList'],
    ['evalx corrections check reports/', 'correctionsCheck'],
    ['evalx corrections merge wang.json li.json -o corrections.json', 'correctionsMerge'],
  ]);

export function addCorrectionsCommand(program: Command, lang: Language): void {
  const h = helpIn(lang);
  const corrections = program
    .command('corrections')
    .summary(h('correctionsCommand'))
    .description(h('correctionsLong'))
    .addHelpText('after', correctionsExamples(lang));
  // Without --pages: corrections are those of a whole file.
  const reading = (command: Command): Command =>
    withOcr(withLimits(command, lang), lang).option('--password <password>', h('passwords'));
  const list = corrections.command('list').summary(h('correctionsList')).argument('<files...>', h('correctionsFiles'));
  reading(list)
    .addOption(languageOption(lang))
    .action(async (files: string[], flags: ReadingFlags) => {
      const { runList } = await import('../corrections/run.js');
      process.exitCode = await runList(files, flags, createMessages(process.stderr, lang));
    });
  const check = corrections.command('check').summary(h('correctionsCheck')).argument('<paths...>', h('inputs'));
  withCorrections(reading(withSearch(check, lang)), lang)
    .addOption(languageOption(lang))
    .action(async (paths: string[], flags: CheckCorrectionsFlags) => {
      const { runCheck } = await import('../corrections/run.js');
      process.exitCode = await runCheck(paths, flags, createMessages(process.stderr, lang));
    });
  corrections
    .command('merge')
    .summary(h('correctionsMerge'))
    .argument('<files...>', h('correctionsFiles'))
    .option('-o, --output <file>', h('output'))
    .addOption(languageOption(lang))
    .action(async (files: string[], flags: { readonly output?: string }) => {
      const { runMergeCorrections } = await import('../corrections/run.js');
      process.exitCode = await runMergeCorrections(files, flags, createMessages(process.stderr, lang));
    });
}
