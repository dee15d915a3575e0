import { expect } from 'vitest';
import { accountOf } from '../../src/account/account.js';
import { type Report, reportSchema } from '../../src/contract/document.js';
import { diagnosticsOf } from '../../src/messages/say.js';
import { readSections } from '../../src/sections/sections.js';
import type { Block } from './grid.js';

/** The forms of a document in memory, each as its schema has it, and what the reader and the account say of them. */
export function readBlocks(...blocks: readonly Block[]) {
  const sections = readSections(blocks);
  const reports = sections.drafts.map(({ report }) => report);
  for (const report of reports) expect(reportSchema.safeParse(report).error).toBeUndefined();
  const account = accountOf(blocks, { aside: [], pictures: [] }, sections);
  return {
    reports,
    report: reports[0] as Report,
    /** What the reader says alone. */
    diagnostics: diagnosticsOf(sections.diagnostics, {}),
    /** What the reader and the account say. */
    codes: diagnosticsOf([...sections.diagnostics, ...account.said], {}).map(({ code }) => code),
    unplaced: account.claims.filter(({ as }) => as === 'unplaced'),
  };
}

/** The only form of a document, every text of which went somewhere. */
export function readWhole(...blocks: readonly Block[]) {
  const { reports, report, codes, unplaced } = readBlocks(...blocks);
  expect(unplaced).toEqual([]);
  expect(reports).toHaveLength(1);
  return { ...report, codes };
}
