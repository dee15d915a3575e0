import type { Indicator } from '../../contract/document.js';
import { narrow } from '../../text/narrow.js';
import { quantityIn } from '../quantities/comparison.js';
import { type Way, wayOf } from '../quantities/directions.js';
import { doubtOf } from '../quantities/doubts.js';
import { type Quantity, readWording } from '../quantities/wording.js';
import { hasNoSurvey, indicatorsOf, isReason, nameOf, short } from '../report.js';
import type { Rule } from '../validator-types.js';

export const actualNotQuantified: Rule = {
  id: 'actual-not-quantified',
  severity: 'warning',
  title: { en: 'A quantitative target has a result in words', zh: '定量指标的完成值未量化' },
  why: {
    en: '完成 does not say how much: a target with a number needs a result with one. A date is no rate either.',
    zh: '指标值为数值的，完成值应填写具体数值，不能只写“完成”；以日期代替比率的同理。',
  },
  mend: {
    en: 'state the result as a number in the unit of the target',
    zh: '完成值改填与指标值同一口径的具体数值',
  },
  source: null,
  messages: {
    words: {
      en: '"{name}" asks for {target} and states "{actual}"',
      zh: '“{name}”指标值为 {target}，完成值仅填写“{actual}”',
    },
    vague: {
      en: '"{name}" asks for {target}, and "{actual}" does not tell whether that was reached',
      zh: '“{name}”指标值为 {target}，完成值“{actual}”不能说明是否完成',
    },
    part: {
      en: '"{name}" asks for {target}, and "{actual}" tells of a part of that only',
      zh: '“{name}”指标值为 {target}，完成值“{actual}”只说明了其中一部分',
    },
    unit: {
      en: '"{name}" asks for {target} and states something else: "{actual}"',
      zh: '“{name}”指标值为 {target}，完成值“{actual}”与其口径不一致',
    },
    date: {
      en: '"{name}" asks for {target} and states a date: "{actual}"',
      zh: '“{name}”指标值为 {target}，完成值却填写日期“{actual}”',
    },
  },
  examples: {
    fails: { indicators: [{ level3: '培训人次', target: '≥100人次', actual: '已完成', score: 10 }] },
    passes: { indicators: [{ level3: '培训人次', target: '≥100人次', actual: '102人次', score: 10 }] },
  },
  *check(report) {
    for (const [i, indicator] of indicatorsOf(report)) {
      const { actual, shared } = indicator;
      const target = indicator.adjustedTarget ?? indicator.target;
      if (actual === null || !isReason(actual) || (shared.actual && !shared.target) || hasNoSurvey(indicator)) continue;
      const data = { name: nameOf(indicator), target: short(target ?? ''), actual: short(actual) };
      const doubt = doubtOf(indicator);
      if (doubt) yield { message: doubt, path: `/indicators/${i}/actual`, data };
      const goal = quantityIn(target) ?? changeIn(target);
      const way = goal && wayOf(indicator, goal);
      if (doubt || !goal || !way || way === 'words' || isSpan(indicator, goal, way)) continue;
      // None of what there should be none of is a number, and so is all of a share.
      const [isLess, isAll] = [way.direction === 'at most' || goal.high.eq(0), goal.measure.unit === '%'];
      if ((isLess && /[无未没零]/u.test(actual)) || (isAll && /^(已?全部|全覆盖|全额|全数)/u.test(actual))) continue;
      const { quantities, hasDate } = readWording(actual);
      if (quantities.length > 0 || (!hasDate && HAS_NUMBER.test(actual))) continue;
      yield { message: hasDate ? 'date' : 'words', path: `/indicators/${i}/actual`, data };
    }
  },
};

/** The quantity of a target that says by how much something is to change, or for each: 提高0.3个百分点, 每户2000元. */
function changeIn(target: string | null): Quantity | null {
  const { quantities, hasDate } = readWording(target);
  const [only] = quantities;
  const isOne = only !== undefined && quantities.length === 1 && !hasDate && (only.change !== '' || only.per !== '');
  return isOne && narrow(target ?? '').endsWith(only.text) ? only : null;
}

/** Whether a target is a time within which something is to be done: a date may tell that it was. */
const isSpan = ({ level3 }: Indicator, goal: Quantity, way: Way): boolean =>
  goal.measure.kind === 'time' && !way.isSaid && !/年限|寿命|使用期/u.test(level3 ?? '');

/** A number that was not understood is one all the same. */
const HAS_NUMBER = /[\d０-９]|[数几][十百千万]|[一二三四五六七八九十百千两][\p{Script=Han}]{0,1}$/u;
