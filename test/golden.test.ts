import { describe, expect, it } from 'vitest';
import { documentSchema } from '../src/contract/document.js';
import { parse } from '../src/parse.js';
import { passwordOf, readExpectation, readFixture, textPdfs } from './fixtures.mjs';

/** Their reports were written from the forms' definition. */
const pdfs = textPdfs();

const ONLY_A_LOOK_ALIKE = ['not-a-self-evaluation', 'no-form-found'];
/** What is to be said of a file, whichever producer printed it; nothing of the others. */
const DIAGNOSTICS: Readonly<Record<string, string[]>> = {
  'bad/mixed-scan': ['page-without-text'],
  'documents/beforehand': ONLY_A_LOOK_ALIKE,
  'documents/declaration': ONLY_A_LOOK_ALIKE,
  'documents/gathered': ['not-a-self-evaluation', 'not-a-self-evaluation'],
  'documents/mixed': ['not-a-self-evaluation', 'not-a-self-evaluation'],
  'documents/monitoring': ONLY_A_LOOK_ALIKE,
  'documents/review': ONLY_A_LOOK_ALIKE,
  'documents/scoring': ONLY_A_LOOK_ALIKE,
  'documents/summary': ONLY_A_LOOK_ALIKE,
  'documents/without-forms': ['no-form-found'],
  'families/numbers-sentences': ['value-not-a-number', 'value-not-a-number'],
  // Level 2 over two columns, of which the second has no head.
  'layout/band-rows': ['part-not-recognised'],
  // Guidance of the template is left in a cell, and a score stands for two indicators: infos.
  'unseen/calc-1221': ['part-not-recognised'],
  'unseen/calc-463': ['structure-doubtful'],
  'unseen/pdfkit-1363': ['part-not-recognised'],
  'unseen/weasyprint-1056': ['part-not-recognised'],
};
const printOf = (name: string): string =>
  name.replace(/(-(calc|chromium|firefox|fop|pdfkit|reportlab|typst|weasyprint|writer))?\.pdf$/, '');

describe('every field of every fixture', () => {
  it('has fixtures of at least five producers', () => {
    expect(pdfs.filter((name) => name.startsWith('reference')).length).toBeGreaterThanOrEqual(5);
  });

  it.each(pdfs)('%s', async (name) => {
    const { document, places } = await parse(readFixture(name), { file: name, ...passwordOf(name) });
    expect(document.reports).toEqual(readExpectation(name));
    expect(documentSchema.safeParse(document).error).toBeUndefined();
    expect(document.diagnostics.map((d) => d.code)).toEqual(DIAGNOSTICS[printOf(name)] ?? []);
    // Every value has a place, and what is printed there is where the value comes from.
    for (const [i, report] of document.reports.entries()) {
      for (const [k, indicator] of report.indicators.entries()) {
        const place = places.get(`/reports/${i}/indicators/${k}/level3`);
        expect(place?.raw).toContain(indicator.level3);
        expect(report.pages).toContain(place?.page);
      }
    }
  });
});
