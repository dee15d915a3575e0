import { describe, expect, it } from 'vitest';
import type { Segment } from '../../../src/grid/grid-types.js';
import type { Line } from '../../../src/layout/layout-types.js';
import { layoutPage } from '../../../src/layout/page.js';
import { stitch } from '../../../src/layout/stitch/stitch.js';
import { rowRuledGrids } from '../../../src/layout/unruled/row-ruled.js';
import { wrappedPairs } from '../../../src/layout/unruled/wraps.js';
import type { Glyph, PageContent } from '../../../src/reader/reader-types.js';

/** How published tables are set, in small: letters of 5 points width, text of 10 points. */
type Text = readonly [text: string, x: number, y: number, size?: number];
const glyphs = (texts: readonly Text[]): Glyph[] =>
  texts.flatMap(([text, x, y, size = 10]) =>
    [...text].map((char, i): Glyph => {
      const box = { x0: x + i * 5, x1: x + (i + 1) * 5, y0: y, y1: y + size };
      return { text: char, box, size, angle: 0, vertical: false };
    }),
  );
const rule = (at: number, from = 40, to = 300): Segment => ({ axis: 'h', at, from, to });

/** The tables of a page, each as its rows, cells parted by `|`. */
function read(texts: readonly Text[], rules: readonly Segment[] = []): string[][] {
  const page: PageContent = {
    ...{ number: 1, width: 400, height: 600, edges: [], images: [], unreadableGlyphs: 0 },
    glyphs: glyphs(texts),
    rulings: rules.map((segment) => ({ ...segment, width: 0.5 })),
  };
  return stitch(layoutPage(page).sheets).flatMap((block) => {
    if (block.kind !== 'table') return [];
    const rows = Array.from({ length: block.rows }, (_, row) =>
      block.cells
        .filter((cell) => cell.row === row)
        .sort((a, b) => a.col - b.col)
        .map(({ text, rowSpan }) => (rowSpan > 1 ? `${text}^${rowSpan}` : text))
        .join('|'),
    );
    return [rows];
  });
}

const X = [50, 120, 180, 240];
/** A row of texts that begin in four columns. */
const row = (y: number, ...texts: string[]): Text[] =>
  texts.flatMap((text, i): Text[] => (text ? [[text, X[i] as number, y]] : []));
const HEAD = ['Area', 'Births', 'Deaths', 'Moves'];
const BODY = [100, 120, 140].flatMap((y, i) => row(y, 'North', `1${i}.5`, `2${i}.5`, `3${i}.5`));
const read0 = ['North|10.5|20.5|30.5', 'North|11.5|21.5|31.5', 'North|12.5|22.5|32.5'];
const RULES = [95, 115, 135, 155].map((at) => rule(at));

describe('a header above the first rule', () => {
  it('belongs to the table, 2.5 times its size from the rule at most', () => {
    expect(read([...row(80, ...HEAD), ...BODY], RULES)).toEqual([[HEAD.join('|'), ...read0]]);
    expect(read([...row(65.1, ...HEAD), ...BODY], RULES)[0]).toHaveLength(4);
    expect(read([...row(64.9, ...HEAD), ...BODY], RULES)[0]).toHaveLength(3);
  });
  it('has heads for 0.6 of the columns, and for three', () => {
    expect(read([...row(80, 'Area', 'Births', 'Deaths'), ...BODY], RULES)[0]).toHaveLength(4);
    expect(read([...row(76, 'Area', 'Births'), ...BODY], RULES)[0]).toHaveLength(3);
  });
  it('is no line of labels with their values, nor numbers', () => {
    expect(read([...row(80, 'Area', 'Date: May', 'Unit', 'Moves'), ...BODY], RULES)[0]).toHaveLength(3);
    expect(read([...row(76, 'Area', '2', 'Deaths', 'Moves'), ...BODY], RULES)[0]).toHaveLength(3);
  });
  it('may have a head over two columns, and no column under two heads', () => {
    const wide = ['Births and deaths', 120, 76] as Text;
    expect(read([['Area', 50, 76], wide, ['Moves', 240, 76], ...BODY], RULES)[0]).toHaveLength(4);
    const long = BODY.map(([t, x, y]): Text => (x === 120 ? ['1,234,567,890.12', x, y] : [t, x, y]));
    const narrow: Text[] = [50, 120, 150, 240].map((x): Text => ['Head', x, 76]);
    expect(read([...narrow, ...long.filter(([, x]) => x !== 180)], RULES)[0]).toHaveLength(3);
  });
});

describe('a total below the last rule', () => {
  it('belongs to the table where it stands in its columns', () => {
    expect(read([...BODY, ...row(160, 'Total', '33.5')], RULES)).toEqual([[...read0, 'Total|33.5||']]);
    expect(read([...BODY, ...row(164, 'Total'), ['33.5', 122, 164]], RULES)).toEqual([read0]);
    expect(read([...BODY, ['Total', 53, 164], ...row(164, '', '33.5')], RULES)).toEqual([read0]);
    expect(read([...BODY, ...row(164, 'Notes', 'here')], RULES)).toEqual([read0]);
  });
});

describe('a row beyond the first or last rule', () => {
  const pair = (y: number, ...between: Text[]) => [...row(y, 'Name', 'Orchard'), ...between];
  it('stands as near to it as the others to theirs, by 1.5 points', () => {
    expect(read([...pair(80), ...BODY], RULES)).toEqual([['Name|Orchard||', ...read0]]);
    expect(read([...pair(78.6), ...BODY], RULES)[0]).toHaveLength(4);
    expect(read([...pair(78.4), ...BODY], RULES)[0]).toHaveLength(3);
    expect(read([...BODY, ...pair(161.4)], RULES)[0]).toHaveLength(4);
    expect(read([...BODY, ...pair(161.6)], RULES)[0]).toHaveLength(3);
  });
  it('is no labelled value, and no single text', () => {
    expect(read([...row(80, 'Unit: t', '2020'), ...BODY], RULES)).toEqual([read0]);
    expect(read([...row(80, 'Yearbook'), ...BODY], RULES)).toEqual([read0]);
  });
  it('is one of three rows at least that rules part', () => {
    const two = BODY.filter(([, , y]) => y < 140);
    expect(read([...pair(80), ...two], RULES.slice(0, 3))[0]).toHaveLength(2);
  });
  it('has wrapped texts, of which lines stand beside others', () => {
    const tall = [
      ...row(74, 'Name', 'Old'),
      ...row(80, '', '', 'Orchard'),
      ['Town', 50, 86],
      ['Hall', 120, 86],
    ] as Text[];
    const down = BODY.map(([t, x, y]): Text => [t, x, y + 6]);
    const rules = RULES.map((r) => ({ ...r, at: r.at + 6 }));
    expect(read([...tall, ...down], rules)).toEqual([['Name Town|Old Hall|Orchard|', ...read0]]);
  });
});

describe('numbers that have no neighbour in their row', () => {
  it('stand in the column of their head', () => {
    const lines = [100, 120, 140].flatMap((y, i): Text[] => [
      ['North', 50, y],
      i === 1 ? ['2,222.00', 215, y] : ['11,111.00', 115, y],
    ]);
    const heads: Text[] = [
      ['Area', 50, 80],
      ['Debit', 120, 80],
      ['Credit', 222, 80],
    ];
    expect(read([...heads, ...lines], RULES)).toEqual([
      ['Area|Debit|Credit', 'North|11,111.00|', 'North||2,222.00', 'North|11,111.00|'],
    ]);
  });
});

describe('the rule of a running head', () => {
  it('of another length is none of the table under it', () => {
    const over: Text[] = [...row(50, 'Yearbook'), ...row(70, 'Population', '', 'thousands')];
    expect(
      read(
        [...over, ...row(100, ...HEAD), ...BODY.map(([t, x, y]): Text => [t, x, y + 20])],
        [rule(65, 40, 380), ...[95, 115, 135, 155, 175].map((at) => rule(at))],
      ),
    ).toEqual([[HEAD.join('|'), ...read0]]);
  });
  it('stands over rules under totals', () => {
    const texts: Text[] = [
      ...row(50, 'Yearbook'),
      ...row(80, ...HEAD),
      ...BODY,
      ...row(160, 'Total', '33.5', '64.5', '94.5'),
    ];
    expect(read(texts, [rule(65, 40, 380), rule(157, 115, 300), rule(175, 115, 300)])).toEqual([
      [HEAD.join('|'), ...read0, 'Total|33.5|64.5|94.5'],
    ]);
  });
});

describe('a table of text alone', () => {
  it('ends at a title that is 1.1 times as large as its text', () => {
    const two = (size: number) =>
      read([
        ...row(80, ...HEAD),
        ...BODY,
        ['Fares', 50, 160, size],
        ...row(180, ...HEAD),
        ...BODY.map(([t, x, y]): Text => [t, x, y + 100]),
      ]);
    expect(two(10.9)).toHaveLength(1);
    expect(two(11.1)).toHaveLength(2);
  });
  it('has rows without a label under numbers, where labels are level with theirs', () => {
    const pairs = [100, 140].flatMap((y) => [
      ...row(y, 'Log', '-0.5', '-0.7', '-0.6'),
      ...row(y + 20, '', '(0.1)', '(0.2)', '(0.1)'),
    ]);
    expect(read([...row(80, ...HEAD), ...pairs])).toEqual([
      [HEAD.join('|'), 'Log|-0.5|-0.7|-0.6', '|(0.1)|(0.2)|(0.1)', 'Log|-0.5|-0.7|-0.6', '|(0.1)|(0.2)|(0.1)'],
    ]);
    // Of three rows that their label is the middle of it is that of all.
    const groups = [100, 160].flatMap((y) =>
      [0, 20, 40].flatMap((off) => row(y + off, off === 20 ? 'Log' : '', '1.5', '2.5', '3.5')),
    );
    expect(read([...row(80, ...HEAD), ...groups])[0]?.[1]).toBe('Log^3|1.5|2.5|3.5');
  });
});

describe('lines in columns', () => {
  const line = (text: string, x: number, y: number): Line => ({
    ...{ text, size: 10 },
    box: { x0: x, x1: x + 5 * text.length, y0: y - 5, y1: y + 5 },
  });
  const columns = (first: string[], second: string[]): number =>
    wrappedPairs(
      [...first.map((text, i) => line(text, 0, 13 * i)), ...second.map((text, i) => line(text, 150, 13 * i))].sort(
        (a, b) => a.box.y0 - b.box.y0,
      ),
      [],
      15,
    ).length;
  it('are rows where four under one another begin anew in each', () => {
    const [first, second] = [
      ['Founded yea', 'Workers all', 'Turnover is', 'Plants here'],
      ['Nineteen24', 'Thousand10', 'Millions31', 'Kolding and'],
    ];
    expect(columns(first, second.with(3, 'Koldingtown'))).toBe(0);
    expect(columns(first.slice(1), second.slice(1).with(2, 'Koldingtown'))).toBe(4);
    expect(columns(first.with(2, 'turnover is'), second.with(3, 'Koldingtown'))).toBe(6);
    expect(columns(first.with(1, 'Workers and'), second.with(3, 'Koldingtown'))).toBe(6);
  });
  it('are a head and a year where a year without a head is before it', () => {
    const years = [
      [100, '2021'],
      [150, '2022'],
    ].map(([x, year]) => line(year as string, x as number, 13));
    const pairs = (over: string, x: number) =>
      wrappedPairs(
        [line(over, x, 0), ...years].sort((a, b) => a.box.y0 - b.box.y0),
        [],
        15,
      ).length;
    expect(pairs('Exports', 145)).toBe(0);
    expect(pairs('Exports', 95)).toBe(1);
  });
});

describe('rules at one height', () => {
  it('are no table', () => {
    const pieces = [0, 0.3, 0.6].map((off) => rule(95 + off, 40 + 100 * off, 300));
    expect(rowRuledGrids(pieces, glyphs(BODY)).grids).toEqual([]);
  });
});
