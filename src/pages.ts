import type { Diagnostic } from './contract/document.js';
import { layoutPage, type PageStages } from './layout/page.js';
import type { PageLayout } from './layout/types.js';
import { readPdf } from './reader/read.js';
import type { PageContent } from './reader/types.js';

/** Options of everything that reads a PDF. */
export interface ReadingOptions {
  readonly password?: string;
  /** 1-based pages to read; default all. */
  readonly pages?: readonly number[];
  /** Called after each page. */
  readonly onPage?: (done: number, of: number) => void;
  /** Stops the work between two pages: the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** The pages of a PDF, rebuilt, and what is to be said of those that were not read in whole. */
export interface Pages {
  readonly pageCount: number;
  readonly layouts: readonly PageLayout[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads page after page and rebuilds its tables; `see` may look at what a page draws and at every stage. */
export async function readPages(
  bytes: Uint8Array,
  options: ReadingOptions,
  see?: (page: PageContent, stages: PageStages) => void,
): Promise<Pages> {
  const { onPage, ...reading } = options;
  const layouts: PageLayout[] = [];
  const diagnostics: Diagnostic[] = [];
  let done = 0;
  const facts = await readPdf(bytes, reading, (page, of) => {
    if ('problem' in page) diagnostics.push(brokenPage(page.number, page.problem));
    else {
      diagnostics.push(...pageDiagnostics(page));
      const stages = layoutPage(page);
      layouts.push(stages.layout);
      see?.(page, stages);
    }
    onPage?.(++done, of);
  });
  if (facts.pureXfa) diagnostics.push(XFA);
  return { pageCount: facts.pageCount, layouts, diagnostics };
}

/** Whether a part of the file was not read: then nothing can be said of what it does not hold. */
export const isUnread = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some((diagnostic) => diagnostic.severity === 'error');

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

const XFA: Diagnostic = {
  code: 'xfa-form',
  severity: 'error',
  message: 'the file is an XFA form, whose content is not in its pages; print it to PDF with Adobe Reader first',
  page: null,
};
