import type { Box } from '../geometry.js';
import type { DrawnArea } from './drawing.js';
import type { Ruling } from './types.js';

/** Sides of smaller areas (points) border no cell. */
const MIN_SIDE = 6;
/** More areas than this on a page are a drawing, not cells; also bounds the work. */
const MAX_AREAS = 1200;
/** How far inside and outside of a side (points) the colours are compared: less than the thinnest gap between cells. */
const PROBE = 0.3;
const PAPER = '#ffffff';

/**
 * The sides of filled areas along which the colour changes: what a reader sees as the borders of cells that have
 * backgrounds instead of lines, be it coloured cells side by side or a dark ground showing between light cells.
 */
export function fillEdges(areas: readonly DrawnArea[]): Ruling[] {
  const cells = areas.filter(({ box }) => box.x1 - box.x0 >= MIN_SIDE && box.y1 - box.y0 >= MIN_SIDE);
  if (cells.length < 2 || cells.length > MAX_AREAS) return [];
  return cells.flatMap(({ box }) => sides(box).filter((side) => isVisible(side, cells)));
}

function sides(b: Box): Ruling[] {
  return [
    { axis: 'h', at: b.y0, from: b.x0, to: b.x1, width: 0 },
    { axis: 'h', at: b.y1, from: b.x0, to: b.x1, width: 0 },
    { axis: 'v', at: b.x0, from: b.y0, to: b.y1, width: 0 },
    { axis: 'v', at: b.x1, from: b.y0, to: b.y1, width: 0 },
  ];
}

/** Whether the colours on both hands of the side differ at most of its quarters. */
function isVisible(side: Ruling, areas: readonly DrawnArea[]): boolean {
  let differing = 0;
  for (const part of [0.25, 0.5, 0.75]) {
    const along = side.from + (side.to - side.from) * part;
    const color = (at: number): string => (side.axis === 'h' ? colorAt(along, at, areas) : colorAt(at, along, areas));
    if (color(side.at - PROBE) !== color(side.at + PROBE)) differing++;
  }
  return differing >= 2;
}

/** The colour that is painted last at a point. */
function colorAt(x: number, y: number, areas: readonly DrawnArea[]): string {
  for (let i = areas.length - 1; i >= 0; i--) {
    const { box, color } = areas[i] as DrawnArea;
    if (x > box.x0 && x < box.x1 && y > box.y0 && y < box.y1) return color;
  }
  return PAPER;
}
