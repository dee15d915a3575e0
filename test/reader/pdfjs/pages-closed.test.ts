import { readFileSync } from 'node:fs';
import type { PDFPageProxy } from 'pdfjs-dist';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { withDocument } from '../../../src/reader/pdfjs/document.js';
import { readPdf } from '../../../src/reader/read.js';

const bytes = new Uint8Array(readFileSync(`${import.meta.dirname}/../../../fixtures/reference/not-embedded.pdf`));

/** The class of pdfjs's pages, which it does not export by itself. */
const pageClass = async (): Promise<PDFPageProxy> =>
  withDocument(bytes, {}, async ({ doc }) => Object.getPrototypeOf(await doc.getPage(1)));

describe('opened pages', () => {
  afterEach(() => vi.restoreAllMocks());

  it('are closed one after another, before the next one is opened', async () => {
    const cleanup = vi.spyOn(await pageClass(), 'cleanup');
    const closedBefore: number[] = [];
    await readPdf(bytes, {}, () => closedBefore.push(cleanup.mock.calls.length));
    expect(closedBefore).toEqual([1, 2, 3, 4]);
    expect(cleanup.mock.results.map((result) => result.value)).toEqual([true, true, true, true]);
  });

  it('are closed where reading one fails, and the others are read', async () => {
    const page = await pageClass();
    const cleanup = vi.spyOn(page, 'cleanup');
    vi.spyOn(page, 'getOperatorList').mockRejectedValueOnce(new Error('broken stream'));
    const problems: unknown[] = [];
    await readPdf(bytes, {}, (p) => problems.push('problem' in p ? p.problem : null));
    expect(problems).toEqual(['broken stream', null, null, null]);
    expect(cleanup).toHaveBeenCalledTimes(4);
  });

  it('are closed where the visitor throws', async () => {
    const cleanup = vi.spyOn(await pageClass(), 'cleanup');
    const stop = new Error('stop');
    await expect(
      readPdf(bytes, {}, () => {
        throw stop;
      }),
    ).rejects.toBe(stop);
    expect(cleanup).toHaveBeenCalledTimes(1);
  });
});
