import type { FundRow, Indicator, Report } from '../contract/document.js';
import { escapePointer } from '../contract/pointer.js';
import type { FieldName } from '../messages/fields.js';

/** The fields of a form as a person sees them: blocks of fields, and tables of them, in the order of the form. */

/** One field: the pointer inside its report, and what it is called. */
export interface Field {
  readonly path: string;
  /** A name of the catalogue; or, of `extra`, what is printed. */
  readonly name: FieldName | { readonly printed: string };
}

/** A table of fields: columns of the contract, and then what is printed beside them. */
export interface FieldTable {
  readonly columns: readonly Field['name'][];
  /** A field for each column; null where the form has none there. */
  readonly rows: readonly (readonly (Field | null)[])[];
}

export interface FormFields {
  readonly header: readonly Field[];
  readonly fundsHead: readonly Field[];
  readonly funds: FieldTable;
  readonly goals: readonly Field[];
  readonly indicatorsHead: readonly Field[];
  readonly indicators: FieldTable;
  readonly total: readonly Field[];
  readonly closing: readonly Field[];
}

const FUND_COLUMNS = [
  ...['label', 'initialBudget', 'annualBudget', 'executed', 'weight', 'executionRate', 'score', 'reason'],
] as const as readonly (keyof FundRow & FieldName)[];

const INDICATOR_COLUMNS = [
  ...['goal', 'level1', 'level1Weight', 'level2', 'level2Weight', 'level3', 'core', 'operator', 'direction', 'target'],
  ...['unit', 'adjustedTarget', 'actual', 'weight', 'score', 'reviewedScore', 'deviation', 'scoringRule'],
] as const as readonly (keyof Indicator & FieldName)[];

/** Columns that are shown though nothing stands in them: what a form should have. */
const ALWAYS: ReadonlySet<string> = new Set([
  ...['label', 'annualBudget', 'executed', 'executionRate', 'score', 'level1', 'level2', 'level3', 'target', 'actual'],
  'weight',
]);

/** A field of a row, which is called the same in every row. */
const cell = (row: string, name: FieldName): Field => ({ path: `${row}/${name}`, name });

/** A field that stands once, and has the name of its path. */
const field = (name: FieldName): Field => ({ path: `/${name}`, name });

const extraField = (prefix: string, key: string): Field => ({
  path: `${prefix}/extra/${escapePointer(key)}`,
  name: { printed: key },
});

const HEADER: readonly FieldName[] = [
  ...(['title', 'year', 'project/name', 'project/supervisingDepartment', 'project/implementingUnit'] as const),
  ...(['project/manager', 'project/phone'] as const),
];

export function fieldsOf(report: Report): FormFields {
  return {
    header: [...HEADER.map(field), ...Object.keys(report.extra).map((key) => extraField('', key))],
    fundsHead: (['funds/unit', 'funds/weight'] as const).map(field),
    funds: tableOf('/funds/rows', report.funds.rows, FUND_COLUMNS),
    goals: (['goals/expected', 'goals/actual', 'goals/adjusted'] as const).map(field),
    indicatorsHead: [field('indicatorsWeight')],
    indicators: tableOf('/indicators', report.indicators, INDICATOR_COLUMNS),
    total: (['total/weight', 'total/score', 'total/grade'] as const).map(field),
    closing: (['conclusion/evaluation', 'conclusion/problems', 'conclusion/measures', 'notes'] as const).map(field),
  };
}

function tableOf<Row extends { readonly extra: Readonly<Record<string, string>> }>(
  prefix: string,
  rows: readonly Row[],
  columns: readonly (keyof Row & FieldName)[],
): FieldTable {
  const shown = columns.filter((column) => ALWAYS.has(column) || rows.some((row) => row[column] !== null));
  const printed = [...new Set(rows.flatMap(({ extra }) => Object.keys(extra)))];
  return {
    columns: [...shown, ...printed.map((key) => ({ printed: key }))],
    rows: rows.map(({ extra }, i) => [
      ...shown.map((column) => cell(`${prefix}/${i}`, column)),
      ...printed.map((key) => (Object.hasOwn(extra, key) ? extraField(`${prefix}/${i}`, key) : null)),
    ]),
  };
}

/** All fields of a form, in its order. */
export const allFields = (fields: FormFields): Field[] => [
  ...[...fields.header, ...fields.fundsHead, ...rowsOf(fields.funds)],
  ...[...fields.goals, ...fields.indicatorsHead, ...rowsOf(fields.indicators), ...fields.total, ...fields.closing],
];

const rowsOf = ({ rows }: FieldTable): Field[] => rows.flatMap((row) => row.filter((field) => field !== null));

const known = new WeakMap<Report, ReadonlyMap<string, Field>>();

/** The field of a form by the pointer inside its report. */
export function fieldIn(report: Report, path: string): Field | undefined {
  let fields = known.get(report);
  if (!fields) {
    fields = new Map(allFields(fieldsOf(report)).map((field) => [field.path, field]));
    known.set(report, fields);
  }
  return fields.get(path);
}
