import { squeeze } from '../../../text/join.js';

/** The manager and the phone of one cell. */

const PHONE =
  /(?:\+?86[-\s]?)?(?:1[3-9]\d{9}|0\d{2,3}[-—－\s]?\d{7,8}(?:[-—－]\d{1,6})?|\d{7,8}|\d{3,4}[-—－]\d{4,8})/u;

const PHONES = new RegExp(
  `${PHONE.source}(?:转[0-9]{1,6})?(?:[（(](?:办公|手机|座机|宅|办|传真)(?:电话)?[)）])?`,
  'gu',
);

/** The name and the numbers in a cell that holds both: each as printed, also with an extension or 办公 behind it. */
export function splitContact(text: string): { manager: string | null; phone: string | null } {
  const phones = text.match(PHONES);
  if (!phones) return { manager: text === '' ? null : text, phone: null };
  const name = text
    .replace(PHONES, ' ')
    .replace(/(联系)?电话[:：]?/gu, ' ')
    .replace(/[\s,，、/;；:：()（）]+/gu, ' ')
    .trim();
  return { manager: name === '' ? null : name, phone: phones.map(squeeze).join('、') };
}
