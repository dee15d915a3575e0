import type { FundKind, FundRow, Indicator, Report } from '../contract/document.js';
import { keysOf } from '../contract/pointer.js';
import type { Scalar } from '../contract/schema/corrections.js';

/** What a field of a form may hold, so that a correction does not make a document that no reader of it would take. */
export interface FieldKind {
  readonly type: 'text' | 'number' | 'integer' | 'boolean' | 'choice';
  /** Whether the form may have nothing there. */
  readonly nullable: boolean;
  /** The closed set of a `choice`. */
  readonly choices?: readonly string[];
}

const TEXT: FieldKind = { type: 'text', nullable: true };
const NUMBER: FieldKind = { type: 'number', nullable: true };
const INTEGER: FieldKind = { type: 'integer', nullable: true };
const BOOLEAN: FieldKind = { type: 'boolean', nullable: true };
/** A labelled cell without a key of its own: without its text it would not be there. */
const EXTRA: Any = { any: { type: 'text', nullable: false } };

const FUND_KINDS: Readonly<Record<FundKind, true>> = {
  ...{ total: true, fiscal: true, carryover: true, specialAccount: true, unit: true, other: true, unknown: true },
};
const DIRECTIONS: Readonly<Record<NonNullable<Indicator['direction']>, true>> = { more: true, less: true };

interface Any {
  readonly any: FieldKind;
}

/** The fields of a part of the contract; `pages` and `shared` say where things stand and are no fields. */
type Fields<T> = { readonly [Key in Exclude<keyof T, 'pages' | 'shared'>]: NodeOf<T[Key]> };
type NodeOf<T> = [T] extends [Scalar]
  ? FieldKind
  : T extends readonly (infer Item)[]
    ? { readonly each: Fields<Item> }
    : string extends keyof T
      ? Any
      : Fields<T>;

const FUND_ROW: Fields<FundRow> = {
  label: TEXT,
  kind: { type: 'choice', nullable: false, choices: Object.keys(FUND_KINDS) },
  initialBudget: NUMBER,
  annualBudget: NUMBER,
  executed: NUMBER,
  weight: NUMBER,
  executionRate: NUMBER,
  score: NUMBER,
  reason: TEXT,
  extra: EXTRA,
};

const INDICATOR: Fields<Indicator> = {
  goal: TEXT,
  level1: TEXT,
  level1Weight: NUMBER,
  level2: TEXT,
  level2Weight: NUMBER,
  level3: TEXT,
  operator: TEXT,
  direction: { type: 'choice', nullable: true, choices: Object.keys(DIRECTIONS) },
  target: TEXT,
  unit: TEXT,
  adjustedTarget: TEXT,
  actual: TEXT,
  weight: NUMBER,
  score: NUMBER,
  reviewedScore: NUMBER,
  deviation: TEXT,
  scoringRule: TEXT,
  core: BOOLEAN,
  extra: EXTRA,
};

const REPORT: Fields<Report> = {
  title: TEXT,
  year: INTEGER,
  project: { name: TEXT, supervisingDepartment: TEXT, implementingUnit: TEXT, manager: TEXT, phone: TEXT },
  funds: { unit: TEXT, weight: NUMBER, rows: { each: FUND_ROW } },
  goals: { expected: TEXT, actual: TEXT, adjusted: TEXT },
  indicatorsWeight: NUMBER,
  indicators: { each: INDICATOR },
  total: { weight: NUMBER, score: NUMBER, grade: TEXT },
  conclusion: { evaluation: TEXT, problems: TEXT, measures: TEXT },
  notes: TEXT,
  extra: EXTRA,
};

type Tree = FieldKind | Any | { readonly each: Tree } | { readonly [key: string]: Tree };

/** What the field at a pointer may hold; null where the contract has no single field there. */
export function fieldAt(pointer: string): FieldKind | null {
  const [root, ...keys] = keysOf(pointer);
  if (root !== 'reports') return null;
  let at: Tree | undefined = { each: REPORT as Tree };
  for (const key of keys) {
    if (!at || isField(at)) return null;
    if ('any' in at) at = at['any'] as FieldKind;
    else if ('each' in at) at = /^(?:0|[1-9]\d*)$/u.test(key) ? (at['each'] as Tree) : undefined;
    else at = Object.hasOwn(at, key) ? (at as Readonly<Record<string, Tree>>)[key] : undefined;
  }
  return at && isField(at) ? at : null;
}

const isField = (tree: Tree): tree is FieldKind => 'type' in tree && typeof tree.type === 'string';

/** Whether a field may hold a value. A text is never blank: what is not on the form is null. */
export function takes({ type, nullable, choices }: FieldKind, value: Scalar): boolean {
  if (value === null) return nullable;
  if (type === 'text') return typeof value === 'string' && value.trim() !== '';
  if (type === 'choice') return typeof value === 'string' && choices?.includes(value) === true;
  if (type === 'boolean') return typeof value === 'boolean';
  return type === 'integer' ? Number.isSafeInteger(value) : Number.isFinite(value);
}
