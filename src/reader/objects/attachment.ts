/** A PDF that is attached to another one. */
export interface Attachment {
  /** As the file calls it, cut where it is long; no two have the same. It is no path, and may hold any character. */
  readonly name: string;
  readonly bytes: Uint8Array;
}
