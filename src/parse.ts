import { accountOf } from './account/account.js';
import { isUnread } from './contract/diagnostics.js';
import { sha256 } from './contract/digest.js';
import type { Claim, EvalxDocument, Evidence } from './contract/document.js';
import type { ReadSections } from './crosscheck/crosscheck.js';
import { type Box, corners, midX, midY, type Place, union } from './geometry/box.js';
import { turnBack } from './geometry/turn.js';
import type { PageLayout, SetAside } from './layout/layout-types.js';
import { stitch } from './layout/stitch/stitch.js';
import { diagnosticsOf, type Remark, remark } from './messages/say.js';
import { readPages } from './pages/read-pages.js';
import type { ReadingOptions } from './pages/reading-options.js';
import type { Attachment } from './reader/objects/attachment.js';
import { readSections } from './sections/sections.js';

/** Options of {@link parse}. */
export interface ParseOptions extends ReadingOptions {
  /** Stands as `source.file` in the document; default `-`. */
  readonly file?: string;
}

/** What {@link parse} returns: the document, for each field where it stands, by JSON Pointer, and the account of all text. */
export interface ParseResult {
  readonly document: EvalxDocument;
  readonly places: ReadonlyMap<string, Evidence>;
  /** What became of every text on the pages that were read: none is lost without a word. */
  readonly account: readonly Claim[];
  /** PDFs that are attached to it: documents of their own, which are not read here. */
  readonly attached: readonly Attachment[];
}

/**
 * Reads every self-evaluation form of a PDF. Takes bytes, prints nothing, touches no file.
 *
 * @throws {EvalxError} where the PDF as a whole cannot be read: `file-empty`, `not-a-pdf`, `pdf-damaged`,
 *   `password-needed`, `password-wrong`, `page-out-of-range`; `usage` where a limit is no number. What `options.signal` is
 *   aborted with, and what `options.onPage` throws or rejects with, is thrown as it is.
 */
export async function parse(bytes: Uint8Array, options: ParseOptions = {}): Promise<ParseResult> {
  const { file = '-', ...reading } = { ...options, pictureCheck: options.pictureCheck ?? ('auto' as const) };
  const { pageCount, layouts, diagnostics, scans, attached, lies, marks } = await readPages(bytes, reading);
  const aside: SetAside[] = [];
  const blocks = stitch(layouts, (text) => aside.push(text));
  const read: ReadSections = { ...readSections(blocks, reading.kind), blocks, confidence: () => 1, readAs: new Map() };
  const sections =
    scans.length === 0
      ? read
      : (await import('./crosscheck/crosscheck.js')).readAgain(blocks, scans, read, reading.kind);
  const {
    claims,
    doubts,
    said: accounted,
  } = accountOf(sections.blocks, { aside, pictures: picturesOf(layouts) }, sections);
  const ink = marks.length === 0 ? [] : marksInForms(marks, sections);
  const said = diagnosticsOf([...diagnostics, ...sections.diagnostics, ...accounted, ...ink], options);
  // A file that is there to hold others needs no form of its own.
  if (sections.drafts.length === 0 && attached.length === 0 && !isUnread(said))
    said.push(...diagnosticsOf([NO_FORM], options));
  return {
    document: {
      schemaVersion: '1',
      source: {
        file,
        sha256: sha256(bytes),
        bytes: bytes.length,
        pageCount,
      },
      reports: sections.drafts.map((draft) => draft.report),
      diagnostics: said,
    },
    places: placesOf(sections, doubts, lies),
    account: claims.map(({ place, ...claim }) => ({ ...claim, page: place.page, bbox: corners(place.bbox) })),
    attached,
  };
}

/** What is said of marks that stand in cells of forms: cell by cell. */
function marksInForms(marks: readonly Place[], { blocks, drafts }: ReadSections): Remark[] {
  const pages = new Set(drafts.flatMap(({ report }) => report.pages));
  const said: Remark[] = [];
  for (const block of blocks) {
    if (block.kind !== 'table') continue;
    for (const { text, places } of block.cells) {
      for (const { page, bbox } of places) {
        const inside = marks.filter((mark) => mark.page === page && pages.has(page) && holds(bbox, mark.bbox));
        const box = union(inside.map((mark) => mark.bbox));
        if (!box || said.length >= MOST_MARKS) continue;
        const where = { page, bbox: box };
        said.push(
          text === ''
            ? remark('inkNotRead', {}, where)
            : remark('inkNotReadBeside', { text: text.slice(0, 40) }, where),
        );
      }
    }
  }
  return said;
}

/** Cells with marks that are told of. */
const MOST_MARKS = 20;
const holds = (a: Box, b: Box): boolean => b.x0 > a.x0 && b.x1 < a.x1 && b.y0 > a.y0 && b.y1 < a.y1;

const picturesOf = (layouts: readonly PageLayout[]): Place[] =>
  layouts.flatMap(({ page, images, turn }) => images.map((box) => ({ page, bbox: turnBack(box, turn) })));

function placesOf(
  { drafts, confidence, readAs }: ReadSections,
  doubts: ReadonlyMap<Place, unknown>,
  lies: readonly Place[],
): Map<string, Evidence> {
  const places = new Map<string, Evidence>();
  for (const [i, draft] of drafts.entries()) {
    for (const [field, { text, places: pieces }] of draft.printed) {
      const first = pieces[0];
      if (!first) continue;
      const pointer = `/reports/${i}${field}`;
      const before = readAs.get(pointer);
      places.set(pointer, {
        page: first.page,
        bbox: corners(first.bbox),
        raw: text,
        confidence: Math.min(
          confidence(pieces),
          pieces.some((piece) => doubts.has(piece)) ? DOUBTFUL : 1,
          draft.matches.has(field) ? MATCHED : 1,
          pieces.some((piece) => lies.some((lie) => isIn(lie, piece))) ? 0 : 1,
        ),
        ...(before === undefined ? {} : { readAs: before }),
      });
    }
  }
  return places;
}

const isIn = (a: Place, { page, bbox: b }: Place): boolean =>
  a.page === page && midX(a.bbox) > b.x0 && midX(a.bbox) < b.x1 && midY(a.bbox) > b.y0 && midY(a.bbox) < b.y1;

/** How sure a field is whose label is one of a known meaning with something added. */
const MATCHED = 0.9;

/** How sure a text is of which the layout has doubts: it may be right, or mixed with another. */
const DOUBTFUL = 0.5;

const NO_FORM = remark('noForm', {}, null);
