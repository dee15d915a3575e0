import type { Matrix } from '../reader/interpreter/matrix.js';
import { PATH } from '../reader/interpreter/paths/paths.js';
import type { Outline } from '../reader/picture/shown-types.js';

/** Straight pieces of a curve. */
const PIECES = 5;
/** Edges of one glyph. Bounds the work on hostile fonts. */
const MAX_EDGES = 4000;

/** The edges of an outline, mapped by `m`: x and y of both ends, one edge after another. Level ones are of no use and left out. */
export function edgesOf(outline: Outline, m: Matrix): number[] {
  const edges: number[] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  const at = (i: number): [number, number] => {
    const [a, b] = [outline[i] ?? 0, outline[i + 1] ?? 0];
    return [m[0] * a + m[2] * b + m[4], m[1] * a + m[3] * b + m[5]];
  };
  const line = ([bx, by]: readonly [number, number]): void => {
    if (y !== by && Number.isFinite(x + y + bx + by)) edges.push(x, y, bx, by);
    [x, y] = [bx, by];
  };
  const curve = (c: [number, number], d: [number, number], e: [number, number]): void => {
    const [ax, ay] = [x, y];
    for (let piece = 1; piece <= PIECES; piece++) {
      const t = piece / PIECES;
      const u = 1 - t;
      const mix = (p: number, q: number, r: number, s: number): number =>
        u * u * u * p + 3 * u * u * t * q + 3 * u * t * t * r + t * t * t * s;
      line([mix(ax, c[0], d[0], e[0]), mix(ay, c[1], d[1], e[1])]);
    }
  };
  for (let i = 0; i < outline.length && edges.length < 4 * MAX_EDGES; ) {
    const code = outline[i];
    if (code === PATH.move) {
      line([startX, startY]);
      [x, y] = [startX, startY] = at(i + 1);
      i += 3;
    } else if (code === PATH.line) {
      line(at(i + 1));
      i += 3;
    } else if (code === PATH.curve) {
      curve(at(i + 1), at(i + 3), at(i + 5));
      i += 7;
    } else if (code === PATH.quad) {
      const [cx, cy] = at(i + 1);
      const end = at(i + 3);
      const toward = (p: number, q: number): number => p + (2 / 3) * (q - p);
      curve([toward(x, cx), toward(y, cy)], [toward(end[0], cx), toward(end[1], cy)], end);
      i += 5;
    } else if (code === PATH.close) {
      line([startX, startY]);
      i += 1;
    } else break;
  }
  line([startX, startY]);
  return edges;
}
