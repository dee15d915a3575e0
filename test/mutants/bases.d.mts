export interface Base {
  readonly number: number;
  readonly forms: readonly { readonly family: string }[];
}
export declare const GOOD: readonly number[];
export declare function baseOf(number: number): Base;
