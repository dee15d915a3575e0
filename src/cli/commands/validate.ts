import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Language } from '../../contract/findings.js';
import { withCorrections } from '../corrections/flags.js';
import { examples, helpIn, languageOption } from '../options/help.js';
import { parsePositive, withReadingOptions } from '../options/reading.js';
import { withSearch } from '../options/search-flags.js';
import type { ValidateFlags } from '../run/validate/validate.js';
import { createMessages } from '../terminal/messages.js';
import { withOutputs } from './checking/outputs.js';

const validateExamples = (lang: Language): string =>
  examples(lang, 57, [
    ['evalx validate report.pdf', 'validateTerminal'],
    ['evalx validate reports/ --fail-on warning', 'validateStrict'],
    ['evalx validate reports/ -f junit -o report.xml -f text', 'validateFormats'],
    ['evalx validate report.pdf -f html -o opinion.html --lang zh', 'validateOpinion'],
    ['evalx parse *.pdf -o all.jsonl && evalx validate all.jsonl', 'validateParsed'],
  ]);

export function addValidateCommand(program: Command, lang: Language): void {
  const h = helpIn(lang);
  const command = program
    .command('validate')
    .summary(h('validate'))
    .description(h('validateLong'))
    .argument('[paths...]', h('validatePaths'));
  const outputs = withOutputs(command, lang);
  command
    .addOption(new Option('--input <kind>', h('validateInput')).choices(['pdf', 'documents']))
    .addOption(new Option('--fail-on <severity>', h('validateFailOn')).choices(['error', 'warning', 'info', 'never']))
    .option('--max-warnings <number>', h('validateMaxWarnings'), count(lang))
    .option('--quiet', h('validateQuiet'))
    .option('--rule <id=severity>', h('validateRule'), collect, [])
    .addOption(languageOption(lang, 'validateLang'))
    .option('--config <file>', h('validateConfig'))
    .option('--no-config', h('validateNoConfig'))
    .option('--print-config', h('validatePrintConfig'))
    .option('--trust-input-config', h('validateTrust'))
    .option('--init', h('validateInit'))
    .option('--baseline <file>', h('validateBaseline'))
    .option('--update-baseline', h('validateUpdateBaseline'))
    .option('--jobs <number>', h('validateJobs'), parsePositive(lang))
    .option('--cache', h('validateCache'))
    .option('--cache-dir <folder>', h('validateCacheDir'));
  withCorrections(withReadingOptions(withSearch(command, lang), lang), lang)
    .addHelpText('after', validateExamples(lang))
    .action(async (paths: string[], flags: Omit<ValidateFlags, 'outputs'>) => {
      const { runValidate } = await import('../run/validate/validate.js');
      process.exitCode = await runValidate(paths, { ...flags, outputs }, createMessages(process.stderr, lang));
    });
}

const collect = (value: string, before: readonly string[]): string[] => [...before, value];

const count =
  (lang: Language) =>
  (text: string): number => {
    if (!/^\d{1,9}$/u.test(text)) throw new InvalidArgumentError(helpIn(lang)('fromZeroOn'));
    return Number(text);
  };
