/** Where the fields of a form stand that its row shows under another key, behind `/reports/N/`. */
export const REPORT_PATHS: Readonly<Record<string, string>> = {
  ...{ title: 'title', year: 'year', indicatorsWeight: 'indicatorsWeight', notes: 'notes' },
  ...{ projectName: 'project/name', supervisingDepartment: 'project/supervisingDepartment' },
  ...{ implementingUnit: 'project/implementingUnit', manager: 'project/manager', phone: 'project/phone' },
  ...{ fundsUnit: 'funds/unit', fundsWeight: 'funds/weight' },
  ...{ goalsExpected: 'goals/expected', goalsActual: 'goals/actual', goalsAdjusted: 'goals/adjusted' },
  ...{ totalWeight: 'total/weight', totalScore: 'total/score', totalGrade: 'total/grade' },
  ...{ evaluation: 'conclusion/evaluation', problems: 'conclusion/problems', measures: 'conclusion/measures' },
};
/** Those that it shows of the row of its funds that is their total. */
export const TOTAL_PATHS: Readonly<Record<string, string>> = {
  ...{ initialBudget: 'initialBudget', annualBudget: 'annualBudget', executed: 'executed' },
  ...{ executionRate: 'executionRate', fundsScore: 'score' },
};
export const REPORT_KEYS = [...Object.keys(REPORT_PATHS), ...Object.keys(TOTAL_PATHS)];
