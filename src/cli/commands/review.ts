import type { Command } from 'commander';
import type { Language } from '../../contract/findings.js';
import { withCorrections } from '../corrections/flags.js';
import { examples, helpIn, languageOption } from '../options/help.js';
import { parsePositive, withReadingOptions } from '../options/reading.js';
import { withSearch } from '../options/search-flags.js';
import type { ReviewFlags } from '../run/review/input.js';
import { exitCode } from '../terminal/exit-code.js';
import { createMessages } from '../terminal/messages.js';

/** Enough to read small print by; a page takes about 100 KB then. */
const DPI = 144;

export function addReviewCommand(program: Command, lang: Language): void {
  const h = helpIn(lang);
  const command = program
    .command('review')
    .summary(h('review'))
    .description(h('reviewLong'))
    .argument('<paths...>', h('inputs'))
    .option('-o, --output <path>', h('reviewOut'))
    .option('--open', h('reviewOpen'))
    .option('--serve', h('reviewServe'))
    .option('--port <number>', h('reviewPort'), parsePositive(lang))
    .option('--dpi <number>', h('reviewDpi'), parsePositive(lang), DPI)
    .option('--rule <id=severity>', h('validateRule'), (value, before: readonly string[]) => [...before, value], [])
    .addOption(languageOption(lang, 'validateLang'))
    .option('--config <file>', h('validateConfig'))
    .option('--no-config', h('validateNoConfig'))
    .option('--trust-input-config', h('validateTrust'));
  withReadingOptions(withCorrections(withSearch(command, lang), lang), lang)
    .addHelpText(
      'after',
      examples(lang, 46, [
        ['evalx review report.pdf --open', 'reviewOne'],
        ['evalx review reports/ -o review', 'reviewFolder'],
        ['evalx review reports/ --serve --open', 'reviewServed'],
      ]),
    )
    .action(async (paths: string[], flags: ReviewFlags) => {
      const { runReview } = await import('../run/review/review.js');
      process.exitCode = exitCode(await runReview(paths, flags, createMessages(process.stderr, lang)));
    });
}
