import { narrow } from '../../text/narrow.js';
import { short } from '../report.js';
import type { Rule } from '../validator-types.js';

export const duplicateProject: Rule = {
  id: 'duplicate-project',
  severity: 'info',
  title: { en: 'Two forms of one project', zh: '同一项目填报多份' },
  why: {
    en: 'A project files one form a year; a second one is a copy or has the wrong name.',
    zh: '同一项目同一年度应只填报一份自评表。',
  },
  mend: {
    en: 'keep one form, or put the name of the project right',
    zh: '保留一份自评表，或更正项目名称',
  },
  source: null,
  messages: {
    again: {
      en: 'form {other} of this file has the same project, "{name}"',
      zh: '本文件第 {other} 份自评表的项目名称同为“{name}”',
    },
  },
  examples: {
    fails: { name: '农村公路养护', year: 2022, beside: { name: '农村公路养护', year: 2022 } },
    passes: { name: '农村公路养护', year: 2022, beside: { name: '农村公路养护', year: 2023 } },
  },
  *check({ project, year }, { reports, index }) {
    const { name } = project;
    if (name === null) return;
    const own = narrow(name);
    const isSame = (other: (typeof reports)[number], i: number): boolean =>
      other.year === year && i !== index && narrow(other.project.name ?? '') === own;
    const other = reports.findIndex(isSame);
    if (other >= 0)
      yield { message: 'again', path: '/project/name', data: { other: String(other + 1), name: short(name) } };
  },
};
