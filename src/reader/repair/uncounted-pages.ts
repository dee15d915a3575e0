import type { PDFDocumentProxy } from 'pdfjs-dist';

const PAGE = Buffer.from('/Page', 'latin1');
const IS_PAGE = /\/Type\s*\/Page(?![A-Za-z0-9])/u;
/** How far before its type an object is looked for to begin, in bytes. */
const REACH = 4096;
/** Objects looked for, pages asked for in the tree, its levels, and places of an object, at most: bounds the work on hostile files. */
const MAX_LOOKS = 20_000;
const MAX_ASKED = 50;
const MAX_LEVELS = 50;
const MAX_REVISIONS = 100;
/** How long a node of the page tree may be, in bytes, its list of kids included. */
const MAX_NODE = 1 << 16;

/**
 * Whether there are pages behind those that the root of the page tree counts, which is all that pdfjs believes. Looks for
 * page objects in the open, and asks for their place in the tree. Pages that were taken out have none, or one in an old
 * tree, whose root is not that of the first page.
 */
export async function hasUncounted(doc: PDFDocumentProxy, bytes: Uint8Array): Promise<boolean> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const found = pageObjects(file);
  if (found.length <= doc.numPages) return false;
  const first = (await doc.getPage(1).catch(() => null))?.ref;
  const root = first ? rootOver(file, first) : null;
  if (root === null) return false;
  for (const ref of found.reverse().slice(0, MAX_ASKED)) {
    const index = await doc.getPageIndex(ref).catch(() => -1);
    if (index >= doc.numPages && rootOver(file, ref) === root) return true;
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

/** The number of the topmost node over a page; null where the way there is not in the open. */
function rootOver(file: Buffer, page: Ref): number | null {
  let at = page;
  for (let level = 0; level < MAX_LEVELS; level++) {
    const node = lastObject(file, at);
    if (node === null) return null;
    const [, num, gen] = /\/Parent\s+(\d{1,10})\s+(\d{1,5})\s+R/u.exec(node) ?? [];
    if (num === undefined) return at.num;
    at = { num: Number(num), gen: Number(gen) };
  }
  return null;
}

/** The text of an object as the last revision of the file has it. */
function lastObject(file: Buffer, { num, gen }: Ref): string | null {
  const head = `${num} ${gen} obj`;
  let at = file.lastIndexOf(head);
  for (let look = 0; at >= 0 && look < MAX_REVISIONS; look++) {
    const isWhole = at === 0 || !/\d/u.test(String.fromCharCode(file[at - 1] as number));
    if (isWhole) return file.toString('latin1', at, at + MAX_NODE).split('endobj', 1)[0] as string;
    at = at > 0 ? file.lastIndexOf(head, at - 1) : -1;
  }
  return null;
}
