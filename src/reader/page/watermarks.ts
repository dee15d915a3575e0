import { midX, midY, overlap } from '../../geometry/box.js';
import { median } from '../../geometry/order.js';
import { type DrawnGlyph, type DrawnRuling, isWhite } from '../interpreter/drawing.js';
import { isBeside } from '../interpreter/text-edge.js';
import { READER_TOLERANCES as TOL } from '../tolerances.js';

/** Runs of faint text, and rulings, that are looked at. Bounds the work on hostile pages. */
const MAX_RUNS = 1000;
const MAX_RULINGS = 1000;
/** Kinds of faint text that are looked at, the commonest. */
const MAX_GROUPS = 16;
/** Side of the buckets (points) in which the text under a faint one is looked for, and how many of its glyphs are looked at. */
const BUCKET = 16;
const MAX_PILE = 64;

type Run = readonly DrawnGlyph[];

/**
 * Level text that is a watermark: fainter than what it is printed over. One text that is repeated all over the page, where it
 * runs over text and lines as it happens; or a single one that is far larger than all else, or printed over another text.
 * Faint text that stands in its own place is text.
 */
export function watermarkGlyphs(glyphs: readonly DrawnGlyph[], rulings: readonly DrawnRuling[]): Set<DrawnGlyph> {
  const marks = new Set<DrawnGlyph>();
  const groups = faintGroups(glyphs);
  if (groups.length === 0) return marks;
  for (const group of groups) {
    const limit = lightness(group[0] as DrawnGlyph) - TOL.darker;
    const dark = glyphs.filter((g) => !g.invisible && g.text.trim() !== '' && lightness(g) < limit);
    const under = new Under(dark, rulings.slice(0, MAX_RULINGS));
    const usual = median(dark.map((g) => g.size)) ?? Infinity;
    const runs = runsOf(group);
    const repeated = repeatedRuns(runs);
    const crossing = repeated.filter((run) => under.isCrossed(run));
    const isLattice = crossing.length >= TOL.minCrossing * repeated.length && crossing.length > 1;
    // Runs at the edges, and those of which a part is hidden, differ from the rest.
    const isWhole = isLattice && repeated.flat().length >= TOL.wholeLattice * group.length;
    if (isWhole) for (const glyph of group) marks.add(glyph);
    const inLattice = new Set(isLattice ? repeated : []);
    for (const run of isWhole ? [] : runs) {
      const isLarge = (run[0] as DrawnGlyph).size > TOL.largeMark * usual && under.isCrossed(run);
      if (inLattice.has(run) || isLarge || under.share(run) >= TOL.overText) for (const glyph of run) marks.add(glyph);
    }
  }
  return marks;
}

/** Faint glyphs by colour and size: those of one watermark are alike. */
function faintGroups(glyphs: readonly DrawnGlyph[]): DrawnGlyph[][] {
  const groups = new Map<string, DrawnGlyph[]>();
  for (const glyph of glyphs) {
    // White text that is seen stands on colour.
    if (glyph.invisible || glyph.angle % 90 !== 0 || isWhite(glyph.color) || lightness(glyph) < TOL.faint) continue;
    const key = `${glyph.color} ${glyph.alpha ?? 1} ${Math.round(2 * glyph.size)}`;
    const group = groups.get(key);
    if (group) group.push(glyph);
    else groups.set(key, [glyph]);
  }
  const all = [...groups.values()];
  return all.length > MAX_GROUPS ? all.sort((a, b) => b.length - a.length).slice(0, MAX_GROUPS) : all;
}

/** From 0, black, to 1, white: how light a glyph is on white paper. */
function lightness({ color, alpha = 1 }: DrawnGlyph): number {
  const channels = /^#(..)(..)(..)$/u.exec(color)?.slice(1);
  if (!channels) return 0;
  const [r = 0, g = 0, b = 0] = channels.map((hex) => Number.parseInt(hex, 16) / 255);
  return 1 - alpha * (1 - (0.3 * r + 0.59 * g + 0.11 * b));
}

/** Texts that stand without a space: lines of a pattern wrap and begin anywhere, words are the same in all of them. */
function runsOf(glyphs: readonly DrawnGlyph[]): Run[] {
  const runs: DrawnGlyph[][] = [];
  let last: DrawnGlyph | null = null;
  for (const glyph of glyphs) {
    const isBlank = glyph.text.trim() === '';
    if (!isBlank && last && isBeside(last.box, glyph.box, glyph.size)) (runs.at(-1) as DrawnGlyph[]).push(glyph);
    else if (!isBlank && runs.length < MAX_RUNS) runs.push([glyph]);
    last = isBlank || runs.length === MAX_RUNS ? null : glyph;
  }
  return runs;
}

/** The runs of which the text stands on the page often; one at its edge may be a part of it. */
function repeatedRuns(runs: readonly Run[]): Run[] {
  const byText = new Map<string, Run[]>();
  for (const run of runs) {
    const text = textOf(run);
    const same = byText.get(text);
    if (same) same.push(run);
    else byText.set(text, [run]);
  }
  const often = [...byText].filter(([text, same]) => text.length > 1 && same.length >= TOL.minRepeats);
  const texts = often.map(([text]) => text);
  return runs.filter((run) => texts.some((text) => text.includes(textOf(run))));
}

const textOf = (run: Run): string => run.map((glyph) => glyph.text).join('');

/** What lies under faint text. */
class Under {
  private readonly buckets = new Map<string, DrawnGlyph[]>();

  constructor(
    glyphs: readonly DrawnGlyph[],
    private readonly rulings: readonly DrawnRuling[],
  ) {
    for (const glyph of glyphs) {
      const key = keyOf(midX(glyph.box), midY(glyph.box));
      const bucket = this.buckets.get(key);
      if (!bucket) this.buckets.set(key, [glyph]);
      else if (bucket.length < MAX_PILE) bucket.push(glyph);
    }
  }

  /** Whether a run is printed over text, or over a line that parts it. */
  isCrossed(run: Run): boolean {
    return run.some((glyph) => this.isOverText(glyph) || this.isOverLine(glyph));
  }

  /** The fraction of a run that is printed over text. */
  share(run: Run): number {
    return run.length < 2 ? 0 : run.filter((glyph) => this.isOverText(glyph)).length / run.length;
  }

  private isOverText({ box: a }: DrawnGlyph): boolean {
    for (let x = a.x0 - BUCKET; x < a.x1 + BUCKET; x += BUCKET) {
      for (let y = a.y0 - BUCKET; y < a.y1 + BUCKET; y += BUCKET) {
        for (const { box: b } of this.buckets.get(keyOf(x, y)) ?? []) {
          const shared = overlap(a.x0, a.x1, b.x0, b.x1) * overlap(a.y0, a.y1, b.y0, b.y1);
          const least = Math.min((a.x1 - a.x0) * (a.y1 - a.y0), (b.x1 - b.x0) * (b.y1 - b.y0));
          if (shared > TOL.printedOver * least) return true;
        }
      }
    }
    return false;
  }

  private isOverLine({ box, size }: DrawnGlyph): boolean {
    const edge = TOL.lineInGlyph * size;
    return this.rulings.some(({ axis, at, from, to }) =>
      axis === 'v'
        ? at > box.x0 + edge && at < box.x1 - edge && from < midY(box) && to > midY(box)
        : at > box.y0 + edge && at < box.y1 - edge && from < midX(box) && to > midX(box),
    );
  }
}

const keyOf = (x: number, y: number): string => `${Math.floor(x / BUCKET)} ${Math.floor(y / BUCKET)}`;
