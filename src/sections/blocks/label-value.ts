import { joinLines } from '../../text/join.js';
import { isLikeNumber, readNumber, readYear } from '../../text/number.js';
import type { Cell, Draft, Printed } from '../draft.js';
import { part } from '../draft.js';
import type { TableView } from '../table-view.js';
import { SECTIONS_TOLERANCES } from '../tolerances.js';
import { inlinePairs, splitInline } from '../vocabulary/inline-pairs.js';
import { unitInLine } from '../vocabulary/label-brackets.js';
import { keyOf } from '../vocabulary/label-key.js';
import {
  CONCLUSION,
  HEADER,
  isFundBlock,
  LABEL_KEYS,
  matchedAs,
  NOTE,
  TOTAL,
  TOTAL_HEADER,
  WHOLE_DEPARTMENT,
} from '../vocabulary/labels.js';
import { isGuidance, withoutHint } from '../vocabulary/left-over.js';
import { type HeaderField, WHOLE_DEPARTMENT_TITLE } from '../vocabulary/spellings.js';
import { readYearLine, splitYear } from '../vocabulary/titles.js';
import { totalText } from '../vocabulary/total-text.js';
import { splitContact } from './header/contact.js';
import { readBareGrade, readTotalText } from './total.js';

/** Whether a text is a label that stands before its value in the header or the closing part of a form. */
export function isPairLabel(text: string): boolean {
  const key = keyOf(text);
  if (totalText(text) !== null || splitLabels(key) !== null) return true;
  return HEADER.has(key) || CONCLUSION.has(key) || NOTE.has(key) || TOTAL_HEADER.has(key) || TOTAL.get(key) === 'grade';
}

/** Reads a row of labels, each with its value beside it. Labels without a key of their own go to `extra`. */
export function readPairs(view: TableView, row: number, draft: Draft, isLabel: (cell: Cell) => boolean): void {
  const open = (cell: Cell | undefined): cell is Cell =>
    cell !== undefined && cell.text !== '' && !view.isClaimed(cell);
  for (const cell of view.starting(row)) {
    if (!open(cell)) continue;
    view.claim(cell);
    if (withoutHint(cell.text) === '') {
      view.claimLabel(cell);
      continue;
    }
    if (readTotalText(cell.text, cell, draft)) {
      view.claimLabel(cell);
      const grade = view.right(cell);
      if (grade && readBareGrade(grade, draft)) view.claim(grade);
      continue;
    }
    const inline = splitInline(cell.text);
    if (inline && !isPairLabel(cell.text) && !isEmptyLabel(cell.text)) {
      if (readInline(cell, draft)) continue;
    }
    const right = view.right(cell);
    // A label beside several rows names them all; each row speaks for itself.
    if (right && right.rowSpan < cell.rowSpan && !isPairLabel(cell.text)) {
      view.claimLabel(cell);
      continue;
    }
    const isOpen = right && right.row >= cell.row && !view.isClaimed(right) && !isLabel(right);
    const value = isOpen && !isEmptyLabel(right.text) ? right : undefined;
    const below = view.below(cell);
    const side = sideText(view, row, cell);
    // Beside a blank cell a text may be a value as well as a label: under the label of its block it is kept.
    if (value?.text === '' && side !== '' && !isPairLabel(cell.text)) {
      draft.extra(side, cell);
      view.claim(value);
      continue;
    }
    if (value || isPairLabel(cell.text)) view.claimLabel(cell);
    if (value) {
      if (withoutHint(value.text) === '') view.claimLabel(value);
      else view.claim(value);
      setPair(draft, cell.text, value);
    } else if (isPairLabel(cell.text) && !right && open(below) && !isLabel(below) && isUnder(below, cell)) {
      view.claim(below);
      setPair(draft, cell.text, below);
    } else if (isEmptyLabel(cell.text)) view.claimLabel(cell);
    else if (!isPairLabel(cell.text)) {
      draft.extra(side, cell);
    }
  }
}

/** Whether a value stands under a label, and not the label of another block; a hint to stamp behind it leaves it empty. */
const isUnder = (below: Cell, label: Cell): boolean =>
  below.col === label.col &&
  !splitInline(label.text)?.[1] &&
  !isFundBlock(below.text) &&
  !LABEL_KEYS.has(keyOf(below.text));

const YEAR_LABELS: ReadonlySet<string> = new Set(['项目年份', '年份', '预算年份', '评价年份']);

/** The labels of a cell that names two fields of the header: 实施单位/项目负责人. */
function splitLabels(key: string): string[] | null {
  const labels = key.split('/');
  return labels.length > 1 && labels.every((label) => HEADER.has(label)) ? labels : null;
}

/** Whether a text is a label with nothing behind its colon but, it may be, where to sign or stamp: 财务负责人（签字）：. */
export function isEmptyLabel(text: string): boolean {
  const [label, value] = splitInline(text) ?? ['', text];
  const { length } = [...keyOf(label)];
  return withoutHint(value) === '' && label !== '' && length <= SECTIONS_TOLERANCES.unknownLabelLength;
}

/** The label that stands to the left of several rows, this one among them. */
export function sideText(view: TableView, row: number, cell: Cell): string {
  const side = view.covering(row).findLast((other) => other.col < cell.col && other.rowSpan > cell.rowSpan);
  return side?.text ?? '';
}

/** A text such as 项目负责人：张三 联系电话：123 as its pairs; false where it holds none. */
export function readInline(source: Printed, draft: Draft): boolean {
  if (readTotalText(source.text, source, draft)) return true;
  const pairs = inlinePairs(source.text);
  for (const [label, value] of pairs) setPair(draft, label, part(source, withoutYear(source, value, draft)));
  return pairs.length > 0;
}

/** A value without the year that stands behind it, apart. */
function withoutYear(source: Printed, value: string, draft: Draft): string {
  const [before, last] = splitYear(value) ?? [value];
  if (last) draft.report.year ??= draft.note('/year', readYearLine(last), part(source, last));
  return before;
}

/** Puts a labelled value where it belongs. The first value of a field stays; a second one goes to `extra`. */
export function setPair(draft: Draft, label: string, printed: Printed): void {
  const { report } = draft;
  const value = part(printed, withoutHint(printed.text));
  if (isGuidance(value.text)) {
    draft.guidance(label, value);
    return;
  }
  const key = keyOf(label);
  const unit = /单位$/u.test(key) ? unitInLine(`单位：${value.text}`) : null;
  if (unit !== null && report.funds.unit === null) {
    report.funds.unit = draft.note('/funds/unit', unit, value);
    return;
  }
  if (readTotalText(`${label}：${value.text}`, value, draft)) return;
  if (setSeveral(draft, key, value) || setYear(draft, key, value)) return;
  const isName = WHOLE_DEPARTMENT.has(key) && WHOLE_DEPARTMENT_TITLE.test(report.title ?? '');
  const field = isName && report.project.name === null ? 'name' : HEADER.guess(key);
  if (field === 'managerAndPhone') {
    const { manager, phone } = splitContact(value.text);
    const isTaken = (name: 'manager' | 'phone', text: string | null): boolean =>
      text !== null && report.project[name] !== null;
    if (isTaken('manager', manager) || isTaken('phone', phone)) draft.extra(label, value);
    report.project.manager ??= draft.note('/project/manager', manager, value);
    report.project.phone ??= draft.note('/project/phone', phone, value);
    return;
  }
  if (field) {
    if (value.text !== '') setField(draft, field, label, value, isName ? null : matchedAs(HEADER, label, field));
    return;
  }
  const closing = CONCLUSION.guess(key);
  if (closing) {
    const pointer = `/conclusion/${closing}`;
    if (report.conclusion[closing] !== null) draft.extra(label, value);
    else {
      report.conclusion[closing] = draft.text(pointer, value);
      if (CONCLUSION.get(key) !== closing) draft.matched(pointer, part(value, label), CONCLUSION.nameOf(closing));
    }
    return;
  }
  const isNumber = readNumber(value.text).kind === 'number' || isLikeNumber(value.text);
  if (TOTAL_HEADER.has(key) && report.total.score === null && isNumber) {
    draft.score('/total', value, label.replace(/[:：]\s*$/u, ''), report.total);
    return;
  }
  if (TOTAL.get(key) === 'grade' && report.total.grade === null) {
    report.total.grade = draft.text('/total/grade', value);
    return;
  }
  if (NOTE.has(key)) {
    addNote(draft, value);
    return;
  }
  draft.extra(label.replace(/[:：]\s*$/u, ''), value);
}

/** Puts a value into a field of the header; `known` is what a label of another spelling was taken for. */
function setField(
  draft: Draft,
  field: Exclude<HeaderField, 'managerAndPhone'>,
  label: string,
  value: Printed,
  known: string | null,
): void {
  const { project } = draft.report;
  const pointer = `/project/${field}`;
  const earlier = draft.matches.get(pointer);
  if (field === 'name') readProjectName(draft, label, value);
  else if (known === null && earlier) {
    // A label that says it as the vocabulary does wins over one that only looks like it.
    draft.extra(earlier.label.text, draft.printed.get(pointer) ?? value);
    draft.matches.delete(pointer);
    project[field] = draft.text(pointer, value);
  } else if (project[field] === null) project[field] = draft.text(pointer, value);
  else draft.extra(label, value);
  if (known !== null && draft.printed.get(pointer) === value) draft.matched(pointer, part(value, label), known);
}

/** Parts a value between the labels that one cell holds; false where they do not match. */
function setSeveral(draft: Draft, key: string, value: Printed): boolean {
  const labels = splitLabels(key) ?? [];
  const values = value.text.split(/[/／、]|\s+/u).filter((text) => text !== '');
  if (labels.length === 0 || values.length !== labels.length) return false;
  for (const [i, label] of labels.entries()) setPair(draft, label, part(value, values[i] as string));
  return true;
}

/** The year under a label of its own; false where the form has one already. */
function setYear(draft: Draft, key: string, value: Printed): boolean {
  const { report } = draft;
  if (!YEAR_LABELS.has(key) || report.year !== null) return false;
  report.year = draft.note('/year', readYear(`${value.text.replace(/年?度?$/u, '')}年`), value);
  return report.year !== null;
}

/** Of two names the one under 项目名称 is the project's, whichever stands first; the other goes to `extra`. */
function readProjectName(draft: Draft, label: string, value: Printed): void {
  const { project } = draft.report;
  const earlier = draft.printed.get('/project/name');
  if (earlier && !(keyOf(label) === PROJECT_NAME && draft.nameLabel !== null)) {
    draft.extra(label, value);
    return;
  }
  if (earlier && draft.nameLabel !== null) draft.extra(draft.nameLabel, earlier);
  draft.nameLabel = keyOf(label) === PROJECT_NAME || WHOLE_DEPARTMENT.has(keyOf(label)) ? null : label;
  project.name = draft.text('/project/name', value);
}

const PROJECT_NAME = '项目名称';

export function addNote(draft: Draft, value: Printed): void {
  if (value.text === '') return;
  const { report } = draft;
  const earlier = draft.printed.get('/notes');
  report.notes = report.notes === null ? value.text : joinLines([report.notes, value.text]);
  draft.printed.set('/notes', {
    text: report.notes,
    places: [...(earlier?.places ?? []), ...value.places],
  });
}
