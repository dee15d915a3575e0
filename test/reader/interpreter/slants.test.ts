import { describe, expect, it } from 'vitest';
import { layoutPage } from '../../../src/layout/page.js';
import { Slants } from '../../../src/reader/interpreter/slants.js';
import { readPdf } from '../../../src/reader/read.js';
import type { PageContent } from '../../../src/reader/reader-types.js';
import { tinyPdf } from '../tiny-pdf.js';

/** By how much a page is turned with so many glyphs at each angle. */
const turned = (...texts: [slant: number, count: number][]): number => {
  const slants = new Slants();
  for (const [slant, count] of texts) slants.add(slant, count);
  return slants.ofPage();
};

describe('a page is turned a little', () => {
  it('where its text is, by 0.05 to 6 degrees', () => {
    expect(turned([2, 10])).toBe(2);
    expect([turned([0.051, 9]), turned([0.049, 9])]).toEqual([0.051, 0]);
    expect([turned([-5.9, 10]), turned([-6.1, 10])]).toEqual([-5.9, 0]);
    expect(turned()).toBe(0);
  });

  it('where half of the text is turned by the same angle, give or take 0.1 degrees', () => {
    expect([turned([2, 50], [0, 25], [30, 25]), turned([2, 49], [0, 26], [30, 25])]).toEqual([2, 0]);
    expect(turned([2, 10], [2.1, 10], [0, 11])).toBeCloseTo(2.05, 9);
    expect(turned([2, 10], [2.3, 10], [0, 9], [40, 9])).toBe(0);
    expect(turned([Number.NaN, 10])).toBe(0);
  });
});

/** A table of two by two, drawn under a matrix; a page of 200 x 200. */
const table = (matrix: string): string =>
  [
    'q',
    `${matrix} cm`,
    '0.5 w 20 160 m 180 160 l S 20 130 m 180 130 l S 20 100 m 180 100 l S',
    '20 100 m 20 160 l S 100 100 m 100 160 l S 180 100 m 180 160 l S',
    'BT /F1 10 Tf 1 0 0 1 25 140 Tm (ab cd) Tj 1 0 0 1 105 140 Tm (ef) Tj',
    '1 0 0 1 25 110 Tm (1.5) Tj 1 0 0 1 105 110 Tm (2.5) Tj ET',
    'Q',
  ].join('\n');

const degrees = (by: number): string => {
  const [cos, sin] = [Math.cos((by * Math.PI) / 180), Math.sin((by * Math.PI) / 180)];
  return `${cos} ${sin} ${-sin} ${cos} ${100 - 100 * cos + 100 * sin} ${100 - 100 * sin - 100 * cos}`;
};

async function read(content: string): Promise<PageContent> {
  const pages: unknown[] = [];
  await readPdf(tinyPdf(content, { page: '/MediaBox [0 0 200 200]' }), {}, (page) => pages.push(page));
  return pages[0] as PageContent;
}

const texts = (page: PageContent): string[] =>
  layoutPage(page).sheets.flatMap(({ tables }) =>
    tables.flatMap(({ cells }) => cells.map(({ lines }) => lines.map(({ text }) => text).join('/'))),
  );

describe('a drawn table that is turned a little', () => {
  it.each([0.4, -0.9, 1.1, 3, -5])('by %s degrees is read as if it were level', async (by) => {
    const page = await read(table(degrees(by)));
    expect(texts(page)).toEqual(['ab cd', 'ef', '1.5', '2.5']);
    expect(page.turn?.skew).toBeCloseTo(-by, 3);
  });

  it('stands where it is seen', async () => {
    const level = await read(table('1 0 0 1 0 0'));
    expect(level.turn).toBeUndefined();
    const { turn, ...page } = await read(table(degrees(3)));
    expect(page.glyphs.map(({ box }) => Math.round(box.x0))).toEqual(level.glyphs.map(({ box }) => Math.round(box.x0)));
    expect(turn).toMatchObject({ angle: 0, width: level.width, height: level.height });
  });

  it('is turned upright as well where it lies on its side', async () => {
    const page = await read(table(degrees(92)));
    expect(texts(page)).toEqual(['ab cd', 'ef', '1.5', '2.5']);
    expect(layoutPage(page).sheets[0]?.turn).toMatchObject({ angle: 90 });
    expect(layoutPage(page).sheets[0]?.turn.skew).toBeCloseTo(-2, 3);
  });

  it('leaves a slanted watermark one', async () => {
    const mark = 'BT /F1 30 Tf 0.7071 0.7071 -0.7071 0.7071 40 40 Tm (DRAFT) Tj ET';
    const page = await read(`${table(degrees(2))}\n${mark}`);
    expect(texts(page)).toEqual(['ab cd', 'ef', '1.5', '2.5']);
    expect(layoutPage(page).sheets[0]?.aside.map(({ reason, text }) => [reason, text])).toEqual([
      ['watermark', 'DRAFT'],
    ]);
  });
});
