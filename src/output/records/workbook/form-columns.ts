/** The columns of the sheet of a form from left to right, with their widths in characters. */
export const FORM_WIDTHS = {
  ...{ level1: 12, level2: 14, level3: 30, operator: 8, target: 18, targetNumber: 10, unit: 8, weight: 8 },
  ...{ selfActual: 20, actualNumber: 10, selfScore: 9, reviewActual: 18, reviewScore: 9, difference: 8, remark: 26 },
} as const;

export type FormColumn = keyof typeof FORM_WIDTHS;
export const FORM_COLUMNS = Object.keys(FORM_WIDTHS) as FormColumn[];
