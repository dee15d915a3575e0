import { narrow } from '../../text/narrow.js';

/** A total that is stated in one text: 项目总得分99分, 得分：95.7分（优）. */
export interface TotalText {
  readonly label: string;
  readonly score: string;
  readonly grade: string | null;
}

const GRADE = '优秀?|良好?|中等?|及格|合格|不合格|不及格|较?差';
const TOTAL_TEXT = new RegExp(
  `^((?:项目|单位|部门|绩效|自评|评价|综合|最终|本次)*总?(?:得分|评分|总分|总评分))[:：]?([0-9]{1,3}(?:\\.[0-9]+)?分?)(?:[(,，、；;]?(?:(?:评价|自评|绩效|评定)?(?:等级|等次|结果|结论)[:：为]?)?(${GRADE})\\)?)?[。]?$`,
  'u',
);
const BARE_GRADE = new RegExp(`^(?:${GRADE})$`, 'u');

export function totalText(text: string): TotalText | null {
  const match = TOTAL_TEXT.exec(narrow(text));
  return match && { label: match[1] as string, score: match[2] as string, grade: match[3] ?? null };
}

/** Whether a text is a grade alone. */
export const isGrade = (text: string): boolean => BARE_GRADE.test(narrow(text));

const NUMBER = '([0-9]{1,3}(?:\\.[0-9]+)?)\\s*分?';
/** A score that is printed with more than itself: its figure, and the reason for it, empty where none is given. */
const REASONED: readonly RegExp[] = [
  new RegExp(`^${NUMBER}[(]([^()]*\\p{Script=Han}[^()]+)[)]$`, 'u'),
  new RegExp(`^${NUMBER}[,，;；。]((?:[^0-9]|[0-9](?![0-9.]*分?$)).{2,})$`, 'u'),
  new RegExp(`^得分[:：]?${NUMBER}()$`, 'u'),
];
const DEDUCTED = new RegExp(`(?:扣|减).*得${NUMBER}|得${NUMBER}.*(?:扣|减)`, 'u');

/** The figure and the reason of a score with words: 8分（因资金未到位扣2分）, 28分，扣2分，因人数不足, 扣1分，得19分. Null where it is none. */
export function scoreText(text: string): { score: string; reason: string } | null {
  const all = narrow(text).trim();
  for (const pattern of REASONED) {
    const [, score, reason = ''] = pattern.exec(all) ?? [];
    // Points and grades in brackets are no reasons.
    if (score !== undefined && !BARE_GRADE.test(reason) && !/^(?:满分|分值|权重)?[0-9.]+分?$/u.test(reason))
      return { score, reason: asPrinted(text, reason) };
  }
  const [, before, behind] = DEDUCTED.exec(all) ?? [];
  const score = before ?? behind;
  return score === undefined ? null : { score, reason: text.trim() };
}

/** The end of a text that reads so once it is narrow, as it is printed. */
function asPrinted(text: string, part: string): string {
  if (part === '') return '';
  const start = narrow(text).lastIndexOf(part);
  let seen = 0;
  let [from, to] = [text.length, text.length];
  for (let i = 0; i < text.length; i++) {
    if (/\s/u.test(text[i] as string)) continue;
    if (seen === start) from = i;
    seen++;
    if (seen === start + part.length) to = i + 1;
  }
  return text.slice(from, to);
}
