import type { Area, Gray } from '../../raster/raster-types.js';
import type { TextLineArea } from '../../raster/xy-cut.js';
import { OCR_LINES_TOLERANCES as TOL } from './tolerances.js';

/**
 * The part of the picture that an engine is shown of a line, with `padding` above and below it. It may reach over the
 * picture's edges. A line that is cut off by its cell is shown as if it were not.
 */
export function cropArea(line: TextLineArea, usual: number, padding: number): Area {
  const own = line.y1 - line.y0;
  const missing = own < TOL.lowLine * usual ? usual - own : 0;
  const margin = Math.max(2, Math.round(padding * (own + missing)));
  const beside = Math.max(margin, Math.round(TOL.faintBeside * own));
  const isCutAbove = line.y0 <= line.region.y0 + 2;
  const isCutBelow = line.y1 >= line.region.y1 - 2;
  const above = Math.round(isCutAbove === isCutBelow ? missing / 2 : isCutAbove ? missing : 0);
  return {
    x0: line.x0 - beside,
    y0: line.y0 - above - margin,
    x1: line.x1 + beside,
    y1: line.y1 + missing - above + margin,
  };
}

/** The crop, with the picture's own pixels where the line is, and white elsewhere. */
export function cropOf({ width, height, levels }: Gray, crop: Area, line: TextLineArea): Gray {
  const own = line.y1 - line.y0;
  const beside = Math.round(TOL.faintBeside * own);
  const above = Math.max(1, Math.round(TOL.faintAbove * own));
  const out = new Uint8Array((crop.x1 - crop.x0) * (crop.y1 - crop.y0)).fill(255);
  const x0 = Math.max(0, crop.x0, line.region.x0, line.x0 - beside);
  const x1 = Math.min(width, crop.x1, line.region.x1, line.x1 + beside);
  const y0 = Math.max(0, crop.y0, line.y0 - above);
  const y1 = Math.min(height, crop.y1, line.y1 + above);
  for (let y = y0; y < y1; y++) {
    out.set(levels.subarray(y * width + x0, y * width + x1), (y - crop.y0) * (crop.x1 - crop.x0) + x0 - crop.x0);
  }
  return { width: crop.x1 - crop.x0, height: crop.y1 - crop.y0, levels: out };
}
