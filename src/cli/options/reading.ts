import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Language } from '../../contract/findings.js';
import { EvalxError } from '../../errors.js';
import { STDIN } from '../../files/input.js';
import { realPath } from '../../files/real-path.js';
import { type Limits, MOST_TIMES, READING_LIMITS, WORK_LIMITS } from '../../limits.js';
import { messageOf, type Wording } from '../../messages/say.js';
import { OCR_ENGINE_CHOICES, OCR_MODES } from '../../ocr/options.js';
import { PICTURE_CHECKS, type ReadingOptions } from '../../pages/reading-options.js';
import { type HelpId, helpIn, helpWith } from './help.js';
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
  readonly maxAttachments?: number;
}

/** How pages that are pictures are read. */
export type OcrFlags = Pick<ReadingOptions, 'ocr' | 'ocrEngine' | 'pictureCheck'>;

/** The options of reading that have flags of the same names. */
type ReadingFlagNames = keyof OcrFlags | 'password' | 'pages' | 'kind';

/** What every command that reads PDF files can be told. */
export interface ReadingFlags extends LimitFlags, Pick<ReadingOptions, ReadingFlagNames> {
  readonly output?: string;
}

export function withReadingOptions(command: Command, lang: Language): Command {
  const h = helpIn(lang);
  return withOcr(withLimits(command, lang), lang)
    .option('--password <password>', h('passwords'))
    .option('--pages <list>', h('pages'), parsePageList);
}

export function withLimits(command: Command, lang: Language): Command {
  const { bytes, pages, items, rulings, attachments } = READING_LIMITS;
  const { seconds, pageSeconds, pictureSeconds, megabytes } = WORK_LIMITS;
  const h = helpIn(lang);
  const limit = (flag: string, id: HelpId, value: number): Option =>
    new Option(flag, helpWith(lang, 'defaultIs', { what: h(id), value }))
      .argParser(parsePositive(lang))
      .helpGroup(h('limits'));
  return command
    .addOption(limit('--timeout <seconds>', 'timeout', seconds))
    .addOption(limit('--page-timeout <seconds>', 'pageTimeout', pageSeconds))
    .addOption(limit('--ocr-timeout <seconds>', 'ocrTimeout', pictureSeconds))
    .addOption(limit('--memory <megabytes>', 'memory', megabytes))
    .addOption(limit('--max-size <megabytes>', 'maxSize', bytes / MB))
    .addOption(limit('--max-pages <number>', 'maxPages', pages))
    .addOption(limit('--max-items <number>', 'maxItems', items))
    .addOption(limit('--max-rulings <number>', 'maxRulings', rulings))
    .addOption(limit('--max-attachments <number>', 'maxAttachments', attachments));
}

export function withOcr(command: Command, lang: Language): Command {
  const h = helpIn(lang);
  return command
    .addOption(new Option('--ocr [mode]', h('ocr')).choices(OCR_MODES).preset('auto'))
    .addOption(new Option('--ocr-engine <name>', h('ocrEngine')).choices(OCR_ENGINE_CHOICES))
    .addOption(new Option('--picture-check <mode>', h('pictureCheck')).choices(PICTURE_CHECKS));
}

const MB = 1 << 20;

export const parsePositive =
  (lang: Language) =>
  (text: string): number => {
    if (!/^[1-9]\d{0,8}$/u.test(text)) throw new InvalidArgumentError(helpIn(lang)('fromOneOn'));
    return Number(text);
  };

/** The limits that were given, and the standard ones for the others. */
export function limitsOf(flags: LimitFlags): Limits {
  const { bytes, pages, items, rulings, attachments } = READING_LIMITS;
  const { seconds, pageSeconds, pictureSeconds, megabytes } = WORK_LIMITS;
  return {
    reading: {
      bytes: flags.maxSize === undefined ? bytes : flags.maxSize * MB,
      pages: flags.maxPages ?? pages,
      items: flags.maxItems ?? items,
      rulings: flags.maxRulings ?? rulings,
      attachments: flags.maxAttachments ?? attachments,
    },
    work: {
      seconds: flags.timeout ?? seconds,
      pageSeconds: flags.pageTimeout ?? pageSeconds,
      pictureSeconds: flags.ocrTimeout ?? pictureSeconds,
      mostSeconds: (flags.timeout ?? seconds) * MOST_TIMES,
      megabytes: flags.memory ?? megabytes,
    },
  };
}

/** The part of the flags that the library takes. */
export const readingOptions = (
  { password, pages, ocr, ocrEngine, pictureCheck, kind }: Pick<ReadingOptions, ReadingFlagNames>,
  lang: Language,
): Pick<ReadingOptions, ReadingFlagNames> & Required<Wording> => ({
  lang,
  names: 'flags',
  password,
  pages,
  ocr,
  ocrEngine,
  pictureCheck,
  kind,
});

export function checkArguments(files: readonly string[], { output }: ReadingFlags): void {
  if (files.filter((file) => file === STDIN).length > 1) {
    throw new EvalxError(messageOf('stdinTwice', {}));
  }
  if (output === undefined || output === STDIN) return;
  const target = realPath(output);
  if (files.some((file) => file !== STDIN && realPath(file) === target)) {
    throw new EvalxError(messageOf('outputIsInput', { flag: '--output', path: output }));
  }
}
