/** A file that pdfjs cannot open, with what it was missing put behind it. */
export interface Mended {
  readonly bytes: Uint8Array;
  /** Whether the file ends in the middle of an object, so that something may be lacking. */
  readonly cut: boolean;
}

const CATALOG = /\/Type\s*\/Catalog\b/gu;
const PAGES = /\/Type\s*\/Pages\b/gu;
const OBJECT = /(\d{1,10})\s+(\d{1,5})\s+obj\b/gu;
/** How far before its type an object is looked for to begin, in bytes. */
const REACH = 1 << 16;
/** Bounds the work on hostile files. */
const MAX_LOOKS = 16;
/** Larger than any number that files give to objects. */
const NEW_OBJECT = 8_000_000;

/**
 * Puts a trailer behind a file that has none, since it was cut or damaged at its end. pdfjs finds objects without a table
 * of them, but needs a trailer to say which one is the catalog (PDF 32000-1, 7.5.5). Null where there is neither a catalog
 * nor a page tree in the open, or where the file is encrypted, which only its trailer can tell how.
 */
export function mend(bytes: Uint8Array): Mended | null {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  if (/\/Encrypt\b|\/Filter\s*\/Standard\b/u.test(text)) return null;
  const catalog = lastObject(text, CATALOG);
  const pages = catalog ?? lastObject(text, PAGES);
  if (!pages) return null;
  const ours = catalog ? '' : `${NEW_OBJECT} 0 obj\n<< /Type /Catalog /Pages ${pages} >>\nendobj\n`;
  const root = catalog ?? `${NEW_OBJECT} 0 R`;
  const tail = `\nendobj\n${ours}trailer\n<< /Root ${root} >>\nstartxref\n0\n%%EOF\n`;
  const mended = new Uint8Array(bytes.length + tail.length);
  mended.set(bytes);
  mended.set(Buffer.from(tail, 'latin1'), bytes.length);
  return { bytes: mended, cut: !/(?:endobj|%%EOF|startxref\s+\d+|\d{10} \d{5} [nf])\s*$/u.test(text.slice(-REACH)) };
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
