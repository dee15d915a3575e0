import { describe, expect, it } from 'vitest';
import type { OcrMode } from '../../src/ocr/options.js';
import { parse } from '../../src/parse.js';
import { readFixture } from '../fixtures.mjs';

/** Without an engine: EVALX_OCR_ENGINE would have all fixtures recognised where one is installed. */
const said = async (name: string, ocr: OcrMode = 'auto') => {
  const options = { ocr, ocrEngine: 'none' } as const;
  const { document } = await parse(readFixture(`pictured/${name}.pdf`), options);
  expect(document.reports).toEqual([]);
  return document.diagnostics.map(({ code, severity, page, bbox }) => [code, severity, page, bbox]);
};

describe('a page whose text is not in its text', () => {
  it.each([
    ['under a heading is a scan', 'heading-over-scan', [0, 0, 595, 842]],
    ['amid prose a form is pasted', 'pasted-form', [75, 111, 521, 742]],
    ['text is drawn as curves', 'outlines', [39.16, 45.39, 557.47, 477.4]],
  ])('is told of: %s', async (_, name, bbox) => {
    const error = ['page-without-text', 'error', 1, bbox];
    expect(await said(name)).toEqual([error]);
    expect(await said(name, 'never')).toEqual([error]);
  });
  it('is not what photographs and charts make of it', async () => {
    expect(await said('pictures-in-report')).toEqual([['no-form-found', 'warning', null, null]]);
  });
});
