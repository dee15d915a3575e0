import type { PDFPageProxy } from 'pdfjs-dist';
import { fontInfo } from '../fonts/font-info.js';
import { interpret } from '../interpreter/interpret.js';
import { IDENTITY, toMatrix } from '../interpreter/matrix.js';
import type { PdfGlyph } from '../interpreter/text-state.js';
import type { DocumentContext } from '../page/document-context.js';
import { renderedPicture } from './rendered.js';
import type { GlyphSource, Outline, ShownGlyph, ShownPage } from './shown-types.js';

/** pdfjs's `AnnotationMode.ENABLE`. */
const DRAW_ANNOTATIONS = 1;

interface Font {
  readonly isType3Font?: boolean;
  readonly missingFile?: boolean;
}

/**
 * Draws a page as a viewer shows it, annotations included, and tells what it draws.
 *
 * @throws {EvalxError} `canvas-missing`; {PageLimitError} where the page draws more than it may.
 */
export async function shownPage(page: PDFPageProxy, context: DocumentContext, dpi: number): Promise<ShownPage> {
  const viewport = page.getViewport({ scale: 1 });
  const list = await page.getOperatorList({ annotationMode: DRAW_ANNOTATIONS });
  const glyphs: ShownGlyph[] = [];
  const outlines = outlineFinder(page, context.outlines);
  const drawing = interpret(list, context.ops, {
    viewport: toMatrix(viewport.transform) ?? IDENTITY,
    page: { x0: 0, y0: 0, x1: viewport.width, y1: viewport.height },
    font: (id) => fontInfo(page, id, context.fonts),
    layerVisible: context.layerVisible,
    limits: context.limits,
    onGlyph: (glyph, { fontChar }: PdfGlyph, em) => {
      const code = fontChar ?? '';
      glyphs.push({ glyph, code, em, ...outlines(glyph.font, code) });
    },
  });
  // The outlines were taken first: pdfjs gives them away when it draws.
  return { picture: await renderedPicture(page, dpi, 'display'), glyphs, drawing };
}

type Found = Pick<ShownGlyph, 'source' | 'outline'>;

function outlineFinder({ commonObjs }: PDFPageProxy, known: Map<string, Found>): (font: string, code: string) => Found {
  const sources = new Map<string, GlyphSource>();
  const sourceOf = (font: string): GlyphSource => {
    let source = sources.get(font);
    if (source === undefined) {
      const held = commonObjs.has(font) ? (commonObjs.get(font) as Font | null) : null;
      source = held?.isType3Font ? 'program' : !held || held.missingFile ? 'none' : 'outline';
      sources.set(font, source);
    }
    return source;
  };
  return (font, code) => {
    const id = `${font}_path_${code}`;
    let found = known.get(id);
    if (!found) {
      const source = sourceOf(font);
      const held =
        source === 'outline' && commonObjs.has(id) ? (commonObjs.get(id) as { path?: Outline } | null) : null;
      found = { source, outline: held?.path ?? null };
      if (found.source !== 'outline' || found.outline) known.set(id, found);
    }
    return found;
  };
}
