import { narrow } from '../../text/narrow.js';
import { SECTIONS_TOLERANCES } from '../tolerances.js';

/** What templates print where something is to be filled in, signed or stamped. Left in a form that is filled in it says nothing. */

const PLACEHOLDER =
  /^(?:[（(]?(?:三级)?指标(?:名称|内容)?)?[（(]?(?:[0-9]{0,2}|[一二三四五六七八九十]{0,3}|[①-⑳nN]?)[)）]?[.、．:：]*(?:[-—―–/\\*…·.。_]*|无)$/u;

/** Whether the name of an indicator is a number, dots, 指标2： or the like. */
export const isPlaceholderName = (text: string): boolean => PLACEHOLDER.test(narrow(text));

const HINT =
  '(?:(?:单位|加盖|部门)*(?:盖章|公章|签章|签字|签名|印章|盖单位公章)(?:[、或/及]?(?:盖章|公章|签字|签名))*)';
const HINTS = `(?:\\s*[（(]\\s*${HINT}\\s*[)）])+\\s*`;
const STAMP_HINT = new RegExp(`^${HINTS}|${HINTS}$`, 'gu');

/** A value without the hint before or behind it to sign or stamp there; empty where that was all. */
export const withoutHint = (text: string): string => text.replace(STAMP_HINT, '');

const COUNTED = /^[（(]?(?:([0-9]{1,2})|([①-⑳])|([A-Z])|([甲乙丙丁戊己庚辛]))[)）]?(?:=.*)?$/u;
const STEMS = '甲乙丙丁戊己庚辛';
const HEAD_OF_COUNT = /^(?:栏次|栏目|序号|行次|列次)$/u;

/** The place of a number, a letter or a stem in its row: the count, and what is counted with. */
function countOf(text: string): readonly [kind: number, count: number] | null {
  const [, digits, circled, letter, stem] = COUNTED.exec(narrow(text).replace(/\s/gu, '')) ?? [];
  if (digits !== undefined) return [0, Number(digits)];
  if (circled !== undefined) return [0, circled.charCodeAt(0) - '①'.charCodeAt(0) + 1];
  if (letter !== undefined) return [1, letter.charCodeAt(0) - 'A'.charCodeAt(0) + 1];
  return stem === undefined ? null : [2, STEMS.indexOf(stem) + 1];
}

/**
 * Whether the texts of a row number the columns under their heads: 1 2 3 …, （1）（2）…, 栏次 1 2 3, 甲 乙 1 2, with how one is made
 * from others: 4=3/2. Each is the next of its count, and there is nothing else.
 */
export function isColumnNumbers(texts: readonly string[]): boolean {
  const [first = '', ...rest] = texts;
  const counted = (HEAD_OF_COUNT.test(narrow(first)) ? rest : texts).map(countOf);
  if (counted.length < SECTIONS_TOLERANCES.countedColumns) return false;
  const next = [1, 1, 1];
  for (const one of counted) {
    if (!one || one[1] !== next[one[0]]) return false;
    next[one[0]] = one[1] + 1;
  }
  return true;
}

/** What stands behind the name of a field where guidance for it is kept. */
export const GUIDANCE_MARK = '（填写要求）';

const GUIDANCE =
  /^[（(][^（()）]*[0-9]+个?字(?:以内|左右|以上|之内)?[^（()）]*[)）]$|^[（(]?(?:请|此处|应|需|简要|如实)*(?:填写|填报|填列)[^。；]{0,40}(?:情况|原因|内容|措施|说明|成效|问题)[)）]?[。.]?$/u;

/** Whether a text is guidance of the template: （200字以内）, 填写项目完成情况. */
export const isGuidance = (text: string): boolean => GUIDANCE.test(narrow(text));
