import type { TextLine } from '../layout/layout-types.js';
import { joinLines } from '../text/join.js';
import { contentsOf } from './blocks/indicators/scored-items.js';
import { readLine, readTail, readTitleLines, readYearOrUnit } from './blocks/lines-around.js';
import { readTable, type TableFacts } from './blocks/read-table.js';
import { Draft } from './draft.js';
import { type FormParts, isView } from './find/find-forms.js';
import { noteMatches } from './matches.js';
import type { TableView } from './table-view.js';
import { keyOf } from './vocabulary/label-key.js';
import { GOAL } from './vocabulary/labels.js';
import { lineKind } from './vocabulary/line-kinds.js';

/** Reads the sections of one form in whatever order they stand. */
export function readForm(form: FormParts): TableFacts {
  const views = form.parts.filter(isView);
  const facts: TableFacts = {
    draft: new Draft(),
    contents: contentsOf(views),
    titled: null,
    hasActual: false,
    hasIndicators: false,
    hasTotal: false,
    indicators: null,
  };
  const { draft } = facts;
  readTitleLines(form.title, draft);
  const first = form.parts.findIndex(isView);
  const last = form.parts.findLastIndex(isView);
  const lines = form.parts.filter((part, i): part is TextLine => !isView(part) && i < last);
  const unread = lines.filter((line) => !readYearOrUnit(line, draft));
  for (const view of views) readTable(view, facts);
  const goals = goalsInLines(form.parts.slice(first + 1, last), draft);
  // A label inside the table says more than the same label above it.
  for (const line of unread) if (!goals.has(line)) readLine(line, form.parts.indexOf(line) < first, draft);
  const lastPage = Math.max(...views.flatMap((view) => view.table.places.map((place) => place.page)));
  readTail(form.parts.slice(last + 1) as TextLine[], lastPage, draft);
  facts.hasTotal ||= draft.report.total.score !== null;
  noteMatches(views, draft);
  draft.sayMatches();
  draft.report.pages.push(...pagesOf(form.title, views, draft));
  return facts;
}

/** A goal that stands between the tables, its label on a line of its own above it. Returns the lines that were read. */
function goalsInLines(parts: FormParts['parts'], draft: Draft): Set<TextLine> {
  const read = new Set<TextLine>();
  for (const [i, label] of parts.entries()) {
    const field = isView(label) ? undefined : GOAL.get(keyOf(label.text));
    if (!field || draft.report.goals[field] !== null) continue;
    const texts: TextLine[] = [];
    for (const part of parts.slice(i + 1)) {
      if (isView(part) || lineKind(part) !== 'other' || GOAL.has(keyOf(part.text))) break;
      texts.push(part);
    }
    if (texts.length === 0) continue;
    const text = joinLines(texts.map((line) => line.text));
    draft.report.goals[field] = draft.text(`/goals/${field}`, { text, places: texts.map((line) => line.place) });
    draft.labels.add((label as TextLine).place);
    for (const line of [label as TextLine, ...texts]) read.add(line);
  }
  return read;
}

function pagesOf(title: readonly TextLine[], views: readonly TableView[], draft: Draft): number[] {
  const pages = new Set(title.map((line) => line.place.page));
  // Notes and signatures may stand on a page behind the last table.
  for (const { places } of draft.printed.values()) for (const place of places) pages.add(place.page);
  for (const view of views) {
    for (const cell of view.table.cells) {
      if (cell.row + cell.rowSpan <= view.from || cell.row >= view.to) continue;
      for (const place of cell.places) pages.add(place.page);
    }
  }
  return [...pages].sort((a, b) => a - b);
}
