import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { diagnosticsOf } from '../../../src/messages/say.js';
import { readPages } from '../../../src/pages/read-pages.js';
import { stream, tinyPdf } from '../tiny-pdf.js';

/** The text of all pages, and what is said of them. */
async function read(bytes: Uint8Array): Promise<{ text: string; said: string[] }> {
  const glyphs: string[] = [];
  const { diagnostics } = await readPages(bytes, { ocr: 'never' }, (page) => {
    glyphs.push(...page.glyphs.map((glyph) => glyph.text));
  });
  return {
    text: glyphs.join(''),
    said: diagnosticsOf(diagnostics, {}).map(({ severity, code, page }) => `${severity} ${code} ${page}`),
  };
}

const show = (text: string, font = 'F1'): string => `BT /${font} 12 Tf 10 50 Td (${text}) Tj ET`;
const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
const UNREADABLE = 'error page-unreadable 1';
const MENDED = 'warning file-mended null';

/** A page with two content streams, the second compressed and changed. */
function twoStreams(change: (data: string) => string): Uint8Array {
  const content = `${show('second').repeat(40)} 0 0 m 100 0 l S `.repeat(5);
  const data = change(latin1(deflateSync(Buffer.from(content, 'latin1'))));
  const two = stream('/Filter /FlateDecode', data);
  // The last of two entries counts.
  return tinyPdf(show('first'), { objects: [two], page: '/MediaBox [0 0 200 100] /Contents [4 0 R 6 0 R]' });
}

/** A page with a font of two bytes a character that lacks what it is made of. */
const FONTS: Record<string, string> = {
  'no descendant': '<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [null] >>',
  'no descendants': '<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H >>',
  'no name': '<< /Type /Font /Subtype /Type1 >>',
};

describe('content that is damaged', () => {
  it('is told, and the rest read', async () => {
    const { text, said } = await read(twoStreams((data) => `zz${data.slice(2)}`));
    expect(text).toBe('first');
    expect(said).toEqual([UNREADABLE]);
  });
  it('is told where it breaks off in the middle, or gives something else', async () => {
    const cut = await read(twoStreams((data) => data.slice(0, 20) + data.slice(60)));
    expect(cut.said).toEqual([UNREADABLE]);
    const changed = await read(twoStreams((data) => `${data.slice(0, -4)}abcd`));
    expect(changed.said).toEqual([UNREADABLE]);
    expect(changed.text).toContain('second');
  });
  it('is not told where a font alone has a wrong checksum', async () => {
    const program = latin1(deflateSync(Buffer.concat([Buffer.from('\0\x01\0\0', 'latin1'), Buffer.alloc(900, 7)])));
    const file = stream('/Filter /FlateDecode', `${program.slice(0, -4)}abcd`);
    const descriptor = '<< /Type /FontDescriptor /FontName /A /Flags 32 /FontFile2 6 0 R >>';
    const font =
      '<< /Type /Font /Subtype /TrueType /BaseFont /A /Encoding /WinAnsiEncoding /FirstChar 97 /LastChar 99 ' +
      '/Widths [500 500 500] /FontDescriptor 7 0 R >>';
    const options = { resources: '/Font << /F1 5 0 R /A 8 0 R >>', objects: [file, descriptor, font] };
    expect(await read(tinyPdf(show('abc', 'A'), options))).toEqual({ text: 'abc', said: [] });
  });
  it('is told of the form that cannot be drawn', async () => {
    const content = `${show('first')} /O Do`;
    const { text, said } = await read(tinyPdf(content, { resources: '/XObject << /O 9 0 R >>' }));
    expect([text, said]).toEqual(['first', [UNREADABLE]]);
  });
  it('is told where line ends were rewritten in data; text alone comes out of it unhurt', async () => {
    const withCrLf = (bytes: Uint8Array): Uint8Array => bytesOf(latin1(bytes).replace(/\r?\n/gu, '\r\n'));
    const { text, said } = await read(withCrLf(twoStreams((data) => `${data.slice(0, 30)}\n${data.slice(31)}`)));
    expect([text.slice(0, 5), said]).toEqual(['first', [UNREADABLE, MENDED]]);
    expect(await read(withCrLf(tinyPdf(show('plain'))))).toEqual({ text: 'plain', said: [MENDED] });
  });
  it('is found where a length is wrong', async () => {
    const wrong = latin1(tinyPdf(show('all of it'))).replace(/\/Length \d+/u, '/Length 9');
    expect((await read(bytesOf(wrong))).text).toBe('all of it');
  });
  it('is not what a form is that draws itself, or a filter that does nothing', async () => {
    const form = stream(
      '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /O 6 0 R >> >>',
      '/O Do',
    );
    const content = `${show('first')} /O Do`;
    const itself = await read(tinyPdf(content, { resources: '/XObject << /O 6 0 R >>', objects: [form] }));
    expect(itself).toEqual({ text: 'first', said: [] });
  });
});

describe('a page at which pdfjs gives up', () => {
  it('is told, and what came before is read', async () => {
    // The appearance of an annotation is not looked for before the page is drawn.
    const bytes = tinyPdf(show('first'), { page: '/MediaBox [0 0 200 100] /Annots 6 0 R', objects: ['[null]'] });
    const gone = latin1(bytes).replace('6 0 obj', '6 0 obx');
    const { said } = await read(bytesOf(gone));
    expect(said).toEqual([UNREADABLE, 'error file-mended null']);
  });
});

describe('a font that cannot be loaded', () => {
  it.each(Object.entries(FONTS))('is told of: %s', async (_, font) => {
    const options = { resources: '/Font << /F1 5 0 R /A 6 0 R >>', objects: [font] };
    const { text, said } = await read(tinyPdf(`${show('first')} ${show('lost', 'A')}`, options));
    expect([text, said]).toEqual(['first', ['error text-unreadable 1']]);
    expect(await read(tinyPdf(show('first'), options))).toEqual({ text: 'first', said: [] });
  });
});

describe('a table of objects that is wrong in one entry', () => {
  it.each([3, 4, 5])('is put right: object %i', async (num) => {
    let at = 0;
    const wrong = latin1(tinyPdf(show('hello'))).replace(/(\d{10}) 00000 n/gu, (entry, offset: string) =>
      ++at === num ? `${String(Number(offset) + 3).padStart(10, '0')} 00000 n` : entry,
    );
    expect(await read(bytesOf(wrong))).toEqual({ text: 'hello', said: ['warning file-mended null'] });
  });
  it('cannot be put right where the object is gone', async () => {
    const wrong = latin1(tinyPdf(show('hello'))).replace('4 0 obj', '4 0 obx');
    const { text, said } = await read(bytesOf(wrong));
    expect([text, said]).toEqual(['', [UNREADABLE, 'error file-mended null']]);
  });
});

describe('a bad trailer', () => {
  it('does not keep the file from being read', async () => {
    const file = latin1(tinyPdf(show('hello')));
    for (const bad of [file.replace('/Size', '/Something ) /Size'), `${file}\ntrailer\n<< /X [ ( ) ] >\n`]) {
      expect((await read(bytesOf(bad))).text).toBe('hello');
    }
  });
});

describe('what pdfjs says', () => {
  it('is of the page that was in work, also where files are read side by side', async () => {
    const bad = twoStreams((data) => `zz${data.slice(2)}`);
    const good = tinyPdf(show('first'));
    const all = await Promise.all([good, bad, good, bad, good].map((bytes) => read(bytes)));
    expect(all.map(({ said }) => said)).toEqual([[], [UNREADABLE], [], [UNREADABLE], []]);
  });
  it('is not printed, and what others say is', async () => {
    const { warn } = console;
    const printed: unknown[] = [];
    const listener = (line: unknown): void => void printed.push(line);
    // The file before gives the console back a moment after it is closed.
    await new Promise((resolve) => setTimeout(resolve, 20));
    console.warn = listener;
    try {
      const reading = read(twoStreams((data) => `zz${data.slice(2)}`));
      const { warn: heard } = console;
      heard('Warning: of the program');
      await reading;
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(printed).toEqual(['Warning: of the program']);
      expect(console).toHaveProperty('warn', listener);
    } finally {
      console.warn = warn;
    }
  });
});

describe('characters without Unicode values', () => {
  it.each([
    ['(\\001)', 'one character has no Unicode value, missing from the text; look at the page for what is lacking'],
    ['(\\001\\002)', '2 characters have no Unicode value, missing from the text; look at the page for what is lacking'],
  ])('%s', async (codes, message) => {
    const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding << /Differences [1 /a1x /a2x] >> >>';
    const content = `${show('a page with much text that can be read')} BT /A 9 Tf 10 20 Td ${codes} Tj ET`;
    const bytes = tinyPdf(content, { resources: '/Font << /F1 5 0 R /A 6 0 R >>', objects: [font] });
    const { diagnostics } = await readPages(bytes, { ocr: 'never' });
    expect(diagnosticsOf(diagnostics, {}).map((diagnostic) => diagnostic.message)).toEqual([message]);
  });
});
