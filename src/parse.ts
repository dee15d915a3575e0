import { createHash } from 'node:crypto';
import type { BBox, Diagnostic, EvalxDocument, Evidence } from './contract/document.js';
import type { Box } from './geometry.js';
import { layoutPage } from './layout/page.js';
import { stitch } from './layout/stitch.js';
import type { PageLayout } from './layout/types.js';
import { readPdf } from './reader/read.js';
import type { PageContent } from './reader/types.js';
import type { Draft } from './sections/draft.js';
import { readSections } from './sections/sections.js';

/** Options of {@link parse}. */
export interface ParseOptions {
  /** Stands as `source.file` in the document; default `-`. */
  readonly file?: string;
  readonly password?: string;
  /** 1-based pages to read; default all. */
  readonly pages?: readonly number[];
  /** Called after each page. */
  readonly onPage?: (done: number, of: number) => void;
  /** Stops the work between two pages: `parse` rejects with the signal's reason. */
  readonly signal?: AbortSignal;
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
  const { file = '-', onPage, ...reading } = options;
  const layouts: PageLayout[] = [];
  const diagnostics: Diagnostic[] = [];
  let done = 0;
  const facts = await readPdf(bytes, reading, (page, of) => {
    if ('problem' in page) diagnostics.push(brokenPage(page.number, page.problem));
    else {
      diagnostics.push(...pageDiagnostics(page));
      layouts.push(layoutPage(page).layout);
    }
    onPage?.(++done, of);
  });
  if (facts.pureXfa) diagnostics.push(XFA);
  const sections = readSections(stitch(layouts));
  diagnostics.push(...sections.diagnostics);
  const unread = diagnostics.some((d) => d.severity === 'error');
  if (sections.drafts.length === 0 && !unread) diagnostics.push(NO_FORM);
  return {
    document: {
      schemaVersion: '1',
      source: {
        file,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        bytes: bytes.length,
        pageCount: facts.pageCount,
      },
      reports: sections.drafts.map((draft) => draft.report),
      diagnostics,
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
      places.set(`/reports/${i}${pointer}`, { page: first.page, bbox: bboxOf(first.bbox), raw: text, confidence: 1 });
    }
  }
  return places;
}

/** Points with two decimals: finer than any printer, and the same on every machine. */
const bboxOf = (b: Box): BBox => [round(b.x0), round(b.y0), round(b.x1), round(b.y1)];
const round = (points: number): number => Math.round(points * 100) / 100;

/** An image that covers this part of a page without text is a scan. */
const SCAN_COVERAGE = 0.3;
/** Where more than this part of the glyphs cannot be read, the page counts as unread. */
const MAX_UNREADABLE = 0.2;

function pageDiagnostics(page: PageContent): Diagnostic[] {
  const ink = page.glyphs.filter((glyph) => glyph.text.trim() !== '').length;
  const unreadable = page.unreadableGlyphs;
  if (unreadable > 0) {
    const lost = unreadable > MAX_UNREADABLE * (ink + unreadable);
    const message = lost
      ? 'text is drawn in a font without Unicode values and cannot be read; print the original to PDF again, or use OCR'
      : `${unreadable} characters have no Unicode value and are missing from the text`;
    return [{ code: 'text-unreadable', severity: lost ? 'error' : 'warning', message, page: page.number }];
  }
  const area = page.width * page.height;
  const covered = page.images.reduce((sum, b) => sum + (b.x1 - b.x0) * (b.y1 - b.y0), 0);
  if (ink === 0 && covered > SCAN_COVERAGE * area) {
    const message = 'the page is a picture without a text layer; run OCR on the PDF first (for example ocrmypdf)';
    return [{ code: 'page-without-text', severity: 'error', message, page: page.number }];
  }
  return [];
}

function brokenPage(number: number, problem: string): Diagnostic {
  const message = `the page cannot be read (${problem}); export the PDF again`;
  return { code: 'page-unreadable', severity: 'error', message, page: number };
}

const NO_FORM: Diagnostic = {
  code: 'no-form-found',
  severity: 'warning',
  message: 'no self-evaluation form (绩效自评表) was found; check that this is the right file',
  page: null,
};

const XFA: Diagnostic = {
  code: 'xfa-form',
  severity: 'error',
  message: 'the file is an XFA form, whose content is not in its pages; print it to PDF with Adobe Reader first',
  page: null,
};
