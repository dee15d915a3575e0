import type { Place } from '../geometry/box.js';
import type { PageLayout } from '../layout/layout-types.js';
import { layoutPage, type PageStages } from '../layout/page.js';
import type { UnreadPage } from '../limits.js';
import { messageOf, type Remark, remark } from '../messages/say.js';
import type { Attachment } from '../reader/objects/attachment.js';
import { preloadPdfjs } from '../reader/pdfjs/document.js';
import type { TakeShown } from '../reader/picture/take-picture.js';
import { readPdf } from '../reader/read.js';
import type { PageContent } from '../reader/reader-types.js';
import { type Broken, brokenPages, DAMAGED, fileDiagnostics, unreadText } from './diagnostics.js';
import { isHidden, layerOf } from './layer.js';
import { needOf, type PicturedPage } from './needs-picture.js';
import { pictureCheck } from './picture-check.js';
import type { ReadingOptions } from './reading-options.js';
import type { Scan } from './scanned-pages.js';

/** The pages of a PDF, rebuilt, and what is to be said of those that were not read in whole. */
export interface Pages {
  readonly pageCount: number;
  readonly layouts: readonly PageLayout[];
  readonly diagnostics: readonly Remark[];
  /** The pages of which text was recognised from a picture. */
  readonly scans: readonly Scan[];
  /** PDFs that are attached to it, and not read. */
  readonly attached: readonly Attachment[];
  /** Where text is seen as something else than it says. */
  readonly lies: readonly Place[];
  /** What is drawn and is no text, as large as characters. */
  readonly marks: readonly Place[];
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
  const pictured: PicturedPage[] = [];
  const scans: Scan[] = [];
  const rebuild = (page: PageContent): void => {
    const stages = layoutOf(page);
    if ('problem' in stages) return void broken.push(stages);
    layouts.push(...stages.sheets);
    see?.(page, stages);
  };
  const asText = (page: PageContent): void => {
    if (page.glyphs.some(isHidden)) scans.push(withItsLayer(page));
    else rebuild(page);
  };
  const check = await pictureCheck(options);
  const visit = async (read: PageContent | UnreadPage, show: TakeShown): Promise<void> => {
    if ('problem' in read) return void broken.push(read);
    const page = await check.witness(read, show);
    if (page.isDamaged) broken.push(damaged(page));
    diagnostics.push(...flaws(page));
    const costly = options.leaveOut?.get(page.number);
    if (costly) broken.push(costly);
    const need = costly ? null : needOf(page, options.ocr ?? 'auto');
    // Without OCR too it is looked whether there is text on a picture.
    if (need === 'pasted' || need === 'layer' || (need && options.ocr !== 'never'))
      return void pictured.push({ content: page, need });
    if (!costly) diagnostics.push(...unreadText(page, need));
    asText(page);
  };
  const facts = await readPdf(
    bytes,
    { ...options, outlines: check.isForAll, leaveOut: wholePages(options.leaveOut) },
    visit,
    async (takePicture) => {
      if (pictured.length === 0) return;
      // What this takes is loaded only where there is such a page.
      const { readScans } = await import('./scanned-pages.js');
      await readScans(pictured, takePicture, options, (scan) => scans.push(scan));
    },
  );
  diagnostics.push(...scans.flatMap((scan) => scan.diagnostics));
  for (const { content } of scans) rebuild(content);
  layouts.sort((a, b) => a.page - b.page);
  diagnostics.push(...brokenPages(broken), ...fileDiagnostics(facts), ...check.said());
  diagnostics.sort((a, b) => (a.page ?? Infinity) - (b.page ?? Infinity));
  return {
    pageCount: facts.pageCount,
    layouts,
    diagnostics,
    scans: scans.filter((scan) => scan.recognised.length > 0),
    attached: facts.attached.pdfs,
    ...{ lies: check.lies, marks: check.marks },
  };
}

/** A page that is read as it is: what of it is a layer over a picture is no text of the PDF, and is known as such. */
const withItsLayer = (content: PageContent): Scan => ({ content, recognised: layerOf(content), diagnostics: [] });

const damaged = ({ number }: PageContent): Broken => ({
  ...{ number, code: 'page-unreadable', problem: DAMAGED },
  isPartly: true,
});

/** Differences that are said one by one, page by page. */
const MAX_FIELDS = 20;

const flaws = ({ isCut, lacksText, number, fieldsDiffer = [] }: PageContent): Remark[] => [
  ...fieldsDiffer
    .slice(0, MAX_FIELDS)
    .map(({ value: text, shown, box: bbox }) => remark('fieldDiffers', { text, shown }, { page: number, bbox })),
  ...(isCut ? [remark('pageCut', {}, number)] : []),
  ...(lacksText ? [remark('textMissing', {}, number)] : []),
];

/** The pages that are left out with their text: not those whose pictures alone cost too much. */
const wholePages = (leaveOut: ReadingOptions['leaveOut']): ReadingOptions['leaveOut'] =>
  leaveOut && new Map([...leaveOut].filter(([, { isPicture }]) => !isPicture));

/** A mistake of ours on one page costs that page, not the file. */
function layoutOf(page: PageContent): PageStages | UnreadPage {
  try {
    return layoutPage(page);
  } catch (error) {
    const problem = messageOf('evalxFailed', { error: error instanceof Error ? error.message : String(error) });
    return { number: page.number, code: 'page-unreadable', problem };
  }
}
