import type { Report } from '../../contract/document.js';
import { narrow } from '../../text/narrow.js';
import { short } from '../report.js';
import { VALIDATOR_TOLERANCES } from '../tolerances.js';
import type { Rule } from '../validator-types.js';

export const copiedText: Rule = {
  id: 'copied-text',
  severity: 'warning',
  title: { en: 'Two projects tell the same of what was done', zh: '不同项目的完成情况文字雷同' },
  why: {
    en: 'What was done is told for each project; the same words on two forms were copied from one to the other.',
    zh: '实际完成情况应按项目如实填写，两份自评表文字完全相同的多为照抄。',
  },
  mend: { en: 'write what was done in this project', zh: '按本项目实际情况重新填写' },
  source: null,
  messages: {
    here: {
      en: 'form {other} of this file, "{name}", tells the same of what was done: "{text}"',
      zh: '与本文件第 {other} 份自评表“{name}”的完成情况文字相同：“{text}”',
    },
    elsewhere: {
      en: 'form {other} of {file}, "{name}", tells the same of what was done: "{text}"',
      zh: '与 {file} 第 {other} 份自评表“{name}”的完成情况文字相同：“{text}”',
    },
  },
  examples: {
    fails: {
      name: '农村公路养护',
      goals: { actual: '已按计划完成全部养护任务，全年养护农村公路三百公里，群众出行条件明显改善。' },
      beside: {
        name: '城市道路养护',
        goals: { actual: '已按计划完成全部养护任务，全年养护农村公路三百公里，群众出行条件明显改善。' },
      },
    },
    passes: {
      name: '农村公路养护',
      goals: { actual: '已按计划完成全部养护任务。' },
      beside: { name: '城市道路养护', goals: { actual: '已按计划完成全部养护任务。' } },
    },
  },
  isOverFiles: true,
  *check(report, { others }) {
    const { project, goals } = report;
    const text = narrow(goals.actual ?? '');
    // A short sentence is said of many projects alike.
    if ([...text].length < VALIDATOR_TOLERANCES.copiedCharacters) return;
    const name = narrow(project.name ?? '');
    const other = others.find(
      (other) =>
        narrow(other.report.goals.actual ?? '') === text &&
        (narrow(other.report.project.name ?? '') !== name || isOtherUnit(other.report, report)),
    );
    if (!other) return;
    const data = {
      ...{ other: String(other.number), file: other.file ?? '' },
      ...{ name: short(other.report.project.name ?? ''), text: short(goals.actual ?? '') },
    };
    yield { message: other.file === null ? 'here' : 'elsewhere', path: '/goals/actual', data };
  },
};

/** Whether two units have filed of one project in one year: each of them did something of its own. */
function isOtherUnit(a: Report, b: Report): boolean {
  const [one, other] = [a.project.implementingUnit, b.project.implementingUnit];
  return one !== null && other !== null && narrow(one) !== narrow(other) && a.year === b.year;
}
