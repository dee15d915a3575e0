import { createCanvas, loadImage } from '@napi-rs/canvas';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Mark, PageDrawing } from '../../../src/contract/drawing.js';
import { printable } from '../../../src/output/escape.js';
import { sizeOf, toPng } from '../../../src/output/page/png.js';
import { toSvg } from '../../../src/output/page/svg.js';
import { elements, readMarkup, textOf } from '../markup.js';
import { anyText, HOSTILE } from '../tables/some-tables.js';

const box = { x0: 10, y0: 20, x1: 40, y1: 30 };
const page = (...marks: Mark[]): PageDrawing => ({ page: 1, width: 100, height: 200, marks });
const text = (text: string, angle = 0): Mark => ({ kind: 'text', role: 'text', box, text, size: 10, angle });

describe('SVG', () => {
  it('has the page, boxes, lines with their ends, and text where it stands', () => {
    const svg = toSvg(
      page(
        text('绩效', 90),
        { kind: 'box', role: 'cell', box, title: '0,0 a<b' },
        { kind: 'line', role: 'horizontal', box: { ...box, y1: 20 } },
        { kind: 'line', role: 'edge', box: { ...box, x1: 10 } },
        { kind: 'line', role: 'drawn', box: { ...box, x1: 10 }, title: 'a<b' },
      ),
    );
    const root = readMarkup(svg);
    expect(elements(root, 'svg')[0]?.attributes).toMatchObject({ width: '100', height: '200', viewBox: '0 0 100 200' });
    expect(elements(root, 'g').map((g) => g.attributes['id'])).toEqual([
      undefined,
      ...['cell', 'text', 'edge', 'horizontal', 'drawn'],
    ]);
    expect(svg).toContain('<rect x="10" y="20" width="30" height="10"><title>0,0 a&lt;b</title></rect>');
    expect(svg).toContain('<line x1="10" y1="20" x2="40" y2="20"/><circle cx="10" cy="20" r="1"/>');
    expect(svg).toContain('<line x1="10" y1="20" x2="10" y2="30"/>\n');
    expect(svg).toContain('<line x1="10" y1="20" x2="10" y2="30"><title>a&lt;b</title></line><circle');
    expect(svg).toContain('<text transform="translate(25 25) rotate(-90)" y="3.8" font-size="10" textLength="10"');
  });

  it.each(HOSTILE)('shows %j and does not run it', (hostile) => {
    const root = readMarkup(toSvg(page(text(hostile), { kind: 'box', role: 'table', box, title: hostile })));
    expect(elements(root, 'text').map(textOf)).toEqual([printable(hostile)]);
    expect(elements(root, 'title').map(textOf)).toEqual(['Page 1', printable(hostile)]);
    expect([...elements(root, 'script'), ...elements(root, 'img')]).toEqual([]);
  });

  it('is well-formed, whatever the texts and numbers', () => {
    const number = fc.double({ min: -1e6, max: 1e6 });
    fc.assert(
      fc.property(anyText, number, number, fc.double(), (content, x, y, size) => {
        const at = { x0: x, y0: y, x1: x + 1, y1: y + 1 };
        const mark: Mark = { kind: 'text', role: 'label', box: at, text: content, size, angle: y };
        const svg = toSvg(page(mark, { kind: 'box', role: 'cell', box: at, title: content }));
        expect(elements(readMarkup(svg), 'text').map(textOf)).toEqual([printable(content)]);
        expect(svg).not.toMatch(/NaN|Infinity(?=["\s)])/);
      }),
    );
  });
});

describe('PNG', () => {
  const drawn = async (width: number, height: number, ...marks: Mark[]) => {
    const { bytes, ...said } = await toPng({ page: 1, width, height, marks });
    const png = Buffer.from(bytes);
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([said.width, said.height]);
    return said;
  };

  it('is a picture of two pixels a point', async () => {
    const said = await drawn(100, 200, text('a'), { kind: 'box', role: 'cell', box });
    expect(said).toEqual({ width: 200, height: 400, isReduced: false });
  });

  it('shows the whole page, from edge to edge', async () => {
    const { bytes } = await toPng({
      ...page({ kind: 'line', role: 'horizontal', box: { x0: 90, x1: 99, y0: 190, y1: 190 } }),
    });
    const image = await loadImage(Buffer.from(bytes));
    const context = createCanvas(200, 400).getContext('2d');
    context.drawImage(image, 0, 0);
    expect([...context.getImageData(190, 380, 1, 1).data]).not.toEqual([255, 255, 255, 255]);
    expect([...context.getImageData(100, 200, 1, 1).data]).toEqual([255, 255, 255, 255]);
  });

  it.each([
    ['a long page', 100_000, 10, 8000, 1],
    ['the largest page of a PDF', 14_400, 14_400, 6324, 6324],
    ['a page without any size', 0, 0, 1, 1],
    ['a page of any size', 1e38, 1e38, 6324, 6324],
  ])('does not grow without end: %s', async (_, width, height, ...size) => {
    const said = await drawn(width, height);
    expect(said).toEqual({ width: size[0], height: size[1], isReduced: width > 0 });
    expect(said.width * said.height).toBeLessThanOrEqual(40e6);
  });
  it('has a size, whatever that of the page is', () => {
    const number = fc.oneof(fc.double({ min: 0, noNaN: true }), fc.double());
    fc.assert(
      fc.property(number, number, (width, height) => {
        const size = sizeOf({ width, height });
        for (const side of [size.width, size.height])
          expect(side >= 1 && side <= 8000 && Number.isInteger(side)).toBe(true);
        expect(size.width * size.height).toBeLessThanOrEqual(40e6);
      }),
      { examples: [[Number.POSITIVE_INFINITY, 0]] },
    );
  });
});
