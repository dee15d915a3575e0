import { type Box, midX } from '../../geometry/box.js';
import type { Segment } from '../../grid/grid-types.js';
import { LAYOUT_TOLERANCES as TOL } from '../tolerances.js';
import type { Extent, HeadBlock } from './head-blocks.js';

/** What stands below a head of several columns: a head or a group of heads, with its columns. */
interface Unit {
  readonly col: number;
  readonly lastCol: number;
}

interface Range {
  readonly first: number;
  readonly last: number;
  readonly cost: number;
}

/** The zone as far as groups need it. */
export interface Zone {
  readonly xs: readonly number[];
  readonly texts: readonly Extent[];
  readonly rules: readonly Segment[];
}

/**
 * The heads on one line, from left to right, each with all columns that it covers. Those over several heads get what a
 * rule under them says; else what they are best centred over, or aligned with, without leaving heads below to none
 * (dynamic programming over the heads from left to right).
 */
export function withColumns(heads: readonly HeadBlock[], below: readonly HeadBlock[], zone: Zone): HeadBlock[] {
  const groups = heads.filter((head) => isOver(head, below));
  const under = below.filter((head) => groups.some((group) => isOver(group, [head])));
  const top = Math.min(...under.map(({ box }) => box.y0));
  const units = topmost(below.filter(({ box }) => midOf(box) > top));
  if (groups.length === 0 || units.length === 0) return [...heads];
  const taken = heads.filter((head) => !groups.includes(head));
  const runs = chain(units, taken);
  const ranges = groups.map((head) => rangesOf(head, units, runs, { ...zone, rules: ownRules(zone.rules, heads) }));
  // Where the first column has its head at the foot of the header, others may have; else what stands there is under some head.
  const isAtFoot = units.some((unit) => unit.col === 0 && !groups.some((group) => group.col === 0));
  const best = cheapest(ranges, units, zone, isAtFoot ? TOL.headless : TOL.orphan);
  return heads.map((head) => {
    const range = best?.[groups.indexOf(head)];
    if (!range) return head;
    const [first, last] = [units[range.first] as Unit, units[range.last] as Unit];
    return { ...head, col: Math.min(head.col, first.col), lastCol: Math.max(head.lastCol, last.lastCol) };
  });
}

const midOf = ({ y0, y1 }: Box): number => (y0 + y1) / 2;

const isOver = (head: HeadBlock, below: readonly HeadBlock[]): boolean =>
  below.some((other) => other.col <= head.lastCol && other.lastCol >= head.col && midOf(other.box) > midOf(head.box));

/** The heads that have none of the others above them, from left to right. */
function topmost(below: readonly HeadBlock[]): HeadBlock[] {
  return below
    .filter((head) => !below.some((other) => other !== head && isOver(other, [head])))
    .sort((a, b) => a.col - b.col);
}

/** For each unit, the number of the run of neighbours without anything between them. */
function chain(units: readonly Unit[], taken: readonly Unit[]): number[] {
  let run = 0;
  return units.map((unit, i) => {
    const before = units[i - 1];
    if (before && (unit.col !== before.lastCol + 1 || taken.some((t) => t.col > before.lastCol && t.col < unit.col)))
      run++;
    return run;
  });
}

function rangesOf(head: HeadBlock, units: readonly Unit[], runs: readonly number[], zone: Zone): Range[] {
  const own = units.flatMap((unit, i) => (unit.col <= head.lastCol && unit.lastCol >= head.col ? [i] : []));
  const [from, to] = [own[0], own.at(-1)];
  if (from === undefined || to === undefined) return [];
  const rule = ruleUnder(head, zone.rules);
  if (rule) {
    const under = units.flatMap((unit, i) => (isInRule(unit, rule, zone) ? [i] : []));
    const [first, last] = [under[0], under.at(-1)];
    if (first !== undefined && last !== undefined) return [{ first, last, cost: 0 }];
  }
  const ranges: Range[] = [];
  for (let first = from; first >= 0 && runs[first] === runs[from]; first--) {
    for (let last = to; last < units.length && runs[last] === runs[to]; last++) {
      ranges.push({ first, last, cost: offset(head, units[first] as Unit, units[last] as Unit, zone) });
    }
  }
  return ranges;
}

/** The rules that run under one of the heads alone: one that runs under several says nothing of where each of these ends. */
const ownRules = (rules: readonly Segment[], heads: readonly HeadBlock[]): Segment[] =>
  rules.filter(({ from, to }) => heads.filter(({ box }) => from < midX(box) && to > midX(box)).length === 1);

/** The rule right below a head. */
function ruleUnder({ box }: HeadBlock, rules: readonly Segment[]): Segment | undefined {
  const x = midX(box);
  return rules
    .filter(({ at, from, to }) => at > midOf(box) && at < box.y1 + (box.y1 - box.y0) && from < x && to > x)
    .sort((a, b) => a.at - b.at)[0];
}

function isInRule(unit: Unit, { from, to }: Segment, { texts }: Zone): boolean {
  const x = ((texts[unit.col] as Extent).from + (texts[unit.lastCol] as Extent).to) / 2;
  return x > from && x < to;
}

/** How far a head is off the middle of what is below it, or off its edges, in points. */
function offset({ box }: HeadBlock, first: Unit, last: Unit, { xs, texts }: Zone): number {
  const text = { from: (texts[first.col] as Extent).from, to: (texts[last.lastCol] as Extent).to };
  const cells = { from: xs[first.col] as number, to: xs[last.lastCol + 1] as number };
  const centres = [text, cells].map(({ from, to }) => Math.abs(midX(box) - (from + to) / 2));
  return Math.min(...centres);
}

/** The ranges, one for each head in order and without overlap, that leave the least. */
function cheapest(
  ranges: readonly (readonly Range[])[],
  units: readonly Unit[],
  { xs }: Zone,
  headless: number,
): Range[] | null {
  type Path = { range: Range; cost: number; before: Path | null };
  const left: number[] = [0];
  for (const { col, lastCol } of units)
    left.push((left.at(-1) as number) + headless * ((xs[lastCol + 1] as number) - (xs[col] as number)));
  const between = (first: number, last: number): number => (left[last] as number) - (left[first] as number);
  let paths: (Path | null)[] = [null];
  for (const options of ranges) {
    paths = options.flatMap((range): Path[] => {
      let best: Path | null = null;
      for (const path of paths) {
        const from = path ? path.range.last + 1 : 0;
        if (range.first < from) continue;
        const cost = (path?.cost ?? 0) + between(from, range.first) + range.cost;
        if (!best || cost < best.cost) best = { range, cost, before: path };
      }
      return best ? [best] : [];
    });
    if (paths.length === 0) return null;
  }
  let least: Path | null = null;
  for (const path of paths) {
    if (!path) continue;
    path.cost += between(path.range.last + 1, units.length);
    if (!least || path.cost < least.cost) least = path;
  }
  const chosen: Range[] = [];
  for (let path = least; path; path = path.before) chosen.unshift(path.range);
  return chosen;
}
