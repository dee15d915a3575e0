import type { Area } from '../raster-types.js';
import { RASTER_TOLERANCES as TOL } from '../tolerances.js';

/**
 * Leaves of coloured ink (1 in `zone`) what belongs to stamps: pieces that hang together and are as large as a stamp, with what stands
 * inside them. Text and tables in colour are smaller or larger.
 */
export function keepStamps(zone: Uint8Array, width: number, height: number): void {
  const side = Math.max(1, Math.round(Math.min(width, height) / TOL.stampCells));
  const [cols, rows] = [Math.ceil(width / side), Math.ceil(height / side)];
  const cells = new Uint8Array(cols * rows);
  for (let k = zone.indexOf(1); k >= 0; k = zone.indexOf(1, k + 1))
    cells[Math.floor(Math.floor(k / width) / side) * cols + Math.floor((k % width) / side)] = 1;
  const inside = new Uint8Array(zone.length);
  for (let k = cells.indexOf(1); k >= 0; k = cells.indexOf(1, k + 1)) {
    const { x0, x1, y0, y1 } = pieceAt(cells, cols, rows, k);
    const [short, long] = [Math.min(x1 - x0, y1 - y0), Math.max(x1 - x0, y1 - y0)];
    const isStamp =
      short >= TOL.stampHeight * TOL.stampCells &&
      long >= TOL.minStamp * TOL.stampCells &&
      long <= TOL.maxStamp * TOL.stampCells;
    if (!isStamp) continue;
    for (let y = y0 * side; y < Math.min(height, y1 * side); y++)
      inside.fill(1, y * width + x0 * side, y * width + Math.min(width, x1 * side));
  }
  for (let k = 0; k < zone.length; k++) if (inside[k] === 0) zone[k] = 0;
}

/** The box of the cells that hang together with one; they are taken out. */
function pieceAt(cells: Uint8Array, cols: number, rows: number, start: number): Area {
  const box = { x0: cols, y0: rows, x1: 0, y1: 0 };
  const open = [start];
  cells[start] = 0;
  for (let k = open.pop(); k !== undefined; k = open.pop()) {
    const [x, y] = [k % cols, Math.floor(k / cols)];
    box.x0 = Math.min(box.x0, x);
    box.x1 = Math.max(box.x1, x + 1);
    box.y0 = Math.min(box.y0, y);
    box.y1 = Math.max(box.y1, y + 1);
    for (let r = Math.max(0, y - 1); r <= Math.min(rows - 1, y + 1); r++) {
      for (let c = Math.max(0, x - 1); c <= Math.min(cols - 1, x + 1); c++) {
        if (cells[r * cols + c] !== 1) continue;
        cells[r * cols + c] = 0;
        open.push(r * cols + c);
      }
    }
  }
  return box;
}
