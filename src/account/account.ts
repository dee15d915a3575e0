import { type Remark, remark } from '../messages/say.js';
import type { Claim } from './account-types.js';

/** What is to be said of text that nobody sees, because something was painted over it. */
export const coveredSaid = (claims: readonly Claim[]): Remark[] =>
  claims.filter(({ reason }) => reason === 'covered').map(({ text, place }) => remark('textCovered', { text }, place));

/** Texts of one page that are told one by one; of more of them only how many there are. */
const MOST_TOLD = 8;

/** What is to be said of texts that stand in a form and in no field, extra or label of it. */
export function unplacedSaid(claims: readonly Claim[]): Remark[] {
  const byPage = new Map<number, Claim[]>();
  for (const claim of claims) {
    if (claim.as !== 'unplaced') continue;
    const list = byPage.get(claim.place.page);
    if (list) list.push(claim);
    else byPage.set(claim.place.page, [claim]);
  }
  return [...byPage].flatMap(([page, list]) => [
    ...list.slice(0, MOST_TOLD).map(({ text, place }) => remark('textNotPlaced', { text }, place)),
    ...(list.length > MOST_TOLD ? [remark('textsNotPlaced', { count: list.length - MOST_TOLD }, page)] : []),
  ]);
}
