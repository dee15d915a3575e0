import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Language } from '../../../contract/findings.js';
import { formatList } from '../../grammar/format.js';
import { helpIn, helpWith } from '../../options/help.js';
import type { WantedOutput } from '../../run/validate/outputs.js';

/** The keys of FINDINGS_FORMATS, which loads every format. */
export const VALIDATE_FORMATS = [
  ...(['text', 'json', 'sarif', 'junit', 'github', 'gitlab'] as const),
  ...(['markdown', 'html', 'opinion'] as const),
] as const;

/** Adds `-f` and `-o`, which may be given several times; the list fills as the command line is read. */
export function withOutputs(command: Command, lang: Language): WantedOutput[] {
  const h = helpIn(lang);
  const outputs: WantedOutput[] = [];
  command
    .addOption(
      new Option('-f, --format <list>', h('validateFormat')).choices(VALIDATE_FORMATS).argParser((list: string) => {
        for (const format of formatList(lang, VALIDATE_FORMATS, list)) outputs.push({ format, file: null });
        return list;
      }),
    )
    .option('--json', h('shortForJson'))
    .on('option:json', () => outputs.push({ format: 'json', file: null }))
    .option('-o, --output <file>', h('validateOutput'), (file) => {
      toFile(outputs, file, lang);
      return file;
    });
  return outputs;
}

/** Puts the file to the format before it; without one it takes text. */
function toFile(outputs: WantedOutput[], file: string, lang: Language): void {
  const last = outputs.pop() ?? { format: 'text', file: null };
  if (last.file !== null) throw new InvalidArgumentError(helpWith(lang, 'formatFirst', { format: last.format }));
  outputs.push({ format: last.format, file });
}
