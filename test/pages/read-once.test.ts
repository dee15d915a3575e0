import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PDFPageProxy } from 'pdfjs-dist';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { inspect } from '../../src/inspect.js';
import { readPages } from '../../src/pages/read-pages.js';
import * as document from '../../src/reader/pdfjs/document.js';

vi.mock(import('../../src/reader/pdfjs/document.js'), async (importOriginal) => {
  const original = await importOriginal();
  return { ...original, withDocument: vi.fn(original.withDocument) as typeof original.withDocument };
});

const read = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(join(import.meta.dirname, '../../fixtures', name)));

afterEach(() => {
  vi.restoreAllMocks();
  vi.mocked(document.withDocument).mockClear();
});

describe('a file is opened once', () => {
  it('also where the lines of a page are taken from its picture, and told page by page', async () => {
    const told: unknown[] = [];
    const onPage = (...args: unknown[]): void => void told.push(args);
    const { layouts } = await readPages(read('scans/searchable.pdf'), { ocrEngine: 'none', onPage });
    expect(layouts[0]?.tables.length).toBeGreaterThan(0);
    expect(document.withDocument).toHaveBeenCalledTimes(1);
    expect(told).toEqual([
      [0, 1, 1],
      [1, 1, null],
      [0, 1, 1, true],
      [1, 1, null],
    ]);
  });
});

describe('a page is read once', () => {
  it('where its tables are drawn, which may go on over other pages', async () => {
    const bytes = read('hard/pages.pdf');
    const [count, page] = await document.withDocument(
      bytes,
      {},
      async ({ doc }): Promise<[number, PDFPageProxy]> => [doc.numPages, Object.getPrototypeOf(await doc.getPage(1))],
    );
    const lists = vi.spyOn(page, 'getOperatorList');
    await inspect(bytes, { page: 2, stage: 'tables' });
    const numbers = lists.mock.contexts.map((context) => (context as PDFPageProxy).pageNumber);
    expect(count).toBeGreaterThan(1);
    expect(numbers.sort()).toEqual(Array.from({ length: count }, (_, i) => i + 1));
  });
});
