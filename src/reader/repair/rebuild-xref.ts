/** A damaged file with what it was missing put behind it, and what leads pdfjs astray taken out. */
export interface Mended {
  readonly bytes: Uint8Array;
  /** Whether the file ends in the middle of an object, so that something may be lacking. */
  readonly cut: boolean;
}

const CATALOG = /\/Type\s*\/Catalog\b/gu;
const PAGES = /\/Type\s*\/Pages\b/gu;
const ROOT = /\/Root\s+(\d{1,10})\s+(\d{1,5})\s+R\b/gu;
/** Where pdfjs, looking for objects, takes the rest of the line for a table of objects or a trailer. */
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
 * Has pdfjs find all objects by looking for them: tables of objects and trailers are made comments, and a good trailer is put
 * behind the file. pdfjs finds objects without a table of them, but needs a trailer to say which one is the catalog (PDF
 * 32000-1, 7.5.5), and one bad trailer among others keeps it from opening the file. Null where there is neither a catalog
 * nor a page tree in the open, or where the file is encrypted, which only its trailer can tell how.
 */
export function mend(bytes: Uint8Array): Mended | null {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  if (/\/Encrypt\b|\/Filter\s*\/Standard\b/u.test(text)) return null;
  const catalog = namedRoot(text) ?? lastObject(text, CATALOG);
  const pages = catalog ?? lastObject(text, PAGES);
  if (!pages) return null;
  const ours = catalog ? '' : `${NEW_OBJECT} 0 obj\n<< /Type /Catalog /Pages ${pages} >>\nendobj\n`;
  const root = catalog ?? `${NEW_OBJECT} 0 R`;
  const tail = `\nendobj\n${ours}trailer\n<< /Root ${root} >>\nstartxref\n0\n%%EOF\n`;
  const mended = new Uint8Array(bytes.length + tail.length);
  mended.set(bytes);
  for (const { index, 0: space } of text.matchAll(TABLE)) mended[index + space.length] = COMMENT;
  mended.set(Buffer.from(tail, 'latin1'), bytes.length);
  return { bytes: mended, cut: isCut(text.slice(-REACH)) };
}

/** Whether a file ends in the middle of an object; junk may stand behind its end. */
const isCut = (end: string): boolean =>
  !/(?:endobj|%%EOF|startxref\s+\d+|\d{10} \d{5} [nf])\s*$/u.test(end) &&
  end.lastIndexOf('%%EOF') <= end.lastIndexOf(' obj');

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
