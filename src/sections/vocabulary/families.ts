import { FAMILIES, type FamilyData } from './family-data.js';
import { kindOf } from './fund-kind.js';
import { keyOf } from './label-key.js';
import {
  CONCLUSION,
  FUND_COLUMN,
  GOAL,
  HEADER,
  INDICATOR_COLUMN,
  isNameHead,
  NOTE,
  TOTAL,
  WHOLE_DEPARTMENT,
} from './labels.js';
import { WHOLE_DEPARTMENT_TITLE } from './spellings.js';

/** A label of a family, and where its value stands in a report. */
export interface FamilyLabel {
  readonly label: string;
  /** `project.name`, `funds.rows[].executed`, `funds.rows[].kind = fiscal`, `indicators[].target` … */
  readonly key: string;
}

/** A family of templates with the labels that it prints. */
export interface Family extends Pick<FamilyData, 'id' | 'name' | 'source' | 'titles'> {
  readonly labels: readonly FamilyLabel[];
}

/** The families that are known. What a label maps to is asked of the vocabulary that the reader uses. */
export function listFamilies(): Family[] {
  return FAMILIES.map((family) => {
    const { id, name, source, titles } = family;
    const isWhole = titles.every((title) => WHOLE_DEPARTMENT_TITLE.test(title));
    const of = (labels: readonly string[], meaning: (key: string) => string | null): FamilyLabel[] =>
      labels.map((label) => ({ label, key: meaning(keyOf(label)) ?? `extra.${label}` }));
    const labels = [
      ...of(family.header, (key) => headerKey(key, isWhole)),
      ...of(family.fundColumns, (key) => prefixed('funds.rows[].', FUND_COLUMN.guess(key))),
      ...family.fundRows.map((label) => ({ label, key: `funds.rows[].kind = ${kindOf(label)}` })),
      ...of(family.goals, (key) => prefixed('goals.', GOAL.get(key))),
      ...of(family.indicators, (key) =>
        prefixed('indicators[].', INDICATOR_COLUMN.guess(key) ?? (isNameHead(key) ? 'level1' : undefined)),
      ),
      ...of(family.closing, closingKey),
    ];
    return { id, name, source, titles, labels };
  });
}

const prefixed = (prefix: string, field: string | undefined): string | null =>
  field === undefined ? null : `${prefix}${field}`;

function headerKey(key: string, isWhole: boolean): string | null {
  if (key.includes('/')) {
    const keys = key.split('/').map((label) => headerKey(label, isWhole));
    return keys.includes(null) ? null : keys.join(', ');
  }
  const field = isWhole && WHOLE_DEPARTMENT.has(key) ? 'name' : HEADER.guess(key);
  return field === 'managerAndPhone' ? 'project.manager, project.phone' : prefixed('project.', field);
}

function closingKey(key: string): string | null {
  if (NOTE.has(key)) return 'notes';
  return prefixed('conclusion.', CONCLUSION.get(key)) ?? prefixed('total.', TOTAL.get(key));
}
