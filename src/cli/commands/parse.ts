import { type Command, Option } from 'commander';
import type { Language } from '../../contract/findings.js';
import { FORM_KINDS } from '../../pages/reading-options.js';
import { withCorrections } from '../corrections/flags.js';
import { withFormat } from '../grammar/format.js';
import { withOutput } from '../grammar/output.js';
import { examples, helpIn } from '../options/help.js';
import { checkArguments, withReadingOptions } from '../options/reading.js';
import type { ParseFlags } from '../run/parse.js';
import { exitCode } from '../terminal/exit-code.js';
import { createMessages } from '../terminal/messages.js';

export const parseExamples = (lang: Language): string =>
  examples(lang, 42, [
    ['evalx parse report.pdf', 'parseOne'],
    ['evalx parse *.pdf -o reports.jsonl', 'parseSeveral'],
    ['evalx parse report.pdf --pages 1-3,5', 'parsePages'],
    ['cat report.pdf | evalx parse - | jq .', 'parseStdin'],
  ]);

/** The same documents: indented for one on a terminal, else a line each; or always a line each. */
export const PARSE_FORMATS = ['json', 'jsonl'] as const;

export function addParseCommand(program: Command, lang: Language): void {
  const h = helpIn(lang);
  const command = program
    .command('parse')
    .summary(h('parse'))
    .description(h('parseLong'))
    .argument('<files...>', h('pdfFiles'))
    .option('--evidence', h('parseEvidence'))
    .addOption(new Option('--kind <kind>', h('parseKind')).choices([...FORM_KINDS]));
  withFormat(withOutput(command, lang), lang, { id: 'parseFormat', formats: PARSE_FORMATS });
  withCorrections(withReadingOptions(command, lang), lang)
    .addHelpText('after', parseExamples(lang))
    .action(async (files: string[], flags: ParseFlags) => {
      checkArguments([...files, ...(flags.corrections || [])], flags);
      const { parseFiles } = await import('../run/parse.js');
      process.exitCode = exitCode(await parseFiles(files, flags, createMessages(process.stderr, lang)));
    });
}
