import type { Box } from '../../geometry/box.js';
import { type DrawnArea, isWhite } from '../interpreter/drawing.js';
import { rulingOfBox } from '../interpreter/paths/paths.js';
import type { Ruling } from '../reader-types.js';
import { READER_TOLERANCES } from '../tolerances.js';

/** More areas than this on a page are a drawing, not cells; bounds the work, as does the number of white lines. */
const MAX_AREAS = 1200;
const MAX_LINES = 4000;
const PAPER = '#ffffff';

/**
 * What a reader sees as the borders of cells that have backgrounds: the sides of filled areas along which the colour
 * changes (coloured cells side by side, or a dark ground between light cells), and white lines drawn on colour.
 */
export function fillEdges(areas: readonly DrawnArea[]): Ruling[] {
  const { minAreaSide, colorProbe } = READER_TOLERANCES;
  const cells = areas.filter(({ box: b }) => Math.min(b.x1 - b.x0, b.y1 - b.y0) >= minAreaSide);
  if (cells.length === 0 || cells.length > MAX_AREAS) return [];
  const white = areas.flatMap((area) => (isWhite(area.color) ? (rulingOfBox(area.box) ?? []) : []));
  const lines = white.slice(0, MAX_LINES).filter((line) => standsOnColor(line, cells));
  // One ground alone is no cell, unless white lines make cells of it.
  if (cells.length < 2 && lines.length === 0) return [];
  return [...cells.flatMap(({ box }) => sides(box).filter((side) => differs(side, colorProbe, cells))), ...lines];
}

function sides(b: Box): Ruling[] {
  return [
    { axis: 'h', at: b.y0, from: b.x0, to: b.x1, width: 0 },
    { axis: 'h', at: b.y1, from: b.x0, to: b.x1, width: 0 },
    { axis: 'v', at: b.x0, from: b.y0, to: b.y1, width: 0 },
    { axis: 'v', at: b.x1, from: b.y0, to: b.y1, width: 0 },
  ];
}

/** Whether the colours on both hands of a side differ at most of its quarters. */
const differs = (side: Ruling, reach: number, areas: readonly DrawnArea[]): boolean =>
  quarters(side, areas, (color) => color(side.at - reach) !== color(side.at + reach));

/** Whether there is colour on a hand of a white line, so that the line can be seen. */
function standsOnColor(line: Ruling, areas: readonly DrawnArea[]): boolean {
  const reach = line.width / 2 + READER_TOLERANCES.colorProbe;
  return quarters(line, areas, (color) => !isWhite(color(line.at - reach)) || !isWhite(color(line.at + reach)));
}

/** Whether something holds at two of the three quarters of a line; `color` looks across the line there. */
function quarters(
  line: Ruling,
  areas: readonly DrawnArea[],
  holds: (color: (at: number) => string) => boolean,
): boolean {
  const found = [0.25, 0.5, 0.75].filter((part) => {
    const along = line.from + (line.to - line.from) * part;
    return holds((at) => (line.axis === 'h' ? colorAt(along, at, areas) : colorAt(at, along, areas)));
  });
  return found.length >= 2;
}

/** The colour that is painted last at a point. */
function colorAt(x: number, y: number, areas: readonly DrawnArea[]): string {
  for (let i = areas.length - 1; i >= 0; i--) {
    const { box, color } = areas[i] as DrawnArea;
    if (x > box.x0 && x < box.x1 && y > box.y0 && y < box.y1) return color;
  }
  return PAPER;
}
