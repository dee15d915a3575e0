import type { Indicator, Report } from '../../contract/document.js';
import { narrow } from '../../text/narrow.js';

/** Which form is that of the same project a year before, and which indicator is the same. */

export function isYearBefore(other: Report, { project, year }: Report): boolean {
  if (year === null || other.year !== year - 1 || project.name === null) return false;
  const [a, b] = [other.project.implementingUnit, project.implementingUnit];
  const isOtherUnit = a !== null && b !== null && narrow(a) !== narrow(b);
  return plainName(other.project.name) === plainName(project.name) && !isOtherUnit;
}

/** A name without the year in it. */
const plainName = (name: string | null): string => narrow(name ?? '').replace(/(?:19|20)\d{2}年?度?/gu, '');

export const isSameIndicator = (a: Indicator, b: Indicator): boolean =>
  a.level3 !== null && b.level3 !== null && narrow(a.level3) === narrow(b.level3) && a.unit === b.unit;
