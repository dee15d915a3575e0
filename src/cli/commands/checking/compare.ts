import { type Command, Option } from 'commander';
import type { Language } from '../../../contract/findings.js';
import { withCorrections } from '../../corrections/flags.js';
import { examples, helpIn, languageOption } from '../../options/help.js';
import { withReadingOptions } from '../../options/reading.js';
import type { CompareFlags } from '../../run/compare/compare.js';
import { createMessages } from '../../terminal/messages.js';
import { withOutputs } from './outputs.js';

const compareExamples = (lang: Language): string =>
  examples(lang, 62, [
    ['evalx compare targets.pdf report.pdf', 'compareTerminal'],
    ['evalx compare targets.pdf report.pdf -f html -o opinion.html', 'compareOpinion'],
    ['evalx parse --kind targets *.pdf -o targets.jsonl', 'compareParsed'],
  ]);

export function addCompareCommand(program: Command, lang: Language): void {
  const h = helpIn(lang);
  const command = program
    .command('compare')
    .summary(h('compare'))
    .description(h('compareLong'))
    .argument('<approved>', h('compareApproved'))
    .argument('<evaluation>', h('compareEvaluation'));
  const outputs = withOutputs(command, lang);
  command
    .addOption(new Option('--fail-on <severity>', h('validateFailOn')).choices(['error', 'warning', 'info', 'never']))
    .option('--quiet', h('validateQuiet'))
    .option(
      '--rule <id=severity>',
      h('validateRule'),
      (value: string, before: readonly string[]) => [...before, value],
      [],
    )
    .addOption(languageOption(lang, 'validateLang'))
    .option('--config <file>', h('validateConfig'))
    .option('--no-config', h('validateNoConfig'))
    .option('--trust-input-config', h('validateTrust'))
    .option('--baseline <file>', h('validateBaseline'))
    .option('--update-baseline', h('validateUpdateBaseline'));
  withCorrections(withReadingOptions(command, lang), lang)
    .addHelpText('after', compareExamples(lang))
    .action(async (approved: string, evaluation: string, flags: Omit<CompareFlags, 'outputs'>) => {
      const { runCompare } = await import('../../run/compare/compare.js');
      const messages = createMessages(process.stderr, lang);
      process.exitCode = await runCompare([approved, evaluation], { ...flags, outputs }, messages);
    });
}
