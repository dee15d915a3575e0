import { type Box, union } from '../../geometry/box.js';
import { messageOf } from '../../messages/say.js';
import type { Ruling } from '../reader-types.js';
import { clipRuling, goesBeyond, hasMiddleIn, intersect, within } from './clip.js';
import { type Drawing, type DrawnArea, type DrawnGlyph, emptyDrawing, isWhite, rulingBox } from './drawing.js';
import { type GraphicsState, hidesAll, howDrawn, initialState, isShown, stateChange } from './graphics-state.js';
import { IDENTITY, type Matrix, mapRect, multiply, toMatrix } from './matrix.js';
import { checkCharacters, type Numbers, type PageFacts, PageLimitError, type Painting } from './page-facts.js';
import { boundsOf, isRectangle, type Subpath } from './paths/boxes.js';
import { decodePath, fillShapes, ringsOf, strokeRulings } from './paths/paths.js';
import { TextEdge } from './text-edge.js';
import { type PdfGlyph, TextPen } from './text-state.js';

/** Deepest nesting of saved states that is followed; real pages stay under 30. */
const MAX_NESTING = 512;

/** Follows the graphics state through a page and collects what is drawn; one method for each kind of operator. */
export class Interpreter {
  readonly drawing: Drawing = emptyDrawing();
  private readonly initial: GraphicsState;
  private state: GraphicsState;
  private stack: GraphicsState[] = [];
  private readonly pen = new TextPen();
  private readonly edge = new TextEdge(this.drawing.cutOffs, this.drawing.slivers);
  private clipNext = false;
  private annotation: string | null = null;
  /** One entry per open marked-content sequence: whether it hides its content. */
  private readonly marked: boolean[] = [];
  private hidden = 0;
  private order = 0;
  /** Glyphs that were met so far, seen or not. */
  private serial = 0;

  constructor(private readonly input: PageFacts) {
    this.initial = initialState(input);
    this.state = { ...this.initial };
  }

  /** Says which operator comes next, by its position in painting order. */
  at(order: number): void {
    this.order = order;
  }

  /** @throws {PageLimitError} where the page has drawn more than it may. */
  checkLimits(): void {
    const { rulings, areas, rings, images, grounds } = this.drawing;
    const { limits } = this.input;
    checkCharacters(this.drawing.characters, limits);
    if (Math.max(rulings.length, areas.length, rings.length, images.length, grounds.length) > limits.rulings) {
      throw new PageLimitError(messageOf('tooManyRulings', { limit: limits.rulings }));
    }
  }

  save(): void {
    if (this.stack.length < MAX_NESTING) this.stack.push(this.state);
    this.state = { ...this.state };
  }

  restore(): void {
    this.state = this.stack.pop() ?? this.state;
  }

  concat(matrix: Numbers | null): void {
    const m = toMatrix(matrix);
    if (m) this.state.ctm = multiply(this.state.ctm, m);
  }

  set(change: Partial<GraphicsState>): void {
    Object.assign(this.state, change);
  }

  setGState(entries: readonly (readonly [string, unknown])[]): void {
    for (const [key, value] of entries) if (key === 'Font' && Array.isArray(value)) this.setFont(value[0], value[1]);
    this.set(stateChange(entries));
  }

  clip(): void {
    this.clipNext = true;
  }

  private clipTo(box: Box | null): void {
    if (box) this.state.clip = within(box, this.state.clip);
  }

  // Forms, groups, layers and annotations

  beginForm(matrix: Numbers | null, bbox: Numbers | null): void {
    this.save();
    this.concat(matrix);
    this.clipTo(bbox && mapRect(this.state.ctm, bbox));
  }

  /** The group's matrix and box come again with the form inside it: only the state is saved here. */
  beginGroup(group: { readonly smask?: unknown } | undefined): void {
    this.save();
    // What is set inside of the group counts within it (PDF 32000-1, 11.6.6).
    this.state.groupAlpha *= this.state.fillAlpha;
    this.state.fillAlpha = this.state.strokeAlpha = 1;
    if (group?.smask) this.state.softMask = true;
  }

  beginMarked(tag: string, group?: unknown): void {
    const hides = tag === 'OC' && !this.input.layerVisible(group);
    this.marked.push(hides);
    if (hides) this.hidden++;
  }

  endMarked(): void {
    if (this.marked.pop()) this.hidden--;
  }

  beginAnnotation(id: string, rect: Numbers | null, transform: Numbers, matrix: Numbers): void {
    this.endAnnotation();
    this.annotation = id;
    this.clipTo(rect && mapRect(this.state.ctm, rect));
    this.concat(transform);
    this.concat(matrix);
  }

  endAnnotation(): void {
    this.stack = [];
    this.state = { ...this.initial };
    this.annotation = null;
  }

  private get isSeen(): boolean {
    return this.hidden === 0 && !this.state.softMask;
  }

  // Paths and images

  constructPath(painting: Painting, stream: Numbers | null | undefined): void {
    const clips = this.clipNext;
    this.clipNext = false;
    if (!stream || stream.length === 0) return;
    const subpaths = decodePath(stream, this.state.ctm);
    if (this.isSeen && painting.fills && isShown(this.state.fillAlpha, this.state))
      this.fill(subpaths, painting.evenOdd);
    if (this.isSeen && painting.strokes && isShown(this.state.strokeAlpha, this.state)) this.stroke(subpaths);
    if (this.isSeen && (painting.fills || painting.strokes)) {
      const color = painting.strokes ? this.state.strokeColor : this.state.fillColor;
      for (const box of ringsOf(subpaths)) this.drawing.rings.push({ box, color });
    }
    if (!clips) return;
    this.state.clipsShape ||= subpaths.length !== 1 || !isRectangle(subpaths[0] as Subpath);
    this.clipTo(union(subpaths.map(boundsOf)));
  }

  private fill(subpaths: readonly Subpath[], evenOdd: boolean): void {
    const { rulings, areas, others } = fillShapes(subpaths, evenOdd);
    const isOpaque = hidesAll(this.state);
    for (const area of areas) this.addArea(this.drawing.areas, area, this.state.fillColor, isOpaque);
    for (const other of others) this.addArea(this.drawing.grounds, other);
    for (const ruling of rulings) this.addRuling(ruling, this.state.fillColor);
  }

  /** A shading fills all that the clip leaves. */
  shade(): void {
    if (this.isSeen && isShown(this.state.fillAlpha, this.state))
      this.addArea(this.drawing.grounds, this.state.clip, 'pattern');
  }

  private addArea(list: DrawnArea[], area: Box, color = this.state.fillColor, isOpaque = false): void {
    const box = intersect(area, this.state.clip);
    if (box) list.push({ box, color, order: this.order, ...(isOpaque ? { opaque: true } : {}) });
  }

  private stroke(subpaths: readonly Subpath[]): void {
    const { ctm, lineWidth, strokeColor } = this.state;
    const scale = Math.sqrt(Math.abs(ctm[0] * ctm[3] - ctm[1] * ctm[2]));
    for (const ruling of strokeRulings(subpaths, lineWidth * scale)) this.addRuling(ruling, strokeColor);
  }

  /** A white line cannot be seen, but it hides what it is drawn over: it counts as an area. */
  private addRuling(ruling: Ruling, color: string): void {
    if (goesBeyond(ruling, this.input.page)) this.drawing.linesOver++;
    const clipped = clipRuling(ruling, this.state.clip, this.order);
    if (!clipped) return;
    if (isWhite(color)) this.drawing.areas.push({ box: rulingBox(clipped), color, order: this.order });
    else this.drawing.rulings.push(clipped);
  }

  image(
    source: unknown,
    { isMask = false, placement = IDENTITY }: { isMask?: boolean; placement?: Matrix } = {},
  ): void {
    const matrix = multiply(this.state.ctm, placement);
    const box = this.isSeen ? mapRect(matrix, [0, 0, 1, 1]) : null;
    const seen = box && intersect(box, this.state.clip);
    if (seen)
      this.drawing.images.push({
        order: this.order,
        box: seen,
        matrix,
        source,
        stencil: isMask ? this.state.fillColor : null,
      });
  }

  // Text

  beginText(): void {
    this.pen.setMatrix(IDENTITY);
  }

  setTextMatrix(matrix: Numbers): void {
    this.pen.setMatrix(toMatrix(matrix) ?? IDENTITY);
  }

  moveText(tx: number, ty: number): void {
    this.pen.moveLine(tx, ty);
  }

  nextLine(): void {
    this.pen.moveLine(0, this.state.leading);
  }

  setFont(id: string, size: number): void {
    this.state.fontId = id;
    this.state.font = this.input.font(id);
    this.state.fontSize = Number.isFinite(size) ? size : 0;
  }

  showText(glyphs: readonly (PdfGlyph | number | null)[]): void {
    const { state, order, annotation } = this;
    const alpha = state.fillAlpha * state.groupAlpha;
    const drawn = this.isSeen && isShown(state.fillAlpha, state);
    const invisible = state.renderMode === 3 || state.renderMode === 7;
    if (drawn && state.font?.isMissing) this.drawing.missingFonts.add(state.fontId);
    // The pen moves also where nothing is seen.
    const slant = this.pen.show(glyphs, state, state.ctm, (glyph, box, size, angle, em) => {
      const serial = this.serial++;
      if (!drawn) return;
      if (!hasMiddleIn(box, state.clip)) return this.edge.left(glyph.unicode, box, size, intersect(box, state.clip));
      const drawnGlyph: DrawnGlyph = {
        text: state.font?.signs?.get(glyph.unicode) ?? glyph.unicode,
        ...{ box, size, angle, invisible, order, annotation, serial },
        vertical: state.font?.vertical === true,
        font: state.fontId,
        color: state.fillColor,
        ...howDrawn(state, alpha),
      };
      this.drawing.glyphs.push(drawnGlyph);
      this.input.onGlyph?.(drawnGlyph, glyph, em());
      this.edge.kept(drawnGlyph);
      this.drawing.characters += Math.max(1, glyph.unicode.length);
    });
    if (drawn && !invisible) this.drawing.slants.add(slant, glyphs.length);
  }
}
