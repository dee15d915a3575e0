import type { Cell, Counts } from './adjacency.mjs';

export interface FileScore extends Counts {
  readonly name: string;
  readonly producer: string;
  /** How much of the table is drawn; `nothing` where the page has no table. */
  readonly drawn: 'full' | 'part' | 'none' | 'nothing';
  readonly tables: number;
  readonly tablesFound: number;
  readonly missed: readonly string[];
  readonly wrong: readonly string[];
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}
export declare function setNames(words?: readonly string[]): string[];
export declare function truthOf(name: string): {
  readonly producer: string;
  readonly drawn: FileScore['drawn'];
  readonly tables: readonly {
    readonly page: number;
    readonly rows: readonly (readonly import('./adjacency.mjs').Written[])[];
  }[];
};
export declare function scoreFile(
  name: string,
  findTables: (bytes: Uint8Array) => Promise<{ readonly tables: readonly { readonly cells: readonly Cell[] }[] }>,
): Promise<FileScore>;
export declare const RECORD: string;
export declare function recorded(): Record<string, number>;
export declare function toRecord(score: Pick<FileScore, 'drawn' | 'f1' | 'tablesFound'>): number;
