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
    elsewhere: {
      en: 'form {other} of {file} has the same project, "{name}", and year',
      zh: '{file} 第 {other} 份自评表的项目名称和年度与本表相同：“{name}”',
    },
  },
  examples: {
    fails: { name: '农村公路养护', year: 2022, beside: { name: '农村公路养护', year: 2022 } },
    passes: { name: '农村公路养护', year: 2022, beside: { name: '农村公路养护', year: 2023 } },
  },
  isOverFiles: true,
  *check({ project, year }, { others }) {
    const { name } = project;
    if (name === null) return;
    const own = narrow(name);
    const other = others.find(
      ({ report, file }) =>
        report.year === year &&
        narrow(report.project.name ?? '') === own &&
        // Every unit of a department may have a project of that name: 公用经费.
        (file === null || isOneUnit(report.project.implementingUnit, project.implementingUnit)),
    );
    if (!other) return;
    const data = { other: String(other.number), name: short(name), file: other.file ?? '' };
    yield { message: other.file === null ? 'again' : 'elsewhere', path: '/project/name', data };
  },
};

const isOneUnit = (a: string | null, b: string | null): boolean => a !== null && b !== null && narrow(a) === narrow(b);
