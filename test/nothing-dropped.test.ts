import { describe, expect, it } from 'vitest';
import type { Cell, TextLine } from '../src/layout/layout-types.js';
import { stitch } from '../src/layout/stitch/stitch.js';
import { readPages } from '../src/pages/read-pages.js';
import type { Draft, Printed } from '../src/sections/draft.js';
import { type FormParts, findForms, isView } from '../src/sections/find/find-forms.js';
import { readForm } from '../src/sections/read-form.js';
import { keyOf } from '../src/sections/vocabulary/label-key.js';
import * as vocabulary from '../src/sections/vocabulary/labels.js';
import { isPlaceholderName } from '../src/sections/vocabulary/left-over.js';
import { lineKind } from '../src/sections/vocabulary/line-kinds.js';
import { readTitle, readYearLine } from '../src/sections/vocabulary/titles.js';
import { squeeze } from '../src/text/join.js';
import { readNumber } from '../src/text/number.js';
import { passwordOf, readExpectation, readFixture, textPdfs } from './fixtures.mjs';

/**
 * Every character of a form is in a field, in `extra`, or in a label: for each text inside a form it is asked what became
 * of it. A value counts where its own place is recorded, so that one 10 does not stand for another.
 */

const LABELS = Object.values(vocabulary).filter((labels) => typeof labels === 'object' && 'has' in labels);

/** Labels that the vocabulary does not know, over cells that are empty: nothing stands under them in `extra`. */
const UNFILLED = new Set(['财政审定评分']);
/** Labels over the names of rows: they name no field. */
const OVER_NAMES = new Set(['资金来源']);
/** Where to stamp or sign: neither a label nor a value. */
const HINT = /[（(](盖章|公章|签章|签字)[)）]/gu;
/** A label beside several rows (资金管理情况) names its block; the contract has no place for it. */
const MAX_SIDE = 12;

function isLabel(text: string, draft: Draft): boolean {
  const key = keyOf(text);
  const columns = [vocabulary.FUND_COLUMN, vocabulary.INDICATOR_COLUMN, vocabulary.GOAL];
  if (UNFILLED.has(text) || OVER_NAMES.has(text) || isPlaceholderName(text)) return true;
  // One cell may name two fields: 实施单位/项目负责人.
  if (key.split('/').every((label) => vocabulary.HEADER.has(label))) return true;
  if (vocabulary.isNameHead(key)) return true;
  if (LABELS.some((labels) => labels.has(key)) || columns.some((labels) => labels.guess(key) !== undefined))
    return true;
  const { report } = draft;
  // The name of a group is repeated beside what the template left for more indicators.
  if (report.indicators.some(({ level1, level2 }) => text === level1 || text === level2)) return true;
  const extras = [report, ...report.funds.rows, ...report.indicators].flatMap((owner) => Object.keys(owner.extra));
  return extras.some((extra) => squeeze(extra).includes(squeeze(text)));
}

/** What is left of a text when the values that were taken from its place, and labels before colons, are removed. */
function remainder(text: string, values: readonly Printed[], draft: Draft): string {
  let rest = squeeze(text).replace(HINT, '');
  const taken = values.map((value) => squeeze(value.text)).sort((a, b) => b.length - a.length);
  if (taken.some((value) => value.includes(rest))) return '';
  for (const value of taken) if (value !== '') rest = rest.replace(value, ' ');
  rest = rest.replace(/[^\s:：]+[:：]/gu, (label) => (isLabel(label.slice(0, -1), draft) ? ' ' : label));
  return rest.replace(/[\s()（）:：、,，;；/]/gu, '').replace(/^(联系)?电话$/u, '');
}

interface Account {
  claimed: number;
  readonly lost: string[];
}

function account(form: FormParts, draft: Draft, isTail: (line: TextLine) => boolean): Account {
  const byPlace = new Map<string, Printed[]>();
  for (const printed of draft.printed.values()) {
    for (const place of printed.places) {
      const key = JSON.stringify(place);
      byPlace.set(key, [...(byPlace.get(key) ?? []), printed]);
    }
  }
  const valuesAt = (places: Cell['places']): Printed[] =>
    places.flatMap((place) => byPlace.get(JSON.stringify(place)) ?? []);
  const sum: Account = { claimed: 0, lost: [] };
  const add = (text: string, isClaimed: boolean): void => {
    if (isClaimed) sum.claimed += squeeze(text).length;
    else sum.lost.push(text);
  };
  for (const part of [...form.title, ...form.parts]) {
    if (isView(part)) {
      for (const cell of part.table.cells) {
        if (cell.text === '' || cell.row < part.from || cell.row >= part.to) continue;
        const isHeading = readTitle(cell.text) !== null || readYearLine(cell.text) !== null;
        const number = readNumber(cell.text);
        const isSide = cell.rowSpan > 1 && number.kind === 'text' && cell.text.length <= MAX_SIDE;
        const isTotalAgain = number.kind === 'number' && number.value === draft.report.total.score;
        // A label that no field is named after says nothing where nobody filled in what stands beside it.
        const beside = part.table.cells.find((c) => c.row === cell.row && c.col === cell.col + cell.colSpan);
        const isUnfilled =
          (/^\p{L}{2,6}$/u.test(cell.text) && beside?.text === '') ||
          (/^\p{L}{2,8}[:：]$/u.test(cell.text) && /^$|[:：]$/u.test(beside?.text ?? ''));
        const isBlank = number.kind === 'blank' || isSide || isTotalAgain || isUnfilled;
        add(
          cell.text,
          isHeading ||
            isBlank ||
            isLabel(cell.text, draft) ||
            remainder(cell.text, valuesAt(cell.places), draft) === '',
        );
      }
    } else if (!isTail(part))
      add(
        part.text,
        lineKind(part) === 'heading' ||
          // Where nobody signed, a line is a label alone.
          /^\p{L}{2,8}[:：]$/u.test(part.text) ||
          isLabel(part.text, draft) ||
          remainder(part.text, valuesAt([part.place]), draft) === '',
      );
  }
  return sum;
}

describe('nothing on a form is dropped', () => {
  it.each(textPdfs())('%s', async (name) => {
    const bytes = readFixture(name);
    const { layouts } = await readPages(bytes, passwordOf(name));
    const expected = readExpectation(name) as unknown[];
    const blocks = stitch(layouts);
    const all = findForms(blocks);
    if (!name.startsWith('documents/')) {
      const tables = new Set(all.flatMap((form) => form.parts.filter(isView).map((view) => view.table.places[0])));
      const outside = blocks.filter((block) => block.kind === 'table' && !tables.has(block.places[0]));
      expect(outside).toEqual([]);
    }
    const forms = all.filter((form) => form.kind !== 'look-alike');
    let claimed = 0;
    for (const form of forms) {
      const { draft } = readForm(form);
      const last = form.parts.findLastIndex(isView);
      // Behind the form, in a document, other text follows.
      const tail = new Set(name.startsWith('documents/') ? form.parts.slice(last + 1) : []);
      const sum = account(form, draft, (line) => tail.has(line));
      expect(sum.lost).toEqual([]);
      claimed += sum.claimed;
    }
    if (expected.length > 0) expect(claimed).toBeGreaterThan(expected.length * 100);
  });
});
