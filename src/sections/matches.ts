import type { Cell } from '../layout/layout-types.js';
import type { Header } from './blocks/column-header.js';
import { fundsHeader } from './blocks/funds/funds.js';
import { indicatorHeader } from './blocks/indicators/indicator-header.js';
import type { Draft } from './draft.js';
import type { TableView } from './table-view.js';
import { keyOf } from './vocabulary/label-key.js';
import {
  FUND_COLUMN,
  INDICATOR_COLUMN,
  isIndicatorBlock,
  isNameHead,
  type Labels,
  matchedAs,
} from './vocabulary/labels.js';

interface Match {
  readonly field: string;
  readonly label: Cell;
  readonly known: string;
}

/** Notes which fields stand in columns whose label the vocabulary does not have as it is printed. */
export function noteMatches(views: readonly TableView[], draft: Draft): void {
  const under = new Map<unknown, Match[]>();
  for (const view of views) {
    for (let row = view.from; row < view.to; row++) {
      const indicators = indicatorHeader(view, row);
      if (indicators) collect(view, indicators, INDICATOR_COLUMN, under);
      const funds = indicators ? null : fundsHeader(view, row);
      if (funds) collect(view, funds, FUND_COLUMN, under);
    }
  }
  for (const [pointer, { places }] of under.size > 0 ? draft.printed : []) {
    const match = under.get(places[0])?.find(({ field }) => pointer.endsWith(`/${field}`));
    if (match) draft.matches.set(pointer, match);
  }
}

function collect<T extends string>(
  view: TableView,
  header: Header<T>,
  labels: Labels<T>,
  under: Map<unknown, Match[]>,
): void {
  for (const { field, header: label, col } of header.columns) {
    const known = field === null ? null : matchedAs(labels, label.text, field);
    // Columns of names are told by where they stand.
    const isName = /^level/u.test(field ?? '') && (isNameHead(keyOf(label.text)) || isIndicatorBlock(label.text));
    if (known === null || isName) continue;
    for (let row = header.end; row < view.to; row++) {
      const cell = view.at(row, col);
      if (!cell?.text) continue;
      const match = { field: field as string, label, known };
      const others = under.get(cell.places[0]);
      if (others) others.push(match);
      else under.set(cell.places[0], [match]);
    }
  }
}
