import type { Box } from '../../geometry/box.js';
import type { Matrix } from '../../reader/interpreter/matrix.js';
import type { Outline } from '../../reader/picture/shown-types.js';
import { type Coverage, coverageOf } from '../coverage.js';

/** What a glyph looks like, whatever its size: its ink, stretched into a grid, and the form of the box around it. */
export interface Shape {
  /** How much of each square is ink, a little blurred, row by row from the top, as a vector of length 1 around its mean. */
  readonly grid: Float32Array;
  /** Width of the box of the ink, in its heights. */
  readonly aspect: number;
  /** In ems. */
  readonly width: number;
  readonly height: number;
  /** How high the lower edge of the ink stands over the baseline, in ems. */
  readonly low: number;
}

export const COLUMNS = 12;
export const ROWS = 18;
/** Pixels to the em in which outlines are drawn to be looked at. */
const EM = 64;

/** The shape of an outline, drawn by the linear part of `turn` (1, 0, 0, 1 is upright); null where it has no ink. */
export function shapeOfOutline(
  outline: Outline,
  turn: readonly [number, number, number, number] = [1, 0, 0, 1],
): Shape | null {
  const [a, b, c, d] = turn;
  const m: Matrix = [a * EM, -b * EM, c * EM, -d * EM, 0, 0];
  const cover = coverageOf(outline, m);
  if (!cover) return null;
  return shapeOf(cover, EM);
}

/** The shape of pixels, of which so many are an em; its origin is that of the glyph. */
export function shapeOf(cover: Coverage, em: number): Shape | null {
  const box = inkBox(cover);
  if (!box) return null;
  const [w, h] = [box.x1 - box.x0, box.y1 - box.y0];
  return { ...measured(squaresOf(cover, box), w / h), width: w / em, height: h / em, low: -(cover.y + box.y1) / em };
}

/**
 * Which squares of the grid are ink, and the form of the box around it; for scripts/digit-shapes.mjs.
 *
 * @public
 */
/** @public used by scripts/digit-shapes.mjs */
export function bitsOf(cover: Coverage): { bits: boolean[]; aspect: number } | null {
  const box = inkBox(cover);
  if (!box) return null;
  const bits = Array.from(squaresOf(cover, box), (square) => square >= 0.5);
  return { bits, aspect: (box.x1 - box.x0) / (box.y1 - box.y0) };
}

function squaresOf(cover: Coverage, { x0, y0, x1, y1 }: Box): Float32Array {
  const [w, h] = [(x1 - x0) / COLUMNS, (y1 - y0) / ROWS];
  const squares = new Float32Array(COLUMNS * ROWS);
  for (let row = 0; row < ROWS; row++) {
    for (let column = 0; column < COLUMNS; column++) {
      const [x, y] = [x0 + column * w, y0 + row * h];
      squares[row * COLUMNS + column] = meanOf(cover, x, y, x + w, y + h);
    }
  }
  return squares;
}

/** The shape of a grid of squares that are ink or not. */
export function shapeOfBits(bits: readonly boolean[], aspect: number): Pick<Shape, 'grid' | 'aspect'> {
  return measured(Float32Array.from(bits, Number), aspect);
}

const measured = (squares: Float32Array, aspect: number): Pick<Shape, 'grid' | 'aspect'> => ({
  grid: unit(blurred(squares)),
  aspect,
});

/** How alike two shapes are, from -1 to 1, the form of their boxes included. */
export function likeness(a: Pick<Shape, 'grid' | 'aspect'>, b: Pick<Shape, 'grid' | 'aspect'>): number {
  let sum = 0;
  for (let i = 0; i < a.grid.length; i++) sum += (a.grid[i] as number) * (b.grid[i] as number);
  return sum - ASPECT_WEIGHT * Math.max(0, Math.abs(Math.log(a.aspect / b.aspect)) - FREE_ASPECT);
}

/** Fonts are wider and narrower by this, as a logarithm, without being less alike. */
const FREE_ASPECT = 0.35;
const ASPECT_WEIGHT = 0.5;

/** The part of pixels in which there is ink; the first pixels beyond it are x1, y1. */
function inkBox({ width, height, data }: Coverage): Box | null {
  let [x0, y0, x1, y1] = [width, height, 0, 0];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if ((data[y * width + x] as number) < HALF_INK) continue;
      [x0, x1] = [Math.min(x0, x), Math.max(x1, x + 1)];
      [y0, y1] = [Math.min(y0, y), Math.max(y1, y + 1)];
    }
  }
  return x1 > x0 && y1 > y0 ? { x0, y0, x1, y1 } : null;
}

/** Level of 255 from which on a pixel belongs to the box of the ink. */
const HALF_INK = 96;

/** Mean of the pixels in a part of the picture, which need not be whole. */
function meanOf({ width, height, data }: Coverage, x0: number, y0: number, x1: number, y1: number): number {
  let [sum, area] = [0, 0];
  for (let y = Math.floor(y0); y < y1 && y < height; y++) {
    const dy = Math.min(y1, y + 1) - Math.max(y0, y);
    for (let x = Math.floor(x0); x < x1 && x < width; x++) {
      const part = dy * (Math.min(x1, x + 1) - Math.max(x0, x));
      sum += part * (data[y * width + x] as number);
      area += part;
    }
  }
  return area === 0 ? 0 : sum / area / 255;
}

/** Each square with its neighbours: strokes of one digit stand a little elsewhere in each font. */
function blurred(squares: Float32Array): Float32Array {
  const out = new Float32Array(squares.length);
  for (let row = 0; row < ROWS; row++) {
    for (let column = 0; column < COLUMNS; column++) {
      let [sum, weights] = [0, 0];
      for (let dy = -1; dy <= 1; dy++) {
        for (let dx = -1; dx <= 1; dx++) {
          const [y, x] = [row + dy, column + dx];
          if (y < 0 || y >= ROWS || x < 0 || x >= COLUMNS) continue;
          const weight = (2 - Math.abs(dx)) * (2 - Math.abs(dy));
          sum += weight * (squares[y * COLUMNS + x] as number);
          weights += weight;
        }
      }
      out[row * COLUMNS + column] = sum / weights;
    }
  }
  return out;
}

function unit(values: Float32Array): Float32Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const length = Math.hypot(...values.map((value) => value - mean)) || 1;
  return values.map((value) => (value - mean) / length);
}
