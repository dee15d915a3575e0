import type { Block, TextLine } from '../../layout/layout-types.js';
import { TableView } from '../table-view.js';
import { inlinePairs } from '../vocabulary/inline-pairs.js';
import { keyOf } from '../vocabulary/label-key.js';
import { lineKind, prefaceLength } from '../vocabulary/line-kinds.js';
import { readPlainTitle, readTitle, type TitleKind } from '../vocabulary/titles.js';
import { beginsForm, contentOf, hasIndicators, namesProject, partsOf } from './split-table.js';

export type Part = TextLine | TableView;

/** The parts of a document that belong to one form, in reading order. */
export interface FormParts {
  /** The lines of the title, if it stands outside of the tables. */
  readonly title: readonly TextLine[];
  readonly kind: TitleKind | null;
  /** Lines above the title, between the title and the first table, and so on. */
  readonly parts: readonly Part[];
}

/** A form while its parts are being found. */
interface OpenForm extends FormParts {
  readonly parts: Part[];
  /** Lines since the last table that are no part of any form. */
  strangers: number;
  inNotes: boolean;
  /** Since the last table came the title of another one, which does not say what it is the title of. */
  leaving: boolean;
}

/** A title with more lines of other text than this before its first table was only a mention. */
const MAX_STRANGERS_UNDER_TITLE = 3;

export const isView = (part: Part): part is TableView => part instanceof TableView;
const hasTable = (form: FormParts): boolean => form.parts.some(isView);

/** Parts the blocks of a document into forms. Blocks of no form are left out. */
export function formsOf(blocks: readonly Block[]): FormParts[] {
  const finder = new FormFinder();
  for (const [i, block] of blocks.entries()) {
    if (block.kind === 'table') for (const view of partsOf(block)) finder.table(view);
    else {
      const title = titleAt(blocks, i);
      if (title) finder.title(title);
      else finder.line(block);
    }
  }
  return finder.finish();
}

/** Lines kept in front of a form that may yet begin. */
const MAX_LOOSE = 8;

class FormFinder {
  private readonly forms: OpenForm[] = [];
  /** Labels that stood above earlier forms: where they come again, they begin the next one. */
  private readonly headLabels = new Set<string>();
  private current: OpenForm | null = null;
  /** Lines since the last table or title of which it is not yet known whose they are. */
  private loose: TextLine[] = [];

  title({ lines, kind }: TitleLines): void {
    if (lines.length > 1 && this.loose.at(-1) === lines[0]) this.loose.pop();
    this.open(lines, kind, lines[0]?.place.page ?? 0);
  }

  line(line: TextLine): void {
    const kind = lineKind(line);
    if (line.running && kind === 'other') return;
    const { current } = this;
    if (current) {
      if (kind === 'notes') current.inNotes = true;
      if (kind === 'other' && hasTable(current) && readPlainTitle(line.text)) current.leaving = true;
      if (kind === 'other' && !(current.inNotes && hasTable(current))) current.strangers++;
    } else if (this.loose.length === MAX_LOOSE) this.loose.shift();
    this.loose.push(line);
  }

  table(view: TableView): void {
    const begins = beginsForm(view);
    if (this.current && !hasTable(this.current) && this.current.strangers > MAX_STRANGERS_UNDER_TITLE) {
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
    this.current = { title, kind, parts: preface, strangers: 0, inNotes: false, leaving: false };
    this.forms.push(this.current);
  }

  /** Whether a table that begins no form belongs to the open one. Behind other text it takes a block of the form's own. */
  private goesOn(form: OpenForm, view: TableView): boolean {
    const content = contentOf(view);
    if (form.leaving && !hasIndicators(view)) return false;
    if (content === 'block' || !hasTable(form)) return content !== null;
    if (form.strangers > 0) return false;
    const last = form.parts.findLast(isView);
    return content === 'labels' || (last !== undefined && last.table.cols === view.table.cols && hasIndicators(last));
  }

  private take(form: OpenForm, view: TableView): void {
    form.parts.push(...this.loose, view);
    form.strangers = 0;
    form.inNotes = false;
    form.leaving = false;
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
    Math.abs(before.size - line.size) < SAME_SIZE * line.size &&
    isBrokenTitle(before.text, line.text);
  const joined = joins ? readTitle(before.text + line.text) : null;
  if (joined && before?.kind === 'line') return { lines: [before, line], kind: joined.kind };
  const alone = readTitle(line.text);
  return alone && { lines: [line], kind: alone.kind };
}

const SAME_SIZE = 0.03;
/** A line with this many characters is full, in the sizes that titles have. */
const FULL_LINE = 16;

/** Whether a title goes on in the next line: the first is full, or names the project and not who files the form. */
function isBrokenTitle(first: string, second: string): boolean {
  if (/^附|[:：。，；）)]$|表$/u.test(first) || readTitle(first) !== null) return false;
  if (readTitle(second) === null) return true;
  return [...first].length >= FULL_LINE || (/\d{4}年|(项目|专项|资金|经费)$/u.test(first) && !OFFICE.test(first));
}

const OFFICE = /[局委厅院校办部会处站队馆所]$|中心$|政府$/u;
