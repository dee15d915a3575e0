const START = Buffer.from('startxref', 'latin1');
const OBJECT = /(?:^|[\r\n])\d{1,10}\s+\d{1,5}\s+obj\b/u;

/**
 * Whether objects stand behind the last `startxref`: an update whose end is missing. All that is in it goes unseen, since
 * pdfjs begins at that word, and finds the table of the revision before.
 */
export function hasLostUpdate(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = file.lastIndexOf(START);
  return end >= 0 && OBJECT.test(file.toString('latin1', end + START.length));
}

/**
 * Whether nothing says where the cross-reference table is. pdfjs looks for objects by itself then, but takes everything from
 * a table to the next `startxref` for a part of it.
 */
export const lacksStart = (bytes: Uint8Array): boolean =>
  !Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(START);
