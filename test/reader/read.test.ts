import { describe, expect, it } from 'vitest';
import { readPdf } from '../../src/reader/read.js';
import type { PageContent } from '../../src/reader/reader-types.js';
import { stream, tinyPdf } from './tiny-pdf.js';

async function read(bytes: Uint8Array): Promise<PageContent> {
  const pages: PageContent[] = [];
  await readPdf(bytes, {}, (page) => {
    if ('problem' in page) throw new Error(JSON.stringify(page.problem));
    pages.push(page);
  });
  expect(pages).toHaveLength(1);
  return pages[0] as PageContent;
}

const round = (n: number): number => Math.round(n * 100) / 100;
const rulings = (page: PageContent): string[] =>
  page.rulings.map((r) => `${r.axis} ${[r.at, r.from, r.to, r.width].map(round).join(' ')}`);
const text = (page: PageContent): string => page.glyphs.map((g) => g.text).join('');

describe('rulings', () => {
  it('come from strokes, with the line width under the transform', async () => {
    const page = await read(tinyPdf('q 2 0 0 2 10 0 cm 1 w 10 20 m 50 20 l S 5 5 m 5 45 l S Q 0 90 m 200 90 l S'));
    // y is flipped: the page is 100 points high.
    expect(rulings(page)).toEqual(['h 60 30 110 2', 'v 20 10 90 2', 'h 10 0 200 1']);
  });
  it('come from thin filled rectangles, also without any height', async () => {
    const page = await read(tinyPdf('10 10 100 0.5 re f 10 10 0.5 50 re f 10 30 100 0 re f'));
    expect(rulings(page)).toEqual(['h 89.75 10 110 0.5', 'v 10.25 40 90 0.5', 'h 70 10 110 0']);
  });
  it('come from the sides of stroked rectangles and of filled hollow frames', async () => {
    const page = await read(tinyPdf('10 10 100 50 re S'));
    expect(rulings(page).sort()).toEqual(['h 40 10 110 1', 'h 90 10 110 1', 'v 10 40 90 1', 'v 110 40 90 1']);
    const frame = await read(tinyPdf('10 10 100 50 re 11 11 98 48 re f*'));
    expect(rulings(frame).sort()).toEqual(['h 40.5 10 110 1', 'h 89.5 10 110 1', 'v 10.5 40 90 1', 'v 109.5 40 90 1']);
    expect(frame.edges).toEqual([]);
  });
  it('come from form XObjects, with their matrices', async () => {
    const inner = stream('/Type /XObject /Subtype /Form /BBox [0 0 100 100] /Matrix [1 0 0 1 5 0]', '0 10 m 50 10 l S');
    const outer = stream(
      '/Type /XObject /Subtype /Form /BBox [0 0 200 200] /Matrix [2 0 0 2 0 0] /Resources << /XObject << /I 6 0 R >> >>',
      '/I Do',
    );
    const page = await read(tinyPdf('/O Do', { resources: '/XObject << /O 7 0 R >>', objects: [inner, outer] }));
    expect(rulings(page)).toEqual(['h 80 10 110 2']);
  });
  it('do not come from clip paths, areas, curves, slanted, white, hidden or transparent lines', async () => {
    const none = [
      '10 10 100 0.5 re W n',
      '10 10 100 50 re f',
      '10 10 m 20 50 60 50 100 10 c S',
      '10 10 m 100 60 l S',
      '1 1 1 RG 10 10 m 100 10 l S',
      '10 10 m 100 10 l S 1 1 1 rg 0 0 150 40 re f',
      '/G gs 10 10 m 100 10 l S',
    ];
    for (const content of none) {
      const page = await read(tinyPdf(content, { resources: '/ExtGState << /G << /CA 0 >> >>' }));
      expect(rulings(page), content).toEqual([]);
    }
  });
  it('end at the clip', async () => {
    const page = await read(tinyPdf('q 20 0 60 100 re W n 10 50 m 150 50 l S 10 10 m 10 90 l S Q 100 10 m 100 90 l S'));
    expect(rulings(page)).toEqual(['h 50 20 80 1', 'v 100 10 90 1']);
  });
  it('stay where a cell background only touches them', async () => {
    const page = await read(tinyPdf('10 50 m 100 50 l S 1 1 1 rg 10 20 90 30 re f'));
    expect(rulings(page)).toEqual(['h 50 10 100 1']);
  });
});

describe('glyphs', () => {
  it('stand where they are drawn, with kerning, spacing, scaling and rise', async () => {
    const page = await read(tinyPdf('BT /F1 10 Tf 20 50 Td [(A) -500 (A)] TJ 1 Tc (AA) Tj 0 Tc 200 Tz 5 Ts (A) Tj ET'));
    // Helvetica's A is 0.667 em wide.
    const starts = page.glyphs.map((g) => round(g.box.x0));
    expect(starts).toEqual([20, 31.67, 38.34, 46.01, 53.68]);
    expect(page.glyphs.map((g) => round(g.box.y0))).toEqual([41.2, 41.2, 41.2, 41.2, 36.2]);
    expect(round((page.glyphs[4]?.box.x1 ?? 0) - 53.68)).toBe(13.34);
    expect(page.glyphs.every((g) => g.size === 10 && g.angle === 0)).toBe(true);
  });
  it('know their direction', async () => {
    const page = await read(tinyPdf('BT /F1 10 Tf 0 1 -1 0 50 20 Tm (AB) Tj ET'));
    expect(page.glyphs.map((g) => g.angle)).toEqual([90, 90]);
    expect(round(page.glyphs[0]?.box.y1 ?? 0)).toBe(80);
    expect(round(page.glyphs[1]?.box.y1 ?? 0)).toBe(73.33);
    const watermark = await read(tinyPdf('BT /F1 10 Tf 0.7071 0.7071 -0.7071 0.7071 50 20 Tm (A) Tj ET'));
    expect(watermark.glyphs.map((g) => round(g.angle))).toEqual([45]);
  });
  it('follow the rotation, the boxes and the unit of the page', async () => {
    const box = '/MediaBox [100 200 300 300] /CropBox [110 210 290 290]';
    const content = 'BT /F1 10 Tf 120 220 Td (A) Tj ET';
    const plain = await read(tinyPdf(content, { page: box }));
    expect([plain.width, plain.height]).toEqual([180, 80]);
    expect(round(plain.glyphs[0]?.box.x0 ?? 0)).toBe(10);
    expect(round(plain.glyphs[0]?.box.y1 ?? 0)).toBe(71.2);
    const turned = await read(tinyPdf(content, { page: `${box} /Rotate 90` }));
    expect([turned.width, turned.height]).toEqual([80, 180]);
    expect(turned.glyphs[0]?.angle).toBe(270);
    const large = await read(tinyPdf(content, { page: `${box} /UserUnit 2` }));
    expect([large.width, large.height]).toEqual([360, 160]);
    expect(large.glyphs[0]?.size).toBe(20);
  });
  it('are left out where nobody sees them: outside of the clip or the page, white, in a hidden layer', async () => {
    const show = (x: number, s: string): string => `BT /F1 10 Tf ${x} 50 Td (${s}) Tj ET`;
    expect(
      text(
        await read(
          tinyPdf(`q 0 0 50 100 re W n ${show(20, 'A')} ${show(60, 'B')} Q ${show(300, 'C')} ${show(80, 'D')}`),
        ),
      ),
    ).toBe('AD');
    expect(text(await read(tinyPdf(`1 g ${show(20, 'A')} 0 g 40 40 50 30 re f 1 g ${show(60, 'B')}`)))).toBe('B');
  });
  it('count once where they are drawn twice, and invisible ones only where nothing is seen', async () => {
    const at = (x: number, mode = 0): string => `BT ${mode} Tr /F1 10 Tf ${x} 50 Td (11) Tj ET`;
    expect(text(await read(tinyPdf(`${at(20)} ${at(20.3)}`)))).toBe('11');
    // More that is invisible than is visible: what is seen is drawn otherwise.
    expect(text(await read(tinyPdf(`${at(20)} ${at(21, 3)} ${at(80, 3)} ${at(120, 3)}`)))).toBe('111111');
    expect(text(await read(tinyPdf(`${at(20)} ${at(80, 3)}`)))).toBe('11');
  });
  it('are left out where they belong to a seal: inside a ring of their own colour', async () => {
    const ring = '1 0 0 RG 190 50 m 190 100 110 100 110 50 c 110 0 190 0 190 50 c S';
    const show = (color: string, x: number, s: string): string => `${color} rg BT /F1 10 Tf ${x} 50 Td (${s}) Tj ET`;
    const page = await read(
      tinyPdf(`${show('0 0 0', 120, 'A')} ${ring} ${show('1 0 0', 150, 'S')} ${show('1 0 0', 20, 'B')}`),
    );
    expect(text(page)).toBe('AB');
  });
  it('are left out in layers that are off', async () => {
    const page = await read(
      tinyPdf(
        '/OC /On BDC BT /F1 10 Tf 20 50 Td (A) Tj ET EMC /OC /Off BDC BT /F1 10 Tf 60 50 Td (B) Tj ET 0 0 m 100 0 l S EMC',
        {
          resources: '/Properties << /On 6 0 R /Off 7 0 R >>',
          catalog: '/OCProperties << /OCGs [6 0 R 7 0 R] /D << /OFF [7 0 R] >> >>',
          objects: ['<< /Type /OCG /Name (on) >>', '<< /Type /OCG /Name (off) >>'],
        },
      ),
    );
    expect(text(page)).toBe('A');
    expect(page.rulings).toEqual([]);
  });
  it('are made for form fields whose value the file does not draw', async () => {
    const field = (name: string, value: string, rect: string): string =>
      `<< /Type /Annot /Subtype /Widget /FT /Tx /T (${name}) /V (${value}) /Rect [${rect}] /F 4 /DA (/F1 9 Tf) >>`;
    const page = await read(
      tinyPdf('BT /F1 10 Tf 20 80 Td (A) Tj ET', {
        page: '/MediaBox [0 0 200 100] /Annots [6 0 R 7 0 R]',
        catalog: '/AcroForm << /Fields [6 0 R 7 0 R] /DR << /Font << /F1 5 0 R >> >> >>',
        objects: [field('score', '9.5', '100 40 150 60'), field('empty', '', '100 10 150 30')],
      }),
    );
    expect(text(page)).toBe('A9.5');
    const [box] = page.glyphs.filter((g) => g.text === '9').map((g) => g.box);
    expect(box && box.x0 >= 100 && box.x1 <= 150 && box.y0 >= 40 && box.y1 <= 60).toBe(true);
  });
});
