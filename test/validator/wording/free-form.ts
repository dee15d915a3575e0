import type { FundRow, Report } from '../../../src/contract/document.js';
import { reportOf } from '../../../src/validator/example.js';
import * as words from './free-words.js';

/** Correct forms in free wording: sums, rates and scores come out, every target is met or a reason is given. */

const PLACES = ['临江', '青山', '云溪', '北塘', '沙河', '东明'];
const WORKS = ['城乡环境整治', '基层医疗能力提升', '中小学校舍维修', '公共文化服务', '农田水利建设', '就业技能培训'];
const LATE = ['部分工程尚未结算，尾款下年支付', '受疫情影响，采购延期', '招标结余', '按合同进度付款，质保金未到期'];

const rounded = (value: number): number => Number(value.toFixed(2));

/** Whole points of a group, shared out to its indicators in halves. */
function weightsOf(points: number, count: number): number[] {
  const each = Math.floor((points * 2) / count) / 2;
  return Array.from({ length: count }, (_, i) => (i === 0 ? rounded(points - each * (count - 1)) : each));
}

export function freeForm(seed: number): Report {
  const dice = new words.Dice(seed);
  const year = dice.int(2019, 2025);
  const unit = dice.of(['万元', '元']);
  const funds = fundsOf(dice, unit === '元' ? 10_000 : 1);
  const groups = [
    [50, '产出指标', outputs(dice, year)],
    [30, '效益指标', unlike(() => words.effects(dice), dice.int(2, 4))],
    [10, '满意度指标', unlike(() => words.satisfaction(dice), dice.int(1, 2))],
  ] as const;
  const indicators = groups.flatMap(([points, level1, rows]) => {
    const weights = weightsOf(points, rows.length);
    return rows.map((row, i) => {
      const { share = 1, ...rest } = row as words.Row & { share?: number };
      const weight = weights[i] as number;
      return { ...rest, level1, weight, score: rounded(weight * share) };
    });
  });
  const score = rounded(indicators.reduce((sum, indicator) => sum + indicator.score, funds[0]?.score ?? 0));
  return reportOf({
    title: '项目支出绩效自评表',
    year,
    name: `${dice.of(PLACES)}${dice.of(WORKS)}项目`,
    unit,
    funds,
    goals: goalsOf(dice, year, funds[0] as { annualBudget: number; executed: number }, unit),
    indicators,
    total: { weight: 100, score, grade: score >= 90 ? '优' : score >= 80 ? '良' : '中' },
  });
}

/** Rows that differ in name. */
function unlike(make: () => words.Row, count: number): words.Row[] {
  const rows: words.Row[] = [];
  for (let tries = 0; rows.length < count && tries < 50; tries++) {
    const row = make();
    if (rows.every(({ level3 }) => level3 !== row.level3)) rows.push(row);
  }
  return rows;
}

function outputs(dice: words.Dice, year: number): words.Row[] {
  const makers = [words.counts, words.counts, words.frequencies, words.several, words.rates, words.rates];
  const rows = unlike(() => dice.of(makers)(dice), dice.int(3, 6));
  const others = unlike(() => dice.of([words.lessIsBetter, words.costs])(dice), dice.int(1, 3));
  const late = dice.next() < 0.3 ? unlike(() => words.missed(dice), 1) : [];
  const all = [...rows, ...others.map((row) => ({ ...row, level1: null })), words.dates(dice, year), ...late];
  return all.filter((row, i) => all.findIndex(({ level3 }) => level3 === row.level3) === i);
}

function fundsOf(dice: words.Dice, scale: number): (Partial<FundRow> & { annualBudget: number; executed: number })[] {
  const parts = Array.from({ length: dice.int(1, 3) }, () => {
    const annualBudget = dice.int(10_000, 90_000) / 100;
    const executed = dice.next() < 0.5 ? annualBudget : rounded(annualBudget * (0.7 + dice.next() * 0.3));
    return { annualBudget: rounded(annualBudget * scale), executed: rounded(executed * scale) };
  });
  const add = (field: 'annualBudget' | 'executed') => rounded(parts.reduce((sum, part) => sum + part[field], 0));
  const [annualBudget, executed] = [add('annualBudget'), add('executed')];
  const executionRate = Number((executed / annualBudget).toFixed(4));
  const reason = executionRate < 0.9 ? dice.of(LATE) : null;
  const whole = { annualBudget, executed, initialBudget: annualBudget, weight: 10, executionRate, reason };
  return [
    { label: '年度资金总额', kind: 'total' as const, ...whole, score: rounded(executionRate * 10) },
    ...parts.map((part, i) => ({
      label: ['其中：当年财政拨款', '上年结转资金', '其他资金'][i] as string,
      kind: (['fiscal', 'carryover', 'other'] as const)[i] ?? 'other',
      ...part,
      initialBudget: part.annualBudget,
      executionRate: Number((part.executed / part.annualBudget).toFixed(4)),
    })),
  ];
}

function goalsOf(dice: words.Dice, year: number, money: { annualBudget: number; executed: number }, unit: string) {
  return {
    expected: dice.of([
      '通过项目实施，改善基础设施条件，提升公共服务水平。',
      `安排资金${money.annualBudget}${unit}，完成年度建设任务，群众满意度达到90%以上。`,
      `${year}年底前完成全部任务，受益群众2万余人，其中脱贫户300户。`,
    ]),
    actual: dice.of([
      '各项任务按计划推进，年度目标全部完成。',
      `${year}年共支出资金${money.executed}${unit}，完成各项建设内容，运行良好。`,
      `截至${year}年12月，项目已完工并投入使用，较${year - 1}年效率提高15%。`,
      '组织专题会议6次，下发文件12份，有序推进项目实施。',
    ]),
  };
}
