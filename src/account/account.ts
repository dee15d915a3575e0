import type { Place } from '../geometry/box.js';
import type { Block, Doubt, SetAside } from '../layout/layout-types.js';
import { type Remark, remark } from '../messages/say.js';
import type { Sections } from '../sections/sections.js';
import type { Claim } from './account-types.js';
import { blankCells, holds } from './blank-cells.js';
import { claimsOf } from './claims.js';
import { completenessSaid } from './completeness.js';
import { doubtsByPlace, doubtsSaid } from './doubts.js';
import { fewer } from './fewer.js';
import { picturesSaid } from './pictures.js';
import { structureSaid } from './structure/structure.js';
import { unreadTables } from './unread-tables.js';

/** What became of every text of a document, and what is to be said where that is not plain. */
export interface Account {
  readonly claims: readonly Claim[];
  readonly said: readonly Remark[];
  /** The cells and lines of which the text may be another than it says, by their places. */
  readonly doubts: ReadonlyMap<Place, readonly Doubt[]>;
}

/** What stands on the pages and in no block: text that was set aside, and pictures. */
export interface Unplaced {
  readonly aside: readonly SetAside[];
  readonly pictures: readonly Place[];
}

/**
 * Accounts for all text of a document after its forms were read: what was lost, what was put where no form has it, and what
 * may be another text than was read.
 */
export function accountOf(blocks: readonly Block[], { aside, pictures }: Unplaced, sections: Sections): Account {
  const { forms, drafts } = sections;
  const claims = claimsOf(blocks, aside, forms);
  const doubts = doubtsByPlace(blocks);
  const hasLost = pictures.length > 0 || claims.some(({ reason }) => reason === 'covered');
  const reports = forms.filter(({ use }) => use === 'report');
  const blank = hasLost ? blankCells(reports) : [];
  return {
    claims,
    doubts,
    said: fewer([
      ...coveredSaid(claims, blank),
      ...picturesSaid(pictures, reports, blank),
      ...unplacedSaid(claims),
      ...unreadTables(blocks, forms),
      ...doubtsSaid(drafts, doubts),
      ...reports.flatMap(structureSaid),
      ...completenessSaid(reports),
      ...repeatedPages(claims, new Set(drafts.flatMap(({ report }) => report.pages))),
    ]),
  };
}

/** Characters of a page that may be compared with others: there are many empty ones, and separating sheets. */
const FULL_PAGE = 80;

/** Pages of forms on which the same stands as on one before. */
function repeatedPages(claims: readonly Claim[], ofForms: ReadonlySet<number>): Remark[] {
  const texts = new Map<number, string>();
  for (const { as, text, place } of claims) {
    if (as !== 'set-aside' && ofForms.has(place.page)) texts.set(place.page, `${texts.get(place.page) ?? ''}${text}\n`);
  }
  const first = new Map<string, number>();
  return [...texts].flatMap(([page, text]) => {
    const other = first.get(text);
    if (other === undefined) first.set(text, page);
    return other === undefined || text.length < FULL_PAGE ? [] : [remark('pageRepeated', { other }, page)];
  });
}

/** What is to be said of text that nobody sees, because something was painted over it: more, where nothing is instead. */
const coveredSaid = (claims: readonly Claim[], blank: readonly Place[]): Remark[] =>
  claims.flatMap(({ reason, text, place }) => {
    const quoted = { text: shortened(text) };
    if (reason === 'covered')
      return [remark(blank.some((cell) => holds(cell, place)) ? 'textCoveredAlone' : 'textCovered', quoted, place)];
    if (reason === 'unseen') return [remark('textUnseen', quoted, place)];
    return reason === 'struck-out' ? [remark('textStruck', quoted, place)] : [];
  });

/** What is to be said of texts that stand in a form and in no field, extra or label of it. */
const unplacedSaid = (claims: readonly Claim[]): Remark[] =>
  claims.flatMap(({ as, text, place }) =>
    as === 'unplaced' ? [remark('textNotPlaced', { text: shortened(text) }, place)] : [],
  );

const MOST_QUOTED = 60;
const shortened = (text: string): string => (text.length > MOST_QUOTED ? `${text.slice(0, MOST_QUOTED)}…` : text);
