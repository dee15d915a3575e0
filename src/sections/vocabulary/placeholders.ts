/** What templates leave in a cell that nobody filled in, and what stamps and guidance add to one. */

/** `指标2：`, `指标1：/`, `……`, `3.`: the number of an indicator, or dots, with nothing behind it. */
const NAMELESS =
  /^(?:(?:[一二三]级)?指标)?\s*[（(]?[\d０-９一二三四五六七八九十①-⑳]{0,3}\s*[.、．)）:：]*\s*[…⋯.·／/—－-]*$/u;

/** Whether a text where the name of an indicator stands names none. */
export const isNameless = (text: string): boolean => NAMELESS.test(text);

/** Whether a text says nothing: dots, a stroke. */
export const isVoid = (text: string): boolean => /^[…⋯.·／/—－-]*$/u.test(text);

/** `（盖章）`, `（单位公章）`, `（签字）`: where to put the stamp or the name, no part of what stands there. */
const STAMP_HINT = /\s*[（(]\s*(?:单位|部门|加盖)?(?:盖章|公章|签章|签字|签名)(?:处)?\s*[)）]\s*/gu;

export const withoutStampHint = (text: string): string => text.replace(STAMP_HINT, '');

/** A grade, where it stands without a label. */
export const isGrade = (text: string): boolean => /^(?:优秀?|良好?|中等?|一般|较?差|不?合格|不?达标)$/u.test(text);

/** A label that waits for its value: words, with a colon at their end. */
export const isOpenLabel = (text: string): boolean => /^[\p{Script=Han}（()）、/]{2,12}\s*[:：]$/u.test(text);
