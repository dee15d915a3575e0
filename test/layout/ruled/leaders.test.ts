import { describe, expect, it } from 'vitest';
import type { PageTable } from '../../../src/layout/layout-types.js';
import { withoutLeaders } from '../../../src/layout/ruled/leaders.js';

/** Two cells side by side, each with one line of 10 points at a height. */
const read = (left: string, right: string, off = 0): string[] => {
  const cell = (col: number, text: string, y: number) => ({
    ...{ row: 0, col, rowSpan: 1, colSpan: 1, openBottom: false },
    bbox: { x0: 100 * col, x1: 100 * col + 100, y0: 0, y1: 20 },
    lines: [{ text, size: 10, box: { x0: 100 * col, x1: 100 * col + 90, y0: y, y1: y + 10 } }],
  });
  const table: PageTable = {
    ...{ columnsFrom: 'text', xs: [0, 100, 200], ys: [0, 20], bbox: { x0: 0, x1: 200, y0: 0, y1: 20 } },
    cells: [cell(0, left, 0), cell(1, right, off)],
  };
  return withoutLeaders(table).cells.flatMap(({ lines }) => lines.map(({ text }) => text));
};

describe('dots that lead over a border', () => {
  it('are no part of the number behind them', () => {
    expect(read('Revenue .....', '... 41,200')).toEqual(['Revenue .....', '41,200']);
    expect(read('税收······', '··41,200')).toEqual(['税收······', '41,200']);
  });
  it('come from the text to the left, on the same line', () => {
    expect(read('Revenue', '.5')).toEqual(['Revenue', '.5']);
    expect(read('Revenue .....', '... 41,200', 3.4)[1]).toBe('41,200');
    expect(read('Revenue .....', '... 41,200', 3.6)[1]).toBe('... 41,200');
  });
  it('are all that a cell says where nothing follows', () => {
    expect(read('税收……', '……')).toEqual(['税收……', '……']);
  });
});
