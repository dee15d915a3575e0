import { isDiagnostic } from '../../../contract/diagnostics.js';
import type { Finding, Language } from '../../../contract/findings.js';
import { FIELD_NAMES } from '../../../messages/fields.js';
import type { Words } from '../../../messages/words.js';

/** Where on the form a finding is, as a person names it. */

export const SECTIONS = ['header', 'funds', 'goals', 'indicators', 'total', 'reading'] as const;
export type Section = (typeof SECTIONS)[number];

const SECTION_OF: Readonly<Record<string, Section>> = {
  funds: 'funds',
  goals: 'goals',
  indicators: 'indicators',
  indicatorsWeight: 'indicators',
  total: 'total',
  conclusion: 'total',
  notes: 'total',
};

/** The part of the form in which a finding is. */
export function sectionOf(finding: Finding): Section {
  if (isDiagnostic(finding)) return 'reading';
  return SECTION_OF[finding.path.split('/')[3] ?? ''] ?? 'header';
}

/** The printed labels and the name of the field: `产出指标 · 培训人次 · 得分`. Empty where neither is known. */
export function fieldName(finding: Finding, lang: Language): string {
  if (isDiagnostic(finding)) return '';
  const parts = finding.path.split('/').slice(3);
  const names: Readonly<Record<string, Words>> = FIELD_NAMES;
  const words = names[parts.join('/')] ?? names[parts.at(-1) ?? ''];
  const own = words === undefined || parts[0] === 'extra' ? [] : [words[lang]];
  return [...finding.labels, ...own].join(' · ');
}
