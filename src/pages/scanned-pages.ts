import { EvalxError } from '../errors.js';
import { type Turn, turnPage } from '../geometry/turn.js';
import { messageOf, type Remark } from '../messages/say.js';
import { openEngine } from '../ocr/engines/engines.js';
import type { Engine } from '../ocr/ocr-types.js';
import { type Recognised, type RecognisedGlyph, recognise, recogniseRulings } from '../ocr/recognise.js';
import type { Picture } from '../reader/picture/from-images.js';
import type { TakePicture } from '../reader/picture/take-picture.js';
import type { Glyph, PageContent } from '../reader/reader-types.js';
import { FORM_LABELS } from '../sections/vocabulary/labels.js';
import { labelsSaid, saidOf, unread, withoutEngine } from './diagnostics.js';
import type { Need, PicturedPage } from './needs-picture.js';
import type { ReadingOptions } from './reading-options.js';

/** A page with what its picture shows. */
export interface Scan {
  readonly content: PageContent;
  /** What an engine has read of it; empty where it has a text layer of its own. */
  readonly recognised: readonly RecognisedGlyph[];
  readonly diagnostics: readonly Remark[];
}

/**
 * Reads the pictures of pages, one after another, and hands each page on with what its picture shows: first the pages that
 * cannot be read so for want of an engine.
 */
export async function readScans(
  pages: readonly PicturedPage[],
  takePicture: TakePicture,
  { ocrEngine, signal, onPage }: ReadingOptions,
  visit: (scan: Scan) => void,
): Promise<void> {
  const engine = pages.some(({ need }) => need !== 'lines') ? await openEngine(ocrEngine) : null;
  const readable = pages.filter(({ need }) => need === 'lines' || engine !== null);
  for (const { content, need } of pages) {
    if (need === 'lines' || engine) continue;
    visit({ content, recognised: [], diagnostics: [withoutEngine(content, need, ocrEngine)] });
  }
  let done = pages.length - readable.length;
  for (const { content, need } of readable) {
    signal?.throwIfAborted();
    await onPage?.(done++, pages.length, content.number, true);
    const picture = await takePicture(content.number, need === 'drawn' ? 'drawn' : 'images');
    visit(await scanOf(content, need, picture, engine));
  }
  await onPage?.(done, pages.length, null);
}

async function scanOf(
  content: PageContent,
  need: Need,
  picture: Picture | EvalxError | null,
  engine: Engine | null,
): Promise<Scan> {
  const { number } = content;
  if (picture === null || picture instanceof EvalxError) {
    const why = picture?.said ?? messageOf('undecodable', {});
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
  { angle, skew, rulings }: Pick<Recognised, 'angle' | 'skew' | 'rulings'>,
  glyphs: readonly Glyph[],
): PageContent {
  const turn: Turn = { angle, width: content.width, height: content.height, skew };
  const page = turnPage({ ...content, glyphs, rulings: [], edges: [] }, turn);
  return { ...page, turn, rulings, unreadableGlyphs: 0 };
}
