import { describe, expect, it } from 'vitest';
import type { Segment } from '../../../src/grid/grid-types.js';
import { printedLines } from '../../../src/layout/header/head-blocks.js';
import { headerOf } from '../../../src/layout/header/header.js';
import type { Line } from '../../../src/layout/layout-types.js';

/** A text of 10 points around a place; a letter takes 5 points. */
const text = (string: string, middle: number, y: number): Line => {
  const half = 2.5 * string.length;
  return { text: string, size: 10, box: { x0: middle - half, x1: middle + half, y0: y - 5, y1: y + 5 } };
};
/** Rows of data 20 points apart below the header: a label around 40, numbers around 100, 150, 200, 250. */
const data = (from: number, columns = 4): Line[][] =>
  [0, 20, 40].map((y) => [
    text('label', 40, from + y),
    ...[100, 150, 200, 250].slice(0, columns).map((x) => text('12.5', x, from + y)),
  ]);
const rule = (at: number, from: number, to: number): Segment => ({ axis: 'h', at, from, to });

/** Where borders run inside the header: heights of whole or broken lines and how many columns each runs through. */
function cellsOf(heads: Line[], { rules = [], body = data(100) }: { rules?: Segment[]; body?: Line[][] } = {}) {
  const lines = printedLines(heads);
  const rows = [...lines, ...body];
  const ys = [0, ...rows.slice(1).map((row) => (row[0] as Line).box.y0 - 1), 200];
  const header = headerOf(rows, ys, { left: 0, right: 280 }, [], rules);
  if (!header) return null;
  const { xs, segments } = header;
  const tops = [...new Set(segments.filter(({ axis }) => axis === 'h').map(({ at }) => at))].sort((a, b) => a - b);
  const rowAt = (y: number): number => tops.findLastIndex((at) => at < y);
  const colAt = (x: number): number => xs.findLastIndex((at) => at < x);
  // The cell of a text: from its place as far as no border stands in the way.
  return heads.map(({ text: string, box }) => {
    // A head may be centred over a border.
    const [x, y] = [(box.x0 + box.x1) / 2 + 0.5, (box.y0 + box.y1) / 2 + 0.5];
    const level = (at: number) => segments.some((s) => s.axis === 'h' && s.at === at && s.from < x && s.to > x);
    const upright = (at: number) => segments.some((s) => s.axis === 'v' && s.at === at && s.from < y && s.to > y);
    let [top, bottom, from, to] = [rowAt(y), rowAt(y) + 1, colAt(x), colAt(x) + 1];
    while (top > 0 && !level(tops[top] as number)) top--;
    while (bottom < tops.length - 1 && !level(tops[bottom] as number)) bottom++;
    while (from > 0 && !upright(xs[from] as number)) from--;
    while (to < xs.length - 1 && !upright(xs[to] as number)) to++;
    return `${string} ${top}-${bottom - 1} ${from}-${to - 1}`;
  });
}

describe('the header of a table', () => {
  const years = [100, 150, 200, 250].map((x, i) => text(`202${i % 2}`, x, 40));

  it('has heads that are centred over their columns', () => {
    expect(cellsOf([text('Exports', 125, 20), text('Imports', 225, 20), ...years])).toEqual([
      'Exports 0-0 1-2',
      'Imports 0-0 3-4',
      '2020 1-1 1-1',
      '2021 1-1 2-2',
      '2020 1-1 3-3',
      '2021 1-1 4-4',
    ]);
    expect(cellsOf([text('Trade', 175, 20), ...years])?.[0]).toBe('Trade 0-0 1-4');
  });
  it('has a head of labels beside all its rows', () => {
    const heads = [text('Exports', 125, 20), text('Imports', 225, 20), ...years];
    for (const y of [30, 40]) expect(cellsOf([text('Area', 40, y), ...heads])?.[0]).toBe('Area 0-1 0-0');
  });
  it('gives a head the columns of the rule under it', () => {
    const heads = [text('Exports', 130, 20), text('Tax', 250, 20), ...years];
    const under = (from: number, to: number) => cellsOf(heads, { rules: [rule(30, from, to)] })?.[0];
    expect(under(75, 225)).toBe('Exports 0-0 1-3');
    expect(under(75, 175)).toBe('Exports 0-0 1-2');
  });
  it('learns nothing of columns from a rule that runs under several heads', () => {
    const heads = [text('Exports', 125, 20), text('Imports', 225, 20), ...years];
    expect(cellsOf(heads, { rules: [rule(30, 75, 280)] })?.slice(0, 2)).toEqual(['Exports 0-0 1-2', 'Imports 0-0 3-4']);
  });
  it('is no more than its line where each column has a head there', () => {
    const first = [100, 150, 200, 250].map((x) => text('head', x, 20));
    expect(cellsOf([text('Area', 40, 20), ...first, text('a', 40, 40), text('b', 100, 40)])).toBeNull();
  });
  it('is left to rules that part its rows through all columns', () => {
    const heads = [text('Exports', 125, 20), text('Imports', 225, 20), ...years];
    expect(cellsOf(heads, { rules: [rule(30, 5, 275)] })).toBeNull();
    expect(cellsOf(heads, { rules: [rule(30, 7, 275)] })).not.toBeNull();
  });
  it('has fewer lines than the body rows, and a body of data', () => {
    const heads = [text('Exports', 125, 20), text('Imports', 225, 20), ...years];
    expect(cellsOf(heads, { body: data(100).slice(0, 1) })).toBeNull();
    expect(cellsOf(heads, { body: data(100).slice(0, 2) })).not.toBeNull();
    const words = [160, 180, 200, 220].map((y) => [text('label', 40, y), text('word', 100, y), text('word', 150, y)]);
    expect(cellsOf(heads, { body: [...data(100), ...words.slice(0, 3)] })).not.toBeNull();
    expect(cellsOf(heads, { body: [...data(100), ...words] })).toBeNull();
  });
});

describe('the lines of a head', () => {
  /** Two heads over two columns, and a head of two lines beside, `pitch` apart; the rows of data are 20 points apart. */
  const joined = (lower: string, pitch: number, upper = 'Rate'): boolean => {
    const heads = [
      text('Exports', 125, 20),
      ...[100, 150].map((x, i) => text(`202${i}`, x, 44)),
      text(upper, 200, 44 - pitch),
      text(lower, 200, 44),
      text('Note', 250, 44),
    ];
    const found = cellsOf(heads);
    return found?.[3]?.split(' ').slice(-2).join() === found?.[4]?.split(' ').slice(-2).join();
  };
  it('are closer than 0.85 of the distance of rows, and 1.5 times their size', () => {
    expect(joined('Tax', 14.9)).toBe(true);
    expect(joined('Tax', 15.1)).toBe(false);
  });
  it('say so themselves where rows are as close', () => {
    const close = (lower: string, upper = 'Rate') => {
      const body = [0, 13, 26, 39].map((y) => data(100 + y).at(0) as Line[]);
      const heads = [
        text('Exports', 125, 20),
        ...[100, 150].map((x, i) => text(`202${i}`, x, 44)),
        text(upper, 200, 31),
        text(lower, 200, 44),
        text('Note', 250, 44),
      ];
      const found = cellsOf(heads, { body });
      return found?.[3]?.split(' ').slice(-2).join() === found?.[4]?.split(' ').slice(-2).join();
    };
    expect(['Tax', 'men', '(kg)', '£m', "£'000"].map((lower) => close(lower))).toEqual([false, true, true, true, true]);
    expect(close('Tax', 'Rate of')).toBe(true);
  });
});
