import { type Box, overlap } from '../../geometry/box.js';
import type { Glyph } from '../../reader/reader-types.js';
import { Alignment } from './alignment.js';
import type { Locator, Owner } from './locator.js';
import { isBetween, isBlank, type Placed, piecesOfRun, runsOf, type Span, spanOf } from './runs.js';
import { RUN_TOLERANCES as RUN } from './tolerances.js';

/** What the glyphs of a page fall into. */
export interface Shares {
  readonly glyphsOf: ReadonlyMap<Owner | null, Glyph[]>;
  /** Cells between which a run was cut. */
  readonly cut: ReadonlySet<Owner>;
}

/**
 * Shares glyphs out among cells, by runs. A run that stands in one cell belongs to it. One that goes over borders is parted
 * where two texts meet; what is one text stays whole: in the cell that it sticks out of a little, or in that from which it
 * runs over into empty ones, as spreadsheets print. Only a text beside another one is cut at the border.
 */
export function shareOut(glyphs: readonly Glyph[], locator: Locator): Shares {
  const shares = new Map<Owner | null, Glyph[]>();
  const cut = new Set<Owner>();
  const putGlyphs = (run: readonly Glyph[], owner: Owner | null): void => {
    const own = shares.get(owner);
    if (!own) shares.set(owner, [...run]);
    else for (const glyph of run) own.push(glyph);
  };
  const put = (run: readonly Placed[], owner: Owner | null): void =>
    putGlyphs(
      run.map(({ glyph }) => glyph),
      owner,
    );
  const settled: (readonly Glyph[])[] = [];
  const crossing: Placed[][] = [];
  for (const run of runsOf(glyphs)) {
    // Most runs stand in one cell: nothing more is asked of these.
    const owner = soleOwner(run, locator);
    if (owner === undefined) crossing.push(inOrder(place(run, locator)));
    else {
      putGlyphs(run, owner);
      settled.push(run);
    }
  }
  if (crossing.length === 0) return { glyphsOf: shares, cut };
  const alignment = new Alignment(settled.map((run) => place(run, locator).filter(({ blank }) => !blank)));
  const open = crossing
    .flatMap((run) => piecesOfRun(run, alignment))
    .filter((piece) => {
      const owner = standsInOne(piece) ? ownerOf(piece) : holder(piece);
      if (owner !== undefined) put(piece, owner);
      return owner === undefined;
    });
  const taken = new Map([...shares].map(([owner, own]) => [owner, own.filter((glyph) => !isBlank(glyph))]));
  for (const piece of open) {
    const anchor = anchorOf(piece);
    const others = new Set(piece.flatMap(({ blank, owner }) => (blank || owner === anchor || !owner ? [] : [owner])));
    const beside = [...others].flatMap((owner) => taken.get(owner) ?? []);
    if (beside.length === 0) put(piece, anchor);
    else {
      const parts = standsOn(piece, beside) ? [{ piece, owner: anchor }] : cutAtBorders(piece);
      for (const part of parts) put(part.piece, part.owner);
      for (const owner of [anchor, ...others]) if (owner) cut.add(owner);
    }
  }
  return { glyphsOf: shares, cut };
}

/** The cell that a run stands in, white space left aside; null for none, undefined where it stands in several. */
function soleOwner(run: readonly Glyph[], locator: Locator): Owner | null | undefined {
  let owner: Owner | null | undefined;
  for (const glyph of run) {
    if (isBlank(glyph)) continue;
    const own = locator.ownerOf(glyph.box);
    if (owner === undefined) owner = own;
    else if (own !== owner) return undefined;
  }
  return owner === undefined ? locator.ownerOf((run[0] as Glyph).box) : owner;
}

function place(run: readonly Glyph[], locator: Locator): Placed[] {
  return run.map((glyph): Placed => {
    const { from, to } = spanOf(glyph.box, glyph.angle);
    return { from, to, glyph, blank: isBlank(glyph), owner: locator.ownerOf(glyph.box) };
  });
}

const inOrder = (run: Placed[]): Placed[] => run.sort((a, b) => a.from - b.from);

/** The cell of a run that stands in one: white space takes that of the text. */
const ownerOf = (run: readonly Placed[]): Owner | null => (run.find(({ blank }) => !blank) ?? run[0])?.owner ?? null;

function standsInOne(run: readonly Placed[]): boolean {
  const owner = ownerOf(run);
  return run.every((one) => one.blank || one.owner === owner);
}

const extentOf = (run: readonly Placed[]): Span & { size: number } => {
  const ink = run.filter(({ blank }) => !blank);
  const [first, last] = [ink[0] as Placed, ink.at(-1) as Placed];
  return { from: first.from, to: last.to, size: Math.max(first.glyph.size, last.glyph.size) };
};

/** The cells that a run stands in, each with how many of its glyphs do, most first. */
function ownersOf(run: readonly Placed[]): { owner: Owner | null; count: number }[] {
  const counts = new Map<Owner | null, number>();
  for (const { blank, owner } of run) if (!blank) counts.set(owner, (counts.get(owner) ?? 0) + 1);
  return [...counts].map(([owner, count]) => ({ owner, count })).sort((a, b) => b.count - a.count);
}

const cellSpan = (owner: Owner, run: readonly Placed[]): Span => spanOf(owner.box, (run[0] as Placed).glyph.angle);

/** The cell that holds a run but for a little at its ends; undefined where none does. */
function holder(run: readonly Placed[]): Owner | undefined {
  const { from, to, size } = extentOf(run);
  const found = ownersOf(run).find(({ owner }) => {
    if (!owner) return false;
    const cell = cellSpan(owner, run);
    return Math.max(cell.from - from, to - cell.to) <= RUN.overhang * size;
  });
  return found?.owner ?? undefined;
}

/** The cell that a run is aligned to: at its start, at its end, or in its middle; else that in which it starts. */
function anchorOf(run: readonly Placed[]): Owner | null {
  const { from, to, size } = extentOf(run);
  const ink = run.filter(({ blank }) => !blank);
  const [first, last] = [ink[0]?.owner ?? null, ink.at(-1)?.owner ?? null];
  const before = first ? Math.abs(from - cellSpan(first, run).from) : Infinity;
  const behind = last ? Math.abs(cellSpan(last, run).to - to) : Infinity;
  if (Math.min(before, behind) <= RUN.padding * size) return before <= behind ? first : last;
  const owners = ownersOf(run);
  const centred = owners.find(({ owner }) => {
    const cell = owner && cellSpan(owner, run);
    return cell && Math.abs(cell.from + cell.to - from - to) / 2 <= RUN.offCentre * size;
  });
  return centred?.owner ?? first ?? owners[0]?.owner ?? null;
}

/** Whether a run is printed over other texts, so that no border parts it from them. */
function standsOn(run: readonly Placed[], others: readonly Glyph[]): boolean {
  return others.some(({ box: b }) =>
    run.some(({ blank, glyph }) => {
      if (blank) return false;
      return sharedArea(glyph.box, b) > RUN.printedOver * Math.min(areaOf(glyph.box), areaOf(b));
    }),
  );
}

const areaOf = (b: Box): number => (b.x1 - b.x0) * (b.y1 - b.y0);
const sharedArea = (a: Box, b: Box): number => overlap(a.x0, a.x1, b.x0, b.x1) * overlap(a.y0, a.y1, b.y0, b.y1);

/** The parts of a run by the cells under them; where a border runs through a glyph, both belong to the cell with more of them. */
function cutAtBorders(run: readonly Placed[]): { piece: Placed[]; owner: Owner | null }[] {
  const parts: { piece: Placed[]; owner: Owner | null }[] = [];
  let ink: Placed | null = null;
  for (const [i, one] of run.entries()) {
    const part = parts.at(-1);
    if (one.blank || !ink || !part) {
      if (part) part.piece.push(one);
      else parts.push({ piece: [one], owner: one.owner });
    } else if (one.owner === ink.owner) part.piece.push(one);
    else if (isBetween(ink, one)) parts.push({ piece: [one], owner: one.owner });
    else {
      if (lengthFrom(run, i) > part.piece.length) part.owner = one.owner;
      part.piece.push(one);
    }
    if (!one.blank) ink = one;
  }
  return parts;
}

/** How many glyphs from index i on stand in the same cell. */
function lengthFrom(run: readonly Placed[], i: number): number {
  let n = 1;
  while (i + n < run.length && (run[i + n] as Placed).owner === (run[i] as Placed).owner) n++;
  return n;
}
