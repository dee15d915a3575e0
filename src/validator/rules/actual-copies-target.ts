import { narrow } from '../../text/narrow.js';
import { spanIn } from '../quantities/dates.js';
import { nameOf, short } from '../report.js';
import { VALIDATOR_TOLERANCES } from '../tolerances.js';
import type { Rule } from '../validator-types.js';

export const actualCopiesTarget: Rule = {
  id: 'actual-copies-target',
  severity: 'info',
  title: { en: 'Results are copies of the targets', zh: '完成值照抄指标值' },
  why: {
    en: 'A result such as ≥50 was copied from its target and says nothing about what was reached.',
    zh: '完成值连同“≥”等符号照抄指标值，未反映实际完成情况。',
  },
  mend: {
    en: 'state what was reached, with its number and unit, and not the target again',
    zh: '按实际情况填写完成值（数值和单位），不要照抄指标值',
  },
  source: null,
  messages: {
    copies: {
      en: '{count} of {all} results are copied from their targets, sign included',
      zh: '{all} 项指标中有 {count} 项的完成值照抄指标值（含符号）',
    },
    deadline: {
      en: '"{name}" repeats its deadline, {target}, and does not say when it was done',
      zh: '“{name}”完成值照抄指标值“{target}”，未说明实际完成时间',
    },
    all: {
      en: 'all {all} results are their targets to the last character',
      zh: '全部 {all} 项指标的完成值与指标值逐字相同',
    },
  },
  examples: {
    fails: { indicators: ['≥50个', '≥90%', '≤8元'].map((text) => ({ target: text, actual: text })) },
    passes: { indicators: ['≥50个', '≥90%', '≤8元'].map((text) => ({ target: text, actual: text.slice(1) })) },
  },
  *check({ indicators, year }) {
    const both = indicators.filter(({ target, actual }) => target !== null && actual !== null);
    const copied = both.filter(
      ({ target, actual }) => /[≥≤<>]/u.test(actual ?? '') && narrow(target ?? '') === narrow(actual ?? ''),
    );
    // Figures may be met exactly; that all of many are, words and dates too, is no result of counting.
    const isAll = both.every(({ target, actual }) => narrow(target ?? '') === narrow(actual ?? ''));
    if (isAll && both.length >= VALIDATOR_TOLERANCES.copiedRows) {
      yield { message: 'all', path: '/indicators', data: { all: String(both.length) } };
      return;
    }
    for (const [i, indicator] of indicators.entries()) {
      const { target, actual } = indicator;
      if (target === null || narrow(target) !== narrow(actual ?? '')) continue;
      if (spanIn(target, year) === null || !/前|以内/u.test(target)) continue;
      const data = { name: nameOf(indicator), target: short(target) };
      yield { message: 'deadline', path: `/indicators/${i}/actual`, data, severity: 'info' };
    }
    if (copied.length < VALIDATOR_TOLERANCES.copiedTargets || copied.length * 2 <= both.length) return;
    yield { message: 'copies', path: '/indicators', data: { count: String(copied.length), all: String(both.length) } };
  },
};
