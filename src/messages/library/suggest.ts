import { type Message, messageOf } from '../say.js';

/** The name that was probably meant, as the end of a sentence, or nothing where none is near. */
export function didYouMean(given: string, names: readonly string[]): Message | '' {
  const near = names
    .map((name) => ({ name, distance: editDistance(given.toLowerCase(), name.toLowerCase()) }))
    .filter(({ name, distance }) => distance <= Math.max(2, name.length / 4))
    .sort((a, b) => a.distance - b.distance)[0];
  return near === undefined ? '' : messageOf('didYouMean', { name: near.name });
}

/** Letters to insert, leave out or replace to make one text of the other (Levenshtein). */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (const [i, letter] of [...a.slice(0, MAX_LENGTH)].entries()) {
    const next = [i + 1];
    for (let j = 1; j <= b.length; j++) {
      const [left = 0, above = 0, corner = 0] = [next[j - 1], row[j], row[j - 1]];
      next.push(Math.min(left + 1, above + 1, corner + (letter === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** No name is as long. */
const MAX_LENGTH = 100;
