import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Language } from '../../contract/findings.js';
import { withCorrections } from '../corrections/flags.js';
import { formatList } from '../grammar/format.js';
import { examples, helpIn, helpWith, languageOption } from '../options/help.js';
import { parsePositive, withReadingOptions } from '../options/reading.js';
import { withSearch } from '../options/search-flags.js';
import type { WantedOutput } from '../run/validate/outputs.js';
import type { ValidateFlags } from '../run/validate/validate.js';
import { createMessages } from '../terminal/messages.js';

/** The keys of FINDINGS_FORMATS, which loads every format. */
export const VALIDATE_FORMATS = [
  'text',
  'json',
  'sarif',
  'junit',
  'github',
  'gitlab',
  'markdown',
  'html',
  'opinion',
] as const;

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
  const outputs: WantedOutput[] = [];
  const command = program
    .command('validate')
    .summary(h('validate'))
    .description(h('validateLong'))
    .argument('[paths...]', h('validatePaths'))
    .addOption(
      new Option('-f, --format <list>', h('validateFormat')).choices(VALIDATE_FORMATS).argParser((list: string) => {
        for (const format of formatList(lang, VALIDATE_FORMATS, list)) outputs.push({ format, file: null });
        return list;
      }),
    )
    .addOption(new Option('--input <kind>', h('validateInput')).choices(['pdf', 'documents']))
    .option('-o, --output <file>', h('validateOutput'), (file) => {
      toFile(outputs, file, lang);
      return file;
    })
    .addOption(new Option('--fail-on <severity>', h('validateFailOn')).choices(['error', 'warning', 'info', 'never']))
    .option('--max-warnings <number>', h('validateMaxWarnings'), count(lang))
    .option('--quiet', h('validateQuiet'))
    .option('--rule <id=severity>', h('validateRule'), collect, [])
    .addOption(languageOption(lang, 'validateLang'))
    .option('--json', h('shortForJson'))
    .on('option:json', () => outputs.push({ format: 'json', file: null }))
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

/** Puts the file to the format before it; without one it takes text. */
function toFile(outputs: WantedOutput[], file: string, lang: Language): void {
  const last = outputs.pop() ?? { format: 'text', file: null };
  if (last.file !== null) throw new InvalidArgumentError(helpWith(lang, 'formatFirst', { format: last.format }));
  outputs.push({ format: last.format, file });
}

const collect = (value: string, before: readonly string[]): string[] => [...before, value];

const count =
  (lang: Language) =>
  (text: string): number => {
    if (!/^\d{1,9}$/u.test(text)) throw new InvalidArgumentError(helpIn(lang)('fromZeroOn'));
    return Number(text);
  };
