import { type Box, midX, midY, type Place, union } from '../geometry/box.js';
import { turnBack } from '../geometry/turn.js';
import { type MessageId, messageOf, type Remark, remark } from '../messages/say.js';
import type { DrawnGlyph } from '../reader/interpreter/drawing.js';
import { isBeside } from '../reader/interpreter/text-edge.js';
import type { ShownPage } from '../reader/picture/shown-types.js';
import type { Aside, Glyph, PageContent } from '../reader/reader-types.js';
import { leftOverMarks } from './left-over.js';
import { type Lie, liesOf } from './lies.js';
import { type PageInk, pageInk } from './page-ink.js';
import { type Unseen, type UnseenReason, unseenGlyphs } from './unseen.js';

/** What a page's picture says of what was read of the page. */
export interface Testimony {
  /** The page without the text that nobody sees. */
  readonly page: PageContent;
  readonly said: readonly Remark[];
  /** Where text stands that is not what it is seen as: nothing that is read there is to be trusted. */
  readonly lies: readonly Place[];
  /** What is drawn and is no text, as large as characters. */
  readonly marks: readonly Place[];
}

/** Compares what was read of a page with its picture. */
export function witness(page: PageContent, shown: ShownPage): Testimony {
  const ink = pageInk(shown);
  const unseen = unseenOf(page, unseenGlyphs(ink, shown.drawing));
  const lies = liesOn(unseen.page, liesOf(ink));
  return {
    page: unseen.page,
    said: [...unseen.said, ...lies.said],
    lies: lies.places,
    marks: marksOf(page, ink, shown),
  };
}

/**
 * Marks that nothing explains. What the reader makes of a form field or of a sign is a glyph of its own, which is not among those that
 * are drawn; and on a page that is turned a little, lines are no rulings.
 */
function marksOf(page: PageContent, ink: PageInk, { drawing }: ShownPage): Place[] {
  if ((page.turn?.skew ?? 0) !== 0) return [];
  const made = page.glyphs.filter(({ serial }) => serial === undefined);
  return leftOverMarks(ink, drawing)
    .filter((mark) => !made.some(({ box }) => holdsMiddle(box, mark)))
    .map((bbox) => ({ page: page.number, bbox }));
}

const WHY = {
  covered: 'seenCovered',
  invisible: 'seenInvisible',
  transparent: 'seenTransparent',
  tiny: 'seenTiny',
  outside: 'seenOutside',
  pale: 'seenPale',
  blank: 'seenBlank',
  clipped: 'seenClipped',
} as const satisfies Record<UnseenReason, MessageId>;

/** What invisible text must hold to be told of: programs sign their work in Latin letters that are not shown. */
const TELLING = /[\p{N}\p{Script=Han}]/u;

/** Takes out of a page what nobody sees, and says so: also of what the reader has left out for that. */
function unseenOf(page: PageContent, unseen: readonly Unseen[]): { page: PageContent; said: Remark[] } {
  if (unseen.length === 0) return { page, said: [] };
  const read = new Map(page.glyphs.flatMap((glyph) => (glyph.serial === undefined ? [] : [[glyph.serial, glyph]])));
  const out = new Set<number>();
  const leftOut = (page.aside ?? []).filter(({ reason }) => reason === 'covered' || reason === 'unseen');
  const told = unseen.filter(({ glyph }) => {
    const own = read.get(glyph.serial ?? -1);
    // What a program has read of a picture is compared with that by others.
    if (own?.hidden) return false;
    if (own) out.add(glyph.serial as number);
    return own !== undefined || leftOut.some(({ box }) => holdsMiddle(box, glyph.box));
  });
  const runs = runsOf(told).filter((run) => TELLING.test(textOf(run)) || run.some(({ why }) => why !== 'invisible'));
  const aside = runs
    .filter((run) => run.some(({ glyph }) => out.has(glyph.serial as number)))
    .map(
      (run): Aside => ({
        reason: run[0]?.why === 'covered' ? 'covered' : 'unseen',
        text: textOf(run),
        box: boxOf(run),
      }),
    );
  const glyphs = page.glyphs.filter(({ serial }) => serial === undefined || !out.has(serial));
  return {
    page: { ...page, glyphs, aside: [...(page.aside ?? []), ...aside] },
    said: runs.map((run) => {
      const why = messageOf(WHY[(run[0] as Unseen).why], {});
      return remark('textNotSeen', { text: shortened(textOf(run)), why }, { page: page.number, bbox: boxOf(run) });
    }),
  };
}

/** What is to be said of glyphs that were read and are seen as others, text by text, and where all of them stand. */
function liesOn(page: PageContent, lies: readonly Lie[]): { said: Remark[]; places: Place[] } {
  if (lies.length === 0) return { said: [], places: [] };
  const seen = new Map(lies.map((lie) => [lie.glyph.serial, lie.seen]));
  const isLie = ({ serial }: Glyph): boolean => serial !== undefined && seen.has(serial);
  const runs: Glyph[][] = [];
  for (const glyph of page.glyphs) {
    const last = runs.at(-1)?.at(-1);
    if (last && isBeside(last.box, glyph.box, glyph.size)) runs.at(-1)?.push(glyph);
    else runs.push([glyph]);
  }
  const lying = runs.filter((run) => run.some(isLie));
  const placeOf = (boxes: readonly Box[]): Place => {
    const box = union(boxes) as Box;
    return { page: page.number, bbox: page.turn ? turnBack(box, page.turn) : box };
  };
  return {
    said: lying.map((run) => {
      const text = shortened(run.map((glyph) => glyph.text).join(''));
      const shown = shortened(run.map((glyph) => (isLie(glyph) ? seen.get(glyph.serial) : glyph.text)).join(''));
      return remark('textLies', { text, shown }, placeOf(run.map(({ box }) => box)));
    }),
    places: lying.flatMap((run) => run.filter(isLie).map(({ box }) => placeOf([box]))),
  };
}

/** Neighbours that are not seen for one reason, in the order in which they are drawn. */
function runsOf(unseen: readonly Unseen[]): Unseen[][] {
  const runs: Unseen[][] = [];
  for (const one of unseen) {
    const last = runs.at(-1)?.at(-1);
    const goesOn = last && last.why === one.why && isBeside(last.glyph.box, one.glyph.box, one.glyph.size);
    if (goesOn) runs.at(-1)?.push(one);
    else runs.push([one]);
  }
  return runs;
}

const textOf = (run: readonly { readonly glyph: DrawnGlyph }[]): string => run.map(({ glyph }) => glyph.text).join('');
const boxOf = (run: readonly { readonly glyph: DrawnGlyph }[]): Box => union(run.map(({ glyph }) => glyph.box)) as Box;

const holdsMiddle = (b: Box, box: Box): boolean =>
  midX(box) >= b.x0 && midX(box) <= b.x1 && midY(box) >= b.y0 && midY(box) <= b.y1;

const MOST_QUOTED = 40;
const shortened = (text: string): string => (text.length > MOST_QUOTED ? `${text.slice(0, MOST_QUOTED)}…` : text);
