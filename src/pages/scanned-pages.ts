import { EvalxError } from '../errors.js';
import type { Turn } from '../geometry/turn.js';
import { levelled } from '../geometry/turn.js';
import type { ReadingLimits } from '../limits.js';
import { type Message, messageOf, type Remark, remark } from '../messages/say.js';
import type { MatchedLabel } from '../ocr/correct/labels.js';
import { installCommands, openEngine } from '../ocr/engines/engines.js';
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
  readonly diagnostics: readonly Remark[];
}

/** A character of which the engine is less sure than this is reported. */
export const UNCERTAIN = 0.6;

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
    visit({ content, recognised: [], diagnostics: [withoutEngine(content, need, options.engine)] });
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

const unread = (page: number, how: Message): Remark => remark('pictureUnread', { how }, page);

/** What is to be said of a page whose picture would be read if there were an engine. */
function withoutEngine(page: PageContent, need: Need, wanted: OcrEngineChoice | undefined): Remark {
  const install = installCommands(wanted).reduce<string | Message>(
    (first, second) => (first === '' ? second : messageOf('either', { first, second })),
    '',
  );
  const how = messageOf('installEngine', { install });
  if (isLost(page)) return remark('textLostNoEngine', { how }, page.number);
  if (need === 'drawn' || hasText(page)) return remark('readFromText', { how }, page.number);
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

function saidOf(page: number, glyphs: readonly RecognisedGlyph[], { name: engine }: Engine): Remark[] {
  const ink = glyphs.filter((glyph) => glyph.text.trim() !== '');
  if (ink.length === 0) return [unread(page, messageOf('nothingRecognised', { engine }))];
  const doubtful = ink.filter((glyph) => glyph.confidence < UNCERTAIN).length;
  const read = remark('pageRecognised', { engine }, page);
  return doubtful === 0 ? [read] : [read, remark('charactersUncertain', { doubtful, all: ink.length }, page)];
}

function labelsSaid(page: number, labels: readonly MatchedLabel[]): Remark[] {
  if (labels.length === 0) return [];
  const pairs = labels.map(({ read, label }) => messageOf('labelRead', { read, label }));
  return [remark('labelsMatched', { labels: pairs }, page)];
}
