import { overlap, type Place } from '../geometry/box.js';
import { type Remark, remark } from '../messages/say.js';
import { isView } from '../sections/find/find-forms.js';
import type { ReadForm } from '../sections/sections.js';

/** Characters of a title: 绩效自评表 stands alone above forms, 自评表 does not. */
const SHORTEST_TITLE = 5;

/**
 * What a form should have and does not: a total where its indicators have scores, and a title where it stands beside
 * another form, or behind one that ends without a total: then it may be the rest of that one.
 */
export function completenessSaid(reports: readonly ReadForm[]): Remark[] {
  return reports.flatMap((form, i) => {
    const { report } = form.draft;
    const place = placesOf(form)[0] ?? report.pages[0] ?? null;
    const before = reports[i - 1];
    const others = reports.filter((other) => other !== form && isBeside(form, other));
    const isPart = others.length > 0 || (before !== undefined && lacksTotal(before));
    const said: Remark[] = [];
    if (report.title === null && isPart) said.push(remark('titleMissing', {}, place));
    if (Object.values(report.project).every((value) => value === null)) said.push(remark('nameMissing', {}, place));
    const last = before && isSameForm(before, form) ? placesOf(before).at(-1) : undefined;
    if (last) said.push(remark('formTwice', {}, place), remark('formGoesOn', {}, last));
    if (report.title !== null && report.title.length < SHORTEST_TITLE) {
      said.push(remark('titleShort', { text: report.title }, place));
    }
    if (lacksTotal(form)) said.push(remark('totalMissing', {}, place));
    return said;
  });
}

/** Whether a form repeats the title of the one before it on the page before, and its project or none. */
function isSameForm({ draft: { report: before } }: ReadForm, { draft: { report } }: ReadForm): boolean {
  const { name } = report.project;
  const isNext = (before.pages.at(-1) ?? 0) + 1 === report.pages[0];
  return (
    isNext && report.title !== null && report.title === before.title && (name === null || name === before.project.name)
  );
}

const placesOf = ({ parts }: ReadForm): readonly Place[] =>
  parts.filter(isView).flatMap((view) => (view.from === 0 ? view.table.places : []));

const lacksTotal = ({ draft: { report }, hasTotal }: ReadForm): boolean =>
  !hasTotal && report.indicators.some(({ score }) => score !== null);

/** Whether tables of two forms stand side by side on a page. */
const isBeside = (a: ReadForm, b: ReadForm): boolean =>
  placesOf(a).some((one) =>
    placesOf(b).some(
      (other) =>
        one.page === other.page &&
        overlap(one.bbox.y0, one.bbox.y1, other.bbox.y0, other.bbox.y1) > 0 &&
        overlap(one.bbox.x0, one.bbox.x1, other.bbox.x0, other.bbox.x1) === 0,
    ),
  );
