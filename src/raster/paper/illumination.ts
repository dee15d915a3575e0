import { type Gray, increment } from '../raster-types.js';
import { RASTER_TOLERANCES as TOL } from '../tolerances.js';
import { withoutGrain } from './smooth.js';

/** The picture as if it were lit evenly and printed in black: paper white, and ink as dark everywhere as where it is darkest. */
export const evened = (gray: Gray): Gray => evenInk(evenIllumination(withoutGrain(gray)));

/**
 * Each pixel divided by the brightness of the paper around it. Where a tile holds no paper (a dark area), its neighbours' counts.
 */
export function evenIllumination(gray: Gray): Gray {
  const { width, height, levels } = gray;
  const side = Math.max(TOL.minTile, Math.round(Math.min(width, height) * TOL.tile));
  const cols = Math.ceil(width / side);
  const rows = Math.ceil(height / side);
  const paper = smoothed(widened(tileBrightness(gray, side, cols, rows), cols, rows), cols, rows);
  const out = new Uint8Array(levels.length);
  const across = new Float32Array(width);
  for (let y = 0; y < height; y++) {
    interpolateRow(paper, cols, rows, side, y, across);
    const start = y * width;
    for (let x = 0; x < width; x++) {
      const value = ((levels[start + x] as number) * 255) / (TOL.paper * (across[x] as number));
      out[start + x] = value > 255 ? 255 : value;
    }
  }
  return { width, height, levels: out };
}

/** Pale ink made darker, area by area; where there is none, or it is dark enough, nothing changes. */
export function evenInk(gray: Gray): Gray {
  const { width, height, levels } = gray;
  const side = Math.max(TOL.minTile, Math.round(Math.min(width, height) * TOL.inkTile));
  const cols = Math.ceil(width / side);
  const rows = Math.ceil(height / side);
  // What is dark on the whole is the table under the sheet, a shadow, a photograph.
  const ground = tileLevels(gray, side, cols, rows, 0.5);
  const darkest = tileLevels(gray, side, cols, rows, TOL.darkest).map((level, i) =>
    (ground[i] as number) > TOL.noInk ? level : 255,
  );
  const usual = [...darkest].filter((level) => level <= TOL.noInk).sort((a, b) => a - b)[0];
  if (usual === undefined) return gray;
  // A tile without ink has that of its neighbours, or else the darkest of the page, so that its grain stays grain.
  const known = darkest.map((level) => (level <= TOL.noInk ? level : usual));
  if (known.every((level) => level <= TOL.darkInk)) return gray;
  const ink = smoothed(darkened(known, cols, rows), cols, rows);
  const out = new Uint8Array(levels.length);
  const across = new Float32Array(width);
  for (let y = 0; y < height; y++) {
    interpolateRow(ink, cols, rows, side, y, across);
    const start = y * width;
    for (let x = 0; x < width; x++) {
      const dark = Math.max(TOL.darkInk, across[x] as number);
      const value = 255 - ((255 - (levels[start + x] as number)) * (255 - TOL.darkInk)) / (255 - dark);
      out[start + x] = value < 0 ? 0 : value;
    }
  }
  return { width, height, levels: out };
}

/** Ink is what is dark around. */
const darkened = (tiles: Float32Array, cols: number, rows: number): Float32Array =>
  Float32Array.from(tiles, (own, i) => {
    let best = own;
    forNeighbours(i, cols, rows, (k) => {
      best = Math.min(best, tiles[k] as number);
    });
    return best;
  });

const tileBrightness = (gray: Gray, side: number, cols: number, rows: number): Float32Array =>
  tileLevels(gray, side, cols, rows, 1 - TOL.brightest);

/** The level below which this part of the pixels of each tile lies. */
function tileLevels(
  { width, height, levels }: Gray,
  side: number,
  cols: number,
  rows: number,
  part: number,
): Float32Array {
  const tiles = new Float32Array(cols * rows);
  const counts = new Uint32Array(256);
  for (let row = 0; row < rows; row++) {
    for (let col = 0; col < cols; col++) {
      counts.fill(0);
      const x1 = Math.min(width, (col + 1) * side);
      const y1 = Math.min(height, (row + 1) * side);
      for (let y = row * side; y < y1; y++) {
        for (let x = col * side; x < x1; x++) increment(counts, levels[y * width + x] as number);
      }
      let left = (1 - part) * (x1 - col * side) * (y1 - row * side);
      let value = 255;
      while (value > 0 && left >= (counts[value] as number)) left -= counts[value--] as number;
      tiles[row * cols + col] = Math.max(1, value);
    }
  }
  return tiles;
}

/** Paper is what is bright around: a tile full of ink takes the brightness of its brightest neighbour, one in shadow keeps its own. */
function widened(tiles: Float32Array, cols: number, rows: number): Float32Array {
  return Float32Array.from(tiles, (own, i) => {
    let best = 0;
    forNeighbours(i, cols, rows, (k) => {
      best = Math.max(best, tiles[k] as number);
    });
    return own >= TOL.shadow * best ? own : best;
  });
}

function smoothed(tiles: Float32Array, cols: number, rows: number): Float32Array {
  return Float32Array.from(tiles, (_, i) => {
    let sum = 0;
    let count = 0;
    forNeighbours(i, cols, rows, (k) => {
      sum += tiles[k] as number;
      count++;
    });
    return sum / count;
  });
}

function forNeighbours(i: number, cols: number, rows: number, visit: (k: number) => void): void {
  const row = Math.floor(i / cols);
  const col = i % cols;
  for (let r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++) {
    for (let c = Math.max(0, col - 1); c <= Math.min(cols - 1, col + 1); c++) visit(r * cols + c);
  }
}

/** The brightness along one row of pixels, between the middles of the tiles. */
function interpolateRow(
  tiles: Float32Array,
  cols: number,
  rows: number,
  side: number,
  y: number,
  out: Float32Array,
): void {
  const v = Math.min(rows - 1, Math.max(0, (y + 0.5) / side - 0.5));
  const r0 = Math.floor(v);
  const r1 = Math.min(rows - 1, r0 + 1);
  const fv = v - r0;
  for (let x = 0; x < out.length; x++) {
    const u = Math.min(cols - 1, Math.max(0, (x + 0.5) / side - 0.5));
    const c0 = Math.floor(u);
    const c1 = Math.min(cols - 1, c0 + 1);
    const fu = u - c0;
    const top = (tiles[r0 * cols + c0] as number) * (1 - fu) + (tiles[r0 * cols + c1] as number) * fu;
    const bottom = (tiles[r1 * cols + c0] as number) * (1 - fu) + (tiles[r1 * cols + c1] as number) * fu;
    out[x] = top * (1 - fv) + bottom * fv;
  }
}
