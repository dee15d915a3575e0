import type { Diagnostic } from '../contract/document.js';
import { EVIDENCE_TOLERANCES } from '../contract/tolerances.js';
import { EvalxError } from '../errors.js';
import type { Turn } from '../geometry/turn.js';
import { levelled } from '../geometry/turn.js';
import type { ReadingLimits } from '../limits.js';
import type { MatchedLabel } from '../ocr/correct/labels.js';
import { installLine, openEngine } from '../ocr/engines/engines.js';
import type { Engine } from '../ocr/ocr-types.js';
import type { OcrEngineChoice } from '../ocr/options.js';
import { type Recognised, type RecognisedGlyph, recognise, recogniseRulings } from '../ocr/recognise.js';
import type { Picture } from '../reader/picture/from-images.js';
import { type PictureKind, readPictures } from '../reader/picture/read-pictures.js';
import type { Glyph, PageContent } from '../reader/reader-types.js';
import { FORM_LABELS } from '../sections/vocabulary/labels.js';
import { hasText, isLost, type Need } from './needs-picture.js';

export interface ScanOptions {
  readonly password?: string;
  readonly limits?: Partial<ReadingLimits>;
  readonly signal?: AbortSignal;
  readonly engine?: OcrEngineChoice;
  /** Called before each page with its number: what follows takes seconds. */
  readonly onPage?: (number: number) => void;
}

/** A page with what its picture shows. */
export interface Scan {
  readonly content: PageContent;
  /** What an engine has read of it; empty where it has a text layer of its own. */
  readonly recognised: readonly RecognisedGlyph[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the pictures of pages and hands each page on, with what they show. */
export async function readScans(
  bytes: Uint8Array,
  pages: ReadonlyMap<number, { readonly content: PageContent; readonly need: Need }>,
  options: ScanOptions,
  visit: (scan: Scan) => void,
): Promise<void> {
  const kinds = new Map<number, PictureKind>();
  for (const [number, { need }] of pages) kinds.set(number, need === 'drawn' ? 'drawn' : 'images');
  const needsEngine = [...pages.values()].some(({ need }) => need !== 'lines');
  const engine = needsEngine ? await openEngine(options.engine) : null;
  for (const [number, { content, need }] of pages) {
    if (need === 'lines' || engine) continue;
    kinds.delete(number);
    visit({ content, recognised: [], diagnostics: [withoutEngine(content, need, installLine(options.engine))] });
  }
  if (kinds.size === 0) return;
  const before = (number: number): void => {
    options.signal?.throwIfAborted();
    options.onPage?.(number);
  };
  await readPictures(bytes, options, kinds, before, async (number, picture) => {
    const page = pages.get(number);
    if (page) visit(await scanOf(page.content, page.need, picture, engine));
  });
}

const unread = (page: number, what: string): Diagnostic => ({
  code: 'page-without-text',
  severity: 'error',
  message: `the page is a picture without readable text; ${what}`,
  page,
});

/** What is to be said of a page whose picture would be read if there were an engine. */
function withoutEngine(page: PageContent, need: Need, install: string): Diagnostic {
  const how = `to read it by OCR: ${install} (evalx doctor checks it)`;
  if (isLost(page)) {
    const message = `text is drawn in a font without Unicode values; print the original to PDF again, or, ${how}`;
    return { code: 'text-unreadable', severity: 'error', message, page: page.number };
  }
  if (need === 'drawn' || hasText(page)) {
    const message = `no OCR engine is installed, so that the page was read from its text; ${how}`;
    return { code: 'page-unreadable', severity: 'error', message, page: page.number };
  }
  return unread(page.number, how);
}

async function scanOf(
  content: PageContent,
  need: Need,
  picture: Picture | EvalxError | null,
  engine: Engine | null,
): Promise<Scan> {
  const { number } = content;
  if (picture === null || picture instanceof EvalxError) {
    const why = picture?.message ?? 'its images cannot be decoded; scan it again';
    return { content, recognised: [], diagnostics: need === 'lines' ? [] : [unread(number, why)] };
  }
  if (need === 'lines' || !engine) {
    const shown = recogniseRulings(picture);
    return { content: pageOf(content, shown, content.glyphs), recognised: [], diagnostics: [] };
  }
  const shown = await recognise(picture, engine, FORM_LABELS);
  const own = need === 'images' ? content.glyphs : [];
  const page = pageOf(content, shown, own);
  return {
    content: { ...page, glyphs: [...page.glyphs, ...shown.glyphs] },
    recognised: shown.glyphs,
    diagnostics: [...saidOf(number, shown.glyphs, engine), ...labelsSaid(number, shown.labels)],
  };
}

/** The page, upright and level, with the lines of its picture and those of its own glyphs that are to be kept. */
function pageOf(
  content: PageContent,
  shown: Pick<Recognised, 'angle' | 'skew' | 'rulings'>,
  own: readonly Glyph[],
): PageContent {
  const { angle, skew } = shown;
  const turn: Turn = { angle, width: content.width, height: content.height, skew };
  const [width, height] = angle % 180 === 0 ? [content.width, content.height] : [content.height, content.width];
  return {
    ...content,
    width,
    height,
    turn,
    glyphs: own.map((g) => ({ ...g, box: levelled(g.box, turn), angle: (g.angle + 360 - angle) % 360 })),
    rulings: shown.rulings,
    edges: [],
    images: content.images.map((box) => levelled(box, turn)),
    unreadableGlyphs: 0,
  };
}

function saidOf(page: number, glyphs: readonly RecognisedGlyph[], { name }: Engine): Diagnostic[] {
  const ink = glyphs.filter((glyph) => glyph.text.trim() !== '');
  if (ink.length === 0) return [unread(page, `${name} found no text on it`)];
  const doubtful = ink.filter((glyph) => glyph.confidence < EVIDENCE_TOLERANCES.uncertain).length;
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

function labelsSaid(page: number, labels: readonly MatchedLabel[]): Diagnostic[] {
  if (labels.length === 0) return [];
  const pairs = labels.map(({ read, label }) => `"${read}" as ${label}`).join(', ');
  const message = `labels were recognised with doubtful characters and taken for known ones: ${pairs}`;
  return [{ code: 'ocr-label-matched', severity: 'info', message, page }];
}
