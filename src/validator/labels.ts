import type { Report } from '../contract/document.js';

/** What is printed beside the field that a pointer inside a report names: of an indicator its levels, of a fund row its label. */
export function labelsOf(report: Report, path: string): string[] {
  const [, block, first = '', second = ''] = path.split('/');
  if (block === 'indicators') {
    const { level1 = null, level2 = null, level3 = null } = report.indicators[Number(first || Number.NaN)] ?? {};
    return [level1, level2, level3].filter((label) => label !== null);
  }
  if (block === 'funds' && first === 'rows') {
    const label = report.funds.rows[Number(second || Number.NaN)]?.label ?? null;
    return label === null ? [] : [label];
  }
  return block === 'extra' && first !== '' ? [first.replaceAll('~1', '/').replaceAll('~0', '~')] : [];
}
