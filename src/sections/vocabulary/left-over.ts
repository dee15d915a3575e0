import { narrow } from '../../text/narrow.js';

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

/** What stands behind the name of a field where guidance for it is kept. */
export const GUIDANCE_MARK = '（填写要求）';

const GUIDANCE =
  /^[（(][^（()）]*[0-9]+个?字(?:以内|左右|以上|之内)?[^（()）]*[)）]$|^[（(]?(?:请|此处|应|需|简要|如实)*(?:填写|填报|填列)[^。；]{0,40}(?:情况|原因|内容|措施|说明|成效|问题)[)）]?[。.]?$/u;

/** Whether a text is guidance of the template: （200字以内）, 填写项目完成情况. */
export const isGuidance = (text: string): boolean => GUIDANCE.test(narrow(text));
