import { describe, expect, it } from 'vitest';
import { parse } from '../src/parse.js';
import { fixturePdfs, readExpectation, readFixture } from './fixtures.mjs';
import { judge } from './mutants/judge.mjs';

interface Expected {
  readonly end: 'exact' | 'told';
  readonly codes: readonly string[];
  readonly reports: readonly object[];
}
const read = (name: string): Expected => readExpectation(name, '.expected.json');

describe('forms after what people do to forms', () => {
  const pdfs = fixturePdfs('broken').map((name) => `broken/${name}`);

  it('holds some of both kinds', () => {
    const ends = pdfs.map((name) => read(name).end);
    expect(ends.filter((end) => end === 'told').length).toBeGreaterThanOrEqual(5);
    expect(ends.filter((end) => end === 'exact').length).toBeGreaterThanOrEqual(3);
  });

  it.each(pdfs)('%s is read right, or says on its page that it is not', async (name) => {
    const { end, codes, reports } = read(name);
    const { document } = await parse(readFixture(name), { file: name });
    const verdict = judge(reports, document);
    expect(verdict).toMatchObject({ end, ...(end === 'exact' ? { difference: null } : {}) });
    const said = document.diagnostics.filter(({ severity }) => severity !== 'info').map(({ code }) => code);
    expect([...new Set(said)].sort()).toEqual([...codes].sort());
  });
});
