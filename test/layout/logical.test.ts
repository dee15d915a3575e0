import { describe, expect, it } from 'vitest';
import { layoutPage } from '../../src/layout/page.js';
import type { Glyph, PageContent } from '../../src/reader/reader-types.js';

const SIZE = 10;
const STEP = 6;
/** A glyph of 6 points at x; marks have no width, as fonts give them. */
const glyph = (text: string, x: number, y = 0, width = /^\p{M}/u.test(text) ? 0 : STEP): Glyph => ({
  text,
  box: { x0: x, x1: x + width, y0: y, y1: y + SIZE },
  size: SIZE,
  angle: 0,
  vertical: false,
});
/** Glyphs side by side, in the order in which they are seen. */
const seen = (texts: readonly string[], x = 0, y = 0): Glyph[] => texts.map((text, i) => glyph(text, x + STEP * i, y));
const page = (glyphs: readonly Glyph[], more: Partial<PageContent> = {}): PageContent => ({
  ...{ number: 1, width: 600, height: 800, glyphs, rulings: [], edges: [], images: [], unreadableGlyphs: 0 },
  ...more,
});
const lines = (...glyphs: readonly Glyph[]): string[] =>
  (layoutPage(page(glyphs)).sheets[0]?.lines ?? []).map(({ text }) => text);

describe('a line of Hebrew or Arabic', () => {
  const report = [...'(הטויט) 2023 חוד'];
  it('is read as it is typed, whatever the order in which its glyphs are drawn', () => {
    expect(lines(...seen(report))).toEqual(['דוח 2023 (טיוטה)']);
    expect(lines(...seen(report).reverse())).toEqual(['דוח 2023 (טיוטה)']);
    // Word by word from the right, each drawn from the left.
    const drawn = seen(report);
    expect(lines(...drawn.slice(13), ...drawn.slice(8, 13), ...drawn.slice(0, 8))).toEqual(['דוח 2023 (טיוטה)']);
  });

  it('has its brackets as they are typed where the file says so', () => {
    expect(lines(...seen([...')הטויט( 2023 חוד']))).toEqual(['דוח 2023 (טיוטה)']);
  });

  it('has letters for their forms, and those of a ligature in order', () => {
    expect(lines(...seen(['ﻡ', 'ﻼ', 'ﺳ', ' ', 'ﻻ']))).toEqual(['لا سلام']);
    // The same where the file gives the letters of a glyph, which are in the order of reading.
    expect(lines(...seen(['م', 'لا', 'س', ' ', 'لا']))).toEqual(['لا سلام']);
  });

  it('has a space where a gap of a fifth of the size parts words', () => {
    expect(lines(...seen([...'אבד']), glyph('ג', 3 * STEP + 2.1))).toEqual(['ג דבא']);
    expect(lines(...seen([...'אבד']), glyph('ג', 3 * STEP + 1.9))).toEqual(['גדבא']);
  });
});

describe('marks', () => {
  // Mem with its origin at 0, lamed at 6, shin at 12; the origin of a mark is where its letter begins, or a little before.
  it('stand on the letter behind them where a line is drawn from the left, and on that before them where it is drawn as it is read', () => {
    const kamats = glyph('\u05B8', 5.2);
    expect(lines(glyph('ם', 0), kamats, glyph('ל', 6), glyph('ש', 12))).toEqual(['של\u05B8ם']);
    expect(lines(glyph('ש', 12), glyph('ל', 6), kamats, glyph('ם', 0))).toEqual(['של\u05B8ם']);
  });

  it('come in the order in which they are typed, each once', () => {
    const [kamats, dot] = [glyph('\u05B8', 6), glyph('\u05C1', 6)];
    expect(lines(glyph('ל', 0), kamats, dot, glyph('ש', 6))).toEqual(['ש\u05C1\u05B8ל']);
    expect(lines(glyph('ש', 6), dot, kamats, glyph('ל', 0))).toEqual(['ש\u05C1\u05B8ל']);
    expect(lines(glyph('ל', 0), kamats, glyph('\u05B8\u05C1', 6), glyph('ש', 6))).toEqual(['ש\u05B8\u05C1ל']);
  });

  it('may have their origin beside their letter by 0.3 of the size, and no further', () => {
    // Between two letters 6 points apart, drawn from the left: of the right one where it is near enough.
    const at = (x: number, y = 0): string[] => lines(glyph('ם', 0), glyph('\u05B8', x, y), glyph('ל', 12));
    expect(at(9.1)).toEqual(['ל\u05B8 ם']);
    expect(at(8.9)).toEqual(['ל ם\u05B8']);
    expect(at(9.1, 2.9)).toEqual(['ל\u05B8 ם']);
    expect(at(9.1, 3.1)).not.toEqual(['ל\u05B8 ם']);
  });
});

describe('a line with words of both kinds', () => {
  const mixed = [...'SAP ב'];
  const prose = (text: string): Glyph[] => seen([...text], 0, 100);
  it('runs as the page does', () => {
    // One letter from the right beside three from the left: the rest of the page says how the line runs.
    expect(lines(...seen(mixed), ...prose('םימלשמה ינותנ לש חוד'))[0]).toBe('ב SAP');
    expect(lines(...seen(mixed), ...prose('figures of the payers'))[0]).toBe('SAP ב');
  });

  it('runs as most of its letters do where the page does not lean as far the other way', () => {
    expect(lines(...seen([...'SAP תכרעמ']), ...prose('names'))[0]).toBe('מערכת SAP');
  });
});

describe('a text without such letters on a page of them', () => {
  const cells = (...texts: string[]): string[] =>
    lines(...texts.flatMap((text, i) => seen([...text], 0, 30 * i)), ...seen([...'תועצוהו תוסנכה חוד'], 0, 300)).slice(
      0,
      -1,
    );
  it('is turned where it was set from right to left: a sign behind its number, brackets or a full stop the wrong way', () => {
    expect(cells('12-', ']4[', '.Ltd')).toEqual(['-12', '[4]', 'Ltd.']);
  });
  it('is left as it is else', () => {
    expect(cells('-12', '98.5%', '(4) (5)', 'Ltd.', '1-2')).toEqual(['-12', '98.5%', '(4) (5)', 'Ltd.', '1-2']);
  });
  it('is left as it is on another page', () => {
    expect(lines(...seen([...'12-']), ...seen([...'of which: א'], 0, 30))[0]).toBe('12-');
  });
});

describe('a cell', () => {
  it('has its wrapped lines one behind the other, with a space between', () => {
    const rule = (axis: 'h' | 'v', at: number, from: number, to: number) => ({ axis, at, from, to, width: 0.5 });
    const rulings = [
      ...[0, 40, 80].map((at) => rule('h', at, 0, 200)),
      ...[0, 100, 200].map((at) => rule('v', at, 0, 80)),
    ];
    const glyphs = [...seen([...'לש חוד'], 60, 5), ...seen([...'(2023) הנש'], 36, 20), ...seen([...'א'], 180, 5)];
    const [table] = layoutPage(page(glyphs, { rulings })).sheets[0]?.tables ?? [];
    expect(table?.cells[0]?.lines.map(({ text }) => text)).toEqual(['דוח של', 'שנה (2023)']);
    // Columns stay as they are seen.
    expect(table?.cells.slice(0, 2).map(({ col, lines: [line] }) => [col, line?.text])).toEqual([
      [0, 'דוח של'],
      [1, 'א'],
    ]);
  });
});
