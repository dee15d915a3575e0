import type { Indicator, SharedField } from '../../../contract/document.js';
import type { Cell } from '../../draft.js';
import { SECTIONS_TOLERANCES } from '../../tolerances.js';

/** The merged cells of an indicator table, and the indicators for which each of them states a field. */
export class MergedCells {
  private readonly indicesOf = new Map<SharedField, Map<Cell, number[]>>();

  add(field: SharedField, cell: Cell, index: number): void {
    const cells = this.indicesOf.get(field) ?? new Map<Cell, number[]>();
    const indices = cells.get(cell);
    if (indices) indices.push(index);
    else cells.set(cell, [index]);
    this.indicesOf.set(field, cells);
  }

  /**
   * Writes into each indicator which others share a cell with it: of a cell over one indicator and empty rows, none. Every
   * indicator names all of them, so that what many thousands share would fill the memory: no form has that many.
   */
  mark(indicators: readonly Indicator[]): void {
    for (const [field, cells] of this.indicesOf) {
      for (const indices of cells.values()) {
        if (indices.length < 2 || indices.length > SECTIONS_TOLERANCES.mostShared) continue;
        for (const index of indices) {
          const indicator = indicators[index];
          if (indicator) indicator.shared[field] = indices;
        }
      }
    }
  }
}
