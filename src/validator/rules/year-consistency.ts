import { yearsIn } from '../quantities/dates.js';
import { indicatorsOf, nameOf, short } from '../report.js';
import { VALIDATOR_TOLERANCES } from '../tolerances.js';
import type { Rule } from '../validator-types.js';

export const yearConsistency: Rule = {
  id: 'year-consistency',
  severity: 'warning',
  title: { en: 'Years that do not go together', zh: '年度不一致' },
  why: {
    en: 'Another year in a target, a result or the filing date shows a form that was copied from another year.',
    zh: '指标值、完成值或填报日期中的年份与预算年度不符，多为照抄以前年度。',
  },
  mend: {
    en: 'correct the year, or the target that was copied from another year',
    zh: '更正年份；照抄以前年度的内容应重新填写',
  },
  source: null,
  messages: {
    title: { en: 'the title names {named}, the form is of {year}', zh: '标题为 {named} 年度，而预算年度为 {year}' },
    target: {
      en: 'the target of "{name}" names {named} on a form of {year}',
      zh: '“{name}”指标值中的年份 {named} 与预算年度 {year} 不符',
    },
    actual: {
      en: 'the result of "{name}" names {named} on a form of {year}',
      zh: '“{name}”完成值中的年份 {named} 与预算年度 {year} 不符',
    },
    others: {
      en: 'the other {count} forms of the file are of {named}, this one is of {year}',
      zh: '本文件其余 {count} 份自评表均为 {named} 年度，本表为 {year} 年度',
    },
    goal: {
      en: 'what was done is told of {named} on a form of {year}',
      zh: '实际完成情况所述为 {named} 年，与预算年度 {year} 不符',
    },
    filed: {
      en: 'filed on {date}, which does not go with the year {year}',
      zh: '填报日期 {date} 与预算年度 {year} 不符',
    },
  },
  examples: {
    fails: { year: 2023, indicators: [{ level2: '时效指标', level3: '完成时间', target: '2021年12月底前' }] },
    passes: { year: 2023, indicators: [{ level2: '时效指标', level3: '完成时间', target: '2023年12月底前' }] },
  },
  *check(report, { reports }) {
    const { year, title, extra } = report;
    if (year === null) return;
    const years = reports.flatMap((other) => (other === report || other.year === null ? [] : [other.year]));
    if (years.length >= VALIDATOR_TOLERANCES.yearMajority && years[0] !== year && years.every((y) => y === years[0])) {
      const data = { count: String(years.length), named: String(years[0]), year: String(year) };
      yield { message: 'others', path: '/year', data };
    }
    const [named] = yearsIn(title);
    if (named !== undefined && named !== year)
      yield { message: 'title', path: '/title', data: { named: String(named), year: String(year) } };
    for (const [i, indicator] of indicatorsOf(report)) {
      if (!/时效|进度/u.test(`${indicator.level1}${indicator.level2}`)) continue;
      for (const field of ['target', 'actual'] as const) {
        const years = yearsIn(indicator[field]);
        // Work may go on into the next year, and many projects run for several.
        if (years.length === 0 || years.some((y) => y === year || y === year + 1)) continue;
        const data = { name: nameOf(indicator), named: String(years[0]), year: String(year) };
        yield { message: field, path: `/indicators/${i}/${field}`, data };
      }
    }
    const told = yearsIn(report.goals.actual);
    const [begin] = told;
    // The year of the form may be told further on: 2020年立项，2021年完工.
    if (
      begin !== undefined &&
      !told.some((y) => y === year || y === year + 1) &&
      OPENING.test(report.goals.actual ?? '')
    )
      yield { message: 'goal', path: '/goals/actual', data: { named: String(begin), year: String(year) } };
    for (const [label, text] of Object.entries(extra)) {
      if (!/填报日期|填表日期|填报时间|填表时间/u.test(label)) continue;
      const [filed] = yearsIn(text);
      if (filed === undefined || filed === year || filed === year + 1) continue;
      const path = `/extra/${label.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      yield { message: 'filed', path, data: { date: short(text), year: String(year) } };
    }
  },
};

/** A text that begins with the year of which it tells. */
const OPENING = /^\s*(?:截至|截止|在)?\s*(?:19|20)\d{2}\s*年/u;
