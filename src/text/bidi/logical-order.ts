import { type BidiClass, bidiClass, closingOf, isClosing, mirrored } from './classes.js';
import { clustersOf } from './clusters.js';

/** Characters that keep their order whatever runs around them: one, or a number with its signs. */
interface Atom {
  readonly text: string;
  /** Letters by their direction; a number, one of Arabic digits; what takes the direction of its neighbours. */
  readonly kind: 'L' | 'R' | 'number' | 'arabic' | 'neutral';
}

/** A part of a text in logical order. Signs in one that is read from right to left are drawn mirrored. */
export interface Part {
  readonly text: string;
  readonly turned: boolean;
}

interface Span {
  from: number;
  to: number;
}

/**
 * The order in which a line is read and typed, from that in which it stands, left to right: the Unicode bidirectional algorithm
 * (UAX 9) backwards. It is not one to one: where a Latin word and a number stand side by side, they stay as they are seen.
 */
export function logicalOrder(visual: string, rightToLeft: boolean): Part[] {
  const atoms = atomsOf(visual);
  if (rightToLeft) return turned(atoms);
  const parts: Part[] = [];
  let at = 0;
  for (const { from, to } of islands(atoms, goesOnLeft)) {
    parts.push({ text: textOf(atoms.slice(at, from)), turned: false }, ...turned(atoms.slice(from, to + 1)));
    at = to + 1;
  }
  return [...parts, { text: textOf(atoms.slice(at)), turned: false }];
}

/** The text of parts; `drawn` tells that signs were read as they look, not as they were typed. */
export const textOfParts = (parts: readonly Part[], drawn: boolean): string =>
  parts.map(({ text, turned }) => (turned && drawn ? mirrored(text) : text)).join('');

/** How many pairs of brackets make sense if they were read as they look, less those that do if they were read as typed. */
export function drawnBrackets(parts: readonly Part[]): number {
  let sum = 0;
  let before: string | null = null;
  for (const { text, turned } of parts) {
    if (!turned || (!closingOf(text) && !isClosing(text))) continue;
    if (before !== null && mirrored(before) === text) sum += isClosing(before) ? 1 : -1;
    before = text;
  }
  return sum;
}

const textOf = (atoms: readonly Atom[]): string => atoms.map(({ text }) => text).join('');

/** Atoms from right to left, in which what runs to the right keeps its order. */
function turned(atoms: readonly Atom[]): Part[] {
  const parts: Part[] = [];
  const kept = islands(atoms, goesOnRight).reverse();
  for (let i = atoms.length - 1; i >= 0; i--) {
    const island = kept[0];
    if (island && island.to === i) {
      parts.push({ text: textOf(atoms.slice(island.from, i + 1)), turned: false });
      i = island.from;
      kept.shift();
    } else parts.push({ text: (atoms[i] as Atom).text, turned: true });
  }
  return parts;
}

/** Whether an atom belongs to the island before it: it must, it may if another one follows that must, or it does not. */
type GoesOn = (island: readonly Atom[], next: Atom, isBeside: boolean) => 'yes' | 'perhaps' | 'no';

/** Words that run to the right, and numbers: side by side, and with neutrals between where a word has the say. */
const goesOnRight: GoesOn = (island, next, isBeside) => {
  const last = island.at(-1);
  if (next.kind === 'R') return 'no';
  if (!last || isBeside) return 'yes';
  if (last.kind === 'arabic' || next.kind === 'arabic') return 'no';
  return next.kind === 'L' || island.some(({ kind }) => kind === 'L') ? 'yes' : 'no';
};

/** Words that run to the left, and numbers between them. */
const goesOnLeft: GoesOn = (island, { kind }) => {
  if (kind === 'L') return 'no';
  if (kind === 'number') return island.length > 0 ? 'perhaps' : 'no';
  return 'yes';
};

/** Spans of atoms that run the other way than what is around them. */
function islands(atoms: readonly Atom[], goesOn: GoesOn): Span[] {
  const found: Span[] = [];
  let members: Atom[] = [];
  let island: Span | null = null;
  let last = -1;
  for (const [i, atom] of atoms.entries()) {
    if (atom.kind === 'neutral') continue;
    let answer = goesOn(members, atom, last === i - 1);
    if (answer === 'no' && island) {
      [members, island] = [[], null];
      answer = goesOn(members, atom, false);
    }
    last = i;
    if (answer === 'no') continue;
    members.push(atom);
    if (answer === 'perhaps') continue;
    if (island) island.to = i;
    else {
      island = { from: i, to: i };
      found.push(island);
    }
  }
  for (const span of found) closeBrackets(atoms, span);
  return found.filter((span, k) => span.from > (found[k - 1]?.to ?? -1));
}

/** Widens a span by the brackets that close, or open, one inside of it. */
function closeBrackets(atoms: readonly Atom[], span: Span): void {
  const open: string[] = [];
  const opened: string[] = [];
  for (let i = span.from; i <= span.to; i++) {
    const { text } = atoms[i] as Atom;
    const closing = closingOf(text);
    if (closing) open.push(closing);
    else if (open.at(-1) === text) open.pop();
    else if (isClosing(text)) opened.push(mirrored(text));
  }
  for (let i = span.to + 1; open.length > 0 && atoms[i]?.kind === 'neutral'; i++) {
    if (atoms[i]?.text === open.at(-1)) {
      open.pop();
      span.to = i;
    }
  }
  for (let i = span.from - 1; opened.length > 0 && atoms[i]?.kind === 'neutral'; i--) {
    if (atoms[i]?.text === opened[0]) {
      opened.shift();
      span.from = i;
    }
  }
}

function atomsOf(visual: string): Atom[] {
  const clusters = clustersOf(visual);
  const classes = clusters.map(bidiClass);
  const isArabic = behindArabic(classes);
  const atoms: Atom[] = [];
  for (let i = 0; i < clusters.length; ) {
    const end = numberEnd(classes, i, isArabic[i] as boolean);
    const isNumber = end > i;
    const to = isNumber ? end : i + 1;
    const kinds = classes.slice(i, to);
    const kind = isNumber ? (kinds.includes('AN') ? 'arabic' : 'number') : kindOf(classes[i] as BidiClass);
    atoms.push({ text: clusters.slice(i, to).join(''), kind });
    i = to;
  }
  return atoms;
}

const kindOf = (bidi: BidiClass): Atom['kind'] =>
  bidi === 'L' ? 'L' : bidi === 'R' || bidi === 'AL' ? 'R' : 'neutral';

/** For each place, whether the letter read before it, to its right, is an Arabic one. */
function behindArabic(classes: readonly BidiClass[]): boolean[] {
  const answer: boolean[] = [];
  let isArabic = false;
  for (let i = classes.length - 1; i >= 0; i--) {
    const bidi = classes[i] as BidiClass;
    if (bidi === 'L' || bidi === 'R' || bidi === 'AL') isArabic = bidi === 'AL';
    answer[i] = isArabic;
  }
  return answer;
}

/** Where a number ends that begins at i, i itself where none does: behind Arabic letters signs do not belong to it. */
function numberEnd(classes: readonly BidiClass[], i: number, isArabic: boolean): number {
  let at = i;
  if (!isArabic) while (classes[at] === 'ET') at++;
  const first = classes[at];
  if (first !== 'EN' && (first !== 'AN' || at > i)) return i;
  const separators: readonly (BidiClass | undefined)[] = isArabic || first === 'AN' ? ['CS'] : ['CS', 'ES'];
  for (;;) {
    while (classes[at] === first) at++;
    if (!separators.includes(classes[at]) || classes[at + 1] !== first) break;
    at++;
  }
  if (!isArabic && first === 'EN') while (classes[at] === 'ET') at++;
  return at;
}
