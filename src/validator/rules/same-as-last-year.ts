import { narrow } from '../../text/narrow.js';
import { isSameIndicator, isYearBefore } from '../run/last-year.js';
import { VALIDATOR_TOLERANCES } from '../tolerances.js';
import type { Example, Rule } from '../validator-types.js';

const year = (of: number, ...results: string[]): Example => ({
  ...{ name: '职业技能培训', year: of },
  indicators: results.map((actual, i) => ({ level3: `指标${i}`, target: '≥5', actual })),
});
const before = year(2022, '213人', '12期', '47家', '9.6%');

export const sameAsLastYear: Rule = {
  id: 'same-as-last-year',
  severity: 'warning',
  title: { en: 'The results are those of last year again', zh: '完成值与上年雷同' },
  why: {
    en: 'Two years never come out alike to the last number: last year’s form was handed in again.',
    zh: '两个年度的完成值不可能逐项相同，多为沿用上年自评表。',
  },
  mend: { en: 'state the results of this year', zh: '按本年实际完成情况重新填写' },
  source: null,
  messages: {
    again: {
      en: '{count} of {all} results in numbers are those of {year} again, in {file}',
      zh: '{all} 项有数值的完成值中有 {count} 项与 {year} 年相同（{file}）',
    },
  },
  examples: {
    fails: { ...year(2023, '213人', '12期', '47家', '9.6%'), beside: before },
    passes: { ...year(2023, '218人', '13期', '51家', '9.6%'), beside: before },
  },
  isOverFiles: true,
  *check(report, { others }) {
    const other = others.find((one) => isYearBefore(one.report, report));
    if (!other) return;
    const pairs = report.indicators.flatMap((now) => {
      const then = other.report.indicators.find((one) => isSameIndicator(one, now));
      return then && isTelling(now) && isTelling(then) ? [[now.actual, then.actual] as const] : [];
    });
    const same = pairs.filter(([now, then]) => narrow(now ?? '') === narrow(then ?? ''));
    if (same.length < VALIDATOR_TOLERANCES.sameResults || same.length < pairs.length * VALIDATOR_TOLERANCES.mostlyDone)
      return;
    const data = { count: String(same.length), all: String(pairs.length), year: String(other.report.year) };
    const file = other.file ?? `#${other.number}`;
    yield { message: 'again', path: '/indicators', data: { ...data, file } };
  },
};

/** Whether a result could come out otherwise: a number that is neither all nor none, nor the target to the last. */
function isTelling({ actual, target }: { actual: string | null; target: string | null }): boolean {
  const number = /\d+(?:\.\d+)?/u.exec(narrow(actual ?? ''))?.[0];
  return number !== undefined && number !== '100' && number !== '0' && !narrow(target ?? '').includes(number);
}
