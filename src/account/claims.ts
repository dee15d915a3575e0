import type { Place } from '../geometry/box.js';
import type { Block, Cell, SetAside, TextLine } from '../layout/layout-types.js';
import type { Draft, Printed } from '../sections/draft.js';
import { isView } from '../sections/find/find-forms.js';
import type { ReadForm } from '../sections/sections.js';
import type { TableView } from '../sections/table-view.js';
import { listedPairs } from '../sections/vocabulary/inline-pairs.js';
import { keyOf } from '../sections/vocabulary/label-key.js';
import { CONCLUSION, GOAL, LABEL_KEYS } from '../sections/vocabulary/labels.js';
import { withoutHint } from '../sections/vocabulary/left-over.js';
import { lineKind } from '../sections/vocabulary/line-kinds.js';
import { totalText } from '../sections/vocabulary/total-text.js';
import { squeeze } from '../text/join.js';
import { readNumber } from '../text/number.js';
import type { Claim } from './account-types.js';
import { ACCOUNT_TOLERANCES as TOL } from './tolerances.js';

/** What was read from the cells and lines of a document, by where these stand. */
export type ReadAt = ReadonlyMap<Place, readonly { readonly pointer: string; readonly printed: Printed }[]>;

/**
 * What became of every text of a document: one claim for each cell and line with text, and for each text that was set
 * aside. Cells and lines are told apart by their places, which the fields that are read from them keep.
 */
export function claimsOf(blocks: readonly Block[], aside: readonly SetAside[], forms: readonly ReadForm[]): Claim[] {
  const readAt = placesRead(forms.filter(({ use }) => use === 'report').map(({ draft }) => draft));
  const uses = usesOf(forms);
  const claims: Claim[] = aside.map(({ reason, text, place }) => ({
    as: 'set-aside',
    reason,
    fields: [],
    text,
    place,
  }));
  for (const block of blocks) {
    if (block.kind === 'line') claims.push(claimOfLine(block, readAt, uses));
    else if (!uses.tables.has(block.places[0] as Place)) {
      for (const cell of block.cells) if (cell.text !== '') claims.push(outside(cell.text, cell.places[0] as Place));
    }
  }
  for (const view of uses.views) {
    for (let row = view.from; row < view.to; row++) {
      for (const cell of view.starting(row)) if (cell.text !== '') claims.push(claimOfCell(cell, view, readAt));
    }
  }
  return [...claims, ...rowNumbers(blocks, uses)];
}

/** What stands in the tables of forms and in none of their views numbers the rows. */
function rowNumbers(blocks: readonly Block[], { tables, views }: Uses): Claim[] {
  const seen = new Set<Place>(views.flatMap(({ table }) => table.cells.flatMap(({ places }) => places)));
  return blocks.flatMap((block) => {
    if (block.kind !== 'table' || !tables.has(block.places[0] as Place)) return [];
    const numbers = block.cells.filter(({ text, places: [place] }) => text !== '' && place && !seen.has(place));
    return numbers.map(({ text, places }) => ({
      as: 'label',
      reason: null,
      fields: [],
      text,
      place: places[0] as Place,
    }));
  });
}

/** The parts of the forms that are reported: their tables, the lines above and between these, and those of their labels. */
interface Uses {
  readonly tables: ReadonlySet<Place>;
  readonly views: readonly TableView[];
  readonly within: ReadonlySet<TextLine>;
  readonly labels: ReadonlySet<Place>;
}

function usesOf(forms: readonly ReadForm[]): Uses {
  const views: TableView[] = [];
  const within = new Set<TextLine>();
  const labels = new Set<Place>();
  const tables = new Set<Place>();
  for (const { use, parts, draft } of forms) {
    if (use !== 'report') continue;
    const last = parts.findLastIndex(isView);
    for (const [i, part] of parts.entries()) {
      if (isView(part)) views.push(part);
      else if (i < last || isOfForm(part, parts[last] as TableView) || isAmidst(part, parts[last] as TableView))
        within.add(part);
    }
    for (const place of draft.labels) labels.add(place);
  }
  for (const view of views) tables.add(view.table.places[0] as Place);
  return { tables, views, within, labels };
}

/** Whether a line behind the last table of a form, on its page, says that it belongs to a form: as a note or by a label. */
function isOfForm(line: TextLine, last: TableView): boolean {
  const page = last.table.places.at(-1)?.page ?? 0;
  const isHere = line.place.page === page || (line.place.page === page + 1 && lineKind(line) !== 'notes');
  return isHere && (lineKind(line) === 'notes' || CONCLUSION.has(keyOf(line.text)) || GOAL.has(keyOf(line.text)));
}

/** Whether a line stands where a table goes over to another page, and is none of what stands there: the rest of a row, most likely. */
function isAmidst(line: TextLine, { table: { places } }: TableView): boolean {
  const { page, bbox } = line.place;
  const [first, last] = [places[0], places.at(-1)];
  if (!first || !last || first.page === last.page || line.running) return false;
  const isBelow = page === first.page ? bbox.y0 > first.bbox.y1 : page > first.page;
  const isAbove = page === last.page ? bbox.y1 < last.bbox.y0 : page < last.page;
  return isBelow && isAbove && lineKind(line) === 'other';
}

function placesRead(drafts: readonly Draft[]): ReadAt {
  const at = new Map<Place, { pointer: string; printed: Printed }[]>();
  for (const [i, { printed: all }] of drafts.entries()) {
    for (const [pointer, printed] of all) {
      const one = { pointer: `/reports/${i}${pointer}`, printed };
      for (const place of printed.places) {
        const list = at.get(place);
        if (list) list.push(one);
        else at.set(place, [one]);
      }
    }
  }
  return at;
}

const outside = (text: string, place: Place): Claim => ({ as: 'outside', reason: null, fields: [], text, place });

function claimOfLine(line: TextLine, readAt: ReadAt, { within, labels }: Uses): Claim {
  const { text, place } = line;
  const read = readAt.get(place);
  if (read) return claimOfRead(text, place, read);
  if (labels.has(place)) return { as: 'label', reason: null, fields: [], text, place };
  return { as: within.has(line) ? 'unplaced' : 'outside', reason: null, fields: [], text, place };
}

function claimOfCell(cell: Cell, view: TableView, readAt: ReadAt): Claim {
  const { text, places } = cell;
  const place = places[0] as Place;
  const read = places.length === 1 ? readAt.get(place) : places.flatMap((one) => readAt.get(one) ?? []);
  if (read && read.length > 0) return claimOfRead(text, place, read);
  const as =
    view.isLabel(cell) && mayBeLabel(text) ? 'label' : readNumber(text).kind === 'blank' ? 'blank' : 'unplaced';
  return { as, reason: null, fields: [], text, place };
}

/** Whether a text may name others: a known label, or a short text that says nothing. */
const mayBeLabel = (text: string): boolean =>
  LABEL_KEYS.has(keyOf(text)) || (text.length <= TOL.labelLength && !/[。；，]/u.test(text));

/** Of a text from which fields were read, what is in none of them: it must be a label before a colon, or a bracket. */
function claimOfRead(text: string, place: Place, read: readonly { pointer: string; printed: Printed }[]): Claim {
  const fields = read.map(({ pointer }) => pointer);
  const as = fields.every((field) => field.includes('/extra/')) ? 'extra' : 'field';
  const rest = read.some(({ printed }) => printed.text === text)
    ? ''
    : remainder(
        text,
        read.map(({ printed }) => printed.text),
      );
  if (rest !== '') return { as: 'unplaced', reason: null, fields, text: rest, place };
  return { as, reason: null, fields, text, place };
}

function remainder(text: string, values: readonly string[]): string {
  let rest = squeeze(text);
  const taken = values.map(squeeze).sort((a, b) => b.length - a.length);
  if (taken.some((value) => value.includes(rest))) return '';
  for (const value of taken) if (value !== '') rest = rest.replace(value, ' ');
  const labels = [...listedPairs(text).map(([label]) => label), totalText(text)?.label ?? ''];
  for (const label of labels) rest = rest.replace(squeeze(label), ' ');
  // Where to sign or stamp is said of a label, before its value or behind it.
  return withoutHint(rest.replace(/^[\s:：]+|[\s:：]+$/gu, ''))
    .replace(MARKS, '')
    .replace(/^(?:(?:联系)?电话|(?:得|总)?分)$/u, '');
}

/** What parts a label from its value, and values from each other. */
const MARKS = /[\s()（）[\]【】:：、,，;；/]/gu;
