/** A damaged file with a good trailer behind it, and all that misleads pdfjs taken out. */
export interface RebuiltFile {
  readonly bytes: Uint8Array;
  /** Whether the file ends in the middle of an object, so that something may be lacking. */
  readonly cut: boolean;
}

const CATALOG = /\/Type\s*\/Catalog\b/gu;
const PAGES = /\/Type\s*\/Pages\b/gu;
const ROOT = /\/Root\s+(\d{1,10})\s+(\d{1,5})\s+R\b/gu;
/** Where pdfjs, looking for objects, takes the rest of the line for a cross-reference table or a trailer. */
const TABLE = /(?<=[\r\n]|endobj)[ \t]*(?=(?:xref|trailer)(?:[\s<]|$))/gu;
const COMMENT = 0x25;
const OBJECT = /(\d{1,10})\s+(\d{1,5})\s+obj\b/gu;
/** How far before its type an object is looked for to begin, in bytes. */
const REACH = 1 << 16;
/** Bounds the work on hostile files. */
const MAX_LOOKS = 16;
/** Larger than any number that files give to objects. */
const NEW_OBJECT = 8_000_000;

/**
 * Has pdfjs find all objects by searching for them: cross-reference tables and trailers become comments, and a good trailer
 * is put behind the file. pdfjs finds objects without a table, but needs a trailer to say which one is the catalog (PDF
 * 32000-1, 7.5.5), and one bad trailer among others keeps it from opening the file. Null where {@link canRebuild} is false.
 */
export function rebuildXref(bytes: Uint8Array): RebuiltFile | null {
  const text = latin1(bytes);
  const found = rootOf(text);
  if (!found) return null;
  const { root, added } = found;
  const tail = `\nendobj\n${added}trailer\n<< /Root ${root} >>\nstartxref\n0\n%%EOF\n`;
  const rebuilt = new Uint8Array(bytes.length + tail.length);
  rebuilt.set(bytes);
  for (const { index, 0: space } of text.matchAll(TABLE)) rebuilt[index + space.length] = COMMENT;
  rebuilt.set(Buffer.from(tail, 'latin1'), bytes.length);
  return { bytes: rebuilt, cut: isCut(bytes) };
}

/**
 * Whether a file can be rebuilt: not where neither a catalog nor a page tree stands in the open, and not where the file is
 * encrypted, which only its trailer can tell how.
 */
export const canRebuild = (bytes: Uint8Array): boolean => rootOf(latin1(bytes)) !== null;

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');

/** The reference that a new trailer has to name as its root, and the object that must be added for it. */
function rootOf(text: string): { readonly root: string; readonly added: string } | null {
  if (/\/Encrypt\b|\/Filter\s*\/Standard\b/u.test(text)) return null;
  const catalog = namedRoot(text) ?? lastObject(text, CATALOG);
  if (catalog) return { root: catalog, added: '' };
  const pages = lastObject(text, PAGES);
  if (!pages) return null;
  const added = `${NEW_OBJECT} 0 obj\n<< /Type /Catalog /Pages ${pages} >>\nendobj\n`;
  return { root: `${NEW_OBJECT} 0 R`, added };
}

/** Whether a file ends in the middle of an object; junk may stand behind its end. */
export function isCut(bytes: Uint8Array): boolean {
  const end = latin1(bytes.subarray(-REACH));
  return (
    !/(?:endobj|%%EOF|startxref\s+\d+|\d{10} \d{5} [nf])\s*$/u.test(end) &&
    end.lastIndexOf('%%EOF') <= end.lastIndexOf(' obj')
  );
}

/** The catalog that the last trailer names, where it is one. */
function namedRoot(text: string): string | null {
  const [, number, generation] = [...text.matchAll(ROOT)].at(-1) ?? [];
  if (number === undefined) return null;
  const at = text.search(new RegExp(`(?<!\\d)${number}\\s+${generation}\\s+obj\\b`, 'u'));
  const isCatalog =
    at >= 0 &&
    text
      .slice(at, at + REACH)
      .split('endobj', 1)[0]
      ?.match(CATALOG) !== null;
  return isCatalog ? `${number} ${generation} R` : null;
}

/** The reference to the last object of a type that stands in the open; of page trees, the last one is mostly the root. */
function lastObject(text: string, type: RegExp): string | null {
  const places = [...text.matchAll(type)].slice(-MAX_LOOKS).reverse();
  for (const { index } of places) {
    const [, number, generation] = [...text.slice(Math.max(0, index - REACH), index).matchAll(OBJECT)].at(-1) ?? [];
    if (number !== undefined) return `${number} ${generation} R`;
  }
  return null;
}
