import type { Box } from '../../geometry/box.js';
import type { Turn } from '../../geometry/turn.js';
import { READER_TOLERANCES as TOL } from '../tolerances.js';
import { type Matrix, mapRect, multiply } from './matrix.js';

/** Counts by how many degrees the texts of a page are off the right angles. */
export class Slants {
  private readonly steps = new Map<number, { count: number; sum: number }>();
  private total = 0;

  /** Degrees, counter-clockwise as seen on the page, and of how many glyphs. */
  add(slant: number, count: number): void {
    if (!Number.isFinite(slant)) return;
    this.total += count;
    const key = Math.round(slant / TOL.slantStep);
    const step = this.steps.get(key);
    if (!step) this.steps.set(key, { count, sum: slant * count });
    else {
      step.count += count;
      step.sum += slant * count;
    }
  }

  /** By how much the whole page is turned: most of its text is, by the same few degrees. 0 where it is level. */
  ofPage(): number {
    // The text of one angle may stand on both sides of a step.
    const around = [...this.steps.keys()].map((at) => {
      const near = [at - 1, at, at + 1].flatMap((key) => this.steps.get(key) ?? []);
      return { count: sumOf(near, 'count'), sum: sumOf(near, 'sum') };
    });
    const { count, sum } = around.reduce((a, b) => (b.count > a.count ? b : a), { count: 0, sum: 0 });
    const slant = sum / count;
    const isTurned = Math.abs(slant) >= TOL.minSlant && Math.abs(slant) <= TOL.maxSlant;
    return isTurned && count >= TOL.slantedText * this.total ? slant : 0;
  }
}

const sumOf = (steps: readonly { count: number; sum: number }[], key: 'count' | 'sum'): number =>
  steps.reduce((sum, step) => sum + step[key], 0);

/** How a page that is turned a little is drawn level: around its middle. Its corners may come to lie beyond its edges. */
export function levelled(
  viewport: Matrix,
  { x1: width, y1: height }: Box,
  slant: number,
): { viewport: Matrix; page: Box; turn: Turn } {
  const cos = Math.cos((slant * Math.PI) / 180);
  const sin = Math.sin((slant * Math.PI) / 180);
  const [x, y] = [width / 2, height / 2];
  const level: Matrix = [cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y];
  return {
    viewport: multiply(level, viewport),
    page: mapRect(level, [0, 0, width, height]) as Box,
    turn: { angle: 0, width, height, skew: -slant },
  };
}
