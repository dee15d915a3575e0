import { createHash } from 'node:crypto';
import type { Diagnostic, EvalxDocument, Evidence } from './contract/document.js';
import { isUnread } from './diagnostics.js';
import { corners } from './geometry.js';
import { stitch } from './layout/stitch.js';
import { type ReadingOptions, readPages } from './pages.js';
import type { Draft } from './sections/draft.js';
import { readSections } from './sections/sections.js';

/** Options of {@link parse}. */
export interface ParseOptions extends ReadingOptions {
  /** Stands as `source.file` in the document; default `-`. */
  readonly file?: string;
}

/** What {@link parse} returns: the document, and for each field where it stands, by JSON Pointer. */
export interface ParseResult {
  readonly document: EvalxDocument;
  readonly places: ReadonlyMap<string, Evidence>;
}

/**
 * Reads every self-evaluation form of a PDF. Takes bytes, prints nothing, touches no file.
 *
 * @throws {EvalxError} where the PDF as a whole cannot be read: `file-empty`, `not-a-pdf`, `pdf-damaged`,
 *   `password-needed`, `password-wrong`, `page-out-of-range`.
 */
export async function parse(bytes: Uint8Array, options: ParseOptions = {}): Promise<ParseResult> {
  const { file = '-', ...reading } = options;
  const { pageCount, layouts, diagnostics } = await readPages(bytes, reading);
  const sections = readSections(stitch(layouts));
  const said = [...diagnostics, ...sections.diagnostics];
  if (sections.drafts.length === 0 && !isUnread(said)) said.push(NO_FORM);
  return {
    document: {
      schemaVersion: '1',
      source: {
        file,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        bytes: bytes.length,
        pageCount,
      },
      reports: sections.drafts.map((draft) => draft.report),
      diagnostics: said,
    },
    places: placesOf(sections.drafts),
  };
}

function placesOf(drafts: readonly Draft[]): Map<string, Evidence> {
  const places = new Map<string, Evidence>();
  for (const [i, draft] of drafts.entries()) {
    for (const [pointer, { text, places: pieces }] of draft.printed) {
      const first = pieces[0];
      if (!first) continue;
      places.set(`/reports/${i}${pointer}`, { page: first.page, bbox: corners(first.bbox), raw: text, confidence: 1 });
    }
  }
  return places;
}

const NO_FORM: Diagnostic = {
  code: 'no-form-found',
  severity: 'warning',
  message: 'no self-evaluation form (绩效自评表) was found; check that this is the right file',
  page: null,
};
