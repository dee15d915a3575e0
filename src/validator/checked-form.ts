import type { Report } from '../contract/document.js';
import type { CheckedForm } from '../contract/findings.js';
import { totalRow } from './report.js';

/** What is told of a form beside its findings. */
export function checkedForm(report: Report): CheckedForm {
  const { title, year, pages, project, funds, indicators, total } = report;
  const row = totalRow(report);
  return {
    title,
    name: project.name,
    page: pages[0] ?? null,
    year,
    supervisingDepartment: project.supervisingDepartment,
    implementingUnit: project.implementingUnit,
    unit: funds.unit,
    annualBudget: row?.annualBudget ?? null,
    executed: row?.executed ?? null,
    executionRate: row?.executionRate ?? null,
    fullScore: total.weight,
    score: total.score,
    grade: total.grade,
    indicators: indicators.length,
  };
}
