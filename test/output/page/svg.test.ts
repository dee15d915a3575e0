import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Mark, PageDrawing } from '../../../src/contract/drawing.js';
import { printable } from '../../../src/output/escape.js';
import { toPng } from '../../../src/output/page/png.js';
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
      ),
    );
    const root = readMarkup(svg);
    expect(elements(root, 'svg')[0]?.attributes).toMatchObject({ width: '100', height: '200', viewBox: '0 0 100 200' });
    expect(elements(root, 'g').map((g) => g.attributes['id'])).toEqual([
      undefined,
      ...['cell', 'text', 'edge', 'horizontal'],
    ]);
    expect(svg).toContain('<rect x="10" y="20" width="30" height="10"><title>0,0 a&lt;b</title></rect>');
    expect(svg).toContain('<line x1="10" y1="20" x2="40" y2="20"/><circle cx="10" cy="20" r="1"/>');
    expect(svg).toContain('<line x1="10" y1="20" x2="10" y2="30"/>\n');
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
  it('is a picture of two pixels a point', async () => {
    const png = Buffer.from(await toPng(page(text('a'), { kind: 'box', role: 'cell', box })));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([200, 400]);
  });

  it('does not grow without end', async () => {
    const png = Buffer.from(await toPng({ page: 1, width: 100_000, height: 10, marks: [] }));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([8000, 1]);
  });
});
