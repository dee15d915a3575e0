import type { TextLine } from '../../layout/layout-types.js';
import { type Draft, printedLine } from '../draft.js';
import { SECTIONS_TOLERANCES } from '../tolerances.js';
import { inlinePairs } from '../vocabulary/inline-pairs.js';
import { unitInLine, weightOf } from '../vocabulary/label-brackets.js';
import { keyOf } from '../vocabulary/label-key.js';
import { INDICATOR_BLOCK, isFundBlock } from '../vocabulary/labels.js';
import { lineKind } from '../vocabulary/line-kinds.js';
import { readPlainTitle, readTitle, readYearLine } from '../vocabulary/titles.js';
import { readFundsLabel } from './funds/fund-row.js';
import { addNote, readInline } from './label-value.js';

/** The lines of a form that stand outside of its tables. */

export function readTitleLines(lines: readonly TextLine[], draft: Draft): void {
  const { report } = draft;
  const text = lines.map((line) => line.text).join('');
  const title = readTitle(text) ?? readPlainTitle(text);
  const source = { text, places: lines.map((line) => line.place) };
  report.title = draft.note('/title', title?.title ?? null, source);
  report.year = draft.note('/year', title?.year ?? null, source);
}

/** Reads a line that states the year or the unit of money; false where it states neither. */
export function readYearOrUnit(line: TextLine, draft: Draft): boolean {
  // Beside other pairs the unit is one of them.
  if (inlinePairs(line.text).length > 1) return false;
  const source = printedLine(line);
  const { report } = draft;
  const year = readYearLine(line.text);
  const unit = unitInLine(line.text);
  if (year !== null || unit !== null) draft.labels.add(line.place);
  if (year !== null) report.year ??= draft.note('/year', year, source);
  else if (unit !== null) report.funds.unit ??= draft.note('/funds/unit', unit, source);
  return year !== null || unit !== null;
}

/** A line above or between the tables of a form. */
export function readLine(line: TextLine, isAbove: boolean, draft: Draft): void {
  const kind = lineKind(line);
  if (kind === 'heading') {
    draft.labels.add(line.place);
    readBlockHeading(line, draft);
  } else if (kind === 'notes') addNote(draft, printedLine(line));
  else if (kind === 'pair' || kind === 'signature' || inlinePairs(line.text).length > 1)
    readInline(printedLine(line), draft);
  else if (kind === 'number') draft.extra(SHEET_NUMBER_LABEL, printedLine(line));
  else if (!isAbove || kind !== 'other' || !isDocumentHeading(line.text)) draft.extra('', printedLine(line));
  else draft.labels.add(line.place);
}

/** The label of a sheet's number that is printed without one: 公开10表. */
const SHEET_NUMBER_LABEL = '报表编号';

/** 附件1, 附表2-1: it numbers the form in the document around it. */
const isDocumentHeading = (text: string): boolean =>
  /^附\s*[件表录]?\s*[0-9一二三四五六七八九十—-]*\s*[:：]?$/u.test(text);

/** A heading such as 二、预算执行情况（万元）（10分） says what a label at the side of the block would say. */
function readBlockHeading(line: TextLine, draft: Draft): void {
  const key = keyOf(line.text);
  const { report } = draft;
  if (isFundBlock(line.text)) readFundsLabel(printedLine(line), draft);
  else if (INDICATOR_BLOCK.has(key)) {
    report.indicatorsWeight ??= draft.note('/indicatorsWeight', weightOf(line.text), printedLine(line));
  }
}

/** Lines under the table: notes from the first 注 on, and signature lines, up to the text of the document around it. */
export function readTail(lines: readonly TextLine[], lastPage: number, draft: Draft): void {
  let notes: TextLine | null = null;
  for (const line of lines) {
    const kind = lineKind(line);
    const isNext = line.place.page > lastPage;
    // On the next page a labelled value that nobody signs may be the head of something else.
    if (line.place.page > lastPage + 1 || (isNext && !notes && kind === 'pair')) break;
    if (kind === 'notes') notes ??= line;
    if (kind === 'signature') readInline(printedLine(line), draft);
    else if (notes && !endsNotes(line, notes)) addNote(draft, printedLine(line));
    else if (kind === 'pair') readInline(printedLine(line), draft);
    else if (kind === 'date' || kind === 'unit') draft.extra('', printedLine(line));
    else break;
  }
}

/** Notes are set in one size; the document around them has another one, and headings such as 附件2 and 第三部分. */
function endsNotes({ text, size }: TextLine, first: TextLine): boolean {
  return (
    Math.abs(size - first.size) > SECTIONS_TOLERANCES.noteSize * first.size ||
    /^(附\s*[件表]|第[一二三四五六七八九十]+[部章节])/u.test(text)
  );
}
