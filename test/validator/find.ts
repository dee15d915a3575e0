import { DEFAULT_TOLERANCES } from '../../src/contract/tolerances.js';
import { confidenceOf, reportsOf } from '../../src/validator/example.js';
import { ruleOf } from '../../src/validator/rules.js';
import { faultsOf } from '../../src/validator/validate.js';
import type { Example, Fault, Rule } from '../../src/validator/validator-types.js';

export type Indicators = NonNullable<Example['indicators']>;
export type Funds = NonNullable<Example['funds']>;

export function find(id: string, example: Example): Fault[] {
  return faultsOf(ruleOf(id) as Rule, reportsOf(example), 0, DEFAULT_TOLERANCES, confidenceOf(example));
}

/** What a rule finds: path and severity of each fault. */
export const found = (id: string, example: Example): string[] =>
  find(id, example).map(({ path, severity }) => `${path} ${severity ?? (ruleOf(id) as Rule).severity}`);

export const one = (indicator: Indicators[number]): Example => ({ indicators: [{ level3: '甲', ...indicator }] });
export const funds = (...rows: Funds): Example => ({ unit: '万元', funds: rows });
