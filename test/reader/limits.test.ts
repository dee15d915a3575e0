import { describe, expect, it, vi } from 'vitest';
import type { ReadingLimits, UnreadPage } from '../../src/limits.js';
import { parse } from '../../src/parse.js';
import { readPdf } from '../../src/reader/read.js';
import type { ReadOptions } from '../../src/reader/read-options.js';
import type { PageContent } from '../../src/reader/reader-types.js';
import { stream, tinyPdf } from './tiny-pdf.js';

const read = async (bytes: Uint8Array, options: ReadOptions = {}): Promise<(PageContent | UnreadPage)[]> => {
  const pages: (PageContent | UnreadPage)[] = [];
  await readPdf(bytes, options, (page) => pages.push(page));
  return pages;
};
const TOO_MANY = [expect.objectContaining({ code: 'page-over-limit', problem: expect.anything() })];

describe('characters of a page', () => {
  /** A page that shows the code A `shown` times, which stands for `length` characters. */
  const page = (length: number, shown: number): Uint8Array => {
    const map = `1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar <41> <${'0042'.repeat(length)}> endbfchar`;
    return tinyPdf(`BT /F2 2 Tf 5 50 Td (${'A'.repeat(shown)}) Tj ET`, {
      resources: '/Font << /F2 7 0 R >>',
      objects: [
        stream('', map),
        '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode 6 0 R >>',
      ],
    });
  };

  it('count, not glyphs: one may stand for thousands', async () => {
    const [whole] = await read(page(1000, 100));
    expect((whole as PageContent).glyphs.map(({ text }) => text.length)).toEqual(Array(100).fill(1000));
    expect(await read(page(1000, 101))).toEqual(TOO_MANY);
    expect(await read(page(1000, 3), { limits: { items: 2999 } })).toEqual(TOO_MANY);
  });

  it('count in the values of fields, which the page does not draw', async () => {
    const field = (length: number): Uint8Array =>
      tinyPdf('', {
        page: '/MediaBox [0 0 200 100] /Annots [6 0 R 7 0 R]',
        catalog: '/AcroForm << /Fields [8 0 R] >>',
        objects: [
          ...['[0 0 90 20]', '[0 30 90 50]'].map(
            (rect) => `<< /Type /Annot /Subtype /Widget /Parent 8 0 R /Rect ${rect} >>`,
          ),
          `<< /FT /Tx /T (a) /V (${'x'.repeat(length)}) /Kids [6 0 R 7 0 R] >>`,
        ],
      });
    expect((await read(field(50)))[0]).toMatchObject({ glyphs: { length: 100 } });
    expect(await read(field(50), { limits: { items: 99 } })).toEqual(TOO_MANY);
  });
});

const ONE = tinyPdf('BT /F1 8 Tf 5 50 Td (A) Tj ET');

describe('limits that are no numbers', () => {
  it.each([Number.NaN, -1, '5', null])('are refused, as they would never be reached: %j', async (value) => {
    for (const name of ['bytes', 'pages', 'items', 'rulings']) {
      const limits = { [name]: value } as unknown as ReadingLimits;
      await expect(parse(ONE, { limits })).rejects.toThrow(
        expect.objectContaining({
          code: 'usage',
          message: `the limit ${name} is ${value}; give a number of 0 or more`,
        }),
      );
    }
  });

  it('are the standard ones where they are left out, and none where they are infinite', async () => {
    const glyphs = tinyPdf(`BT /F1 0.001 Tf 5 50 Td (${'A'.repeat(100_001)}) Tj ET`);
    expect(await read(glyphs, { limits: { items: undefined } as unknown as ReadingLimits })).toEqual(TOO_MANY);
    expect(await read(ONE, { limits: { items: 0 } })).toEqual(TOO_MANY);
    const { POSITIVE_INFINITY: none } = Number;
    expect(await read(ONE, { limits: { bytes: none, pages: none, items: none, rulings: none } })).toMatchObject([
      { glyphs: [{ text: 'A' }] },
    ]);
  });
});

describe('callbacks of the caller', () => {
  const planted = new Error('planted');

  it.each([
    [
      'throws',
      () => {
        throw planted;
      },
    ],
    ['rejects', () => Promise.reject(planted)],
  ])('onPage that %s ends the reading with that', async (_, onPage) => {
    const unhandled = vi.fn();
    process.on('unhandledRejection', unhandled);
    await expect(parse(ONE, { onPage })).rejects.toBe(planted);
    await new Promise((resolve) => setImmediate(resolve));
    process.off('unhandledRejection', unhandled);
    expect(unhandled).not.toHaveBeenCalled();
    expect(await read(ONE)).toHaveLength(1);
  });

  it('a signal ends it with its reason: before it begins, and between two pages', async () => {
    const seen: unknown[] = [];
    const onPage = (...told: unknown[]): void => void seen.push(told);
    await expect(parse(ONE, { signal: AbortSignal.abort(planted), onPage })).rejects.toBe(planted);
    expect(seen).toEqual([]);
    const stop = new AbortController();
    await expect(parse(ONE, { signal: stop.signal, onPage: () => stop.abort(planted) })).rejects.toBe(planted);
  });
});
