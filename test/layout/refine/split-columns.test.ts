import { describe, expect, it } from 'vitest';
import { textOf } from '../../../src/layout/lines.js';
import { layoutPage } from '../../../src/layout/page.js';
import type { Glyph, Ruling } from '../../../src/reader/reader-types.js';

const h = (at: number): Ruling => ({ axis: 'h', at, from: 20, to: 320, width: 0.5 });
const v = (at: number, from: number, to: number): Ruling => ({ axis: 'v', at, from, to, width: 0.5 });

/** What stands in a row: texts of 10 points, each from a place on. */
type Row = readonly (readonly [text: string, x: number])[];

/** Rows of 20 points in two columns, from 20 to 100 and to 320: the rows of a table, cells parted by bars. */
function rows(written: readonly Row[], spanned: Row = []): string[] {
  const all = [...written, ...(spanned.length > 0 ? [spanned] : [])];
  const bottom = 20 * (all.length + 1);
  const lines = [...all.map((_, i) => h(20 * (i + 1))), h(bottom), v(20, 20, bottom), v(320, 20, bottom)];
  const glyphs = all.flatMap((row, i) =>
    row.flatMap(([text, x]) =>
      [...text].map((char, k): Glyph => {
        const box = { x0: x + 10 * k, x1: x + 10 * (k + 1), y0: 25 + 20 * i, y1: 35 + 20 * i };
        return { text: char, box, size: 10, angle: 0, vertical: false };
      }),
    ),
  );
  const { sheets } = layoutPage({
    ...{ number: 1, width: 400, height: 400, glyphs, edges: [], images: [], unreadableGlyphs: 0 },
    rulings: [...lines, v(100, 20, 20 * (written.length + 1))],
  });
  const [table] = sheets.flatMap(({ tables }) => tables);
  return all.map((_, row) =>
    (table?.cells ?? [])
      .filter((cell) => cell.row === row)
      .map(textOf)
      .join('|'),
  );
}

const names: Row = [
  ['名称', 30],
  ['预算数', 120],
  ['执行数', 230],
];
const amounts = (name: string, a: string, b: string, to = 240): Row => [
  [name, 30],
  [a, 120],
  [b, to],
];
const money = [amounts('甲', '3412', '3388'), amounts('乙', '300', '299'), amounts('丙', '21', '17')];

describe('a drawn column that holds two columns of numbers', () => {
  it('is parted where three rows have two numbers and one gap runs through all', () => {
    expect(rows([names, ...money])).toEqual(['名称|预算数|执行数', '甲|3412|3388', '乙|300|299', '丙|21|17']);
    expect(rows([names, ...money.slice(1)])).toEqual(['名称|预算数 执行数', '乙|300 299', '丙|21 17']);
  });

  it('is one where a text goes over the gap, or most rows hold no two numbers', () => {
    expect(
      rows([
        [
          ['名称', 30],
          ['全年的预算数和执行数', 130],
        ],
        ...money,
      ])[1],
    ).toBe('甲|3412 3388');
    expect(rows([...[1, 2, 3].map(() => names), ...money])[3]).toBe('甲|3412 3388');
    expect(rows([...[1, 2].map(() => names), ...money])[2]).toBe('甲|3412|3388');
    const spread = ['张', '李', '王'].map(
      (first): Row => [
        ['甲', 30],
        [first, 120],
        ['三', 240],
      ],
    );
    expect(rows([names, ...spread])[1]).toBe('甲|张 三');
  });

  it('is parted at a gap as wide as the text is high', () => {
    const close = (x: number) => rows([...money.slice(1), amounts('丁', '12345678', '88', x)])[0];
    expect(close(210.9)).toBe('乙|300|299');
    expect(close(209.5)).toBe('乙|300 299');
  });

  it('parts the merged cells that have a text on both sides of it, and no others', () => {
    expect(
      rows(money, [
        ['甲局', 60],
        ['乙站', 250],
      ]).at(-1),
    ).toBe('甲局|乙站');
    expect(rows(money, [['这个单位的名称跨过了中间的地方', 60]]).at(-1)).toBe('这个单位的名称跨过了中间的地方');
    expect(rows(money, [['甲局', 60]]).at(-1)).toBe('甲局');
  });
});
