import type { Report } from '../contract/document.js';
import { emptyReport } from '../contract/empty-report.js';
import { escapePointer } from '../contract/pointer.js';
import type { Place } from '../geometry/box.js';
import type { Cell, TextLine } from '../layout/layout-types.js';
import { type DataOf, type DiagnosticId, type Remark, remark } from '../messages/say.js';
import { isWeightFirst, readAmount, readPoints, readShare } from '../text/number.js';
import { GUIDANCE_MARK } from './vocabulary/left-over.js';
import { isDateOrSeal } from './vocabulary/line-kinds.js';
import { scoreText } from './vocabulary/total-text.js';

/** What was printed for a field, and where. */
export interface Printed {
  readonly text: string;
  readonly places: readonly Place[];
}

/** A report while it is being read, with the place of every field by its JSON Pointer inside the report. */
export class Draft {
  readonly report: Report = emptyReport();
  readonly printed = new Map<string, Printed>();
  readonly diagnostics: Remark[] = [];
  /** Texts of the form's tables that no block of it took: they are in `extra`, under what stands beside them. */
  readonly leftovers: Printed[] = [];
  /** Where the lines stand that name others or say what is known already. */
  readonly labels = new Set<Place>();
  /** Indices of the indicators of tables that have no groups. */
  readonly ungrouped = new Set<number>();
  /** Fields under labels that the vocabulary does not have as they are printed, and what these were taken for. */
  readonly matches = new Map<string, { readonly label: Printed; readonly known: string }>();
  /** Fields of `extra` under the label of a column of which it is known why they are no field: it was read right. */
  readonly explained = new Set<string>();
  /** The label of the project's name, where one that says it better may yet come. */
  nameLabel: string | null = null;
  /** Where each `extra` stands in the report. */
  private readonly extras = new Map<Extra, string>([[this.report.extra, '/extra']]);

  /** An `extra` for a row that will stand at `pointer`. */
  newExtra(pointer: string): Extra {
    const extra: Extra = {};
    this.extras.set(extra, `${pointer}/extra`);
    return extra;
  }

  /** Records where the value at `pointer` stands and hands the value back. */
  note<T>(pointer: string, value: T, source: Printed): T {
    if (value !== null) this.printed.set(pointer, source);
    return value;
  }

  /** The text of a cell as a field: null where it is empty. */
  text(pointer: string, cell: Printed): string | null {
    return this.note(pointer, cell.text === '' ? null : cell.text, cell);
  }

  /**
   * The number in a cell; null where it is blank. Prose is null too, with a diagnostic, and goes to `extra` under `label`.
   */
  number(pointer: string, cell: Printed, label: string, extra: Extra, read = readPoints): number | null {
    const reading = read(cell.text);
    if (reading.kind === 'number') return this.note(pointer, reading.value, cell);
    if (reading.kind === 'text') {
      this.aside(label, cell, extra);
      this.say('notANumber', { text: cell.text, label }, cell.places[0]);
    }
    return null;
  }

  /**
   * Reads the score of a row whose weight has been read. A score that is printed with its weight, `9.5/10`, gives that
   * weight where the row has none, and a diagnostic where it has another.
   */
  score(pointer: string, cell: Printed, label: string, row: Scored, extra = row.extra ?? this.report.extra): void {
    const worded = scoreText(cell.text);
    if (worded) {
      row.score = this.number(`${pointer}/score`, part(cell, worded.score), label, extra);
      if (worded.reason === '') return;
      const { reason } = worded;
      const field = row.deviation === null ? 'deviation' : row.reason === null ? 'reason' : null;
      if (field) row[field] = this.text(`${pointer}/${field}`, part(cell, reason));
      else this.extra(`${label}说明`, part(cell, reason), extra);
      return;
    }
    const share = readShare(cell.text, isWeightFirst(label));
    if (!share) {
      row.score = this.number(`${pointer}/score`, cell, label, extra);
      return;
    }
    row.score = this.note(`${pointer}/score`, share.score, cell);
    row.weight ??= this.note(`${pointer}/weight`, share.weight, cell);
    if (row.weight === share.weight) return;
    this.say('otherWeight', { text: cell.text, label, weight: row.weight }, cell.places[0]);
  }

  /**
   * The amount in a cell, in the form's unit: the first cell that names one states it where the form has not. An amount in
   * another unit is null, with a diagnostic and the text in `extra`: nothing is rescaled.
   */
  amount(pointer: string, cell: Printed, label: string, extra: Extra): number | null {
    const { funds } = this.report;
    const reading = readAmount(cell.text);
    const unit = reading.kind === 'number' && reading.suffix !== '' ? reading.suffix : null;
    if (unit === null) return this.number(pointer, cell, label, extra, readAmount);
    funds.unit ??= this.note('/funds/unit', unit, cell);
    if (funds.unit.endsWith(unit) && !/[亿万千百]/u.test(funds.unit.slice(0, -unit.length))) {
      return this.number(pointer, cell, label, extra, readAmount);
    }
    this.extra(label, cell, extra);
    this.say('otherUnit', { text: cell.text, label, unit: funds.unit }, cell.places[0]);
    return null;
  }

  /** Keeps a text that has no key of its own under its printed label. Returns its JSON Pointer. */
  extra(label: string, cell: Printed, extra: Extra = this.report.extra): string | null {
    if (cell.text === '') return null;
    const pointer = `${this.extras.get(extra)}/${escapePointer(addExtra(extra, label, cell.text))}`;
    this.printed.set(pointer, cell);
    return pointer;
  }

  /** Keeps a text that the column of its label cannot have as its field. */
  aside(label: string, cell: Printed, extra: Extra = this.report.extra): void {
    const pointer = this.extra(label, cell, extra);
    if (pointer !== null) this.explained.add(pointer);
  }

  /** Keeps a text of the template that tells how to fill in what `label` names: it is no content of the form. */
  guidance(label: string, cell: Printed, extra: Extra = this.report.extra): void {
    this.extra(`${label.replace(/\s*[:：]\s*$/u, '')}${GUIDANCE_MARK}`, cell, extra);
    this.say('guidanceLeft', { text: cell.text, label }, cell.places[0]);
  }

  /** Notes that a field stands under a label that was taken for a known one. */
  matched(pointer: string, label: Printed, known: string): void {
    if (this.printed.has(pointer)) this.matches.set(pointer, { label, known });
  }

  /** What was kept without a label to tell what it is: the date of a form and the place of its seal need none. */
  unlabelled(): string[] {
    const { extra, funds, indicators } = this.report;
    const own = unlabelledIn(extra).filter((text) => !isDateOrSeal(text));
    return [...own, ...[...funds.rows, ...indicators].flatMap((row) => unlabelledIn(row.extra))];
  }

  /** Says of each label that was taken for a known one what it was taken for. */
  sayMatches(): void {
    const said = new Set<string>();
    for (const { label, known } of this.matches.values()) {
      if (said.has(label.text)) continue;
      said.add(label.text);
      this.say('labelMatched', { text: label.text, known }, label.places[0]);
    }
  }

  say<Id extends DiagnosticId>(id: Id, data: DataOf<Id>, where: Place | number | null = null): void {
    this.diagnostics.push(remark(id, data, where));
  }
}

/** What has a weight and a score: a row, or the total. */
interface Scored {
  weight: number | null;
  score: number | null;
  deviation?: string | null;
  reason?: string | null;
  readonly extra?: Extra;
}

/** Texts without a key of their own, by label. */
export type Extra = Record<string, string>;

const unlabelledIn = (extra: Extra): string[] =>
  Object.keys(extra).flatMap((key) => (key.startsWith(UNLABELLED) ? [extra[key] as string] : []));

/** Adds a text under a label, without its colon; a label that is taken gets a number behind it, so that nothing is lost. */
function addExtra(extra: Extra, label: string, text: string): string {
  const own = label.replace(/\s*[:：]\s*$/u, '');
  const name = own === '' ? UNLABELLED : own;
  let key = name;
  for (let n = 2; Object.hasOwn(extra, key); n++) {
    key = `${name} ${n}`;
  }
  // A label may be "__proto__": define, never assign.
  Object.defineProperty(extra, key, { value: text, enumerable: true, configurable: true, writable: true });
  return key;
}

/** Key of texts that stand in a form without any label. */
const UNLABELLED = '（无标签）';

export const printedLine = (line: TextLine, text = line.text): Printed => ({ text, places: [line.place] });

/** The same place with another text: for the part of a cell. */
export const part = (source: Printed, text: string): Printed => ({ text, places: source.places });

export type { Cell };
