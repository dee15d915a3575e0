import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { ReadingLimits } from '../../limits.js';
import type { Attachment } from './attachment.js';

/** What is attached to a file. */
export interface Attached {
  readonly pdfs: readonly Attachment[];
  /** The names of files that are no PDF. */
  readonly others: readonly string[];
  /** How many stayed behind the limits of their number and of their bytes together. */
  readonly over: number;
}

export const NONE_ATTACHED: Attached = { pdfs: [], others: [], over: 0 };

/** How pdfjs gives them, by the keys of the tree of names. */
type Found = Readonly<Record<string, { readonly filename?: unknown; readonly content?: unknown }>>;

export async function attachedTo(doc: PDFDocumentProxy, limits: ReadingLimits): Promise<Attached> {
  const found = ((await doc.getAttachments().catch(() => null)) ?? {}) as Found;
  const names = new Set<string>();
  const [pdfs, others]: [Attachment[], string[]] = [[], []];
  let bytesLeft = limits.bytes;
  let over = 0;
  for (const [key, { filename, content }] of Object.entries(found)) {
    const bytes = content instanceof Uint8Array ? content : new Uint8Array(0);
    const name = ownName(typeof filename === 'string' ? filename : key, names);
    if (!isPdf(bytes)) others.push(name);
    else if (pdfs.length >= limits.attachments || bytes.length > bytesLeft) over++;
    else {
      pdfs.push({ name, bytes });
      bytesLeft -= bytes.length;
    }
  }
  return { pdfs, others, over };
}

const MAX_NAME = 120;

/** The name, or, where another has it, the name with a number. */
function ownName(given: string, taken: Set<string>): string {
  const short = [...given].slice(0, MAX_NAME).join('');
  let name = short;
  for (let i = 2; taken.has(name); i++) name = `${short} (${i})`;
  taken.add(name);
  return name;
}

/** Bytes in which the mark of a PDF is looked for, as readers do. */
const HEAD = 1024;

const isPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, HEAD)).includes('%PDF-');
