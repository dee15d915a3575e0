import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from '../../src/parse.js';
import { readSections } from '../../src/sections/sections.js';
import { line, table } from '../sections/grid.js';
import { type ArbitraryForm, arbitraryForm } from './arbitrary-form.js';
import { GRID } from './arbitrary-values.js';
import { drawForm } from './draw-form.js';

/** Forms with labels, columns and blocks in orders that no fixture has. */

const read = (blocks: Parameters<typeof readSections>[0]) => readSections(blocks).drafts.map((draft) => draft.report);

const asOneTable = (form: ArbitraryForm) => [
  line(form.title, 1, 16),
  table(form.sections.flatMap((section) => section.rows)),
  ...(form.notes === null ? [] : [line(form.notes)]),
];

/** A total under the columns of the indicators is part of their table. */
const tablesOf = (form: ArbitraryForm) =>
  form.sections.flatMap(({ name, rows }, i, all) => {
    const next = all[i + 1];
    if (name === 'total' && all[i - 1]?.name === 'indicators') return [];
    return [name === 'indicators' && next?.name === 'total' ? [...rows, ...next.rows] : rows];
  });

const asTables = (form: ArbitraryForm) => [
  line(form.title, 1, 16),
  ...tablesOf(form).map((rows) => table(rows)),
  ...(form.notes === null ? [] : [line(form.notes)]),
];

const HEADINGS: Readonly<Record<string, string>> = {
  header: '一、项目基本情况',
  funds: '二、预算执行情况',
  goals: '三、年度总体目标',
  indicators: '四、绩效指标完成情况',
};

/** A form among the pages of a report: its page, its headings, prose before it. */
const inReport = (form: ArbitraryForm, page: number) => [
  line(`（${page}）本项目自评得分较高，详见下表。`, page, 14),
  line(form.title, page, 16),
  line(`（${form.expected.year} 年度）`, page, 12),
  ...form.sections.flatMap(({ name, rows }, i, all) => {
    if (name === 'total' && all[i - 1]?.name === 'indicators') return [];
    const next = all[i + 1];
    const whole = name === 'indicators' && next?.name === 'total' ? [...rows, ...next.rows] : rows;
    const heading = HEADINGS[name];
    return [...(heading ? [line(heading, page, 12)] : []), table(whole, page)];
  }),
  ...(form.notes === null ? [] : [line(form.notes, page, 9)]),
];

const RUNS = Number(process.env['EVALX_RUNS'] ?? 300);
const SEED = Number(process.env['EVALX_SEED'] ?? 4);

describe('forms in an order that nobody has printed', () => {
  it('are read where all stands in one table', () => {
    fc.assert(
      fc.property(arbitraryForm, (form) => {
        expect(read(asOneTable(form))).toEqual([form.expected]);
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });

  it('are read where every block is a table', () => {
    fc.assert(
      fc.property(arbitraryForm, (form) => {
        expect(read(asTables(form))).toEqual([form.expected]);
      }),
      { numRuns: RUNS, seed: SEED + 1 },
    );
  });

  it('are read one after another in a report, with headings between their tables', () => {
    fc.assert(
      fc.property(fc.array(arbitraryForm, { minLength: 2, maxLength: 3 }), (forms) => {
        const blocks = forms.flatMap((form, i) => inReport(form, i + 1));
        const expected = forms.map((form, i) => ({ ...form.expected, pages: [i + 1] }));
        expect(read(blocks)).toEqual(expected);
      }),
      { numRuns: RUNS, seed: SEED + 3 },
    );
  });

  it('are read back from PDF', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryForm, fc.boolean(), async (form, apart) => {
        const tables = apart ? tablesOf(form) : [form.sections.flatMap((section) => section.rows)];
        const pdf = await drawForm({ title: form.title, tables, below: form.notes, cols: GRID });
        const { document } = await parse(pdf);
        expect(document.reports).toEqual([form.expected]);
      }),
      { numRuns: Math.ceil(RUNS / 6), seed: SEED + 2 },
    );
  });
});
