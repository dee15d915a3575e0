import fc from 'fast-check';
import type { Report } from '../../src/contract/document.js';
import { reportOf } from '../../src/validator/example.js';

/** Forms in which everything is right: sums, rates, formulas, reasons. Numbers are kept in hundredths, so that they are exact. */

const WORDS = ['设备', '培训', '河道', '校舍', '数据', '宣传', '道路', '绿化', '文物', '消防', '档案', '养老'];
const GROUPS = [
  ['产出指标', '数量指标', '个'],
  ['产出指标', '质量指标', '%'],
  ['效益指标', '社会效益指标', '人次'],
  ['满意度指标', '服务对象满意度指标', '%'],
] as const;

const roundHalfUp = (numerator: bigint, denominator: bigint): bigint =>
  (2n * numerator + denominator) / (2n * denominator);

interface Plan {
  readonly direction: '≥' | '≤' | '';
  /** Hundredths of the weight. */
  readonly weight: number;
  readonly target: number;
  /** Share of the target that was reached, in percent. */
  readonly share: number;
}

const plan = fc.record({
  direction: fc.constantFrom('≥' as const, '≤' as const, '' as const),
  target: fc.integer({ min: 2, max: 70 }),
  share: fc.integer({ min: 40, max: 129 }),
});

/** Parts of a whole, in hundredths: so many, each at least half a point. */
const partition = (whole: number, count: number): fc.Arbitrary<number[]> =>
  fc.array(fc.integer({ min: 1, max: 20 }), { minLength: count, maxLength: count }).map((shares) => {
    const total = shares.reduce((a, b) => a + b, 0);
    const parts = shares.map((share) => Math.max(50, Math.floor((share * whole) / total / 50) * 50));
    parts[0] = (parts[0] as number) + whole - parts.reduce((a, b) => a + b, 0);
    return parts;
  });

const money = fc.integer({ min: 1000, max: 5_000_000 });

/** Amounts in hundredths of 万元: sources, of which the total is the sum. */
const source = fc.tuple(money, fc.integer({ min: 10, max: 100 })).map(([annual, spent]) => ({
  annual,
  executed: Math.floor((annual * spent) / 100),
}));

export const correctForm: fc.Arbitrary<Report> = fc.integer({ min: 4, max: 14 }).chain((count) =>
  fc
    .record({
      year: fc.integer({ min: 2018, max: 2025 }),
      sources: fc.array(source, { minLength: 1, maxLength: 3 }),
      plans: fc.array(plan, { minLength: count, maxLength: count }),
      weights: partition(9000, count).filter((parts) => (parts[0] as number) >= 50),
      graded: fc.boolean(),
    })
    .map(({ year, sources, plans, weights, graded }) => {
      const annual = sources.reduce((sum, { annual: value }) => sum + value, 0);
      const executed = sources.reduce((sum, { executed: value }) => sum + value, 0);
      const rate = Number(roundHalfUp(BigInt(executed) * 10_000n, BigInt(annual)));
      const fundScore = Number(roundHalfUp(BigInt(rate) * 10n, 100n));
      const scored = plans.map((p, i) => scoreOf({ ...p, weight: weights[i] as number }, i));
      const total = scored.reduce((sum, { hundredths }) => sum + hundredths, fundScore);
      const reason = rate < 9_000 ? '招标滞后，资金结转下年支付' : null;
      const rows = sources.map(({ annual: a, executed: e }, i) => ({
        label: ['其中：当年财政拨款', '上年结转资金', '其他资金'][i] as string,
        kind: (['fiscal', 'carryover', 'other'] as const)[i] ?? 'other',
        initialBudget: a / 100,
        annualBudget: a / 100,
        executed: e / 100,
      }));
      const whole = { initialBudget: annual / 100, annualBudget: annual / 100, executed: executed / 100 };
      return reportOf({
        title: '项目支出绩效自评表',
        year,
        name: `${WORDS[count % WORDS.length]}项目`,
        unit: '万元',
        funds: [
          {
            label: '年度资金总额',
            kind: 'total',
            ...whole,
            weight: 10,
            executionRate: rate / 10_000,
            score: fundScore / 100,
            reason,
          },
          ...rows,
        ],
        indicators: scored.map(({ indicator }) => indicator),
        total: { weight: 100, score: total / 100, grade: graded ? gradeOf(total) : null },
      });
    }),
);

const gradeOf = (hundredths: number): string =>
  hundredths >= 9000 ? '优' : hundredths >= 8000 ? '良' : hundredths >= 6000 ? '中' : '差';

function scoreOf({ direction, weight, target, share }: Plan, i: number) {
  const [level1, level2, unit] = GROUPS[Math.min(Math.floor(i / 4), GROUPS.length - 1)] as (typeof GROUPS)[number];
  // Hundredths of the unit.
  const reached = target * share;
  const met = direction === '≤' ? share <= 100 : share >= 100;
  const full = BigInt(weight);
  const part =
    direction === '≤' ? roundHalfUp(full * (200n - BigInt(share)), 100n) : roundHalfUp(full * BigInt(share), 100n);
  const hundredths = met ? weight : Number(part);
  return {
    hundredths,
    indicator: {
      level1,
      level2,
      level3: `${WORDS[i % WORDS.length]}${i}`,
      target: `${direction}${target}${unit}`,
      actual: `${reached / 100}${unit}`,
      weight: weight / 100,
      score: hundredths / 100,
      deviation: met ? null : '受疫情影响，下年抓紧落实',
    },
  };
}
