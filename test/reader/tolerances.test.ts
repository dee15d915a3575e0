import { describe, expect, it } from 'vitest';
import type { EvalxError } from '../../src/errors.js';
import type { Box } from '../../src/geometry/box.js';
import { fontsWithoutUnicode } from '../../src/reader/fonts/without-unicode.js';
import { clipRuling, hasMiddleIn } from '../../src/reader/interpreter/clip.js';
import type { Drawing, DrawnArea, DrawnGlyph, DrawnRuling } from '../../src/reader/interpreter/drawing.js';
import { IDENTITY } from '../../src/reader/interpreter/matrix.js';
import { isRectangle, isRounded, type Subpath } from '../../src/reader/interpreter/paths/boxes.js';
import { fillShapes, ringsOf, rulingOfBox, strokeRulings } from '../../src/reader/interpreter/paths/paths.js';
import { Slants } from '../../src/reader/interpreter/slants.js';
import { fillEdges } from '../../src/reader/page/fill-edges.js';
import { withFields } from '../../src/reader/page/form-fields.js';
import { visibleGlyphs, visibleRulings } from '../../src/reader/page/visible.js';
import { withDroppedImages } from '../../src/reader/pdfjs/dropped-images.js';
import type { Picture } from '../../src/reader/picture/from-images.js';
import type { PictureKind } from '../../src/reader/picture/take-picture.js';
import { readPdf } from '../../src/reader/read.js';
import type { PageContent } from '../../src/reader/reader-types.js';
import { stream, tinyPdf } from './tiny-pdf.js';

/** Each tolerance from both sides: what is just inside of it, and what is just outside. */

const box = (x0: number, y0: number, x1: number, y1: number): Box => ({ x0, y0, x1, y1 });
const PAGE = box(0, 0, 1000, 1000);
const path = (...points: number[]): Subpath => ({ points, closed: true, curved: false });
const rectangle = (b: Box): Subpath => path(b.x0, b.y0, b.x1, b.y0, b.x1, b.y1, b.x0, b.y1);
const drawing = (parts: Partial<Drawing>): Drawing => ({
  ...{
    glyphs: [],
    rulings: [],
    areas: [],
    rings: [],
    images: [],
    grounds: [],
    missingFonts: new Set<string>(),
    cutOffs: [],
    slivers: [],
    linesOver: 0,
    characters: 0,
    slants: new Slants(),
  },
  ...parts,
});
const glyph = (parts: Partial<DrawnGlyph>): DrawnGlyph => ({
  ...{ text: '1', box: box(0, 0, 10, 10), size: 10, angle: 0, vertical: false, font: 'f', invisible: false },
  ...{ color: '#000000', order: 0, annotation: null },
  ...parts,
});
/** A picture over the whole page: what is invisible is what an engine read on it. */
const PICTURE = { order: -1, box: PAGE, matrix: IDENTITY, source: null, stencil: null };
const seen = (...glyphs: DrawnGlyph[]): number => {
  const images = glyphs.some((glyph) => glyph.invisible) ? [PICTURE] : [];
  return visibleGlyphs(drawing({ glyphs, images }), PAGE).seen.length;
};

async function read(bytes: Uint8Array): Promise<PageContent> {
  const pages: PageContent[] = [];
  await readPdf(bytes, {}, (page) => {
    if (!('problem' in page)) pages.push(page);
  });
  return pages[0] as PageContent;
}

describe('what can be seen', () => {
  it.each([
    [0.015, ''],
    [0.025, 'A'],
  ])('text of opacity %f', async (alpha, text) => {
    const resources = `/ExtGState << /G << /ca ${alpha} >> >>`;
    const page = await read(tinyPdf('/G gs BT /F1 10 Tf 20 50 Td (A) Tj ET', { resources }));
    expect(page.glyphs.map((g) => g.text).join('')).toBe(text);
  });

  it.each([
    [0.4, true],
    [0.6, false],
  ])('glyphs and lines that stand %f points outside of the clip', (by, isSeen) => {
    const clip = box(0, 0, 100, 50);
    for (const [x, y] of [
      [100 + by, 20],
      [-by, 20],
      [50, 50 + by],
      [50, -by],
    ] as const) {
      expect(hasMiddleIn(box(x - 5, y - 5, x + 5, y + 5), clip), `${x} ${y}`).toBe(isSeen);
    }
    expect(clipRuling({ axis: 'h', at: 50 + by, from: 0, to: 9, width: 0 }, clip, 0) !== null).toBe(isSeen);
    expect(clipRuling({ axis: 'v', at: -by, from: 0, to: 9, width: 0 }, clip, 0) !== null).toBe(isSeen);
  });

  it.each([
    ['a background that ends 0.8 beside it', box(0, 48.7, 100, 60), true],
    ['a ground that reaches 1.2 past it', box(0, 48.3, 100, 60), false],
    ['a white line 0.08 narrower', box(0, 49.58, 100, 50.5), false],
    ['a white line 0.12 narrower', box(0, 49.62, 100, 50.5), true],
  ])('a line under %s', (_, white, isSeen) => {
    const rulings: DrawnRuling[] = [{ axis: 'h', at: 50, from: 0, to: 100, width: 1, order: 0 }];
    const areas: DrawnArea[] = [{ box: white, color: '#ffffff', order: 1 }];
    expect(visibleRulings(drawing({ rulings, areas }))).toHaveLength(isSeen ? 1 : 0);
  });

  it.each([
    ['#2d0000', 1],
    ['#4b0000', 0],
  ])('a glyph of colour %s in a ring of that colour', (color, count) => {
    const rings = [{ box: box(-50, -50, 50, 50), color }];
    expect(visibleGlyphs(drawing({ glyphs: [glyph({ color })], rings }), PAGE).seen).toHaveLength(count);
  });
});

describe('images', () => {
  const OPS = {
    ...{ save: 1, restore: 2, transform: 3, paintFormXObjectBegin: 4, paintFormXObjectEnd: 5, constructPath: 6 },
    ...{ endPath: 7, paintImageXObject: 8 },
  };

  it.each([
    [3, 3, 0],
    [3, 50, 0],
    [5, 5, 1],
  ])('a level of %f by %f that paints nothing', (width, height, count) => {
    const list = { fnArray: [1, 3, 2], argsArray: [null, [width, 0, 0, height, 0, 0], null] };
    const { fnArray } = withDroppedImages(list, OPS);
    expect(Array.from(fnArray).filter((op) => op === OPS.paintImageXObject)).toHaveLength(count);
  });

  /** A page as wide as high, in points, and images on it: pixels along each line, one line, and the side in points. */
  async function scaleOf(
    side: number,
    images: readonly (readonly [pixels: number, side: number])[],
    kind: PictureKind = 'images',
  ): Promise<number> {
    const objects = images.map(([pixels]) =>
      stream(
        `/Type /XObject /Subtype /Image /Width ${pixels} /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray`,
        'a'.repeat(pixels),
      ),
    );
    const resources = `/XObject << ${images.map((_, i) => `/I${i} ${6 + i} 0 R`).join(' ')} >>`;
    const content = images.map(([, points], i) => `q ${points} 0 0 ${points} 0 0 cm /I${i} Do Q`).join(' ');
    const bytes = tinyPdf(content, { page: `/MediaBox [0 0 ${side} ${side}]`, resources, objects });
    let picture: Picture | EvalxError | null = null;
    await readPdf(
      bytes,
      {},
      () => {},
      async (take) => {
        picture = await take(1, kind);
      },
    );
    return (picture as unknown as Picture).scale;
  }

  it.each<[string, number, [number, number][], number]>([
    ['finer than 300 dpi: made smaller', 24, [[125, 24]], 125 / 24 / 2],
    ['finer than 150 dpi: as it is', 24, [[84, 24]], 84 / 24],
    ['2.008 times too fine: half as fine', 30, [[251, 30]], 251 / 30 / 2],
    ['2.012 times too fine: a third', 60, [[503, 60]], 503 / 60 / 3],
    ['blown up', 100, [[1, 100]], 0.1],
    [
      'with a finer one on 4 % of the page',
      100,
      [
        [100, 100],
        [40, 20],
      ],
      1,
    ],
    [
      'with a finer one on 6 % of the page',
      100,
      [
        [100, 100],
        [49, 24.5],
      ],
      2,
    ],
  ])('%s', async (_, side, images, scale) => {
    expect(await scaleOf(side, images)).toBeCloseTo(scale, 5);
  });

  it('drawn at 200 dpi', async () => {
    expect(await scaleOf(20, [[10, 20]], 'drawn')).toBeCloseTo(200 / 72, 5);
  });
});

describe('lines', () => {
  it.each<[string, Box, boolean]>([
    ['2.5 wide', box(0, 0, 100, 2.5), true],
    ['3.5 wide', box(0, 0, 100, 3.5), false],
    ['1.8 times longer than wide', box(0, 0, 3.6, 2), true],
    ['1.3 times longer than wide', box(0, 0, 2.6, 2), false],
  ])('filled boxes %s', (_, b, isLine) => {
    expect(rulingOfBox(b) !== null).toBe(isLine);
  });

  it.each<[string, number[], number, boolean]>([
    ['5 wide', [0, 0, 100, 0], 5, true],
    ['7 wide', [0, 0, 100, 0], 7, false],
    ['that drift by 0.6', [0, 0, 100, 0.6], 1, true],
    ['that drift by 0.9', [0, 0, 100, 0.9], 1, false],
    ['that are short and drift by 7.5 %', [0, 0, 4, 0.3], 0.5, true],
    ['that are short and drift by 12.5 %', [0, 0, 4, 0.5], 0.5, false],
  ])('strokes %s', (_, points, width, isLine) => {
    expect(strokeRulings([{ points, closed: false, curved: false }], width)).toHaveLength(isLine ? 1 : 0);
  });

  it.each([
    [0.04, true],
    [0.06, false],
  ])('a corner %f off', (off, isOne) => {
    expect(isRectangle(path(0, 0, 100, off, 100, 50, 0, 50))).toBe(isOne);
  });

  it.each<[string, number, string[]]>([
    ['0.008 wide', 0.008, ['h', 'h', 'v']],
    ['0.012 wide', 0.012, ['h', 'h', 'v', 'v']],
    ['0.008 wide, the other way', -0.008, ['h', 'h', 'v']],
    ['0.012 wide, the other way: no frame', -0.012, []],
  ])('a frame with a side %s', (_, width, sides) => {
    const frame = [rectangle(box(0, 0, 100, 50)), rectangle(box(width, 1, 99, 49))];
    expect(
      fillShapes(frame, true)
        .rulings.map((r) => r.axis)
        .sort(),
    ).toEqual(sides);
  });

  it.each([
    [50, 50, 0],
    [70, 70, 1],
    [150, 150, 1],
    [250, 250, 0],
    [100, 70, 1],
    [100, 55, 0],
  ])('round outlines of %f by %f', (w, h, count) => {
    expect(ringsOf([{ ...rectangle(box(0, 0, w, h)), curved: true }])).toHaveLength(count);
  });

  /** A box with round corners, as programs draw it: lines, and arcs whose control points stand on the sides. */
  const rounded = (w: number, h: number, r: number): Subpath => {
    const k = 0.45 * r;
    const points = [
      ...[r, 0, w - r, 0, w - k, 0, w, k, w, r, w, h - r, w, h - k, w - k, h],
      ...[w - r, h, r, h, k, h, 0, h - k, 0, h - r, 0, r, 0, k, k, 0, r, 0],
    ];
    return { points, closed: true, curved: true };
  };

  it.each([
    [60, 20, 4, true],
    [60, 20, 6.4, true],
    // Of an oval, and of what has nearly no straight side, there are no rulings.
    [60, 20, 6.8, false],
    [20, 20, 10, false],
  ])('a box of %f by %f with corners of %f', (w, h, r, is) => {
    expect(isRounded(rounded(w, h, r))).toBe(is);
    expect(strokeRulings([rounded(w, h, r)], 0.5).map(({ axis, at }) => [axis, at])).toEqual(
      is
        ? [
            ['h', 0],
            ['h', h],
            ['v', 0],
            ['v', w],
          ]
        : [],
    );
    expect(fillShapes([rounded(w, h, r)], false).areas).toHaveLength(is ? 1 : 0);
  });

  const areas = (size: number, gap: number): DrawnArea[] => [
    { box: box(0, 0, size, size), color: '#ccddee', order: 0 },
    { box: box(size + gap, 0, 2 * size + gap, size), color: '#ccddee', order: 1 },
  ];

  it('areas with sides of 5 are no cells, those of 7 are', () => {
    expect(fillEdges(areas(5, 2))).toEqual([]);
    expect(fillEdges(areas(7, 2))).toHaveLength(8);
  });

  it('of one ground are those of white lines on it', () => {
    const ground = { box: { x0: 0, y0: 0, x1: 100, y1: 40 }, color: '#edf2fa', order: 1 };
    const line = { box: { x0: 49.75, y0: 0, x1: 50.25, y1: 40 }, color: '#ffffff', order: 2 };
    expect(fillEdges([ground])).toEqual([]);
    expect(fillEdges([ground, line]).map(({ axis, at }) => [axis, at])).toEqual([
      ['h', 0],
      ['h', 40],
      ['v', 0],
      ['v', 100],
      ['v', 50],
    ]);
  });

  it.each([
    [0.25, 0],
    [0.4, 1],
  ])('areas of one colour %f apart', (gap, count) => {
    const edges = fillEdges(areas(50, gap));
    expect(edges.filter(({ axis, at }) => axis === 'v' && at === 50)).toHaveLength(count);
  });
});

describe('text', () => {
  it.each([
    [0.75, 0],
    [1.25, 1.25],
  ])('that rises by %f degrees', async (degrees, angle) => {
    const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
    // Level text beside it: a page of which all text rises is levelled.
    const page = await read(tinyPdf(`BT /F1 10 Tf (level) Tj ${cos} ${sin} ${-sin} ${cos} 20 20 Tm (A) Tj ET`));
    expect(page.glyphs.at(-1)?.angle).toBeCloseTo(angle, 3);
  });

  const moved = (b: Box, by: number): Box => box(b.x0 + by, b.y0, b.x1 + by, b.y1);
  const em = box(0, 0, 10, 10);

  it.each<[string, Partial<DrawnGlyph>, Partial<DrawnGlyph>, number]>([
    ['again 0.12 em aside', {}, { box: moved(em, 1.2) }, 1],
    ['again 0.18 em aside', {}, { box: moved(em, 1.8) }, 2],
    ['narrow, 0.32 of its width aside', { size: 20, box: box(0, 0, 5, 5) }, { size: 20, box: box(1.6, 0, 6.6, 5) }, 1],
    ['narrow, 0.48 of its width aside', { size: 20, box: box(0, 0, 5, 5) }, { size: 20, box: box(2.4, 0, 7.4, 5) }, 2],
    ['again 8 % larger', {}, { size: 10.8 }, 1],
    ['again 12 % larger', {}, { size: 11.2 }, 2],
    ['invisible under one half', {}, { invisible: true, box: moved(em, 5) }, 1],
    ['invisible under 30 %', {}, { invisible: true, box: moved(em, 7) }, 2],
    // Glyphs are looked for in buckets of 16 points: the first of each pair stands at the end of one.
    ['again, wider: its middle 0.4 em aside', { box: box(10.9, 0, 20.9, 9) }, { box: box(10.9, 0, 28.9, 9) }, 1],
    ['again, wider: its middle 0.6 em aside', { box: box(10.9, 0, 20.9, 9) }, { box: box(10.9, 0, 32.9, 9) }, 2],
    [
      'large, and invisible 12 aside',
      { size: 40, box: box(-4.1, 0, 35.9, 40) },
      { size: 40, box: box(7.9, 0, 47.9, 40), invisible: true },
      1,
    ],
    [
      'large, and invisible 18 aside',
      { size: 40, box: box(-4.1, 0, 35.9, 40) },
      { size: 40, box: box(14, 0, 54, 40), invisible: true },
      2,
    ],
  ])('drawn %s', (_, first, second, count) => {
    expect(seen(glyph(first), glyph({ ...second, order: 1 }))).toBe(count);
  });

  it.each([
    ['two foreign scripts', '字ሀꆈ', false],
    ['three foreign scripts', '字ሀꆈᐃ', true],
    ['2 of 10 characters private', '\uE001\uE002项目名称支出绩效', false],
    ['3 of 10 characters private', '\uE001\uE002\uE003项目名称支出绩', true],
  ])('in a font with %s', (_, text, isLost) => {
    expect(fontsWithoutUnicode([...text].map((char) => glyph({ text: char }))).has('f')).toBe(isLost);
  });

  it('of a field without an appearance is 9 points high, its lines 10.8 apart', () => {
    const field = { id: '1', value: 'a\nb', rect: [0, 0, 200, 100] };
    const [a, b] = withFields([], [field], IDENTITY);
    expect([a?.size, b?.size]).toEqual([9, 9]);
    expect((b?.box.y0 ?? 0) - (a?.box.y0 ?? 0)).toBeCloseTo(10.8, 5);
  });
});
