/** A review opinion before it is HTML or Markdown: plain text in blocks. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string; readonly startsPage?: boolean }
  | { readonly kind: 'paragraph'; readonly text: string }
  /** Names and values. */
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [name: string, value: string])[] }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly Row[] }
  /** Lines with room for a name. */
  | { readonly kind: 'signature'; readonly lines: readonly string[] };

export interface Row {
  readonly cells: readonly string[];
  /** What it is about, for its looks. */
  readonly severity: 'error' | 'warning' | 'info' | null;
}
