import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/contract/document.js';
import { emptyReport } from '../../src/contract/empty-report.js';
import { familyOf } from '../../src/sections/family-of.js';
import { listFamilies } from '../../src/sections/vocabulary/families.js';

const folder = join(import.meta.dirname, '../../fixtures/families');
/** The fixtures are numbered as the families are. */
const families = listFamilies().map(({ id }) => id);
const forms = readdirSync(folder)
  .filter((name) => /^f\d\d.*\.json$/u.test(name))
  .flatMap((name) => {
    const family = families[Number(name.slice(1, 3)) - 1] as string;
    const reports = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Report[] | { reports: Report[] };
    return (Array.isArray(reports) ? reports : reports.reports).map((report) => ({ family, found: familyOf(report) }));
  });

describe('the family of a form', () => {
  it('is never another one', () => {
    expect(forms.length).toBeGreaterThan(100);
    expect(forms.filter(({ family, found }) => found !== null && found !== family)).toEqual([]);
  });

  it('is found for nearly all families', () => {
    const found = new Set(forms.map((form) => form.found));
    // Its columns are no sign of it: they are those of others with the same title.
    expect(families.filter((id) => !found.has(id))).toEqual(['jiangxi']);
    expect(forms.filter((form) => form.found !== null).length / forms.length).toBeGreaterThan(0.85);
  });

  it('is none without a title, and without rows', () => {
    expect(familyOf(emptyReport())).toBe(null);
    expect(familyOf({ ...emptyReport(), title: '项目支出绩效自评表' })).toBe(null);
  });
});
