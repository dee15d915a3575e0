import { existsSync, realpathSync } from 'node:fs';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Language } from '../../contract/findings.js';
import { EvalxError } from '../../errors.js';
import { STDIN } from '../../files/input.js';
import { type Limits, READING_LIMITS, WORK_LIMITS } from '../../limits.js';
import { messageOf, type Wording } from '../../messages/say.js';
import { OCR_ENGINE_CHOICES, OCR_MODES } from '../../ocr/options.js';
import type { ReadingOptions } from '../../pages/reading-options.js';
import { parsePageList } from './page-list.js';

/** What a file may cost. */
export interface LimitFlags {
  /** Seconds. */
  readonly timeout?: number;
  /** Seconds. */
  readonly pageTimeout?: number;
  /** Seconds. */
  readonly ocrTimeout?: number;
  /** Megabytes. */
  readonly memory?: number;
  /** Megabytes. */
  readonly maxSize?: number;
  readonly maxPages?: number;
  readonly maxItems?: number;
  readonly maxRulings?: number;
}

/** How pages that are pictures are read. */
export type OcrFlags = Pick<ReadingOptions, 'ocr' | 'ocrEngine'>;

/** The options of reading that have flags of the same names. */
type ReadingFlagNames = keyof OcrFlags | 'password' | 'pages';

/** What every command that reads PDF files can be told. */
export interface ReadingFlags extends LimitFlags, Pick<ReadingOptions, ReadingFlagNames> {
  readonly output?: string;
}

export function withReadingOptions(command: Command): Command {
  return withOcr(withLimits(command))
    .option('--password <password>', 'password of encrypted files')
    .option('--pages <list>', 'read only these pages, e.g. 1-3,5', parsePageList);
}

export function withLimits(command: Command): Command {
  const { bytes, pages, items, rulings } = READING_LIMITS;
  const { seconds, pageSeconds, pictureSeconds, megabytes } = WORK_LIMITS;
  const limit = (flag: string, what: string, standard: number): Option =>
    new Option(flag, `${what} (default: ${standard})`).argParser(parsePositive).helpGroup('Limits 上限:');
  return command
    .addOption(limit('--timeout <seconds>', 'time for one file', seconds))
    .addOption(limit('--page-timeout <seconds>', 'time for one page', pageSeconds))
    .addOption(limit('--ocr-timeout <seconds>', 'time for one page that is a picture', pictureSeconds))
    .addOption(limit('--memory <megabytes>', 'memory while one file is read', megabytes))
    .addOption(limit('--max-size <megabytes>', 'size of a file', bytes / MB))
    .addOption(limit('--max-pages <number>', 'pages of a file', pages))
    .addOption(limit('--max-items <number>', 'characters on a page', items))
    .addOption(limit('--max-rulings <number>', 'lines on a page', rulings));
}

export const withOcr = (command: Command): Command =>
  command
    .addOption(
      new Option('--ocr [mode]', 'read pages that are pictures 识别扫描页: auto where an engine is installed (default)')
        .choices(OCR_MODES)
        .preset('auto'),
    )
    .addOption(new Option('--ocr-engine <name>', 'default: the best that is installed').choices(OCR_ENGINE_CHOICES));

const MB = 1 << 20;

export function parsePositive(text: string): number {
  if (!/^[1-9]\d{0,8}$/u.test(text)) throw new InvalidArgumentError('It must be a number from 1 on.');
  return Number(text);
}

/** The limits that were given, and the standard ones for the others. */
export function limitsOf(flags: LimitFlags): Limits {
  const { bytes, pages, items, rulings } = READING_LIMITS;
  const { seconds, pageSeconds, pictureSeconds, megabytes } = WORK_LIMITS;
  return {
    reading: {
      bytes: flags.maxSize === undefined ? bytes : flags.maxSize * MB,
      pages: flags.maxPages ?? pages,
      items: flags.maxItems ?? items,
      rulings: flags.maxRulings ?? rulings,
    },
    work: {
      seconds: flags.timeout ?? seconds,
      pageSeconds: flags.pageTimeout ?? pageSeconds,
      pictureSeconds: flags.ocrTimeout ?? pictureSeconds,
      megabytes: flags.memory ?? megabytes,
    },
  };
}

/** The part of the flags that the library takes. */
export const readingOptions = (
  { password, pages, ocr, ocrEngine }: Pick<ReadingOptions, ReadingFlagNames>,
  lang: Language,
): Pick<ReadingOptions, ReadingFlagNames> & Required<Wording> => ({
  lang,
  names: 'flags',
  password,
  pages,
  ocr,
  ocrEngine,
});

export function checkArguments(files: readonly string[], { output }: ReadingFlags): void {
  if (files.filter((file) => file === STDIN).length > 1) {
    throw new EvalxError(messageOf('stdinTwice', {}));
  }
  if (output === undefined || !existsSync(output)) return;
  const target = realpathSync(output);
  if (files.some((file) => existsSync(file) && realpathSync(file) === target)) {
    throw new EvalxError(messageOf('outputIsInput', { flag: '--output', path: output }));
  }
}
