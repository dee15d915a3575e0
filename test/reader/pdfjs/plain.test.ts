import { basename } from 'node:path';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { withDocument } from '../../../src/reader/pdfjs/document.js';
import { endlessPdfs, fixturePdfs, readFixture } from '../../fixtures.mjs';

/**
 * pdfjs as the reader loads it (modern build, own polyfills, a port that does not clone, no glyph outlines) against pdfjs
 * as its makers ship it for Node: the same lists, fonts, text, annotations and errors, for whole files and broken ones.
 */

type Door = typeof withDocument;

const MAX_SIZE = 500_000;
const endless = endlessPdfs();
const files = fixturePdfs().filter((file) => !endless.includes(file) && readFixture(file).length < MAX_SIZE);
/** Pages looked at per file, and per damaged file. */
const MAX_PAGES = 3;
const MAX_DAMAGED_PAGES = 1;

/** Names in which pdfjs counts documents: `g_d3_f1` for a font of the third. */
const DOCUMENT_NUMBER = /_d\d+_/gu;

function print(value: unknown): string {
  const text = JSON.stringify(value, (_, v: unknown) => {
    if (ArrayBuffer.isView(v)) return [v.constructor.name, ...(v as Float32Array)];
    if (v instanceof Map || v instanceof Set) return [...v];
    if (v === undefined) return 'undefined';
    return typeof v === 'number' && !Number.isFinite(v) ? String(v) : v;
  });
  return text.replace(DOCUMENT_NUMBER, '_d_');
}

function fontOf(page: PDFPageProxy, id: string): unknown {
  if (!page.commonObjs.has(id)) return 'missing';
  const font = page.commonObjs.get(id);
  if (typeof font === 'string') return font;
  const { name, vertical, isType3Font, fontMatrix, defaultVMetrics, defaultWidth, ascent, descent, bbox } = font;
  return { name, vertical, isType3Font, fontMatrix, defaultVMetrics, defaultWidth, ascent, descent, bbox };
}

async function pageLines(
  doc: PDFDocumentProxy,
  number: number,
  ops: Readonly<Record<string, number>>,
): Promise<unknown[]> {
  const page = await doc.getPage(number);
  const list = await page.getOperatorList({ annotationMode: 1 });
  const operators = list.fnArray.map((op, i) => [op, list.argsArray[i]]);
  const fonts = operators.filter(([op]) => op === ops['setFont']).map(([, args]) => (args as string[])[0] as string);
  const found = [...new Set(fonts)].map((id) => [id, fontOf(page, id)]);
  const lines = [page.view, page.rotate, await page.getTextContent(), await page.getAnnotations(), found, ...operators];
  page.cleanup();
  return lines;
}

/** Everything that a file gives, one line per operator; lists are printed last, in case something changes them later. */
async function outcome(open: Door, bytes: Uint8Array, maxPages: number): Promise<string[]> {
  try {
    return await open(bytes, {}, async ({ doc, ops }) => {
      const lines: unknown[] = [doc.numPages, doc.isPureXfa, await doc.getFieldObjects().catch(String)];
      for (let i = 1; i <= Math.min(doc.numPages, maxPages); i++) {
        lines.push(...(await pageLines(doc, i, ops).catch((e: unknown) => [`page ${i}: ${e}`])));
      }
      return lines.map(print);
    });
  } catch (error) {
    const { code, cause } = error as { code: string; cause: unknown };
    return [code, String(cause)];
  }
}

/** A sequence of numbers below `limit` that is the same in every run (Park and Miller's generator). */
function* numbers(seed: number, limit: number): Generator<number> {
  for (let x = seed; ; ) {
    x = (x * 48271) % 2147483647;
    yield x % limit;
  }
}

function damaged(bytes: Uint8Array, count: number): Uint8Array {
  const broken = bytes.slice();
  const random = numbers(count + 1, broken.length);
  for (let i = 0; i < count; i++) broken[random.next().value as number] = (random.next().value as number) & 0xff;
  return broken;
}

const WHOLE = 'as it is';
const VARIANTS: Record<string, (bytes: Uint8Array) => Uint8Array> = {
  [WHOLE]: (bytes) => bytes,
  'cut in the middle': (bytes) => bytes.slice(0, bytes.length >> 1),
  'cut before its end': (bytes) => bytes.slice(0, -40),
  'with 3 wrong bytes': (bytes) => damaged(bytes, 3),
  'with 60 wrong bytes': (bytes) => damaged(bytes, 60),
};

const pagesOf = (variant: string): number => (variant === WHOLE ? MAX_PAGES : MAX_DAMAGED_PAGES);

/** Every file is read as it is; of folders with many prints of the same producers, some are damaged too. */
const DAMAGED_SHARE: Readonly<Record<string, number>> = { families: 8, documents: 8, layout: 3 };
const damagedToo = new Set(files.filter((file, i) => i % (DAMAGED_SHARE[file.split('/')[0] as string] ?? 1) === 0));
const variantsOf = (file: string): [string, (bytes: Uint8Array) => Uint8Array][] =>
  Object.entries(VARIANTS).filter(([name]) => name === WHOLE || damagedToo.has(file));

let lean: Door;
let plain: Door;
/** What the lean one gives is kept before the plain one is loaded, whose polyfills would hide a missing one of ours. */
const expected = new Map<string, string[]>();

beforeAll(async () => {
  lean = (await import('../../../src/reader/pdfjs/document.js')).withDocument;
  for (const file of files) {
    const bytes = readFixture(file);
    for (const [name, change] of variantsOf(file)) {
      expected.set(`${file} ${name}`, await outcome(lean, change(bytes), pagesOf(name)));
    }
  }
  vi.resetModules();
  vi.stubEnv('EVALX_PLAIN_PDFJS', '1');
  plain = (await import('../../../src/reader/pdfjs/document.js')).withDocument;
}, 600_000);

afterAll(() => {
  vi.unstubAllEnvs();
});

describe('reads as pdfjs itself does', () => {
  it('finds files to compare', () => {
    expect(files.length).toBeGreaterThan(5);
    expect(damagedToo.size).toBeGreaterThan(20);
    expect(plain).not.toBe(lean);
  });

  it.each(files)('%s', { timeout: 60_000 }, async (file) => {
    const bytes = readFixture(file);
    for (const [name, change] of variantsOf(file)) {
      const ours = expected.get(`${file} ${name}`) as string[];
      const theirs = await outcome(plain, change(bytes), pagesOf(name));
      const first = theirs.findIndex((line, i) => line !== ours[i]);
      const where = `${basename(file)} ${name}, line ${first}`;
      expect([where, ours[first]]).toEqual([where, theirs[first]]);
      expect(ours).toHaveLength(theirs.length);
    }
  });

  it('was compared with the plain one, which leaves itself on the globals', () => {
    expect(globalThis).toHaveProperty('pdfjsLib');
  });
});
