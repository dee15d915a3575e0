import { said } from '../quantities/decimal.js';
import { unitsOf } from '../quantities/units.js';
import { namesOf, short } from '../report.js';
import type { Fault, Rule } from '../validator-types.js';

export const scoreExceedsWeight: Rule = {
  id: 'score-exceeds-weight',
  severity: 'error',
  title: { en: 'A score is above its weight or below zero', zh: '得分超过分值或为负数' },
  why: {
    en: 'The weight is the most that an indicator can score.',
    zh: '分值是该指标得分的上限，得分不得突破。',
  },
  mend: {
    en: 'score no more than the weight',
    zh: '得分不得超过分值，更正得分或分值',
  },
  source: '财预〔2020〕10号',
  messages: {
    above: {
      en: '"{name}" scores {score}, more than its weight of {weight}',
      zh: '“{name}”得分 {score} 超过分值 {weight}',
    },
    negative: { en: '"{name}" scores {score}, less than zero', zh: '“{name}”得分 {score} 为负数' },
  },
  examples: {
    fails: { indicators: [{ level3: '培训场次', weight: 10, score: 12 }] },
    passes: { indicators: [{ level3: '培训场次', weight: 10, score: 10 }] },
  },
  *check(report) {
    for (const [i, row] of report.funds.rows.entries()) {
      yield* compareScore(`/funds/rows/${i}/score`, short(row.label ?? ''), row.score, row.weight ?? null);
    }
    for (const unit of unitsOf(report)) {
      yield* compareScore(`/indicators/${unit.first}/score`, namesOf(unit), unit.score, unit.weight);
    }
  },
};

function* compareScore(path: string, name: string, score: number | null, weight: number | null): Iterable<Fault> {
  if (score === null) return;
  if (score < 0) yield { message: 'negative', path, data: { name, score: said(score) }, formula: `${said(score)} < 0` };
  else if (weight !== null && score > weight) {
    yield {
      message: 'above',
      path,
      data: { name, score: said(score), weight: said(weight) },
      formula: `${said(score)} > ${said(weight)}`,
    };
  }
}
