import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { EvalxDocument } from '../../src/contract/document.js';
import { emptyFundRow, emptyIndicator, emptyReport } from '../../src/contract/empty-report.js';
import { DEFAULT_TOLERANCES } from '../../src/contract/tolerances.js';
import { pngOf } from '../../src/output/page/picture.js';
import { allFields, fieldIn, fieldsOf } from '../../src/review/fields.js';
import { isReviewPage, pictureElement, reviewStart } from '../../src/review/html.js';
import { indexAddress, relativeAddress, reviewPath, targetOf } from '../../src/review/names.js';
import { pointsOf } from '../../src/review/points.js';
import type { IndexData } from '../../src/review/review-types.js';
import { sumsOf } from '../../src/review/sums.js';
import { checkDocuments } from '../../src/validator/validate.js';

const indicator = (weight: number | null, score: number | null, extra: Record<string, string> = {}) => ({
  ...emptyIndicator(extra),
  level3: 'x',
  weight,
  score,
});

const report = {
  ...emptyReport(),
  pages: [1],
  funds: {
    unit: '万元',
    weight: null,
    rows: [
      {
        ...emptyFundRow(),
        label: '总额',
        annualBudget: 200,
        executed: 190.5,
        executionRate: 0.9525,
        weight: 10,
        score: 9,
      },
    ],
  },
  indicators: [
    { ...indicator(50, 50, { 'a/b': '1' }), shared: { score: [0, 1] } },
    { ...indicator(40, 50, { 数据来源: '2' }), shared: { score: [0, 1] } },
  ],
  total: { weight: 100, score: 59, grade: null },
  extra: { 备注: 'y' },
};

describe('the fields of a form', () => {
  it('stand in its order, with a pointer that leads to each', () => {
    const paths = allFields(fieldsOf(report)).map(({ path }) => path);
    expect(paths.slice(0, 3)).toEqual(['/title', '/year', '/project/name']);
    expect(paths).toContain('/extra/备注');
    expect(paths).toContain('/indicators/0/extra/a~1b');
    expect(paths.indexOf('/goals/expected')).toBeLessThan(paths.indexOf('/indicators/0/weight'));
    expect(new Set(paths).size).toBe(paths.length);
    expect(fieldIn(report, '/indicators/1/extra/数据来源')?.name).toEqual({ printed: '数据来源' });
    expect(fieldIn(report, '/indicators/7/weight')).toBeUndefined();
  });

  it('have a column each, blank where a row has none, and none for what no form of that kind has', () => {
    const { columns, rows } = fieldsOf(report).indicators;
    expect(columns.slice(-2)).toEqual([{ printed: 'a/b' }, { printed: '数据来源' }]);
    expect(columns).not.toContain('direction');
    expect(rows[0]?.at(-1)).toBeNull();
    expect(rows[1]?.at(-2)).toBeNull();
  });
});

describe('sums', () => {
  it('count a shared number once, with and without the funds, and say whether what is stated fits', () => {
    expect(sumsOf(report)).toEqual({
      weights: { indicators: '90', withFunds: '100', stated: '100', fits: true },
      scores: { indicators: '50', withFunds: '59', stated: '59', fits: true },
      rates: [{ label: '总额', computed: '95.25%', stated: '95.25%', fits: true }],
    });
    expect(sumsOf({ ...report, total: { ...report.total, score: 60 } }).scores.fits).toBe(false);
    const rows = report.funds.rows.map((row) => ({ ...row, executionRate: 0.9 }));
    expect(sumsOf({ ...report, funds: { ...report.funds, rows } }).rates[0]?.fits).toBe(false);
  });
});

const place = (page: number, y: number, confidence: number) => ({
  page,
  bbox: [10, y, 60, y + 10] as [number, number, number, number],
  raw: '1',
  confidence,
});

const document: EvalxDocument = {
  schemaVersion: '1',
  source: { file: 'a.pdf', sha256: 'a'.repeat(64), bytes: 1, pageCount: 2 },
  reports: [report],
  diagnostics: [
    { code: 'value-doubtful', severity: 'warning', message: 'm1', page: 1, bbox: [11, 101, 50, 110] },
    { code: 'text-not-placed', severity: 'warning', message: 'm2', page: 1, bbox: [300, 300, 320, 310] },
    { code: 'page-recognised', severity: 'info', message: 'm3', page: 1, bbox: null },
    { code: 'page-unreadable', severity: 'error', message: 'm4', page: 2, bbox: null },
  ],
  evidence: {
    '/reports/0/total/score': place(1, 200, 0.9),
    '/reports/0/total/weight': place(1, 220, 0.3),
    '/reports/0/indicators/0/weight': place(1, 100, 1),
    '/reports/0/indicators/0/score': place(1, 120, 1),
  },
};

describe('what is to be looked at', () => {
  const { findings } = checkDocuments([{ file: 'a.pdf', document, places: null }], {
    severities: {},
    tolerances: DEFAULT_TOLERANCES,
    lang: 'en',
  });

  it('is what is said of pages and places, then the doubtful fields, the gravest first', () => {
    expect(
      pointsOf(document, findings).map(({ path, page, said }) => [path, page, said.map((one) => one.message)]),
    ).toEqual([
      [null, 2, ['m4']],
      [null, 1, ['m2']],
      ['/reports/0/indicators/0/weight', 1, ['m1']],
      ['/reports/0/total/weight', 1, []],
      ['/reports/0/total/score', 1, []],
    ]);
  });

  it('has keys of its own', () => {
    const keys = pointsOf(document, findings).map(({ key }) => key);
    expect(new Set(keys).size).toBe(5);
  });
});

describe('where reviews stand', () => {
  it.each([
    ['a/b/x.pdf', 'a/b/x.pdf.html', '../../index.html'],
    ['x.pdf', 'x.pdf.html', 'index.html'],
    ['index', '_index.html', 'index.html'],
  ])('%s', (name, path, index) => {
    expect(reviewPath(name)).toBe(path);
    expect(indexAddress(name)).toBe(index);
  });

  it('are led to by addresses that nothing in a name can turn', () => {
    expect(relativeAddress('javascript:alert(1)/a b#c?d%.html')).toBe('./javascript%3Aalert(1)/a%20b%23c%3Fd%25.html');
    expect(relativeAddress('a\udcff.html')).toBe('./a%ff.html');
  });

  it.each([
    ['#/reports/0/total/score', { path: '/reports/0/total/score' }],
    ['#/reports/0/extra/%E5%A4%87', { path: '/reports/0/extra/备' }],
    ['#page=12', { page: 12 }],
    ['#page=0', null],
    ['#javascript:1', null],
    ['#/%E0', null],
    ['', null],
  ])('address %s', (hash, target) => {
    expect(targetOf(hash)).toEqual(target);
  });
});

const NOTHING = { corrections: [], accepted: [], forms: [] };

describe('the page', () => {
  const data: IndexData = {
    ...{ kind: 'index', lang: 'zh', version: '0', isServed: false, revision: 0 },
    entries: [{ name: '</script><script>alert(1)</script><!--', href: null, hashes: [], problem: null, ...NOTHING }],
  };
  const page = reviewStart(data, '<b>', { script: 'let a = 1;', style: 'b{}' });

  it('runs the one script that its policy names, and takes nothing of a form for markup', () => {
    expect(page.match(/<script/gu)).toHaveLength(2);
    expect(page.match(/<\/script/gu)).toHaveLength(2);
    expect(page).not.toContain('<!--');
    expect(page).toContain('<title>&lt;b&gt;</title>');
    // The digests of `let a = 1;` and `b{}`.
    expect(page).toContain("script-src 'sha256-xY6QKfH9PRsQnLz56nj6MBwiK5oHg+im1Jkpdp1x/Ck='");
    expect(page).toContain("default-src 'none'");
    expect(page).not.toContain('unsafe');
    const written = /id="data">(.*?)<\/script>/su.exec(page)?.[1] ?? '';
    expect(JSON.parse(written)).toEqual(data);
  });

  it('sends nothing, but for one that a server gives', () => {
    expect(page).toContain("connect-src 'none'");
    expect(reviewStart({ ...data, isServed: true }, '', { script: '', style: '' })).toContain("connect-src 'self'");
  });

  it('is known again', () => {
    expect(isReviewPage(page)).toBe(true);
    expect(isReviewPage('<html><p>evalx review</p>')).toBe(false);
  });

  it('keeps a picture inside of its element', () => {
    const url = 'data:image/png;base64,AA</script>';
    expect(pictureElement(1, { page: 2, width: 3, height: 4, url })).toBe(
      '<script type="text/plain" id="picture-1-2">data:image/png;base64,AA&lt;/script&gt;</script>\n',
    );
  });
});

describe('a picture as PNG', () => {
  it('holds its pixels row by row', () => {
    const png = Buffer.from(pngOf({ width: 2, height: 1, data: Uint8Array.of(255, 0, 0, 1, 2, 3) }));
    expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
    expect(png.readUInt32BE(16)).toBe(2);
    expect(png.readUInt32BE(20)).toBe(1);
    const at = png.indexOf('IDAT');
    const rows = inflateSync(png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4)));
    expect([...rows]).toEqual([0, 255, 0, 0, 1, 2, 3]);
    // Of an empty IEND.
    expect(png.subarray(-4).toString('hex')).toBe('ae426082');
  });
});
