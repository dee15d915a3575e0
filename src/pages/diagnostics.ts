import { EVIDENCE_TOLERANCES } from '../contract/tolerances.js';
import { union } from '../geometry/box.js';
import { type Turn, turnBack } from '../geometry/turn.js';
import type { UnreadPage } from '../limits.js';
import { type Message, messageOf, type Remark, remark, say } from '../messages/say.js';
import type { MatchedLabel } from '../ocr/correct/labels.js';
import { installCommands } from '../ocr/engines/engines.js';
import type { Engine } from '../ocr/ocr-types.js';
import type { OcrEngineChoice } from '../ocr/options.js';
import type { RecognisedGlyph } from '../ocr/recognise.js';
import type { FileFacts } from '../reader/read.js';
import type { PageContent } from '../reader/reader-types.js';
import type { Compared } from './layer.js';
import type { Need } from './needs-picture.js';
import { hasText, isUnreadable } from './needs-picture.js';
import { PAGES_TOLERANCES } from './tolerances.js';

/** What is to be said of text on a page that is read as it is, though it may need its picture. */
export function unreadText(page: PageContent, need: Need | null): Remark[] {
  const { number, unreadableGlyphs: count } = page;
  if (count > 0) {
    if (isUnreadable(page)) return [remark('textLost', {}, number)];
    return [count === 1 ? remark('characterLost', {}, number) : remark('charactersLost', { count }, number)];
  }
  if (need === 'outlined') return [unreadPart(page, need, NOT_WANTED)];
  return need === 'images' ? [remark('pictureNotWanted', {}, number)] : [];
}

/** A page that cannot be read at all, or was read in part. */
export interface Broken extends UnreadPage {
  readonly isPartly?: boolean;
}

export const DAMAGED = messageOf('dataDamaged', {});

/** One diagnostic for each run of pages that cannot be read for the same reason: there may be thousands. */
export function brokenPages(broken: readonly Broken[]): Remark[] {
  const runs: { first: Broken; last: number }[] = [];
  for (const page of broken) {
    const run = runs.at(-1);
    const goesOn =
      run?.last === page.number - 1 &&
      howBroken(run.first) === howBroken(page) &&
      sentenceOf(run.first) === sentenceOf(page);
    if (run && goesOn) run.last = page.number;
    else runs.push({ first: page, last: page.number });
  }
  return runs.map(({ first, last }) => {
    const { number, problem } = first;
    const [one, several] = BROKEN[howBroken(first)];
    if (last === number) return remark(one, { problem }, number);
    return remark(several, { first: number, last, problem }, number);
  });
}

const howBroken = ({ code, isPicture, isPartly }: Broken): keyof typeof BROKEN => {
  if (isPicture) return 'picture';
  return code === 'page-over-limit' ? 'overLimit' : isPartly ? 'partly' : 'unreadable';
};

/** What is said of one page and of several. */
const BROKEN = {
  picture: ['pictureLeftOut', 'picturesLeftOut'],
  overLimit: ['pageOverLimit', 'pagesOverLimit'],
  unreadable: ['pageUnreadable', 'pagesUnreadable'],
  partly: ['pagePartly', 'pagesPartly'],
} as const;

const sentenceOf = ({ problem }: Broken): string => (typeof problem === 'string' ? problem : say(problem, {}));

/** What is to be said of the file as a whole. */
export function fileDiagnostics(facts: FileFacts): Remark[] {
  const said: Remark[] = [];
  if (facts.pagesOver > 0) said.push(remark('tooManyPages', { count: facts.pagesOver }, null));
  if (facts.uncounted) said.push(uncounted(facts.pageCount));
  else if (facts.recounted) said.push(remark('pagesCounted', { count: facts.pageCount }, null));
  if (facts.lostUpdate) said.push(remark('updateLost', {}, null));
  if (facts.lacksObjects) said.push(remark('partsMissing', {}, null));
  else if (facts.rebuilt) said.push(remark(facts.rebuilt.cut ? 'endMissing' : 'fileRebuilt', {}, null));
  const { pdfs, others, over } = facts.attached;
  if (pdfs.length > 0) said.push(remark('attachedPdfs', { names: named(pdfs.map(({ name }) => name)) }, null));
  if (others.length > 0) said.push(remark('attachedOthers', { names: named(others) }, null));
  if (over > 0) said.push(remark('attachedOver', { count: over }, null));
  if (facts.pureXfa) said.push(remark('xfaForm', {}, null));
  return said;
}

/** Names that are said; there may be thousands. */
const MAX_NAMES = 10;

function named(names: readonly string[]): Message[] {
  const first = names.slice(0, MAX_NAMES).map((name) => messageOf('attachmentName', { name }));
  const count = names.length - first.length;
  return count === 0 ? first : [...first, messageOf('andMore', { count })];
}

const uncounted = (count: number): Remark =>
  count === 1 ? remark('onePageCounted', {}, null) : remark('pagesUncounted', { count }, null);

export const unread = (page: number, how: Message): Remark => remark('pictureUnread', { how }, page);

/** What is to be said of a page whose picture would be read if there were an engine. */
export function withoutEngine(page: PageContent, need: Need, wanted: OcrEngineChoice | undefined): Remark {
  const how = noEngine(wanted);
  if (isUnreadable(page)) return remark('textLostNoEngine', { how }, page.number);
  if (need === 'outlined' || need === 'pasted') return unreadPart(page, need, how);
  if (need === 'drawn' || hasText(page)) return remark('readFromText', { how }, page.number);
  return unread(page.number, how);
}

/** What is to be said of a page whose text layer is used unseen: without an engine, or where its picture is of no use. */
export const layerUsed = (page: number, how: Message): Remark => remark('layerUsed', { how }, page);

export function noEngine(wanted: OcrEngineChoice | undefined): Message {
  const install = installCommands(wanted).reduce<string | Message>(
    (first, second) => (first === '' ? second : messageOf('either', { first, second })),
    '',
  );
  return messageOf('installEngine', { install });
}

/** Differences that are said one by one, page by page. */
const MAX_DIFFERENCES = 20;

export function layerSaid(page: number, compared: Compared, turn: Turn | undefined): Remark[] {
  const { differences, numbers, isUnlike } = compared;
  const count = differences.length;
  if (isUnlike) return [remark('layerUnlike', { count, all: numbers }, page)];
  const said = differences
    .slice(0, MAX_DIFFERENCES)
    .map(({ read, layer, box }) =>
      remark('layerDiffers', { read, layer }, { page, bbox: turn ? turnBack(box, turn) : box }),
    );
  return count > said.length ? [...said, remark('layerUnlike', { count, all: numbers }, page)] : said;
}

export const NOT_WANTED = messageOf('ocrIsNever', {});

/** What is to be said of a picture beside text where nobody wants to have it read. */
export const notWanted = (page: PageContent): Remark => unreadPart(page, 'pasted', NOT_WANTED);

/** Text that is no text, but curves or a picture, on a page that may have other text. */
function unreadPart({ number, outlined, images }: PageContent, need: 'outlined' | 'pasted', how: Message): Remark {
  const bbox = need === 'outlined' ? outlined?.box : union(images);
  const where = bbox ? { page: number, bbox } : number;
  return need === 'outlined' ? remark('textOutlined', { how }, where) : remark('picturePasted', { how }, where);
}

export function saidOf(page: number, glyphs: readonly RecognisedGlyph[], { name: engine }: Engine): Remark[] {
  const ink = glyphs.filter((glyph) => glyph.text.trim() !== '');
  if (ink.length === 0) return [unread(page, messageOf('nothingRecognised', { engine }))];
  const doubtful = ink.filter((glyph) => glyph.confidence < EVIDENCE_TOLERANCES.uncertain).length;
  const read = remark('pageRecognised', { engine }, page);
  // What is doubted is told field by field; a page that is doubted as a whole may have lost fields, too.
  return doubtful < PAGES_TOLERANCES.badlyRead * ink.length
    ? [read]
    : [read, remark('charactersUncertain', { doubtful, all: ink.length }, page)];
}

export function labelsSaid(page: number, labels: readonly MatchedLabel[]): Remark[] {
  if (labels.length === 0) return [];
  const pairs = labels.map(({ read, label }) => messageOf('labelRead', { read, label }));
  return [remark('labelsMatched', { labels: pairs }, page)];
}
