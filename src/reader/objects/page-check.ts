import { FileObjects } from './file-objects.js';
import { type PdfObject, Ref } from './parse-object.js';

/** Nodes of the page tree that are looked at, at most: bounds the work on hostile files. */
const MAX_NODES = 20_000;

type PageRef = { readonly num: number; readonly gen: number } | null;

/** Looks for what a file lacks and pdfjs says nothing of: the content of pages, and pages that are not counted. */
export class PageCheck {
  private readonly objects: FileObjects | null;
  private readonly read = new Set<number>();

  /** `bytes` null: nothing is to be looked for, since objects are not where the tables say. */
  constructor(bytes: Uint8Array | null) {
    this.objects = bytes && FileObjects.of(bytes);
  }

  get lacksTable(): boolean {
    return this.objects?.lacksTable === true;
  }

  /**
   * What is wrong with the content of a page, in pdfjs's words where it has some; null where nothing is. pdfjs takes a page
   * whose content is not there for an empty one, which is what a page without `/Contents` is.
   */
  contentFault(ref: PageRef): string | null {
    if (!ref) return null;
    this.read.add(ref.num);
    const page = this.objects?.resolve(new Ref(ref.num, ref.gen));
    const contents = page instanceof Map ? (page.get('/Contents') as PdfObject | undefined) : undefined;
    if (contents === undefined) return null;
    const list = this.objects?.resolve(contents);
    const parts: readonly PdfObject[] = Array.isArray(list) ? list : [contents];
    const bad = parts.find((part) => (part instanceof Ref ? this.objects?.isStream(part) === false : true));
    if (bad === undefined) return null;
    return bad instanceof Ref
      ? `Bad (uncompressed) XRef entry: ${bad.num}R${bad.gen || ''}`
      : 'content that is no stream';
  }

  /** Whether the page tree has pages that were not read; null where that cannot be told. */
  hasUnread(counted: number, wereAllTried: boolean): boolean | null {
    const pages = this.pages(counted);
    if (!pages) return null;
    if (pages.length > counted) return true;
    const missed = pages.filter((num) => !this.read.has(num)).length;
    return wereAllTried && missed > counted - this.read.size;
  }

  /** The numbers of the pages in the tree, each once, at least as far as one more than are counted. */
  private pages(counted: number): number[] | null {
    const catalog = this.objects?.catalog;
    const root = catalog instanceof Map ? catalog.get('/Pages') : undefined;
    if (!(root instanceof Ref)) return null;
    const pages: number[] = [];
    const seen = new Set<number>();
    const stack: PdfObject[] = [root];
    for (let at = stack.pop(); at !== undefined && pages.length <= counted; at = stack.pop()) {
      const node = this.objects?.resolve(at);
      if (node === undefined || seen.size > MAX_NODES) return null;
      if (!(at instanceof Ref) || !(node instanceof Map) || seen.has(at.num)) continue;
      seen.add(at.num);
      const kids = node.has('/Kids') ? this.objects?.resolve(node.get('/Kids') ?? null) : undefined;
      if (node.get('/Type') === '/Page' || !node.has('/Kids')) pages.push(at.num);
      else if (Array.isArray(kids)) for (const kid of kids) stack.push(kid);
    }
    return pages;
  }
}
