import { describe, expect, it } from 'vitest';
import { readPages } from '../../../src/pages/read-pages.js';
import type { Drawing, DrawnArea, DrawnRuling } from '../../../src/reader/interpreter/drawing.js';
import { Slants } from '../../../src/reader/interpreter/slants.js';
import { visibleRulings } from '../../../src/reader/page/visible.js';
import { tinyPdf } from '../tiny-pdf.js';

const drawing = (rulings: DrawnRuling[], areas: DrawnArea[]): Drawing => ({
  ...{
    glyphs: [],
    rulings,
    areas,
    rings: [],
    images: [],
    grounds: [],
    missingFonts: new Set(),
    cutOffs: [],
    slivers: [],
    linesOver: 0,
    characters: 0,
    slants: new Slants(),
  },
});
const line = (axis: 'h' | 'v', at: number, from: number, to: number, order = 0): DrawnRuling => ({
  ...{ axis, at, from, to, width: 1, order },
});
const white = (x0: number, y0: number, x1: number, y1: number, order = 1): DrawnArea => ({
  ...{ box: { x0, y0, x1, y1 }, color: '#ffffff', order },
});
const parts = (rulings: DrawnRuling[], areas: DrawnArea[]): string[] =>
  visibleRulings(drawing(rulings, areas)).map(({ axis, at, from, to }) => `${axis} ${at} ${from} ${to}`);

/** The text that is seen on the page of a tiny PDF. */
async function textOf(bytes: Uint8Array): Promise<string> {
  const texts: string[] = [];
  await readPages(bytes, {}, (page) => texts.push(...page.glyphs.map(({ text }) => text)));
  return texts.join('');
}

describe('rulings under white areas', () => {
  it('show where the areas end, in parts', () => {
    const areas = [white(20, 40, 30, 60), white(50, 40, 70, 60), white(25, 40, 35, 60)];
    expect(parts([line('h', 50, 0, 100)], areas)).toEqual(['h 50 0 20', 'h 50 35 50', 'h 50 70 100']);
    expect(parts([line('v', 25, 0, 100)], areas)).toEqual(['v 25 0 40', 'v 25 60 100']);
    expect(parts([line('h', 50, 21, 29)], areas)).toEqual([]);
  });
  it('show whole where the area is older, ends at the line, or is of another colour', () => {
    const ruling = line('h', 50, 0, 100);
    const others = [white(0, 40, 100, 60, 0), white(0, 50, 100, 60), { ...white(0, 40, 100, 60), color: '#eeee00' }];
    for (const other of others) expect(parts([ruling], [other])).toEqual(['h 50 0 100']);
  });
});

describe('white text', () => {
  const text = 'BT /F1 14 Tf 1 1 1 rg 40 40 Td (WHITE) Tj ET';
  const shading =
    '<< /ShadingType 2 /ColorSpace /DeviceRGB /Coords [0 0 300 0] /Extend [true true] /Function << /FunctionType 2 /Domain [0 1] /C0 [0 0 .5] /C1 [.5 0 0] /N 1 >> >>';

  it.each([
    ['on an octagon', '0 0 .5 rg 35 30 m 125 30 l 130 35 l 130 55 l 125 60 l 35 60 l 30 55 l 30 35 l f'],
    ['on rounded corners', '0 0 .5 rg 35 30 m 125 30 l 130 30 130 30 130 35 c 130 60 l 30 60 l 30 30 l f'],
    ['on a shading', 'q 20 20 160 60 re W n /S1 sh Q'],
  ])('%s is read', async (_, ground) => {
    const bytes = tinyPdf(`${ground} ${text}`, { resources: '/Shading << /S1 6 0 R >>', objects: [shading] });
    expect(await textOf(bytes)).toBe('WHITE');
  });

  it('on paper, or on a white ground, is not seen', async () => {
    const ground = '1 1 1 rg 35 30 m 125 30 l 130 35 l 130 60 l 30 60 l f';
    expect(await textOf(tinyPdf(text))).toBe('');
    expect(await textOf(tinyPdf(`${ground} ${text}`))).toBe('');
  });
});
