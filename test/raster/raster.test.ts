import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inkThreshold } from '../../src/raster/binarise.js';
import { rotated, skewOf } from '../../src/raster/deskew.js';
import { eraseLines } from '../../src/raster/lines/erase-lines.js';
import { inkLines } from '../../src/raster/lines/rulings.js';
import { evenIllumination } from '../../src/raster/paper/illumination.js';
import { grayWithoutSeals } from '../../src/raster/paper/remove-seals.js';
import { quarterTurned, sheetOf } from '../../src/raster/sheet.js';
import { textLines } from '../../src/raster/xy-cut.js';
import { colours, Drawing } from './drawn.js';

/** Two pixels to the point: 144 dpi. */
const SCALE = 2;

/** A table of two rows and two columns with lines three pixels thick, 300 by 100 pixels, its corner at (50, 40). */
const table = (): Drawing => {
  const drawing = new Drawing(420, 200);
  for (const y of [40, 90, 140]) drawing.fill(50, y, 353, y + 3);
  for (const x of [50, 200, 350]) drawing.fill(x, 40, x + 3, 143);
  return drawing;
};

const rounded = (drawing: Drawing) =>
  inkLines(drawing.ink, SCALE)
    .map(({ axis, at, from, to, width }) => [axis, at, from, to, Math.round(width)])
    .sort((a, b) => String(a[0]).localeCompare(String(b[0])) || Number(a[1]) - Number(b[1]));

describe('the grey of a page', () => {
  it('is its luminance', () => {
    const { levels } = grayWithoutSeals(colours([255, 255, 255], [0, 0, 0], [128, 128, 128], [0, 0, 255]));
    expect([...levels]).toEqual([255, 0, 128, 28]);
  });

  it('has paper where a seal was, and the print under it', () => {
    const [paper, red, print] = [
      [240, 240, 240],
      [220, 60, 70],
      [70, 20, 25],
    ] as const;
    const row = [
      ...Array(30).fill(paper),
      ...Array(12).fill(red),
      print,
      ...Array(12).fill(red),
      ...Array(30).fill(paper),
    ];
    const { levels } = grayWithoutSeals(colours(...row));
    expect([...levels.slice(30, 42)]).toEqual(Array(12).fill(240));
    expect(levels[42]).toBeLessThan(80);
    expect([...levels.slice(43, 55)]).toEqual(Array(12).fill(240));
  });

  it('is turned where the page is white on black', () => {
    const { levels } = grayWithoutSeals(colours(...Array(9).fill([10, 10, 10]), [250, 250, 250]));
    expect([...levels]).toEqual([...Array(9).fill(245), 5]);
  });
});

describe('light', () => {
  it('that falls off is evened, and ink stays dark', () => {
    const drawing = new Drawing(400, 300);
    for (let x = 0; x < 400; x++) drawing.fill(x, 0, x + 1, 300, 240 - Math.round(x * 0.4));
    drawing.fill(40, 100, 60, 103, 50).fill(350, 100, 370, 103, 30);
    const { levels } = evenIllumination(drawing.gray);
    const at = (x: number, y: number) => levels[y * 400 + x] as number;
    for (const x of [20, 120, 220, 320, 380]) expect(at(x, 200)).toBeGreaterThan(225);
    for (const x of [45, 355]) expect(at(x, 101)).toBeLessThan(90);
  });

  it('takes what is nearly paper for paper', () => {
    const drawing = new Drawing(400, 300, 240).fill(100, 100, 300, 102, 225).fill(100, 200, 300, 202, 200);
    const { levels } = evenIllumination(drawing.gray);
    expect([levels[101 * 400 + 200], levels[201 * 400 + 200]]).toEqual([254, 226]);
  });

  it('has a threshold between its two kinds of pixels', () => {
    const threshold = inkThreshold(new Drawing(100, 100, 230).fill(10, 10, 40, 40, 60).gray);
    expect(threshold).toBeGreaterThan(60);
    expect(threshold).toBeLessThan(230);
  });
});

describe('black and white', () => {
  const page = new Drawing(500, 100).fill(0, 40, 500, 41);

  it('has its threshold nearer to paper: a stroke that turning has spread over two rows stays ink', () => {
    expect(inkThreshold(page.gray)).toBe(158);
    expect(sheetOf(rotated(page.gray, 0.5), SCALE).lines).toMatchObject([{ axis: 'h' }]);
  });

  it('stays as it is where skew moves nothing by a pixel or two', () => {
    const { gray, skew } = sheetOf(table().gray, SCALE);
    expect(skew).toBe(0);
    expect([...new Set(gray.levels)].sort()).toEqual([255]);
  });
});

describe('lines', () => {
  it('are found where they are', () => {
    expect(rounded(table())).toEqual([
      ['h', 41.5, 50, 353, 3],
      ['h', 91.5, 50, 353, 3],
      ['h', 141.5, 50, 353, 3],
      ['v', 51.5, 40, 143, 3],
      ['v', 201.5, 40, 143, 3],
      ['v', 351.5, 40, 143, 3],
    ]);
  });

  it('are whole where they are broken', () => {
    const drawing = table().fill(120, 90, 128, 93, 255).fill(200, 60, 203, 66, 255);
    expect(rounded(drawing)).toEqual(rounded(table()));
  });

  it('are no strokes of characters under one another', () => {
    // Each stroke touches the one below, and others cross it, as in 作社区转.
    const drawing = new Drawing(300, 300);
    for (let y = 100; y < 180; y += 20)
      drawing
        .fill(150, y, 153, y + 19)
        .fill(140, y + 8, 165, y + 11)
        .fill(145, y + 14, 160, y + 16);
    expect(inkLines(drawing.ink, SCALE)).toEqual([]);
  });

  it('do not go on in strokes of text that stand in their way', () => {
    // A stroke of 20 pixels above the middle line of the lower row, which ends at the line between the rows.
    const drawing = new Drawing(420, 200);
    for (const y of [40, 90, 140]) drawing.fill(50, y, 353, y + 3);
    for (const x of [50, 350]) drawing.fill(x, 40, x + 3, 143);
    drawing.fill(200, 90, 203, 143).fill(200, 62, 203, 82);
    expect(rounded(drawing).filter(([axis, at]) => axis === 'v' && at === 201.5)).toEqual([['v', 201.5, 90, 143, 3]]);
  });

  it('of dots or dashes are found where a page has no others', () => {
    const dashed = new Drawing(420, 200);
    for (const y of [40, 90, 140]) for (let x = 50; x < 350; x += 8) dashed.fill(x, y, x + 4, y + 2);
    for (const x of [50, 200, 348]) for (let y = 40; y < 140; y += 8) dashed.fill(x, y, x + 2, y + 4);
    const lines = inkLines(dashed.ink, SCALE);
    expect(lines.filter(({ axis }) => axis === 'h').map(({ at }) => at)).toEqual([41, 91, 141]);
    expect(lines.filter(({ axis }) => axis === 'v').map(({ at }) => at)).toEqual([51, 201, 349]);
    // The steps of a text are none.
    const text = new Drawing(420, 200);
    for (let x = 50, k = 0; x < 350; x += 5 + ((k++ * 7) % 9)) text.fill(x, 90, x + 3, 92);
    expect(inkLines(text.ink, SCALE)).toEqual([]);
  });

  it('are the sides of a row that the end of the page cuts off, where three are level', () => {
    const drawing = new Drawing(420, 200).fill(50, 90, 353, 93);
    for (const x of [50, 200, 350]) drawing.fill(x, 60, x + 3, 90);
    expect(rounded(drawing).filter(([axis]) => axis === 'v')).toHaveLength(3);
    const two = new Drawing(420, 200).fill(50, 90, 353, 93);
    for (const x of [50, 200]) two.fill(x, 60, x + 3, 90);
    expect(rounded(two).filter(([axis]) => axis === 'v')).toEqual([]);
  });

  it('are taken out, but not what crosses them', () => {
    const drawing = table().fill(100, 80, 104, 104);
    const [gray, ink] = [drawing.gray, drawing.ink];
    eraseLines(gray, ink, inkLines(ink, SCALE), SCALE);
    expect(ink.bits[91 * 420 + 60]).toBe(0);
    expect(gray.levels[91 * 420 + 60]).toBe(255);
    for (let y = 80; y < 104; y++) expect(ink.bits[y * 420 + 101]).toBe(1);
  });
});

describe('skew', () => {
  it.each([-3, -1.2, 0, 0.4, 2, 3])('of %d degrees is measured and removed', (degrees) => {
    const turned = rotated(table().gray, -degrees);
    const ink = {
      width: turned.width,
      height: turned.height,
      bits: turned.levels.map((shade) => (shade < 128 ? 1 : 0)),
    };
    // A fifth of a degree is a pixel over the length of these lines.
    expect(Math.abs(skewOf(ink) - degrees)).toBeLessThan(0.2);
    const { lines, skew } = sheetOf(turned, SCALE);
    expect(Math.abs(skew - degrees)).toBeLessThan(0.2);
    expect(lines.filter(({ axis }) => axis === 'h')).toHaveLength(3);
    expect(lines.filter(({ axis }) => axis === 'v')).toHaveLength(3);
  });

  it('four quarters of a turn are none', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), (width, height) => {
        const levels = Uint8Array.from({ length: width * height }, (_, i) => i);
        const gray = { width, height, levels };
        const once = quarterTurned(gray, 90);
        expect([once.width, once.height]).toEqual([height, width]);
        // The upper left corner comes to the upper right.
        expect(once.levels[height - 1]).toBe(0);
        expect(quarterTurned(quarterTurned(once, 90), 180)).toEqual(gray);
        expect(quarterTurned(quarterTurned(gray, 270), 90)).toEqual(gray);
      }),
    );
  });
});

describe('lines of text', () => {
  const block = ['####', '#..#', '####', '#..#', '####'];

  it('are parted at empty rows, and at wide gaps', () => {
    const drawing = new Drawing(400, 200);
    for (const x of [20, 45, 70]) drawing.letters(x, 20, 5, block).letters(x, 60, 5, block);
    for (const x of [250, 275]) drawing.letters(x, 20, 5, block);
    const { lines, height } = textLines(drawing.ink, [{ x0: 0, y0: 0, x1: 400, y1: 200 }], SCALE);
    expect(height).toBe(25);
    expect(
      lines
        .map(({ x0, y0, x1, y1 }) => [x0, y0, x1, y1])
        .sort((a, b) => (a[1] as number) - (b[1] as number) || (a[0] as number) - (b[0] as number)),
    ).toEqual([
      [20, 20, 90, 45],
      [250, 20, 295, 45],
      [20, 60, 90, 85],
    ]);
  });
});
