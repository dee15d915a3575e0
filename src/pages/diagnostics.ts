import type { Diagnostic } from '../contract/document.js';
import type { UnreadPage } from '../limits.js';
import type { MatchedLabel } from '../ocr/correct/labels.js';
import type { Engine } from '../ocr/ocr-types.js';
import type { RecognisedGlyph } from '../ocr/recognise.js';
import type { FileFacts } from '../reader/read.js';
import type { PageContent } from '../reader/reader-types.js';
import type { Need } from './needs-picture.js';
import { hasText, isUnreadable } from './needs-picture.js';
import { PAGES_TOLERANCES } from './tolerances.js';

/** What is to be said of text on a page that is read as it is, though it may need its picture. */
export function unreadText(page: PageContent, need: Need | null): Diagnostic[] {
  const { number, unreadableGlyphs } = page;
  if (unreadableGlyphs > 0) {
    const lost = isUnreadable(page);
    const message = lost
      ? 'text is drawn in a font without Unicode values and cannot be read; print the original to PDF again, or use --ocr'
      : `${unreadableGlyphs === 1 ? 'one character has' : `${unreadableGlyphs} characters have`} no Unicode value, missing from the text; look at the page for what is lacking`;
    return [{ code: 'text-unreadable', severity: lost ? 'error' : 'warning', message, page: number }];
  }
  if (need !== 'images') return [];
  const message = 'the page is a picture without a text layer, and --ocr never leaves it so';
  return [{ code: 'page-without-text', severity: 'error', message, page: number }];
}

/** Text that is drawn without anything of it being given. */
export const lackingText = (page: number): Diagnostic => ({
  code: 'text-unreadable',
  severity: 'error',
  message: 'text is drawn in a font that cannot be loaded, and is missing; print the original to PDF again',
  page,
});

/** A page that cannot be read at all, or was read in part. */
export interface Broken extends UnreadPage {
  readonly isPartly?: boolean;
}

export const DAMAGED = 'its data is damaged';

/** One diagnostic for each run of pages that cannot be read for the same reason: there may be thousands. */
export function brokenPages(broken: readonly Broken[]): Diagnostic[] {
  const runs: { first: Broken; last: number }[] = [];
  for (const page of broken) {
    const run = runs.at(-1);
    const goesOn = run?.last === page.number - 1 && run.first.problem === page.problem;
    if (run && goesOn) run.last = page.number;
    else runs.push({ first: page, last: page.number });
  }
  return runs.map(({ first: { number, code, problem, isPartly }, last }) => {
    const what = last === number ? 'the page' : `each of the pages ${number} to ${last}`;
    const message =
      code === 'page-over-limit'
        ? `${what} was left out: ${problem}`
        : `${what} cannot be read${isPartly ? ' in whole' : ''} (${problem}); export the PDF again`;
    return { code, severity: 'error', message, page: number };
  });
}

/** What is to be said of the file as a whole. */
export function fileDiagnostics(facts: FileFacts): Diagnostic[] {
  const said: Diagnostic[] = [];
  if (facts.pagesOver > 0) said.push(pagesOver(facts.pagesOver));
  if (facts.uncounted) said.push(uncounted(facts.pageCount));
  if (facts.lacksObjects) said.push(LACKING);
  else if (facts.rebuilt) said.push(fileRebuilt(facts.rebuilt.cut));
  if (facts.pureXfa) said.push(XFA);
  return said;
}

const pagesOver = (count: number): Diagnostic => ({
  code: 'too-many-pages',
  severity: 'error',
  message: `the last ${count} pages were not read, which is over the limit; --max-pages allows more, --pages chooses some`,
  page: null,
});

const uncounted = (count: number): Diagnostic => ({
  code: 'pages-uncounted',
  severity: 'error',
  message: `the file counts ${count === 1 ? 'one page' : `${count} pages`} but has more, which were not read; export it again`,
  page: null,
});

const fileRebuilt = (cut: boolean): Diagnostic => ({
  code: 'file-mended',
  severity: cut ? 'error' : 'warning',
  message: cut
    ? 'the end of the file is missing: what is left was read, and something may be lacking; download it again'
    : 'the file does not say rightly where its objects are and was put together again; look whether something is lacking',
  page: null,
});

const LACKING: Diagnostic = {
  code: 'file-mended',
  severity: 'error',
  message: 'parts that the file refers to are missing: what is left was read; export or download it again',
  page: null,
};

const XFA: Diagnostic = {
  code: 'xfa-form',
  severity: 'error',
  message: 'the file is an XFA form, whose content is not in its pages; print it to PDF with Adobe Reader first',
  page: null,
};

export const unread = (page: number, what: string): Diagnostic => ({
  code: 'page-without-text',
  severity: 'error',
  message: `the page is a picture without readable text; ${what}`,
  page,
});

/** What is to be said of a page whose picture would be read if there were an engine. */
export function withoutEngine(page: PageContent, need: Need, install: string): Diagnostic {
  const how = `to read it by OCR: ${install} (evalx doctor checks it)`;
  if (isUnreadable(page)) {
    const message = `text is drawn in a font without Unicode values; print the original to PDF again, or, ${how}`;
    return { code: 'text-unreadable', severity: 'error', message, page: page.number };
  }
  if (need === 'drawn' || hasText(page)) {
    const message = `no OCR engine is installed, so that the page was read from its text; ${how}`;
    return { code: 'page-unreadable', severity: 'error', message, page: page.number };
  }
  return unread(page.number, how);
}

export function saidOf(page: number, glyphs: readonly RecognisedGlyph[], { name }: Engine): Diagnostic[] {
  const ink = glyphs.filter((glyph) => glyph.text.trim() !== '');
  if (ink.length === 0) return [unread(page, `${name} found no text on it`)];
  const doubtful = ink.filter((glyph) => glyph.confidence < PAGES_TOLERANCES.uncertain).length;
  const read: Diagnostic = {
    code: 'page-recognised',
    severity: 'info',
    message: `the page was read from its picture by ${name}`,
    page,
  };
  if (doubtful === 0) return [read];
  const message = `${doubtful} of ${ink.length} characters, recognised from the picture, are uncertain; compare them with the page`;
  return [read, { code: 'ocr-low-confidence', severity: 'warning', message, page }];
}

export function labelsSaid(page: number, labels: readonly MatchedLabel[]): Diagnostic[] {
  if (labels.length === 0) return [];
  const pairs = labels.map(({ read, label }) => `"${read}" as ${label}`).join(', ');
  const message = `labels were recognised with doubtful characters and taken for known ones: ${pairs}`;
  return [{ code: 'ocr-label-matched', severity: 'info', message, page }];
}
