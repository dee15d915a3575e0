import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/contract/document.js';
import { parse } from '../../src/parse.js';
import { readExpectation, readFixture } from '../fixtures.mjs';
import { installed } from './installed.js';

const read = async (name: string) => {
  const { document } = await parse(readFixture(`pictured/${name}.pdf`), { ocrEngine: 'paddle' });
  return { reports: document.reports, errors: document.diagnostics.filter(({ severity }) => severity === 'error') };
};

describe.skipIf(!installed.paddle)('text that is not the text of its page', { timeout: 200_000 }, () => {
  it('is recognised where it is drawn as curves', async () => {
    const { reports, errors } = await read('outlines');
    const [truth] = readExpectation('pictured/outlines.pdf', '.reports.json') as Report[];
    const kept = ({ title, year, project, total, indicators }: Report) => ({
      ...{ title, year, project, total },
      indicators: indicators.map(({ level1, level2, level3, weight, score }) => [
        level1,
        level2,
        level3,
        weight,
        score,
      ]),
    });
    expect(errors).toEqual([]);
    expect(reports.map(kept)).toEqual([kept(truth as Report)]);
  });
  it.each(['heading-over-scan', 'pasted-form'])('is recognised beside the text of the page: %s', async (name) => {
    const { reports, errors } = await read(name);
    const [truth] = readExpectation('scans/ccitt-200.pdf', '.json');
    expect(errors).toEqual([]);
    expect(reports).toHaveLength(1);
    expect(reports[0]).toMatchObject({ title: truth.title, project: truth.project, total: truth.total });
    expect(reports[0]?.indicators).toHaveLength(truth.indicators.length);
  });
  it('is not looked for in photographs and charts', async () => {
    expect(await read('pictures-in-report')).toEqual({ reports: [], errors: [] });
  });
});
