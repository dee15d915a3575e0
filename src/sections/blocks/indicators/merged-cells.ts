import type { Indicator, SharedField } from '../../../contract/document.js';
import type { Cell } from '../../draft.js';

/** The merged cells of an indicator table, and the indicators for which each of them states a field. */
export class MergedCells {
  private readonly indicesOf = new Map<SharedField, Map<Cell, number[]>>();

  add(field: SharedField, cell: Cell, index: number): void {
    const cells = this.indicesOf.get(field) ?? new Map<Cell, number[]>();
    cells.set(cell, [...(cells.get(cell) ?? []), index]);
    this.indicesOf.set(field, cells);
  }

  /** Writes into each indicator which others share a cell with it: of a cell over one indicator and empty rows, none. */
  mark(indicators: readonly Indicator[]): void {
    for (const [field, cells] of this.indicesOf) {
      for (const indices of cells.values()) {
        if (indices.length < 2) continue;
        for (const index of indices) {
          const indicator = indicators[index];
          if (indicator) indicator.shared[field] = [...indices];
        }
      }
    }
  }
}
