import { EvalxError } from '../errors.js';
import { type Box, overlap } from '../geometry/box.js';
import { type Turn, turnPage, turnPageBack } from '../geometry/turn.js';
import { type Message, messageOf, type Remark } from '../messages/say.js';
import { openEngine } from '../ocr/engines/engines.js';
import type { Engine } from '../ocr/ocr-types.js';
import { type Recognised, type RecognisedGlyph, recognise, recogniseRulings, writtenOn } from '../ocr/recognise.js';
import type { Picture } from '../reader/picture/from-images.js';
import type { TakePicture } from '../reader/picture/take-picture.js';
import type { Glyph, PageContent } from '../reader/reader-types.js';
import { FORM_LABELS } from '../sections/vocabulary/labels.js';
import {
  labelsSaid,
  layerSaid,
  layerUsed,
  NOT_WANTED,
  noEngine,
  notWanted,
  saidOf,
  unread,
  withoutEngine,
} from './diagnostics.js';
import { compareWithLayer, isHidden, layerOf } from './layer.js';
import { isGarbage, isLayer, type Need, type PicturedPage } from './needs-picture.js';
import { hasUnreadText } from './pasted.js';
import type { ReadingOptions } from './reading-options.js';
import { PAGES_TOLERANCES } from './tolerances.js';

/** A page with what its picture shows. */
export interface Scan {
  readonly content: PageContent;
  /** What an engine has read of it, this one or that of its text layer; empty where all text is the PDF's own. */
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
  { ocr, ocrEngine, signal, onPage }: ReadingOptions,
  visit: (scan: Scan) => void,
): Promise<void> {
  const without = (content: PageContent, need: Need): Scan => ({
    ...{ content, recognised: layerOf(content) },
    diagnostics: [ocr === 'never' ? notWanted(content) : withoutEngine(content, need, ocrEngine)],
  });
  const open = async (): Promise<Engine | null> => (ocr === 'never' ? null : openEngine(ocrEngine));
  const hasEngine = pages.some(({ need }) => needsEngine(need)) && (await open()) !== null;
  const readable = pages.filter(({ need }) => !needsEngine(need) || hasEngine);
  for (const { content, need } of pages) if (needsEngine(need) && !hasEngine) visit(without(content, need));
  let done = pages.length - readable.length;
  for (const { content, need } of readable) {
    signal?.throwIfAborted();
    await onPage?.(done++, pages.length, content.number, true);
    const picture = await takePicture(content.number, need === 'drawn' || need === 'outlined' ? 'drawn' : 'images');
    const scan = need === 'pasted' ? lookedAt(content, picture) : need === 'layer' ? unhidden(content, picture) : null;
    if (scan) visit(scan);
    else if (need === 'pasted' && !(await open())) visit(without(content, need));
    else if (need === 'layer' && (!isPicture(picture) || !(await open()))) {
      const why = ocr === 'never' ? NOT_WANTED : isPicture(picture) ? noEngine(ocrEngine) : whyNot(picture);
      visit(fromLayer(content, isPicture(picture) && ocr !== 'never' ? picture : null, why));
    } else visit(await scanOf(content, need, picture, need === 'lines' ? null : await open()));
  }
  await onPage?.(done, pages.length, null);
}

/** Whether the page's picture is of no use without an engine. */
const needsEngine = (need: Need): boolean => need !== 'lines' && need !== 'pasted' && need !== 'layer';

/** A page beside whose text an image stands, as it is where there is no text on the image; null where there is. */
function lookedAt(content: PageContent, picture: Picture | EvalxError | null): Scan | null {
  if (picture === null || picture instanceof EvalxError) return null;
  if (hasUnreadText(writtenOn(picture), content.glyphs)) return null;
  const page = isLayer(content) ? pageOf(content, recogniseRulings(picture), content.glyphs) : content;
  return { content: page, recognised: [], diagnostics: [] };
}

const isPicture = (picture: Picture | EvalxError | null): picture is Picture =>
  picture !== null && !(picture instanceof EvalxError);

const whyNot = (problem: EvalxError | null): Message => problem?.said ?? messageOf('undecodable', {});

/** A page as it is where its text is seen through the picture that lies over it, as through a watermark; null otherwise. */
function unhidden(content: PageContent, picture: Picture | EvalxError | null): Scan | null {
  if (!isPicture(picture) || content.glyphs.some(({ hidden }) => hidden === 'invisible')) return null;
  return hasUnreadText(writtenOn(picture), []) ? null : { content, recognised: [], diagnostics: [] };
}

/** A page as its layer has it, with the lines of its picture if there is one. */
function fromLayer(content: PageContent, picture: Picture | null, how: Message): Scan {
  const page = picture && isLayer(content) ? pageOf(content, recogniseRulings(picture), content.glyphs) : content;
  const layer = layerOf(page);
  const isLost = isGarbage(layer.map(({ text }) => text).join(''));
  return {
    ...{ content: page, recognised: layer },
    diagnostics: [isLost ? unread(content.number, how) : layerUsed(content.number, how)],
  };
}

async function scanOf(
  content: PageContent,
  need: Need,
  picture: Picture | EvalxError | null,
  engine: Engine | null,
): Promise<Scan> {
  const { number } = content;
  if (!isPicture(picture)) {
    const said = need === 'lines' ? [] : [unread(number, whyNot(picture))];
    return { content, recognised: layerOf(content), diagnostics: said };
  }
  if (need === 'lines' || !engine) {
    const shown = recogniseRulings(picture);
    return { content: pageOf(content, shown, content.glyphs), recognised: [], diagnostics: [] };
  }
  const shown = await recognise(picture, engine, FORM_LABELS);
  const keepsLines = need === 'pasted' || (need === 'layer' && !isLayer(content));
  const page = pageOf(content, shown, content.glyphs, keepsLines);
  // What a layer says is a second opinion, and never the text; what is seen was drawn with the page.
  const compared = compareWithLayer(shown.glyphs, page.glyphs.filter(isHidden));
  const own = need === 'drawn' ? [] : page.glyphs.filter(({ hidden }) => !hidden);
  const recognised = need === 'images' ? compared.glyphs : besides(compared.glyphs, own);
  const said = shown.isBlank ? [] : [...saidOf(number, recognised, engine), ...labelsSaid(number, shown.labels)];
  return {
    content: { ...page, glyphs: [...own, ...recognised] },
    recognised,
    diagnostics:
      recognised.length === 0 && need === 'pasted' ? [] : [...said, ...layerSaid(number, compared, page.turn)],
  };
}

/** The glyphs that stand on none of the others. */
function besides<G extends Glyph>(glyphs: readonly G[], others: readonly Glyph[]): G[] {
  if (others.length === 0) return [...glyphs];
  return glyphs.filter(
    ({ box: a }) =>
      !others.some(({ box: b, text }) => {
        const shared = overlap(a.x0, a.x1, b.x0, b.x1) * overlap(a.y0, a.y1, b.y0, b.y1);
        return text.trim() !== '' && shared > PAGES_TOLERANCES.sameGlyph * Math.min(area(a), area(b));
      }),
  );
}

const area = ({ x0, y0, x1, y1 }: Box): number => (x1 - x0) * (y1 - y0);

/** The page, upright and level, with the lines of its picture and those of its own glyphs and lines that are to be kept. */
function pageOf(
  content: PageContent,
  { angle, skew, warp, rulings }: Pick<Recognised, 'angle' | 'skew' | 'warp' | 'rulings'>,
  glyphs: readonly Glyph[],
  keepsLines = false,
): PageContent {
  const turn: Turn = { angle, width: content.width, height: content.height, skew, ...(warp ? { warp } : {}) };
  const own = { ...content, glyphs, ...(keepsLines ? {} : { rulings: [], edges: [] }) };
  // The picture is of the page as it is seen.
  const page = turnPage(content.turn ? turnPageBack(own, content.turn) : own, turn);
  return { ...page, turn, rulings: [...page.rulings, ...rulings], unreadableGlyphs: 0 };
}
