import type { PDFDocumentProxy } from 'pdfjs-dist';

const PAGE = Buffer.from('/Page', 'latin1');
const IS_PAGE = /\/Type\s*\/Page(?![A-Za-z0-9])/u;
/** How far before its type an object is looked for to begin, in bytes. */
const REACH = 4096;
/** Objects looked for, and pages asked for in the tree, at most: bounds the work on hostile files. */
const MAX_LOOKS = 20_000;
const MAX_ASKED = 1000;

/**
 * Whether there are pages behind those that the root of the page tree counts, which is all that pdfjs believes. Looks for
 * page objects in the open, and asks for their place in the tree; pages that were taken out of it have none.
 */
export async function hasUncounted(doc: PDFDocumentProxy, bytes: Uint8Array): Promise<boolean> {
  const found = pageObjects(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  if (found.length <= doc.numPages) return false;
  for (const ref of found.reverse().slice(0, MAX_ASKED)) {
    const index = await doc.getPageIndex(ref).catch(() => -1);
    if (index >= doc.numPages) return true;
  }
  return false;
}

interface Ref {
  readonly num: number;
  readonly gen: number;
}

/** The page objects that are in no object stream, each once. */
function pageObjects(bytes: Buffer): Ref[] {
  const refs = new Map<string, Ref>();
  let looks = 0;
  for (let at = bytes.indexOf(PAGE); at >= 0 && looks < MAX_LOOKS; at = bytes.indexOf(PAGE, at + 1)) {
    if (!IS_PAGE.test(bytes.toString('latin1', Math.max(0, at - 16), at + PAGE.length + 1))) continue;
    looks++;
    const before = bytes.toString('latin1', Math.max(0, at - REACH), at);
    const start = before.lastIndexOf(' obj');
    const [, num, gen] = /(\d{1,10})\s+(\d{1,5})$/u.exec(before.slice(Math.max(0, start - 20), start)) ?? [];
    if (start >= 0 && num !== undefined) refs.set(`${num} ${gen}`, { num: Number(num), gen: Number(gen) });
  }
  return [...refs.values()];
}
