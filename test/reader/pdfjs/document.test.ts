import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { describe, expect, it } from 'vitest';
import { READING_LIMITS } from '../../../src/limits.js';
import { interpret } from '../../../src/reader/interpreter/interpret.js';
import type { Ops } from '../../../src/reader/interpreter/operators.js';
import { withDocument } from '../../../src/reader/pdfjs/document.js';
import { withDroppedImages } from '../../../src/reader/pdfjs/dropped-images.js';
import { stream, tinyPdf } from '../tiny-pdf.js';

const root = join(import.meta.dirname, '../../..');
const hello = tinyPdf('BT /F1 12 Tf 10 10 Td (hello) Tj ET');

async function encrypted(userPassword: string): Promise<Uint8Array> {
  const { default: PDFDocument } = await import('pdfkit' as string);
  const doc = new PDFDocument({ userPassword, ownerPassword: 'owner', pdfVersion: '1.7' });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise((resolve) => doc.on('end', resolve));
  doc.text('secret');
  doc.end();
  await done;
  return new Uint8Array(Buffer.concat(chunks));
}

const pages = (bytes: Uint8Array, password?: string): Promise<number> =>
  withDocument(bytes, password === undefined ? {} : { password }, async ({ doc }) => doc.numPages);

describe('what can be opened', () => {
  it('opens bytes and leaves them as they were', async () => {
    const before = hello.slice();
    expect(await pages(hello)).toBe(1);
    expect(hello).toEqual(before);
  });
  it('opens a Buffer, also one that is part of a larger one', async () => {
    const pool = Buffer.concat([Buffer.from('left'), hello, Buffer.from('right')]);
    expect(await pages(pool.subarray(4, 4 + hello.length))).toBe(1);
  });
  it('opens a file with its password', async () => {
    expect(await pages(await encrypted('user'), 'user')).toBe(1);
    expect(await pages(await encrypted('user'), 'owner')).toBe(1);
  });
  it('takes a password that is not needed', async () => {
    expect(await pages(hello, 'anything')).toBe(1);
  });
  it('opens a file with a header behind some other bytes', async () => {
    expect(await pages(Buffer.concat([Buffer.from('HTTP/1.1 200 OK\r\n\r\n'), hello]))).toBe(1);
  });
});

describe('what cannot be opened', () => {
  const secret = encrypted('user');
  const cases: [string, () => Promise<Uint8Array>, string | undefined, string][] = [
    ['no bytes', async () => new Uint8Array(), undefined, 'file-empty'],
    ['text', async () => Buffer.from('项目支出绩效自评表'), undefined, 'not-a-pdf'],
    ['a zip file', async () => Buffer.from('PK\x03\x04word/document.xml'), undefined, 'not-a-pdf'],
    ['a header alone', async () => Buffer.from('%PDF-1.7\n'), undefined, 'pdf-damaged'],
    ['a cut file', async () => hello.slice(0, 300), undefined, 'pdf-damaged'],
    ['no password', () => secret, undefined, 'password-needed'],
    ['an empty password', () => secret, '', 'password-needed'],
    ['a wrong password', () => secret, 'wrong', 'password-wrong'],
  ];
  it.each(cases)('%s', async (_, bytes, password, code) => {
    const error = await pages(await bytes(), password).catch((e: unknown) => e);
    expect(error).toMatchObject({ name: 'EvalxError', code });
    // One sentence, without a file name and without pdfjs's words.
    expect((error as Error).message).toMatch(/^[a-z][^.\n]*; (?:[^.\n]|options[.])*$|^[a-z][^.\n]*$/u);
  });
});

describe('closing', () => {
  it('closes the document when its reader returns', async () => {
    const page = await withDocument(hello, {}, async ({ doc }) => doc.getPage(1));
    await expect(async () => page.getOperatorList()).rejects.toThrow();
  });
  it('closes the document when its reader throws, and hands the error on', async () => {
    let open: { destroyed: boolean } | undefined;
    const failing = withDocument(hello, {}, async ({ doc }) => {
      open = doc.loadingTask as unknown as { destroyed: boolean };
      expect(open.destroyed).toBe(false);
      throw new RangeError('mine');
    });
    await expect(failing).rejects.toThrow(new RangeError('mine'));
    expect(open?.destroyed).toBe(true);
  });
  it('closes while a page is still being read', async () => {
    const returned = await withDocument(hello, {}, async ({ doc }) => {
      // pdfjs never settles the promise of a list that nobody will get.
      void (await doc.getPage(1)).getOperatorList();
      return 'returned';
    });
    expect(returned).toBe('returned');
  });
  it('reads documents side by side', async () => {
    const texts = await Promise.all(
      ['one', 'two', 'three'].map((word) =>
        withDocument(tinyPdf(`BT /F1 9 Tf (${word}) Tj ET`), {}, async ({ doc }) => {
          const { items } = await (await doc.getPage(1)).getTextContent();
          return items.map((item) => ('str' in item ? item.str : '')).join('');
        }),
      ),
    );
    expect(texts).toEqual(['one', 'two', 'three']);
  });
});

describe('what an interpreter finds', () => {
  it('has every font of a page at hand as soon as there is an operator list', async () => {
    await withDocument(hello, {}, async ({ doc, ops }) => {
      const page = await doc.getPage(1);
      const { fnArray, argsArray } = await page.getOperatorList();
      const [id, size] = argsArray[fnArray.indexOf(ops['setFont'] as number)] as [string, number];
      expect(size).toBe(12);
      expect(page.commonObjs.has(id)).toBe(true);
      const font = page.commonObjs.get(id);
      expect([font.name, font.vertical, font.isType3Font]).toEqual(['Helvetica', false, false]);
      // Undefined stands for the usual [0.001 0 0 0.001 0 0].
      expect(font.fontMatrix).toBeUndefined();
      const [glyphs] = argsArray[fnArray.indexOf(ops['showText'] as number)] as [{ unicode: string; width: number }[]];
      expect(glyphs.map((g) => [g.unicode, g.width])).toEqual([
        ['h', 556],
        ['e', 556],
        ['l', 222],
        ['l', 222],
        ['o', 556],
      ]);
    });
  });
  it('keeps Type 3 widths in glyph space, under the font matrix of the font', async () => {
    const glyph = stream('', '10 0 0 0 10 10 d1 0 0 10 10 re f');
    const font =
      '<< /Type /Font /Subtype /Type3 /FontBBox [0 0 10 10] /FontMatrix [0.1 0 0 0.1 0 0] /FirstChar 97 /LastChar 97 ' +
      '/Widths [10] /CharProcs << /a 6 0 R >> /Encoding << /Type /Encoding /Differences [97 /a] >> /Resources << >> >>';
    const bytes = tinyPdf('BT /T3 12 Tf (a) Tj ET', { resources: '/Font << /T3 7 0 R >>', objects: [glyph, font] });
    await withDocument(bytes, {}, async ({ doc, ops }) => {
      const page = await doc.getPage(1);
      const { fnArray, argsArray } = await page.getOperatorList();
      const [id] = argsArray[fnArray.indexOf(ops['setFont'] as number)] as [string];
      const [glyphs] = argsArray[fnArray.indexOf(ops['showText'] as number)] as [{ width: number }[]];
      expect(page.commonObjs.get(id).isType3Font).toBe(true);
      expect(page.commonObjs.get(id).fontMatrix).toEqual([0.1, 0, 0, 0.1, 0, 0]);
      expect(glyphs[0]?.width).toBe(10);
    });
  });
});

describe('images, decoded or not', () => {
  const image = stream(
    '/Type /XObject /Subtype /Image /Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceGray',
    'abcd',
  );
  const boxesIn = async (doc: PDFDocumentProxy, ops: Ops, isDecoded: boolean): Promise<number[][]> => {
    const page = await doc.getPage(1);
    const list = await page.getOperatorList();
    const { images } = interpret(isDecoded ? list : withDroppedImages(list, ops), ops, {
      viewport: [1, 0, 0, 1, 0, 0],
      page: { x0: 0, y0: 0, x1: 200, y1: 100 },
      font: () => null,
      layerVisible: () => true,
      limits: READING_LIMITS,
    });
    page.cleanup();
    return images.map(({ box: b }) => [b.x0, b.y0, b.x1, b.y1]);
  };
  /** Read as always, then with images decoded by the same open document, then as always again. */
  const boxes = (content: string): Promise<number[][][]> =>
    withDocument(
      tinyPdf(content, { resources: '/XObject << /Im 6 0 R >>', objects: [image] }),
      {},
      async ({ doc, ops, withPictures }) => [
        await boxesIn(doc, ops, false),
        await withPictures({ outlines: false }, () => boxesIn(doc, ops, true)),
        await boxesIn(doc, ops, false),
      ],
    );

  it.each([
    ['one image', 'q 50 0 0 40 10 20 cm /Im Do Q', [[10, 20, 60, 60]]],
    [
      'one after another',
      'q 50 0 0 40 0 0 cm /Im Do Q q 20 0 0 20 70 0 cm /Im Do Q',
      [
        [0, 0, 50, 40],
        [70, 0, 90, 20],
      ],
    ],
    ['under a scale', 'q .1 0 0 .1 0 0 cm q 500 0 0 400 100 0 cm /Im Do Q Q', [[10, 0, 60, 40]]],
    ['clipped', 'q 0 0 30 30 re W n 50 0 0 40 0 0 cm /Im Do Q', [[0, 0, 30, 30]]],
    ['without a saved state', '200 0 0 100 0 0 cm /Im Do', [[0, 0, 200, 100]]],
    ['none: text, paths, nothing', 'q 9 0 0 9 0 0 cm 0 0 1 1 re f Q q 2 0 0 2 9 9 cm Q BT /F1 9 Tf (a) Tj ET', []],
  ])('%s', async (_, content, expected) => {
    expect(await boxes(content)).toEqual([expected, expected, expected]);
  });
});

describe('the program around it', () => {
  const run = (code: string, flags: string[] = []): string =>
    execFileSync(process.execPath, [...flags, '--input-type=module', '-e', code], { cwd: root, encoding: 'utf8' });
  const module = JSON.stringify(join(root, 'dist/reader/pdfjs/document.js'));
  const bytes = `Buffer.from(${JSON.stringify(Buffer.from(hello).toString('base64'))}, 'base64')`;

  it('keeps its own functions: only missing ones are added', () => {
    const output = run(`
      const natives = [Array.prototype, JSON, Function.prototype, Promise, Map.prototype, URL, console, process, globalThis]
        .map((o) => [o, Object.getOwnPropertyDescriptors(o)]);
      const { withDocument } = await import(${module});
      const before = Object.getOwnPropertyNames(globalThis).length;
      await withDocument(${bytes}, {}, async ({ doc }) => (await doc.getPage(1)).getOperatorList());
      // The listener for rejections that pdfjs drops goes right after the document is closed.
      await new Promise((resolve) => setTimeout(resolve, 20));
      const changed = natives.flatMap(([o, all]) => Object.entries(all)
        .filter(([name, d]) => 'value' in d && !Object.is(Object.getOwnPropertyDescriptor(o, name)?.value, d.value))
        .map(([name]) => name));
      console.log(JSON.stringify({ changed, globals: Object.getOwnPropertyNames(globalThis).length - before }));
    `);
    expect(JSON.parse(output)).toEqual({ changed: [], globals: 0 });
  });

  it('loads nothing before the first document, and never a canvas', () => {
    const output = run(`
      import { createRequire } from 'node:module';
      const { withDocument } = await import(${module});
      const early = typeof Promise.withResolvers;
      await withDocument(${bytes}, {}, async ({ doc }) => (await doc.getPage(1)).getOperatorList());
      const require = createRequire(import.meta.url);
      console.log(JSON.stringify({ canvas: Object.keys(require.cache).filter((f) => f.includes('canvas')), early }));
    `);
    const { canvas, early } = JSON.parse(output);
    expect(canvas).toEqual([]);
    if (process.version.startsWith('v20.')) expect(early).toBe('undefined');
  });

  it('sees nothing printed, also where a file is broken', () => {
    const broken = tinyPdf('BT /F1 12 Tf (a) Tj /NoSuchFont 12 Tf (b) Tj ET 1 0 0 q Q Q Q (unclosed');
    expect(
      run(`
        const { withDocument } = await import(${module});
        for (const b of [${JSON.stringify(Buffer.from(broken).toString('base64'))}, ${JSON.stringify(
          readFileSync(join(root, 'fixtures/bad/truncated.pdf')).toString('base64'),
        )}]) {
          await withDocument(Buffer.from(b, 'base64'), {}, async ({ doc }) => {
            for (let i = 1; i <= doc.numPages; i++) await (await doc.getPage(i)).getOperatorList().catch(() => {});
          }).catch(() => {});
        }
      `),
    ).toBe('');
  });
});

describe('functions that Node lacks', () => {
  /** What the legacy build brings and the modern build does not call, or calls only in a browser. */
  const NOT_CALLED = new Set([
    ...['array.push', 'json.parse', 'json.stringify', 'iterator.constructor', 'dom-exception.stack', 'self'],
    ...['url-search-params.delete', 'url-search-params.has', 'url-search-params.size'],
    ...['iterator.drop', 'iterator.take', 'iterator.to-array', 'iterator.flat-map'],
    ...['array-buffer.detached', 'array-buffer.transfer', 'uint8-array.set-from-base64', 'uint8-array.set-from-hex'],
    ...['set.difference', 'set.is-disjoint-from', 'set.is-subset-of', 'set.is-superset-of', 'set.symmetric-difference'],
    'set.union',
  ]);
  const OWNERS: Record<string, object> = {
    'array-buffer': ArrayBuffer.prototype,
    iterator: Object.getPrototypeOf(Object.getPrototypeOf([].values())),
    map: Map.prototype,
    math: Math,
    promise: Promise,
    set: Set.prototype,
    'typed-array': Object.getPrototypeOf(Uint8Array.prototype),
    'uint8-array': Uint8Array.prototype,
    'weak-map': WeakMap.prototype,
    url: URL,
  };

  it('are those that the legacy build brings with it', async () => {
    await pages(hello);
    const folder = join(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'), '../legacy/build');
    const names = ['pdf.mjs', 'pdf.worker.mjs'].flatMap((file) =>
      [
        ...readFileSync(join(folder, file), 'utf8').matchAll(/core-js\/modules\/(?:es|web)\.([\w.-]+?)(?:\.v2)?\.js/gu),
      ].map((match) => match[1] as string),
    );
    expect(names.length).toBeGreaterThan(40);
    const missing = [...new Set(names)].filter((name) => {
      if (NOT_CALLED.has(name)) return false;
      const [owner = '', method = ''] = name.split('.');
      const camel = method.replace(/-(\w)/gu, (_, c: string) => c.toUpperCase());
      const place = camel.startsWith('from') ? Uint8Array : OWNERS[owner];
      return !place || !(camel in place);
    });
    expect(missing).toEqual([]);
  });
});
