import { corners, type Place } from '../geometry/box.js';
import type { Block } from '../layout/layout-types.js';
import { squeeze } from '../text/join.js';

/** A character of a text that is to be another one. */
export interface Replacement {
  /** The text, which may be a part of what its cell or line holds, and where it stands. */
  readonly text: string;
  readonly places: readonly Place[];
  /** Index of the character in the text, white space not counted. */
  readonly index: number;
  readonly char: string;
}

/**
 * The blocks with characters of their cells and lines replaced. A cell stands once, however many fields are read from it,
 * so that all of them change. One digit in the place of another moves nothing: the pages keep their layout.
 */
export function withReplaced(blocks: readonly Block[], replacements: readonly Replacement[]): Block[] {
  const byPlace = new Map<string, Replacement[]>();
  for (const one of replacements) {
    for (const key of one.places.map(placeKey)) byPlace.set(key, [...(byPlace.get(key) ?? []), one]);
  }
  const replaced = (text: string, places: readonly Place[]): string =>
    replaceIn(text, new Set(places.flatMap((place) => byPlace.get(placeKey(place)) ?? [])));
  return blocks.map((block): Block => {
    if (block.kind === 'line') return { ...block, text: replaced(block.text, [block.place]) };
    return { ...block, cells: block.cells.map((cell) => ({ ...cell, text: replaced(cell.text, cell.places) })) };
  });
}

const placeKey = ({ page, bbox }: Place): string => [page, ...corners(bbox)].join(' ');

/** All characters are found in the text as it was: one that is replaced must not hide the next one. */
function replaceIn(text: string, replacements: ReadonlySet<Replacement>): string {
  if (replacements.size === 0) return text;
  const chars = text.split('');
  const printed = [...chars.keys()].filter((i) => !/\s/u.test(chars[i] as string));
  for (const { text: part, index, char } of replacements) {
    const start = squeeze(text).indexOf(squeeze(part));
    const at = start < 0 ? undefined : printed[start + index];
    if (at !== undefined) chars[at] = char;
  }
  return chars.join('');
}
