import { describe, expect, it } from 'vitest';
import type { DrawnGlyph } from '../../../src/reader/interpreter/drawing.js';
import { IDENTITY } from '../../../src/reader/interpreter/matrix.js';
import { fieldValues, withFields } from '../../../src/reader/page/form-fields.js';
import { readPdf } from '../../../src/reader/read.js';
import type { PageContent } from '../../../src/reader/reader-types.js';
import { stream, tinyPdf } from '../tiny-pdf.js';

const field = (more: Record<string, unknown>) => ({ subtype: 'Widget', id: '1R', rect: [0, 0, 90, 12], ...more });

/** Glyphs of a text that an annotation draws, or the page, each of 10 points from x on. */
const drawn = (text: string, annotation: string | null, x = 0): DrawnGlyph[] =>
  [...text].map((char, i) => ({
    ...{ text: char, box: { x0: x + i * 10, x1: x + 10 + i * 10, y0: 0, y1: 10 }, size: 10, angle: 0, vertical: false },
    ...{ font: 'f', invisible: false, color: '#000000', order: 1, annotation },
  }));

/** What is read where annotations stand and something is drawn. */
const text = (annotations: Record<string, unknown>[], glyphs: DrawnGlyph[] = []): string =>
  withFields(glyphs, fieldValues(annotations), IDENTITY)
    .map((glyph) => glyph.text)
    .join('');

describe('a box to tick', () => {
  const box = (more: Record<string, unknown>) => field({ fieldType: 'Btn', rect: [0, 0, 10, 10], ...more });
  const check = (fieldValue: string) => box({ checkBox: true, exportValue: 'Yes', fieldValue });
  const radio = (fieldValue: string) => box({ radioButton: true, buttonValue: '2', fieldValue });

  it('shows its state', () => {
    expect([check('Yes'), check('Off')].map((one) => text([one]))).toEqual(['☑', '□']);
    expect([radio('2'), radio('1')].map((one) => text([one]))).toEqual(['◉', '○']);
    // A button to push has none.
    expect(text([box({ pushButton: true, fieldValue: 'x' })])).toBe('');
    expect(text([{ ...check('Yes'), hidden: true }])).toBe('');
  });

  it('takes the place of the tick that is drawn, and of the box that is printed under it', () => {
    expect(text([check('Yes')], [...drawn('✔', '1R'), ...drawn('□', null, 2), ...drawn('甲', null, 12)])).toBe('甲☑');
    expect(text([check('Off')], drawn('□□', null, 2))).toBe('□□');
    // What is printed there and is no box stays.
    expect(text([check('Off')], drawn('甲', null, 2))).toBe('甲□');
  });

  it('stands in the middle of its rectangle', () => {
    const [mark] = withFields([], fieldValues([{ ...check('Yes'), rect: [0, 0, 40, 20] }]), IDENTITY);
    expect(mark?.box).toEqual({ x0: 15.5, x1: 24.5, y0: 5.5, y1: 14.5 });
    expect(mark?.size).toBe(9);
  });
});

describe('a field of text', () => {
  const value = (fieldValue: unknown) => field({ fieldType: 'Tx', fieldValue });

  it('is read whole where what is drawn of it is a part alone', () => {
    expect(text([value('青石镇农村道路')], drawn('青石镇', '1R'))).toBe('青石镇农村道路');
    expect(text([value('青石镇 农村')], drawn('青石镇农村', '1R'))).toBe('青石镇农村');
    // It is formatted.
    expect(text([value('1234')], drawn('1,234.00', '1R'))).toBe('1,234.00');
    expect(text([value('12')])).toBe('12');
    expect(text([value('  ')])).toBe('');
    expect(text([field({ fieldType: 'Ch', fieldValue: ['甲', '乙'] })])).toBe('甲 乙');
  });

  it('lays no field over another', () => {
    const orders = withFields([], fieldValues([value('a'), { ...value('b'), id: '2R' }]), IDENTITY).map((g) => g.order);
    expect(new Set(orders).size).toBe(2);
  });
});

describe('a comment in free text', () => {
  it('is read where nothing of it is drawn', () => {
    const comment = { subtype: 'FreeText', id: '1R', rect: [0, 0, 90, 12], contentsObj: { str: '已审核' } };
    expect(text([comment])).toBe('已审核');
    expect(text([comment], drawn('已审核', '1R'))).toBe('已审核');
    expect(text([{ ...comment, subtype: 'Text' }])).toBe('');
  });
});

describe('a file', () => {
  it('is read with its comments that have no appearance, and with what its fields clip', async () => {
    const own = '/Rect [20 50 60 62] /F 4 /FT /Tx /T (a) /V (longer than its field)';
    const bytes = tinyPdf('BT /F1 10 Tf 20 80 Td (level) Tj ET', {
      page: '/MediaBox [0 0 200 100] /Annots [6 0 R 7 0 R]',
      catalog: '/AcroForm << /Fields [7 0 R] >>',
      objects: [
        '<< /Type /Annot /Subtype /FreeText /Rect [20 20 120 40] /Contents (checked) /DA (/F1 9 Tf) /F 4 >>',
        `<< /Type /Annot /Subtype /Widget ${own} /DA (/F1 9 Tf 0 g) /AP << /N 8 0 R >> >>`,
        stream(
          '/Type /XObject /Subtype /Form /BBox [0 0 40 12] /Resources << /Font << /F1 5 0 R >> >>',
          '/Tx BMC BT /F1 9 Tf 2 2 Td (longer than its field) Tj ET EMC',
        ),
      ],
    });
    const pages: PageContent[] = [];
    await readPdf(bytes, {}, (page) => pages.push(page as PageContent));
    expect(pages[0]?.glyphs.map((glyph) => glyph.text).join('')).toBe('levelcheckedlonger than its field');
    expect(pages[0]?.glyphs.some((glyph) => glyph.half)).toBe(false);
  });
});
