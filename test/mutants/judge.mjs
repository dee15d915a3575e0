/** Whether what was read is the truth; where it is not, whether the document says so on that page. */

/** The first place where they differ, or null. Truths may hold the marks of truth.mjs. */
export function differenceOf(truth, got, at = '') {
  if (truth !== null && typeof truth === 'object' && !Array.isArray(truth)) {
    if (truth.$any) return null;
    if (truth.$oneOf) {
      const found = truth.$oneOf.map((one) => differenceOf(one, got, at));
      return found.includes(null) ? null : found[0];
    }
    if (truth.$optional) return got === undefined ? null : differenceOf(truth.$optional, got, at);
    if (truth.$values) {
      const values = Object.values(got ?? {});
      return isSame(truth.$values, values) ? null : { at, expected: truth.$values, got };
    }
    if (truth.$told) return { at, expected: 'a diagnostic: nobody can read this', got: got ?? null };
  }
  if (truth === null || got === null || typeof truth !== 'object' || typeof got !== 'object')
    return Object.is(truth, got) ? null : { at, expected: truth ?? null, got: got ?? null };
  if (Array.isArray(truth) && truth.length !== got.length)
    return { at, expected: `${truth.length} of them`, got: `${got.length}: ${JSON.stringify(got).slice(0, 60)}` };
  for (const key of new Set([...Object.keys(truth), ...Object.keys(got)])) {
    const found = differenceOf(truth[key], got[key], `${at}/${key}`);
    if (found) return found;
  }
  return null;
}

const isSame = (a, b) => JSON.stringify([...a].sort()) === JSON.stringify([...b].sort());

/** @returns {{ end: 'exact' | 'alarm' | 'told' | 'silent', difference: object | null }} */
export function judge(truth, { reports, diagnostics }) {
  const said = diagnostics.filter(({ severity }) => severity !== 'info').map(({ page }) => page);
  const isTold = (pages) => said.some((page) => page === null || pages.includes(page));
  const wrong = wrongOf(truth, reports);
  if (wrong.length === 0) return { end: said.length > 0 ? 'alarm' : 'exact', difference: null };
  const silent = wrong.find(({ pages }) => !isTold(pages));
  return { end: silent ? 'silent' : 'told', difference: (silent ?? wrong[0]).difference };
}

/** The reports that were misread, missed or invented, each with its pages. */
function wrongOf(truth, reports) {
  if (truth.length === reports.length)
    return truth.flatMap((report, i) => {
      const difference = differenceOf(report, reports[i], `/reports/${i}`);
      return difference ? [{ pages: pagesOf(report), difference }] : [];
    });
  const count = { at: '/reports', expected: `${truth.length} of them`, got: `${reports.length} of them` };
  const left = [...reports];
  const missed = truth.filter((report) => {
    const at = left.findIndex((one) => differenceOf(report, one) === null);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return [...missed, ...left].map((report) => ({ pages: pagesOf(report), difference: count }));
}

const pagesOf = ({ pages }) => (Array.isArray(pages) ? pages : (pages.$oneOf?.flat() ?? []));
