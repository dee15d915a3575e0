import type { PageLayout } from '../layout/layout-types.js';
import { layoutPage, type PageStages } from '../layout/page.js';
import type { ReadingLimits, UnreadPage } from '../limits.js';
import { messageOf, type Remark, remark, say, type Wording } from '../messages/say.js';
import type { OcrEngineChoice, OcrMode } from '../ocr/options.js';
import { preloadPdfjs } from '../reader/pdfjs/document.js';
import { readPdf } from '../reader/read.js';
import type { PageContent } from '../reader/reader-types.js';
import { isLost, type Need, needOf } from './needs-picture.js';
import type { Scan } from './scanned-pages.js';

/** Options of everything that reads a PDF. */
export interface ReadingOptions extends Wording {
  readonly password?: string;
  /** 1-based pages to read; default all. */
  readonly pages?: readonly number[];
  /** Which pages are read from their picture; default `auto`. */
  readonly ocr?: OcrMode;
  /** Default: the best one that is installed. */
  readonly ocrEngine?: OcrEngineChoice;
  /**
   * Called before each page, with how many are done and its number, and with null when all are read; `isPicture` where
   * its picture is read, which takes seconds.
   */
  readonly onPage?: (done: number, of: number, next: number | null, isPicture?: boolean) => void;
  /** Stops the work between two pages: the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** What the file may cost; default {@link READING_LIMITS}. A page over a limit is left out, with a diagnostic. */
  readonly limits?: Partial<ReadingLimits>;
  /** Pages that are not to be read, and what is to be said of each. */
  readonly leaveOut?: ReadonlyMap<number, UnreadPage>;
}

/** The pages of a PDF, rebuilt, and what is to be said of those that were not read in whole. */
export interface Pages {
  readonly pageCount: number;
  readonly layouts: readonly PageLayout[];
  readonly diagnostics: readonly Remark[];
  /** The pages of which text was recognised from a picture. */
  readonly scans: readonly Scan[];
}

/** Loads what reading a PDF needs, ahead of the first one. */
export const preloadReader = (): Promise<void> => preloadPdfjs();

/** Reads page after page and rebuilds its tables; `see` may look at what a page draws and at every stage. */
export async function readPages(
  bytes: Uint8Array,
  options: ReadingOptions,
  see?: (page: PageContent, stages: PageStages) => void,
): Promise<Pages> {
  const layouts: PageLayout[] = [];
  const diagnostics: Remark[] = [];
  const broken: Broken[] = [];
  const pictured = new Map<number, { content: PageContent; need: Need }>();
  const rebuild = (page: PageContent): void => {
    const stages = layoutOf(page);
    if ('problem' in stages) return void broken.push(stages);
    layouts.push(stages.layout);
    see?.(page, stages);
  };
  const facts = await readPdf(bytes, options, (page) => {
    if ('problem' in page) return void broken.push(page);
    if (page.isDamaged) broken.push({ number: page.number, code: 'page-unreadable', problem: DAMAGED, isPartly: true });
    if (page.lacksText) diagnostics.push(remark('textMissing', {}, page.number));
    const need = needOf(page, options.ocr ?? 'auto');
    if (need !== null && options.ocr !== 'never') return void pictured.set(page.number, { content: page, need });
    diagnostics.push(...unreadText(page, need));
    rebuild(page);
  });
  const scans = pictured.size === 0 ? [] : await readPictured(facts.bytes, pictured, options);
  for (const { content, diagnostics: said } of scans) {
    diagnostics.push(...said);
    rebuild(content);
  }
  layouts.sort((a, b) => a.page - b.page);
  diagnostics.push(...brokenPages(broken));
  if (facts.pagesOver > 0) diagnostics.push(remark('tooManyPages', { count: facts.pagesOver }, null));
  if (facts.uncounted) diagnostics.push(uncounted(facts.pageCount));
  if (facts.lacksObjects) diagnostics.push(remark('partsMissing', {}, null));
  else if (facts.mended) diagnostics.push(remark(facts.mended.cut ? 'endMissing' : 'fileMended', {}, null));
  if (facts.pureXfa) diagnostics.push(remark('xfaForm', {}, null));
  diagnostics.sort((a, b) => (a.page ?? Number.POSITIVE_INFINITY) - (b.page ?? Number.POSITIVE_INFINITY));
  return {
    pageCount: facts.pageCount,
    layouts,
    diagnostics,
    scans: scans.filter((scan) => scan.recognised.length > 0),
  };
}

/** Reads what is to be read from pictures. What that takes is loaded where there is such a page. */
async function readPictured(
  bytes: Uint8Array,
  pages: ReadonlyMap<number, { readonly content: PageContent; readonly need: Need }>,
  { password, limits, signal, ocrEngine, onPage }: ReadingOptions,
): Promise<Scan[]> {
  const { readScans } = await import('./scanned-pages.js');
  const scans: Scan[] = [];
  const options = {
    ...(password === undefined ? {} : { password }),
    ...(limits === undefined ? {} : { limits }),
    ...(signal === undefined ? {} : { signal }),
    ...(ocrEngine === undefined ? {} : { engine: ocrEngine }),
    onPage: (number: number) => onPage?.(scans.length, pages.size, number, true),
  };
  await readScans(bytes, pages, options, (scan) => scans.push(scan));
  onPage?.(scans.length, pages.size, null);
  return scans;
}

/** A mistake of ours on one page costs that page, not the file. */
function layoutOf(page: PageContent): PageStages | UnreadPage {
  try {
    return layoutPage(page);
  } catch (error) {
    const problem = messageOf('evalxFailed', { error: error instanceof Error ? error.message : String(error) });
    return { number: page.number, code: 'page-unreadable', problem };
  }
}

/** What is to be said of text on a page that is read as it is, though it may need its picture. */
function unreadText(page: PageContent, need: Need | null): Remark[] {
  const { number, unreadableGlyphs: count } = page;
  if (count > 0) {
    if (isLost(page)) return [remark('textLost', {}, number)];
    return [count === 1 ? remark('characterLost', {}, number) : remark('charactersLost', { count }, number)];
  }
  return need === 'images' ? [remark('pictureNotWanted', {}, number)] : [];
}

/** A page that cannot be read at all, or was read in part. */
interface Broken extends UnreadPage {
  readonly isPartly?: boolean;
}

const DAMAGED = messageOf('dataDamaged', {});

/** One diagnostic for each run of pages that cannot be read for the same reason: there may be thousands. */
function brokenPages(broken: readonly Broken[]): Remark[] {
  const runs: { first: Broken; last: number }[] = [];
  for (const page of broken) {
    const run = runs.at(-1);
    const goesOn = run?.last === page.number - 1 && sameProblem(run.first, page);
    if (run && goesOn) run.last = page.number;
    else runs.push({ first: page, last: page.number });
  }
  return runs.map(({ first: { number, code, problem, isPartly }, last }) => {
    const [one, several] = BROKEN[code === 'page-over-limit' ? 'overLimit' : isPartly ? 'partly' : 'unreadable'];
    if (last === number) return remark(one, { problem }, number);
    return remark(several, { first: number, last, problem }, number);
  });
}

/** What is said of one page and of several. */
const BROKEN = {
  overLimit: ['pageOverLimit', 'pagesOverLimit'],
  unreadable: ['pageUnreadable', 'pagesUnreadable'],
  partly: ['pagePartly', 'pagesPartly'],
} as const;

const sameProblem = (a: Broken, b: Broken): boolean => sentenceOf(a) === sentenceOf(b);
const sentenceOf = ({ problem }: Broken): string => (typeof problem === 'string' ? problem : say(problem, {}));

const uncounted = (count: number): Remark =>
  count === 1 ? remark('onePageCounted', {}, null) : remark('pagesUncounted', { count }, null);
