import { midX, midY } from '../../geometry/box.js';
import type { Block, TextLine } from '../../layout/layout-types.js';
import { TableView } from '../table-view.js';
import { SECTIONS_TOLERANCES } from '../tolerances.js';
import { inlinePairs } from '../vocabulary/inline-pairs.js';
import { keyOf } from '../vocabulary/label-key.js';
import { lineKind, prefaceLength } from '../vocabulary/line-kinds.js';
import { readPlainTitle, readTitle, type TitleKind } from '../vocabulary/titles.js';
import { beginsForm, contentOf, hasIndicators, holdsRemarks, namesProject, splitAtForms } from './split-table.js';

export type FormPart = TextLine | TableView;

/** The parts of a document that belong to one form, in reading order. */
export interface FormParts {
  /** The lines of the title, if it stands outside of the tables. */
  readonly title: readonly TextLine[];
  readonly kind: TitleKind | null;
  /** Lines above the title, between the title and the first table, and so on. */
  readonly parts: readonly FormPart[];
}

/** A form while its parts are being found. */
interface OpenForm extends FormParts {
  readonly parts: FormPart[];
  /** The lines since its last table, or since its title where it has no table yet. What they say of it is asked when the
   * next table comes. */
  since: TextLine[];
}

export const isView = (part: FormPart): part is TableView => part instanceof TableView;
const hasTable = (form: FormParts): boolean => form.parts.some(isView);

/** How many lines since the last table are text of the document around the form. Behind notes they are more notes. */
function strangersIn(form: OpenForm): number {
  const kinds = form.since.map(lineKind);
  const notes = hasTable(form) ? kinds.indexOf('notes') : -1;
  return kinds.filter((kind, i) => kind === 'other' && (notes < 0 || i < notes)).length;
}

/** Whether a title is only a mention of a form, with other text between it and the next table. */
const isMention = (form: OpenForm): boolean =>
  !hasTable(form) && strangersIn(form) > SECTIONS_TOLERANCES.strangersUnderTitle;

/** Whether the title of another table, which does not say what it is the title of, has come since the last table. */
const isLeft = (form: OpenForm): boolean =>
  hasTable(form) && form.since.some((line) => lineKind(line) === 'other' && readPlainTitle(line.text) !== null);

/** Parts the blocks of a document into forms. What belongs to none of them is left out. */
export function findForms(blocks: readonly Block[]): FormParts[] {
  const finder = new FormFinder();
  for (const [i, block] of blocks.entries()) {
    if (block.kind === 'table') for (const view of splitAtForms(block)) finder.table(view);
    else {
      const title = titleAt(blocks, i);
      if (title) finder.title(title);
      else finder.line(block);
    }
  }
  return finder.finish();
}

class FormFinder {
  private readonly forms: OpenForm[] = [];
  /** Labels that stood above earlier forms: where they come again, they begin the next one. */
  private readonly headLabels = new Set<string>();
  private current: OpenForm | null = null;
  /** Lines since the last table or title that belong to the open form or to the next one. */
  private loose: TextLine[] = [];

  title({ lines, kind }: TitleLines): void {
    if (lines.length > 1 && this.loose.at(-1) === lines[0]) this.loose.pop();
    this.open(lines, kind, lines[0]?.place.page ?? 0);
  }

  line(line: TextLine): void {
    if (line.running && lineKind(line) === 'other') return;
    this.current?.since.push(line);
    this.loose.push(line);
    if (!this.current && this.loose.length > SECTIONS_TOLERANCES.looseLines) this.loose.shift();
  }

  table(view: TableView): void {
    const begins = beginsForm(view);
    if (this.current && isMention(this.current)) {
      this.forms.pop();
      this.current = null;
    }
    const named = this.current?.parts.some((part) => isView(part) && namesProject(part)) ?? false;
    const isNext = begins === 'title' ? this.current !== null && hasTable(this.current) : begins === 'name' && named;
    if (begins && (!this.current || isNext)) this.open([], null, view.table.places[0]?.page ?? 0);
    if (!this.current) return;
    if (begins || this.goesOn(this.current, view)) this.take(this.current, view);
    else this.close();
  }

  finish(): FormParts[] {
    this.close();
    return this.forms.filter(hasTable);
  }

  private open(title: readonly TextLine[], kind: TitleKind | null, page: number): void {
    const preface = this.loose.splice(this.loose.length - prefaceLength(this.loose, page, this.headLabels));
    const above = this.loose.at(-1);
    if (title.length === 0 && above?.place.page === page && readPlainTitle(above.text)) {
      title = this.loose.splice(-1);
    }
    // A heading that is followed by another title, with no table between, was only announcing it.
    if (this.current && !hasTable(this.current)) this.forms.pop();
    this.close();
    for (const [label] of preface.flatMap((line) => inlinePairs(line.text))) this.headLabels.add(keyOf(label));
    this.current = { title, kind, parts: preface, since: [] };
    this.forms.push(this.current);
  }

  /** Whether a table that begins no form belongs to the open one. Behind other text it takes a block of the form's own. */
  private goesOn(form: OpenForm, view: TableView): boolean {
    const content = contentOf(view);
    if (isLeft(form) && !hasIndicators(view)) return false;
    if (content === 'block' || !hasTable(form)) return content !== null;
    if (strangersIn(form) > 0) return false;
    if (content === null && holdsRemarks(view)) return true;
    const last = form.parts.findLast(isView);
    return content === 'labels' || (last !== undefined && last.table.cols === view.table.cols && hasIndicators(last));
  }

  private take(form: OpenForm, view: TableView): void {
    form.parts.push(...this.loose, view);
    form.since = [];
    this.loose = [];
  }

  /** Ends a form; the lines behind its last table stay with it. A title without a table yet waits for the next one. */
  private close(): void {
    if (this.current && hasTable(this.current)) {
      this.current.parts.push(...this.loose);
      this.current = null;
    }
    this.loose = [];
  }
}

interface TitleLines {
  readonly lines: readonly TextLine[];
  readonly kind: TitleKind;
}

/** The title that a line is, or ends: long ones are set in two lines of one size. */
function titleAt(blocks: readonly Block[], i: number): TitleLines | null {
  const line = blocks[i] as TextLine;
  const before = blocks[i - 1];
  const joins =
    before?.kind === 'line' &&
    before.place.page === line.place.page &&
    Math.abs(before.size - line.size) < SECTIONS_TOLERANCES.sameSize * line.size &&
    isStacked(before, line) &&
    isBrokenTitle(before.text, line.text);
  const joined = joins ? readTitle(before.text + line.text) : null;
  if (joined && before?.kind === 'line') return { lines: [before, line], kind: joined.kind };
  const alone = readTitle(line.text);
  return alone && { lines: [line], kind: alone.kind };
}

/** Whether two lines stand by one another as those of a title do, however the page is turned: close, and centred or begun alike. */
function isStacked({ place: { bbox: a }, running }: TextLine, { place: { bbox: b }, size }: TextLine): boolean {
  const gap = Math.max(b.y0 - a.y1, a.y0 - b.y1, b.x0 - a.x1, a.x0 - b.x1);
  const off = Math.min(
    ...[midX(a) - midX(b), midY(a) - midY(b), a.x0 - b.x0, a.y0 - b.y0, a.y1 - b.y1].map((d) => Math.abs(d)),
  );
  return !running && gap < SECTIONS_TOLERANCES.titleGap * size && off < size;
}

/** Whether a title goes on in the next line: the first is full, or names the project and not who files the form. */
function isBrokenTitle(first: string, second: string): boolean {
  if (/^附|[:：。，；）)]$|表$/u.test(first) || readTitle(first) !== null) return false;
  if (readTitle(second) === null) return true;
  return (
    [...first].length >= SECTIONS_TOLERANCES.fullLine ||
    (/\d{4}年|(项目|专项|资金|经费)$/u.test(first) && !OFFICE.test(first))
  );
}

const OFFICE = /[局委厅院校办部会处站队馆所]$|中心$|政府$/u;
