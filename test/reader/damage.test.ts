import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from '../../src/parse.js';
import { readPdf } from '../../src/reader/read.js';
import type { PageContent } from '../../src/reader/types.js';
import { tableFaults } from '../../src/reader/xref-check.js';
import { tinyPdf } from './tiny-pdf.js';

/** Files as damage makes them: what can be read is read, and nothing is lost without a word. */

const fixtures = join(import.meta.dirname, '../../fixtures/reference');
const whole = readFileSync(join(fixtures, 'reports.pdf'), 'latin1');
const expected: unknown[] = JSON.parse(readFileSync(join(fixtures, 'reports.json'), 'utf8'));

const bytesOf = (latin1: string): Uint8Array => new Uint8Array(Buffer.from(latin1, 'latin1'));
const textOf = (page: PageContent): string => page.glyphs.map(({ text }) => text).join('');

async function read(latin1: string): Promise<{ reports: unknown[]; told: string[] }> {
  const { document } = await parse(bytesOf(latin1));
  return { reports: document.reports, told: document.diagnostics.map((d) => `${d.severity} ${d.code} ${d.page}`) };
}

/** The page of a tiny PDF. */
async function pageOf(bytes: Uint8Array): Promise<PageContent> {
  const pages: PageContent[] = [];
  await readPdf(bytes, {}, (page) => {
    if ('problem' in page) throw new Error(page.problem);
    pages.push(page);
  });
  return pages[0] as PageContent;
}

describe('a table of objects', () => {
  const entries = [...whole.matchAll(/(\d{10}) 00000 n/gu)];
  const shifted = ({ index, 1: offset }: RegExpMatchArray): string =>
    whole.slice(0, index) + String(Number(offset) + 3).padStart(10, '0') + whole.slice((index as number) + 10);

  it('that points beside one of its objects is not believed, whichever object it is', async () => {
    expect(entries.length).toBeGreaterThan(20);
    for (const entry of entries) {
      expect(await read(shifted(entry))).toEqual({ reports: expected, told: ['warning file-mended null'] });
    }
  }, 60_000);

  it('that lacks nothing is told from one that does', () => {
    const file = Buffer.from(tinyPdf('BT /F1 12 Tf 10 10 Td (X) Tj ET')).toString('latin1');
    const faults = (text: string) => tableFaults(bytesOf(text));
    expect(faults(file)).toEqual({ misplaced: false, gone: false });
    expect(faults(`junk before the header\n${file}`)).toEqual({ misplaced: false, gone: false });
    expect(faults(file.replace(/(\d{10}) 00000 n/u, '0000000001 00000 n'))).toEqual({ misplaced: true, gone: false });
    expect(faults(file.replace('5 0 obj', '9 9 obj'))).toEqual({ misplaced: false, gone: true });
    // Objects that an update has put elsewhere: the newest table counts.
    const at = file.length;
    const update = `4 0 obj\n<</Length 0>>\nstream\n\nendstream\nendobj\n`;
    const table = `xref\n4 1\n${String(at).padStart(10, '0')} 00000 n \ntrailer\n<</Size 6/Root 1 0 R/Prev ${file.match(/startxref\n(\d+)/u)?.[1]}>>\n`;
    const updated = `${file}${update}${table}startxref\n${at + update.length}\n%%EOF\n`;
    expect(faults(updated)).toEqual({ misplaced: false, gone: false });
  });

  it('is found behind a trailer that cannot be read', async () => {
    const bad = whole.replace(/trailer\s*<</u, (head) => `${head} /X ) `);
    expect(bad).not.toBe(whole);
    expect(await read(bad)).toEqual({ reports: expected, told: ['warning file-mended null'] });
  });
});

describe('a stream', () => {
  const contents = [...whole.matchAll(/\bstream\r?\n/gu)].map(({ index, 0: word }) => index + word.length);

  it('that cannot be decoded is told, whatever hangs on it', async () => {
    let lost = 0;
    for (const at of contents) {
      const { reports, told } = await read(`${whole.slice(0, at)}zz${whole.slice(at + 2)}`);
      const isSame = JSON.stringify(reports) === JSON.stringify(expected);
      if (!isSame) lost++;
      expect(isSame || told.some((one) => one.startsWith('error')), `${at}: ${told}`).toBe(true);
    }
    expect(lost).toBeGreaterThan(0);
  }, 60_000);

  it('as a transfer of text has mangled it is told', async () => {
    const { told } = await read(whole.replaceAll(/(?<!\r)\n/gu, '\r\n'));
    expect(told.some((one) => one.startsWith('error'))).toBe(true);
  });
});

describe('a font', () => {
  it('that cannot be loaded is told of on the pages that write with it', async () => {
    const text = 'BT /F1 12 Tf 10 10 Td (AB) Tj /F2 12 Tf (CD) Tj ET';
    const font = '<< /Type /Font /Subtype /Type0 /BaseFont /Lost /Encoding /Identity-H >>';
    const bytes = tinyPdf(text, { resources: '', objects: [font] });
    const pdf = Buffer.from(bytes).toString('latin1').replace('/F1 5 0 R >>', '/F1 5 0 R/F2 6 0 R>>');
    const { document } = await parse(bytesOf(pdf));
    expect(document.diagnostics.map(({ code, severity, page }) => [code, severity, page])).toContainEqual([
      'text-unreadable',
      'error',
      1,
    ]);
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
    expect(textOf(await pageOf(bytes))).toBe('WHITE');
  });

  it('on paper, or on a white ground, is not seen', async () => {
    const white = '1 1 1 rg 35 30 m 125 30 l 130 35 l 130 60 l 30 60 l f';
    expect(textOf(await pageOf(tinyPdf(text)))).toBe('');
    expect(textOf(await pageOf(tinyPdf(`${white} ${text}`)))).toBe('');
  });
});
