import type { Place } from '../geometry/box.js';
import type { Block, Doubt } from '../layout/layout-types.js';
import { type Remark, remark } from '../messages/say.js';
import type { Draft } from '../sections/draft.js';

/** The cells and lines of which the text may be another than it says, by their places. */
export function doubtsByPlace(blocks: readonly Block[]): Map<Place, readonly Doubt[]> {
  const doubts = new Map<Place, readonly Doubt[]>();
  for (const block of blocks) {
    if (block.kind === 'line') {
      if (block.doubts) doubts.set(block.place, block.doubts);
    } else
      for (const cell of block.cells) if (cell.doubts) for (const place of cell.places) doubts.set(place, cell.doubts);
  }
  return doubts;
}

/** What is said of each doubt. */
const SAID: Readonly<Record<Doubt, (text: string, place: Place) => Remark>> = {
  overprinted: (text, place) => remark('textOverprinted', { text }, place),
  cut: (text, place) => remark('textRunsOver', { text }, place),
  raised: (text, place) => remark('digitRaised', { text }, place),
  half: (text, place) => remark('textHalf', { text }, place),
  joined: (text, place) => remark('cellsJoined', { text }, place),
  stacked: (text, place) => remark('numbersStacked', { text }, place),
};

/** What is to be said of the fields that rest on doubtful text: once for each cell. */
export function doubtsSaid(drafts: readonly Draft[], doubts: ReadonlyMap<Place, readonly Doubt[]>): Remark[] {
  if (doubts.size === 0) return [];
  const said = new Map<Place, Remark[]>();
  for (const { printed } of drafts) {
    for (const { text, places } of printed.values()) {
      for (const place of places) {
        const own = doubts.get(place);
        if (own && !said.has(place))
          said.set(
            place,
            own.map((doubt) => doubtSaid(doubt, text, place)),
          );
      }
    }
  }
  return [...said.values()].flat();
}

export const doubtSaid = (doubt: Doubt, text: string, place: Place): Remark => SAID[doubt](text, place);
