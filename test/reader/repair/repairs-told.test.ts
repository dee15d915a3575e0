import { describe, expect, it } from 'vitest';
import { diagnosticsOf } from '../../../src/messages/say.js';
import { readPages } from '../../../src/pages/read-pages.js';
import { packedPdf } from '../packed-pdf.js';
import { stream, tinyPdf } from '../tiny-pdf.js';

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

const UNREADABLE = 'error page-unreadable 1';
const UNCOUNTED = 'error pages-uncounted null';

/** A tree of pages that are called a, b, c …: a list is a node, whose count is told beside it. */
type Tree = readonly [count: number, ...kids: (string | Tree)[]];

function treeObjects(tree: Tree): Record<number, string> {
  const objects: Record<number, string> = { 1: '<< /Type /Catalog /Pages 10 0 R >>' };
  let next = 10;
  const node = (kid: string | Tree, parent: number): number => {
    const num = next++;
    const up = parent ? `/Parent ${parent} 0 R` : '';
    if (typeof kid === 'string') {
      objects[num] =
        `<< /Type /Page ${up} /MediaBox [0 0 200 100] /Contents ${200 + kid.charCodeAt(0)} 0 R /Resources << /Font << /F1 5 0 R >> >> >>`;
    } else {
      const [count, ...kids] = kid;
      const refs = kids.map((one) => `${node(one, num)} 0 R`);
      objects[num] = `<< /Type /Pages ${up} /Count ${count} /Kids [${refs.join(' ')}] >>`;
    }
    return num;
  };
  node(tree, 0);
  objects[5] = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>';
  return objects;
}

const contents = Object.fromEntries([...'abc'].map((name) => [200 + name.charCodeAt(0), stream('', show(name))]));

describe('the count of pages', () => {
  const trees: [string, Tree, string, string[]][] = [
    ['right', [3, 'a', 'b', 'c'], 'a|b|c|', []],
    ['right in a deep tree', [3, [2, 'a', 'b'], [1, 'c']], 'a|b|c|', []],
    ['too small', [1, 'a', 'b', 'c'], 'a|', [UNCOUNTED]],
    ['too large', [9, 'a', 'b', 'c'], 'a|b|c|', [MENDED]],
    ['too small in a node, and so in all', [2, [1, 'a', 'b'], [1, 'c']], 'a|c|', [UNCOUNTED]],
    ['moved from one node to another', [3, [1, 'a', 'b'], [2, 'c']], 'a|b|c|', [MENDED]],
  ];
  it.each(trees)('%s, the tree in an object stream', async (_, tree, text, said) => {
    expect(await read(packedPdf(treeObjects(tree), contents))).toEqual({ text, said });
  });
  it.each(trees)('%s, the tree in the open', async (_, tree, text, said) => {
    expect(await read(packedPdf({}, { ...treeObjects(tree), ...contents }))).toEqual({ text, said });
  });
  it('is not asked of pages that were taken out', async () => {
    const objects = { ...treeObjects([1, 'a']), 77: treeObjects([1, 'b'])[11] as string };
    expect(await read(packedPdf(objects, contents))).toEqual({ text: 'a|', said: [] });
  });
});

describe('the content of a page', () => {
  const withContents = (entry: string, more: Record<number, string> = {}): string => {
    const objects = treeObjects([2, 'a', 'b']);
    objects[11] = (objects[11] as string).replace(/\/Contents \d+ 0 R/u, entry);
    return packedPdf({ ...objects, 6: 'null', 7: '<< >>', 8: '[297 0 R]', 9: '[297 0 R 6 0 R]', ...more }, contents);
  };
  it.each(['297 0 R', '[297 0 R]', '8 0 R'])('may be %s', async (value) => {
    expect(await read(withContents(`/Contents ${value}`))).toEqual({ text: 'a|b|', said: [] });
  });
  it('may be none, or an empty list', async () => {
    expect(await read(withContents(''))).toEqual({ text: '|b|', said: [] });
    expect(await read(withContents('/Contents []'))).toEqual({ text: '|b|', said: [] });
  });
  it.each(['null', '6 0 R', '7 0 R', '12', '5 0 R', '99 0 R', '[]  /Contents 99 0 R', '(text)', '<< >>'])(
    'is told where it is %s',
    async (value) => {
      expect(await read(withContents(`/Contents ${value}`))).toEqual({ text: '|b|', said: [UNREADABLE] });
    },
  );
  it.each(['[297 0 R 6 0 R]', '[297 0 R null]', '[297 0 R 99 0 R]', '9 0 R', '[7 0 R 297 0 R]'])(
    'is told, and read as far as it is there: %s',
    async (value) => {
      const { text, said } = await read(withContents(`/Contents ${value}`));
      expect(said).toEqual([UNREADABLE]);
      expect(text).toMatch(/^a?\|b\|$/u);
    },
  );
  it('is told in a plain file, and found again where the table alone lacks it', async () => {
    const gone = old.replace('4 0 R', '9 0 R');
    expect(await read(gone)).toEqual({ text: '|', said: [UNREADABLE] });
    const freed = old.replace(new RegExp(`${ten(old.indexOf('4 0 obj'))} 00000 n`, 'u'), '0000000000 00001 f');
    expect(await read(freed)).toEqual({ text: 'old|', said: [MENDED] });
  });
});

describe('a stream of cross-references', () => {
  const whole = packedPdf(treeObjects([2, 'a', 'b']), contents);
  const table = whole.lastIndexOf('901 0 obj');
  it('is told where it is cut off, or damaged', async () => {
    for (const file of [whole.slice(0, table + 40), whole.slice(0, -30), whole.replace('/W [1 2 1]', '/W [1 9 1]')]) {
      const { text, said } = await read(file).catch((error: unknown) => ({ text: String(error), said: ['error'] }));
      expect(said.length, text).toBeGreaterThan(0);
    }
  });
  it('is told where an older one cannot be read', async () => {
    const prev = `${whole.slice(0, table)}${whole.slice(table).replace('/Type /XRef', '/Type /XRef /Prev 7')}`;
    expect(await read(prev)).toEqual({ text: 'a|b|', said: [MENDED] });
  });
});
