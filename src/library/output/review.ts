import type { Corrections } from '../../contract/schema/types.js';
import { anything, type Check, checkOptions, more } from '../check-options.js';
import type { PdfInput } from '../input.js';
import { PARSE_CHECKS, type ParseOptions } from '../parse.js';
import { read } from '../read.js';
import { type CheckSettings, settingsOf } from '../validate.js';

/** Options of {@link toReviewHtml}; those of {@link parse} beside its own. */
export interface ReviewOptions extends Omit<ParseOptions, 'lang' | 'pages'> {
  /** How the page checks its form; `lang` is the language of the page. */
  readonly settings?: CheckSettings | undefined;
  /** What people have put right so far: the content of a `corrections.json`. */
  readonly corrections?: Corrections | undefined;
  /** How fine its pages are drawn, in pixels to the inch; default 144. */
  readonly dpi?: number | undefined;
}

const { lang: _lang, pages: _pages, ...SHARED } = PARSE_CHECKS;
const CHECKS: Readonly<Record<keyof ReviewOptions, Check>> = {
  ...{ ...SHARED, settings: anything, corrections: anything, dpi: more },
};

const DEFAULT_DPI = 144;

/**
 * The review page of a PDF: one HTML file that needs nothing else, with the pages beside the fields that were read. Attached PDFs are in
 * it too. Pages are drawn where the package `@napi-rs/canvas` is installed, else shown by their text and lines.
 *
 * @param input the PDF, as {@link parse} takes it.
 * @throws {EvalxError} as {@link parse} does.
 */
export async function toReviewHtml(input: PdfInput, options: ReviewOptions = {}): Promise<string> {
  checkOptions(options, CHECKS);
  const { settings: wanted = {}, corrections, dpi = DEFAULT_DPI, ...reading } = options;
  const settings = settingsOf(wanted);
  const { corrections: changes = [], accepted = [] } = corrections ?? {};
  return read('review', input, { ...reading, lang: settings.lang, settings, changes, accepted, dpi });
}
