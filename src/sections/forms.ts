import type { Block, Cell, Table, TextLine } from '../layout/types.js';
import { fundsHeader } from './funds.js';
import { startsGoals } from './goals.js';
import { indicatorHeader } from './indicators.js';
import { keyOf } from './label.js';
import { HEADER } from './labels.js';
import { isPairLabel } from './pairs.js';
import { TableView } from './table-view.js';
import { readTitle, type TitleKind } from './title.js';
import { totalLabel } from './total.js';

/** The parts of a document that belong to one form. */
export interface FormParts {
  /** The title line, if it stands outside of the tables. */
  title: TextLine | null;
  kind: TitleKind | null;
  /** Lines before the first table, and lines behind the last one. */
  readonly head: TextLine[];
  readonly tail: TextLine[];
  readonly views: TableView[];
}

/** Lines above a title that may belong to the form (form number, unit): no more than this many, on its page. */
const MAX_PREFACE = 4;

/** Parts the blocks of a document into forms. Blocks of no form are left out. */
export function formsOf(blocks: readonly Block[]): FormParts[] {
  const forms: FormParts[] = [];
  let current: FormParts | null = null;
  let preface: TextLine[] = [];
  const start = (title: TextLine | null, kind: TitleKind | null): FormParts => {
    const page = title?.place.page;
    const head = preface.filter((line) => page === undefined || line.place.page === page).slice(-MAX_PREFACE);
    preface = [];
    const form: FormParts = { title, kind, head: [...head], tail: [], views: [] };
    forms.push(form);
    return form;
  };
  for (const block of blocks) {
    if (block.kind === 'line') {
      const title = readTitle(block.text);
      if (title) {
        // A heading that is followed by another title, with no table between, was only announcing it.
        if (current && current.views.length === 0) forms.pop();
        else preface = preface.length > 0 ? preface : (current?.tail.splice(-MAX_PREFACE) ?? []);
        if (current && current.views.length === 0) preface = current.head;
        current = start(block, title.kind);
      } else if (!current) preface.push(block);
      else if (current.views.length === 0) current.head.push(block);
      else current.tail.push(block);
      continue;
    }
    for (const view of partsOf(block)) {
      const begins = beginsForm(view);
      if (begins && (!current || current.views.some(namesProject) || begins === 'title')) {
        if (!current || current.views.length > 0) {
          if (current) preface = current.tail.splice(-MAX_PREFACE);
          current = start(null, null);
        }
      }
      if (current && (begins || belongs(view))) current.views.push(view);
      else if (current && current.views.length > 0) current = null;
    }
  }
  return forms.filter((form) => form.views.length > 0);
}

/** A table that holds several forms one under another, cut where a title or a second project name stands. */
function partsOf(table: Table): TableView[] {
  const whole = new TableView(table);
  const starts: number[] = [0];
  let named = false;
  let title = -1;
  for (let row = 0; row < table.rows; row++) {
    const cells = whole.starting(row);
    if (titleIn(cells)) {
      title = row;
      if (named) {
        starts.push(row);
        named = false;
      }
    } else if (cells.some((cell) => HEADER.get(keyOf(cell.text)) === 'name' && whole.right(cell))) {
      if (named) starts.push(title > (starts.at(-1) as number) ? title : row);
      named = true;
    }
  }
  return starts.map((from, i) => new TableView(table, from, starts[i + 1] ?? table.rows));
}

/** The title in a row that holds nothing else. */
export function titleIn(
  cells: readonly Cell[],
): { cell: Cell; title: string; kind: TitleKind; year: number | null } | null {
  const filled = cells.filter((cell) => cell.text !== '');
  const cell = filled[0];
  const title = filled.length === 1 && cell ? readTitle(cell.text) : null;
  return title && cell ? { cell, ...title } : null;
}

function beginsForm(view: TableView): 'title' | 'name' | null {
  for (let row = view.from; row < Math.min(view.from + 3, view.to); row++)
    if (titleIn(view.starting(row))) return 'title';
  return namesProject(view) ? 'name' : null;
}

function namesProject(view: TableView): boolean {
  for (let row = view.from; row < view.to; row++) {
    if (view.starting(row).some((cell) => HEADER.get(keyOf(cell.text)) === 'name')) return true;
  }
  return false;
}

/** Whether a table holds any part of a form. */
function belongs(view: TableView): boolean {
  for (let row = view.from; row < view.to; row++) {
    if (fundsHeader(view, row) || indicatorHeader(view, row) || startsGoals(view, row) || totalLabel(view, row))
      return true;
    if (view.starting(row).some((cell) => isPairLabel(cell.text))) return true;
  }
  return false;
}
