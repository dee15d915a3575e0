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
