import { readFileSync } from 'node:fs';
import type { FundKind, FundRow, Indicator, Report } from '../../../src/contract/document.js';
import { emptyFundRow, emptyIndicator } from '../../../src/contract/empty-report.js';
import { reportOf } from '../../../src/validator/example.js';

/** What a reviewer would write of one place of a form. */
export interface Planted {
  /** JSON Pointer of the row or block that it is about. */
  readonly at: string;
  /** The rules of which any one says it. */
  readonly rules: readonly string[];
  readonly words: string;
}

export interface Opinion {
  readonly report: Report;
  readonly planted: readonly Planted[];
}

const COLUMNS = '一级 二级 三级 目标 实际 分值 得分 偏差'.split(' ');
const FIELD: Readonly<Record<string, keyof Indicator>> = {
  一级: 'level1',
  二级: 'level2',
  三级: 'level3',
  性质: 'operator',
  目标: 'target',
  单位: 'unit',
  实际: 'actual',
  分值: 'weight',
  得分: 'score',
  偏差: 'deviation',
};
const cellsOf = (text: string): (string | null)[] => text.split('|').map((cell) => cell.trim() || null);
const amount = (text: string | null | undefined): number | null =>
  text && /\d/u.test(text) ? Number(text.replaceAll(',', '')) : null;

/** A form as `parse` would give it, of lines `block: cell | cell`; a line `! rule,rule words` is a fault of the line above it. */
export function readOpinion(path: string | URL): Opinion {
  const report = reportOf({});
  const planted: Planted[] = [];
  let columns = COLUMNS;
  let at = '';
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const fault = /^\s+! (?<rules>\S+) (?<words>.+)$/u.exec(line)?.groups as
      | { rules: string; words: string }
      | undefined;
    if (fault) planted.push({ at, rules: fault.rules.split(','), words: fault.words });
    const [, key = '', text = ''] = /^(\S+?): (.*)$/u.exec(line) ?? [];
    if (key === '列') columns = text.split(' ');
    else if (key) at = place(report, key, text, columns);
  }
  return { report, planted };
}

/** Puts one line into the report; returns where it stands. */
function place(report: Report, key: string, text: string, columns: readonly string[]): string {
  const cells = cellsOf(text);
  if (key === '资金') return `/funds/rows/${report.funds.rows.push(fundOf(cells)) - 1}`;
  if (key === '指标') return `/indicators/${report.indicators.push(indicatorOf(cells, columns)) - 1}`;
  if (key === '总分') {
    report.total = { weight: amount(cells[0]), score: amount(cells[1]), grade: cells[2] ?? null };
    return '/total';
  }
  if (key === '标题') report.title = text;
  else if (key === '年度') report.year = Number(text);
  else if (key === '项目') report.project.name = text;
  else if (key === '单位') report.funds.unit = text;
  else if (key === '执行分值') report.funds.weight = Number(text);
  else if (key === '预期') report.goals.expected = text;
  else if (key === '实际') report.goals.actual = text;
  else throw new Error(`no such line: ${key}`);
  return PLACES[key] ?? '/project';
}

const PLACES: Readonly<Record<string, string>> = {
  标题: '/title',
  预期: '/goals/expected',
  实际: '/goals/actual',
  单位: '/funds',
};

const KINDS: readonly (readonly [RegExp, FundKind])[] = [
  [/总额|总金额/u, 'total'],
  [/结转/u, 'carryover'],
  [/单位资金/u, 'unit'],
  [/其他/u, 'other'],
  [/财政|补助|级资金/u, 'fiscal'],
];

function fundOf(cells: readonly (string | null)[]): FundRow {
  const [label, initial, annual, executed, weight, rate, score, reason] = cells;
  return {
    ...emptyFundRow(),
    label: label?.replace(/[:：]$/u, '') ?? null,
    kind: KINDS.find(([pattern]) => pattern.test(label ?? ''))?.[1] ?? 'unknown',
    initialBudget: amount(initial),
    annualBudget: amount(annual),
    executed: amount(executed),
    weight: amount(weight),
    executionRate: rate ? Number((Number(rate.replace('%', '')) / 100).toFixed(6)) : null,
    score: amount(score),
    reason: reason ?? null,
  };
}

function indicatorOf(cells: readonly (string | null)[], columns: readonly string[]): Indicator {
  const indicator: Record<string, unknown> = { ...emptyIndicator() };
  columns.forEach((column, i) => {
    const field = FIELD[column] as string;
    indicator[field] = column === '分值' || column === '得分' ? amount(cells[i]) : (cells[i] ?? null);
  });
  const [, label, weight] = /^(.+?)[(（](\d+)分[)）]$/u.exec(String(indicator.level1)) ?? [];
  if (label) Object.assign(indicator, { level1: label, level1Weight: Number(weight) });
  return indicator as unknown as Indicator;
}
