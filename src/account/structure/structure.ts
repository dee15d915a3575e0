import type { Remark } from '../../messages/say.js';
import { isView } from '../../sections/find/find-forms.js';
import type { ReadForm } from '../../sections/sections.js';
import { crossedGroups, leftovers, openBrackets } from './cells.js';
import { fundLabels, joinedLabels, labelsAsValues, labelsInExtra, partedHeaders } from './labels.js';
import { doubtfulGroups, namelessRows, repeatedRows, sameRows, sharedNumbers } from './rows.js';

/** What no form has, and what then was most likely not read as it stands on the page. */
export function structureSaid(form: ReadForm): Remark[] {
  const views = form.parts.filter(isView);
  return [
    ...repeatedRows(form.draft),
    ...namelessRows(form.draft),
    ...sameRows(form.draft),
    ...sharedNumbers(form.draft),
    ...labelsAsValues(form.draft),
    ...leftovers(form.draft),
    ...labelsInExtra(form.draft),
    ...doubtfulGroups(form.draft),
    ...fundLabels(form.draft),
    ...views.flatMap((view) => [
      ...crossedGroups(view),
      ...openBrackets(view),
      ...partedHeaders(view),
      ...joinedLabels(view),
    ]),
  ];
}
