import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutPage } from '../../../src/layout/page.js';
import { stitch } from '../../../src/layout/stitch/stitch.js';
import type { Glyph, PageContent, Ruling } from '../../../src/reader/reader-types.js';

/** A part of a table as it is printed on a page of 600 by 800 points. */
interface Part {
  readonly xs: readonly number[];
  readonly rows: readonly (readonly string[])[];
  readonly head: readonly string[];
  readonly foot: readonly string[];
  readonly shift: number;
}

const HEIGHT = 20;

/** Draws a part so that it ends at the foot of the page (`low`) or begins at the head. */
function draw(number: number, { xs: columns, rows, head, foot, shift }: Part, low: boolean): PageContent {
  const rulings: Ruling[] = [];
  const glyphs: Glyph[] = [];
  const xs = columns.map((x) => x + shift);
  const [left, right] = [xs[0] as number, xs.at(-1) as number];
  const write = (text: string, x: number, y: number): void => {
    for (const [i, char] of [...text].entries()) {
      const box = { x0: x + i * 8, x1: x + (i + 1) * 8, y0: y, y1: y + 8 };
      glyphs.push({ text: char, box, size: 8, angle: 0, vertical: false });
    }
  };
  const top = low ? 740 - HEIGHT * (rows.length + foot.length) : 50 + HEIGHT * head.length;
  for (const [i, text] of head.entries()) write(text, left + 2, top - HEIGHT * (head.length - i));
  for (const [i, text] of foot.entries()) write(text, left + 2, top + HEIGHT * (rows.length + i) + 8);
  for (let row = 0; row <= rows.length; row++) {
    rulings.push({ axis: 'h', at: top + row * HEIGHT, from: left, to: right, width: 1 });
  }
  for (const at of xs) rulings.push({ axis: 'v', at, from: top, to: top + rows.length * HEIGHT, width: 1 });
  for (const [row, texts] of rows.entries()) {
    for (const [col, text] of texts.entries()) write(text, (xs[col] as number) + 3, top + row * HEIGHT + 6);
  }
  return { number, width: 600, height: 800, glyphs, rulings, edges: [], images: [], unreadableGlyphs: 0 };
}

const read = (first: Part, second: Part) => {
  const aside: string[] = [];
  const pages = [draw(1, first, true), draw(2, second, false)];
  const blocks = stitch(
    pages.flatMap((page) => layoutPage(page).sheets),
    ({ text }) => aside.push(text),
  );
  const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));
  return { tables, lines: blocks.flatMap((block) => (block.kind === 'line' ? [block.text] : [])), aside };
};

const HEADER = ['区县', '项目', '预算', '决算', '比率', '备注'];
const word = (n: number): string => [...'甲乙丙丁戊己庚辛壬癸子丑寅卯辰'][n % 15] as string;

/** A table of three to six columns of any widths, its rows named each by another text. */
const table = fc.record({
  widths: fc.array(fc.integer({ min: 60, max: 90 }), { minLength: 3, maxLength: 6 }),
  above: fc.integer({ min: 2, max: 12 }),
  below: fc.integer({ min: 1, max: 12 }),
  seed: fc.nat(1000),
});

const rowsOf = (cols: number, from: number, count: number, seed: number): string[][] =>
  Array.from({ length: count }, (_, i) =>
    Array.from({ length: cols }, (_, col) =>
      col === 0
        ? word(from + i) + word((from + i) * 7 + 3) + (from + i)
        : col === 1
          ? word(seed + i)
          : `${seed + i * col}.5`,
    ),
  );

const boundsOf = (widths: readonly number[]): number[] => {
  const xs = [30];
  for (const width of widths) xs.push((xs.at(-1) as number) + width);
  return xs;
};

/** What may stand between two parts of one table. */
const between = fc.record({
  head: fc.constantFrom(
    [],
    ['表3 收支情况', '单位：万元'],
    ['续表3'],
    ['（续表）', '单位：万元'],
    ['表3（续）'],
    ['单位：万元'],
    ['表3 收支情况（续）'],
    ['填报单位：东县 单位：万元'],
  ),
  foot: fc.constantFrom([], ['（接下页）'], ['填表人：张三'], ['注：数字取整'], ['2024年3月1日']),
  repeats: fc.boolean(),
  shift: fc.double({ min: -25, max: 60, noNaN: true }),
});

describe('two parts on successive pages', () => {
  it('are one table where they continue each other, whatever stands between', () => {
    fc.assert(
      fc.property(table, between, ({ widths, above, below, seed }, { head, foot, repeats, shift }) => {
        const xs = boundsOf(widths);
        const header = HEADER.slice(0, widths.length);
        const [upper, lower] = [rowsOf(widths.length, 0, above, seed), rowsOf(widths.length, above, below, seed)];
        const first: Part = { xs, rows: [header, ...upper], head: ['表3 收支情况', '单位：万元'], foot, shift: 0 };
        const second: Part = { xs, rows: repeats ? [header, ...lower] : lower, head, foot: [], shift };
        const { tables, lines, aside } = read(first, second);
        expect(tables.map(({ rows, cols }) => [rows, cols])).toEqual([[1 + above + below, widths.length]]);
        expect(tables[0]?.cells.map(({ text }) => text)).toEqual([header, ...upper, ...lower].flat());
        // Nothing is lost.
        const kept = [...lines, ...aside];
        for (const text of [...head, ...foot]) expect(kept).toContain(text);
      }),
      { numRuns: 120, seed: 22 },
    );
  });

  it('are two tables where each has its own number, title or value, or begins anew', () => {
    const others = fc.constantFrom<[string[], string[]]>(
      [['表3 收支情况'], ['表4 收支情况']],
      [
        ['公开03表', '单位：万元'],
        ['公开04表', '单位：万元'],
      ],
      [['收入决算表'], ['支出决算表']],
      [
        ['收支表', '填报单位：东县'],
        ['收支表', '填报单位：西县'],
      ],
      [
        ['收支表', '（2022年度）'],
        ['收支表', '（2023年度）'],
      ],
      [['收支表'], ['附件2', '明细清单']],
      [['收支表'], ['收支表', '项目名称：乙桥']],
    );
    fc.assert(
      fc.property(table, others, ({ widths, above, below, seed }, [own, other]) => {
        const xs = boundsOf(widths);
        const header = HEADER.slice(0, widths.length);
        const isNamed = other.some((text) => text.startsWith('项目名称'));
        const upper = rowsOf(widths.length, 0, above, seed);
        const lower = rowsOf(widths.length, isNamed ? 0 : above, Math.max(below, 2), seed + 1);
        const first: Part = { xs, rows: [header, ...upper], head: own, foot: [], shift: 0 };
        const second: Part = { xs, rows: [header, ...lower], head: other, foot: [], shift: 0 };
        const { tables, lines } = read(first, second);
        expect(tables.map(({ rows }) => rows)).toEqual([1 + above, 1 + Math.max(below, 2)]);
        for (const text of [...own, ...other]) expect(lines).toContain(text);
      }),
      { numRuns: 120, seed: 22 },
    );
  });
});
