import { narrow } from '../../text/narrow.js';

/** The last day that a text names: `2022年12月31日前`, `2022年6月底`, `2022年底`, as a number such as 20221231; or null. */
export function lastDayIn(text: string | null): number | null {
  const match =
    /^[≤<]?(?:于|在|截至|截止)?((?:19|20)\d{2})年(?:(\d{1,2})月(?:(\d{1,2})日|底|末)?|年?(?:底|末))?(?:之?前|以前|底前|末前|内|完成|完工|竣工)*$/u.exec(
      narrow(text ?? ''),
    );
  if (!match) return null;
  const [, year = '', month, day] = match;
  // A month or a year without a day ends with its last one.
  return Number(year) * 10_000 + Number(month ?? 12) * 100 + Number(day ?? 31);
}

/** The years that a text names as dates: 2022年. */
export const yearsIn = (text: string | null): number[] =>
  [...narrow(text ?? '').matchAll(/(?<!\d)((?:19|20)\d{2})(?=年|\.\d{1,2}\.)/gu)].map((match) => Number(match[1]));
