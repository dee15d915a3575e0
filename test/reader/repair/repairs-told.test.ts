import { describe, expect, it } from 'vitest';
import { diagnosticsOf } from '../../../src/messages/say.js';
import { readPages } from '../../../src/pages/read-pages.js';
import { tinyPdf } from '../tiny-pdf.js';

/** What pdfjs puts right by itself, and what it does not see: both are told. */

async function read(file: string): Promise<{ text: string; said: string[] }> {
  const glyphs: string[] = [];
  const { diagnostics } = await readPages(bytesOf(file), { ocr: 'never' }, (page) => {
    glyphs.push(...page.glyphs.map((glyph) => glyph.text), '|');
  });
  return {
    text: glyphs.join(''),
    said: diagnosticsOf(diagnostics, {}).map(({ severity, code, page }) => `${severity} ${code} ${page}`),
  };
}

const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
const show = (text: string): string => `BT /F1 12 Tf 10 50 Td (${text}) Tj ET`;
const MENDED = 'warning file-mended null';
const LOST = 'error file-mended null';

const old = Buffer.from(tinyPdf(show('old'))).toString('latin1');
const oldTable = old.lastIndexOf('xref\n0');
const ten = (offset: number): string => String(offset).padStart(10, '0');
/** An update that draws another text, with its table. */
const content = `4 0 obj\n<< /Length ${show('new').length} >>\nstream\n${show('new')}\nendstream\nendobj\n`;
const table = `xref\n4 1\n${ten(old.length)} 00000 n \ntrailer\n<< /Size 6 /Root 1 0 R /Prev ${oldTable} >>\n`;
const end = `startxref\n${old.length + content.length}\n%%EOF\n`;

describe('an update of a file', () => {
  it('is read where it is whole', async () => {
    expect(await read(old + content + table + end)).toEqual({ text: 'new|', said: [] });
  });
  it.each([
    ['startxref', content + table],
    ['a table', content],
    ['the end of its table', content + table.slice(0, 20)],
    ['the end of its object', content.slice(0, 40)],
  ])('that lacks %s is told', async (_, update) => {
    expect(await read(old + update)).toEqual({ text: 'old|', said: [LOST] });
  });
  it('may have junk behind it', async () => {
    expect(await read(`${old + content + table + end}\n\0\0\0 <html>no 12 0 object</html>\n`)).toEqual({
      text: 'new|',
      said: [],
    });
  });
  it('is told where no revision has a startxref', async () => {
    const without = (text: string): string => text.replace(/startxref\n\d+\n/gu, '');
    expect(await read(without(old) + content + table)).toEqual({ text: 'new|', said: [LOST] });
    expect(await read(`${without(old) + content + table}%%EOF\n`)).toEqual({ text: 'new|', said: [MENDED] });
    expect(await read(without(old))).toEqual({ text: 'old|', said: [MENDED] });
  });
});

describe('a table that is cut off', () => {
  it.each([8, 60, 130])('is told: %i bytes of it are left', async (left) => {
    expect(await read(old.slice(0, oldTable + left))).toEqual({ text: 'old|', said: [LOST] });
  });
  it('is told where its end is there, and where it begins is not', async () => {
    expect(await read(old.replace(/0000000000 65535 f \n(?:\d{10}.{9}\n){2}/u, ''))).toEqual({
      text: 'old|',
      said: [MENDED],
    });
    expect(await read(old.replace(/startxref\n\d+/u, 'startxref\n7'))).toEqual({ text: 'old|', said: [MENDED] });
  });
});

describe('a file that says more pages than it has', () => {
  it('is told', async () => {
    expect(await read(old.replace('/Count 1', '/Count 7'))).toEqual({ text: 'old|', said: [MENDED] });
  });
});
