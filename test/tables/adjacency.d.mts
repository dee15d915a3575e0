export interface Cell {
  readonly row: number;
  readonly col: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly text: string;
}
export type Written = string | { readonly text: string; readonly rowSpan?: number; readonly colSpan?: number };
export interface Counts {
  readonly right: number;
  readonly expected: number;
  readonly found: number;
}
export declare function cellsOf(rows: readonly (readonly Written[])[]): Cell[];
export declare function relations(cells: readonly Cell[]): string[];
export declare function compare(
  expected: readonly (readonly Cell[])[],
  found: readonly (readonly Cell[])[],
): Counts & { readonly missed: readonly string[]; readonly wrong: readonly string[] };
export declare function pooled(counts: readonly Counts[]): { precision: number; recall: number; f1: number };
