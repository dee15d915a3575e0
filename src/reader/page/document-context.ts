import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { ReadingLimits } from '../../limits.js';
import type { Ops } from '../interpreter/operators.js';
import type { FontInfo } from '../interpreter/text-state.js';
import type { PageCheck } from '../objects/page-check.js';
import type { OpenDocument } from '../pdfjs/document.js';
import type { GlyphSource, Outline } from '../picture/shown-types.js';

/** What is the same for all pages of a document. */
export interface DocumentContext {
  readonly ops: Ops;
  /** Whether content in an optional-content group (layer) is shown. */
  readonly layerVisible: (group: unknown) => boolean;
  /** Fonts by pdfjs's name of them, filled while pages are read. */
  readonly fonts: Map<string, FontInfo>;
  readonly limits: ReadingLimits;
  /** Outlines of glyphs by pdfjs's name of them, filled while pages are drawn; it gives each away once. */
  readonly outlines: Map<string, { readonly source: GlyphSource; readonly outline: Outline | null }>;
  /** Sees each page that is read. */
  readonly check: PageCheck;
}

export async function documentContext(
  { doc, ops }: OpenDocument,
  limits: ReadingLimits,
  check: PageCheck,
): Promise<DocumentContext> {
  const layerVisible = await layerFilter(doc);
  return { ops, limits, check, layerVisible, fonts: new Map(), outlines: new Map() };
}

/** Layers (optional content) that the file's default configuration hides are not read. */
async function layerFilter(doc: PDFDocumentProxy): Promise<DocumentContext['layerVisible']> {
  const config = await doc.getOptionalContentConfig().catch(() => null);
  return (group) => {
    if (!config || !group) return true;
    try {
      return config.isVisible(group);
    } catch {
      return true;
    }
  };
}
