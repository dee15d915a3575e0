import { describe, expect, it } from 'vitest';
import truth from '../../fixtures/attacks/attacks.json' with { type: 'json' };
import type { Diagnostic } from '../../src/contract/document.js';
import { parse } from '../../src/parse.js';
import { readFixture } from '../fixtures.mjs';

/** The total score that is read of a form, and what is said of it that weighs. */
async function read(name: string) {
  const { document, places } = await parse(readFixture(`attacks/${name}.pdf`), { ocrEngine: 'none', isJudged: true });
  const said = document.diagnostics.filter(({ severity }) => severity !== 'info');
  return {
    score: document.reports[0]?.total.score ?? null,
    said,
    confidence: places.get('/reports/0/total/score')?.confidence,
  };
}

/** Around the cell of the score, in points. */
const CELL = { x0: 440, y0: 250, x1: 500, y1: 285 };
const isAtCell = ({ page, bbox }: Diagnostic): boolean =>
  page === 1 && bbox !== null && bbox[0] < CELL.x1 && bbox[2] > CELL.x0 && bbox[1] < CELL.y1 && bbox[3] > CELL.y0;

/** What is not noticed yet. */
const KNOWN = new Set(['chromium-picture-of-a-number']);

describe('a form that shows another score than it gives to programs', () => {
  const attacks = Object.entries(truth).filter(([name, seen]) => seen !== 'honest' && !KNOWN.has(name));
  it('is there in many ways', () => expect(attacks.length).toBeGreaterThan(60));
  it.each(attacks)('never ends silently: %s', async (name, seen) => {
    const { score, said } = await read(name);
    if (score !== seen) expect(said.filter(isAtCell)).not.toEqual([]);
  });
  it('gives no confidence to a number that is seen as another, and says both', async () => {
    const { said, confidence } = await read('lies-to-unicode');
    expect(said).toMatchObject([{ code: 'text-not-as-seen', severity: 'error', page: 1 }]);
    expect(said[0]?.message).toContain('"92" where the page shows "60"');
    expect(confidence).toBe(0);
  });
  it('says where and why text is not seen', async () => {
    const { score, said } = await read('unseen-covered-by-image-blank');
    expect(score).toBeNull();
    expect(said[0]).toMatchObject({ code: 'text-not-seen', severity: 'warning', page: 1 });
    expect(said[0]?.bbox?.[0]).toBeCloseTo(448, 0);
    expect(said[0]?.message).toContain('something is painted over it');
  });
});

describe('an ordinary form', () => {
  const honest = Object.entries(truth).flatMap(([name, seen]) => (seen === 'honest' ? [name] : []));
  it.each(honest)('is read, and nothing is said of it: %s', async (name) => {
    expect(await read(name)).toMatchObject({ score: 92, said: [] });
  });
  // Round corners, slivers of clipped labels, a character that the edge of a sheet cuts in two.
  const ordinary = ['boxes-chromium', 'turned-labels-firefox', 'last-column-alone-calc', 'white-rulings-reportlab'];
  it.each(ordinary)('has nothing that is not seen, or not read: %s', async (name) => {
    const { document } = await parse(readFixture(`layout/${name}.pdf`), { ocrEngine: 'none', isJudged: true });
    const codes = document.diagnostics.map(({ code }) => code);
    expect(codes.filter((code) => /^(text-not-seen|text-not-as-seen|ink-not-read)$/u.test(code))).toEqual([]);
  });
});
