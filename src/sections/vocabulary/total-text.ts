import { narrow } from '../../text/narrow.js';

/** A total that is stated in one text: 项目总得分99分, 得分：95.7分（优）. */
export interface TotalText {
  readonly label: string;
  readonly score: string;
  readonly grade: string | null;
}

const GRADE = '优秀?|良好?|中等?|及格|合格|不合格|不及格|较?差';
const TOTAL_TEXT = new RegExp(
  `^((?:项目|单位|部门|绩效|自评|评价|综合|最终|本次)*总?(?:得分|评分|总分|总评分))[:：]?([0-9]{1,3}(?:\\.[0-9]+)?分?)(?:[(,，、]?(?:等级[:：]?)?(${GRADE})\\)?)?$`,
  'u',
);
const BARE_GRADE = new RegExp(`^(?:${GRADE})$`, 'u');

export function totalText(text: string): TotalText | null {
  const match = TOTAL_TEXT.exec(narrow(text));
  return match && { label: match[1] as string, score: match[2] as string, grade: match[3] ?? null };
}

/** Whether a text is a grade alone. */
export const isGrade = (text: string): boolean => BARE_GRADE.test(narrow(text));
