import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import type { Box } from '../../geometry/box.js';
import type { UnreadPage } from '../../limits.js';
import { fontInfo } from '../fonts/font-info.js';
import { fontsWithoutUnicode, isImplausible } from '../fonts/without-unicode.js';
import type { Drawing, DrawnGlyph } from '../interpreter/drawing.js';
import { interpret } from '../interpreter/interpret.js';
import { IDENTITY, toMatrix } from '../interpreter/matrix.js';
import { checkCharacters, type PageFacts, PageLimitError } from '../interpreter/page-facts.js';
import { levelled } from '../interpreter/slants.js';
import { noteDamage, type Watched, watched } from '../pdfjs/damage.js';
import { withDroppedImages } from '../pdfjs/dropped-images.js';
import type { PageContent } from '../reader-types.js';
import { READER_TOLERANCES } from '../tolerances.js';
import { boxDrawing } from './box-drawing.js';
import type { DocumentContext } from './document-context.js';
import { fillEdges } from './fill-edges.js';
import { differingFields, fieldValues, withFields } from './form-fields.js';
import { isOdd } from './oddities.js';
import { outlinedText } from './outlined-text.js';
import { visibleGlyphs, visibleRulings } from './visible.js';

/** pdfjs's `AnnotationMode.ENABLE`: annotations are drawn with the page as a viewer prints them. */
const DRAW_ANNOTATIONS = 1;

/** Reads one page, and says what damage it met. */
export async function readPage(
  doc: PDFDocumentProxy,
  number: number,
  context: DocumentContext,
): Promise<Watched<PageContent | UnreadPage>> {
  const { value, damage } = await watched(() => pageOrProblem(doc, number, context));
  if ('problem' in value) {
    // What pdfjs itself says may name the object that is lacking.
    return { value, damage: typeof value.problem === 'string' ? [...damage, value.problem] : damage };
  }
  return damage.length === 0 ? { value, damage } : { value: { ...value, isDamaged: true }, damage };
}

async function pageOrProblem(
  doc: PDFDocumentProxy,
  number: number,
  context: DocumentContext,
): Promise<PageContent | UnreadPage> {
  let page: PDFPageProxy | undefined;
  try {
    page = await doc.getPage(number);
    const fault = context.check.contentFault(page.ref);
    if (fault !== null) noteDamage(fault);
    return await pageContent(page, context);
  } catch (error) {
    if (error instanceof PageLimitError) return { number, code: 'page-over-limit', problem: error.said };
    return { number, code: 'page-unreadable', problem: error instanceof Error ? error.message : String(error) };
  } finally {
    page?.cleanup();
  }
}

async function pageContent(page: PDFPageProxy, context: DocumentContext): Promise<PageContent> {
  const viewport = page.getViewport({ scale: 1 });
  const list = withDroppedImages(await page.getOperatorList({ annotationMode: DRAW_ANNOTATIONS }), context.ops);
  const facts: PageFacts = {
    viewport: toMatrix(viewport.transform) ?? IDENTITY,
    page: { x0: 0, y0: 0, x1: viewport.width, y1: viewport.height },
    font: (id) => fontInfo(page, id, context.fonts),
    layerVisible: context.layerVisible,
    limits: context.limits,
  };
  const asPlaced = interpret(list, context.ops, facts);
  // A scan is levelled with its picture.
  const slant = hasScan(asPlaced, facts.page) ? 0 : asPlaced.slants.ofPage();
  const level = slant === 0 ? null : levelled(facts.viewport, facts.page, slant);
  const drawing = level ? interpret(list, context.ops, { ...facts, ...level }) : asPlaced;
  const { seen: drawn, aside } = visibleGlyphs(drawing, (level ?? facts).page);
  const values = fieldValues(await page.getAnnotations().catch(() => []));
  checkCharacters(
    values.reduce((sum, { value }) => sum + value.length, drawing.characters),
    context.limits,
  );
  const differing = differingFields(drawn, values, (level ?? facts).viewport);
  const framed = boxDrawing(withFields(drawn, values, (level ?? facts).viewport));
  const seen = framed.glyphs;
  const outlined = outlinedText(drawing.grounds, seen);
  const unreadable = fontsWithoutUnicode(drawing.glyphs);
  const bad = (g: DrawnGlyph): boolean => unreadable.has(g.font) || isImplausible(g.text);
  return {
    number: page.pageNumber,
    width: viewport.width,
    height: viewport.height,
    glyphs: seen.filter((g) => !bad(g)),
    rulings: [...visibleRulings(drawing), ...framed.rulings],
    edges: fillEdges(drawing.areas),
    images: drawing.images.map((image) => image.box),
    unreadableGlyphs: seen.filter(bad).length,
    ...(aside.length > 0 ? { aside } : {}),
    ...(drawing.linesOver >= READER_TOLERANCES.minLinesOver ? { isCut: true } : {}),
    ...(differing.length > 0 ? { fieldsDiffer: differing } : {}),
    ...(isOdd(drawing, (level ?? facts).page) ? { isOdd: true } : {}),
    ...(level ? { turn: level.turn } : {}),
    ...(outlined ? { outlined } : {}),
    ...(drawing.missingFonts.size > 0 ? { lacksText: true } : {}),
  };
}

/** Whether a picture covers most of the page. */
const hasScan = ({ images }: Drawing, { x1, y1 }: Box): boolean =>
  images.some(({ box: b }) => (b.x1 - b.x0) * (b.y1 - b.y0) > READER_TOLERANCES.maxCoverPicture * x1 * y1);
