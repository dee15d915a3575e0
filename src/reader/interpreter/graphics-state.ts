import { type Box, midX, midY, union } from '../../geometry/box.js';
import type { ReadingLimits } from '../../limits.js';
import { MessageError } from '../../messages/message-error.js';
import { messageOf } from '../../messages/say.js';
import type { Ruling } from '../reader-types.js';
import { type Drawing, type DrawnArea, type DrawnGlyph, type DrawnRuling, isWhite, rulingBox } from './drawing.js';
import { IDENTITY, type Matrix, mapRect, multiply, toMatrix } from './matrix.js';
import { boundsOf, decodePath, fillShapes, ringsOf, type Subpath, strokeRulings } from './paths.js';
import { type FontInfo, INITIAL_TEXT, type PdfGlyph, TextPen, type TextState } from './text-state.js';

export type Numbers = ArrayLike<number>;

/** What an operator does with a path. */
export interface Painting {
  readonly fills: boolean;
  readonly strokes: boolean;
  readonly evenOdd: boolean;
}

/** What a page may draw: glyphs, and all else. */
export type PageLimits = Pick<ReadingLimits, 'items' | 'rulings'>;

/** A page that draws more than it may. */
export class PageLimitError extends MessageError {
  override readonly name = 'PageLimitError';
}

/** What the walk needs to know of a page. */
export interface PageFacts {
  /** PDF user space to page points, origin top left, rotation and UserUnit applied. */
  readonly viewport: Matrix;
  readonly page: Box;
  readonly font: (id: string) => FontInfo | null;
  /** Whether content in this optional-content group (layer) is shown. */
  readonly layerVisible: (group: unknown) => boolean;
  readonly limits: PageLimits;
}

interface GraphicsState extends TextState {
  ctm: Matrix;
  clip: Box;
  lineWidth: number;
  /** `#rrggbb`, or a word for a pattern. */
  fillColor: string;
  strokeColor: string;
  fillAlpha: number;
  strokeAlpha: number;
  /** Inside the content of a soft mask: it shapes other content and is not seen itself. */
  softMask: boolean;
}

/** Below this opacity nothing can be seen. */
const MIN_ALPHA = 0.02;
/** Deepest nesting of saved states that is followed; real pages stay under 30. */
const MAX_NESTING = 512;

/** The state of the walk; one method for each kind of operator. */
export class Interpreter {
  readonly drawing: Drawing = {
    ...{ glyphs: [], rulings: [], areas: [], rings: [], images: [] },
    ...{ grounds: [], lostFonts: new Set() },
  };
  private readonly initial: GraphicsState;
  private state: GraphicsState;
  private stack: GraphicsState[] = [];
  private readonly pen = new TextPen();
  private clipNext = false;
  private annotation: string | null = null;
  /** One entry per open marked-content sequence: whether it hides its content. */
  private readonly marked: boolean[] = [];
  private hidden = 0;
  private order = 0;

  constructor(private readonly input: PageFacts) {
    this.initial = {
      ...INITIAL_TEXT,
      ctm: input.viewport,
      clip: input.page,
      lineWidth: 1,
      fillColor: '#000000',
      strokeColor: '#000000',
      fillAlpha: 1,
      strokeAlpha: 1,
      softMask: false,
    };
    this.state = { ...this.initial };
  }

  /** Says which operator comes next, by its position in painting order. */
  at(order: number): void {
    this.order = order;
  }

  /** @throws {PageLimitError} where the page has drawn more than it may. */
  checkLimits(): void {
    const { glyphs, rulings, areas, rings, images, grounds } = this.drawing;
    const { limits } = this.input;
    if (glyphs.length > limits.items) throw new PageLimitError(messageOf('tooManyCharacters', { limit: limits.items }));
    if (Math.max(rulings.length, areas.length, rings.length, images.length, grounds.length) > limits.rulings) {
      throw new PageLimitError(messageOf('tooManyRulings', { limit: limits.rulings }));
    }
  }

  // State

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
    for (const [key, value] of entries) {
      if (key === 'Font' && Array.isArray(value)) this.setFont(value[0], value[1]);
      if (typeof value !== 'number') continue;
      if (key === 'LW') this.state.lineWidth = value;
      else if (key === 'CA') this.state.strokeAlpha = value;
      else if (key === 'ca') this.state.fillAlpha = value;
    }
  }

  clip(): void {
    this.clipNext = true;
  }

  private clipTo(box: Box | null): void {
    if (!box) return;
    const { clip } = this.state;
    this.state.clip = {
      x0: Math.max(clip.x0, box.x0),
      y0: Math.max(clip.y0, box.y0),
      x1: Math.min(clip.x1, box.x1),
      y1: Math.min(clip.y1, box.y1),
    };
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
    if (this.isSeen && painting.fills && this.state.fillAlpha > MIN_ALPHA) this.fill(subpaths, painting.evenOdd);
    if (this.isSeen && painting.strokes && this.state.strokeAlpha > MIN_ALPHA) this.stroke(subpaths);
    if (this.isSeen && (painting.fills || painting.strokes)) {
      const color = painting.strokes ? this.state.strokeColor : this.state.fillColor;
      for (const box of ringsOf(subpaths)) this.drawing.rings.push({ box, color });
    }
    if (clips) this.clipTo(union(subpaths.map(boundsOf)));
  }

  private fill(subpaths: readonly Subpath[], evenOdd: boolean): void {
    const { rulings, areas, others } = fillShapes(subpaths, evenOdd);
    for (const area of areas) this.addArea(this.drawing.areas, area);
    for (const other of others) this.addArea(this.drawing.grounds, other);
    for (const ruling of rulings) this.addRuling(ruling, this.state.fillColor);
  }

  /** A shading fills all that the clip leaves. */
  shade(): void {
    if (this.isSeen && this.state.fillAlpha > MIN_ALPHA) this.addArea(this.drawing.grounds, this.state.clip, 'pattern');
  }

  private addArea(list: DrawnArea[], area: Box, color = this.state.fillColor): void {
    const box = intersect(area, this.state.clip);
    if (box) list.push({ box, color, order: this.order });
  }

  private stroke(subpaths: readonly Subpath[]): void {
    const { ctm, lineWidth, strokeColor } = this.state;
    const scale = Math.sqrt(Math.abs(ctm[0] * ctm[3] - ctm[1] * ctm[2]));
    for (const ruling of strokeRulings(subpaths, lineWidth * scale)) this.addRuling(ruling, strokeColor);
  }

  /** A white line is no ruling, but it hides what it is drawn over. */
  private addRuling(ruling: Ruling, color: string): void {
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
    if (seen) this.drawing.images.push({ box: seen, matrix, source, stencil: isMask ? this.state.fillColor : null });
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
    const drawn = this.isSeen && state.fillAlpha > MIN_ALPHA;
    const invisible = state.renderMode === 3 || state.renderMode === 7;
    if (drawn && state.font?.isLost) this.drawing.lostFonts.add(state.fontId);
    // The pen moves also where nothing is seen.
    this.pen.show(glyphs, state, state.ctm, (glyph, box, size, angle) => {
      if (!drawn || !hasMiddleIn(box, state.clip)) return;
      const drawnGlyph: DrawnGlyph = {
        text: glyph.unicode,
        box,
        size,
        angle,
        vertical: state.font?.vertical === true,
        font: state.fontId,
        invisible,
        color: state.fillColor,
        order,
        annotation,
      };
      this.drawing.glyphs.push(drawnGlyph);
    });
  }
}

/** Whether the middle of the box lies inside the clip: what is drawn outside of it cannot be seen. */
function hasMiddleIn(box: Box, clip: Box): boolean {
  const cx = midX(box);
  const cy = midY(box);
  return cx >= clip.x0 - 0.5 && cx <= clip.x1 + 0.5 && cy >= clip.y0 - 0.5 && cy <= clip.y1 + 0.5;
}

function intersect(a: Box, b: Box): Box | null {
  const box = {
    x0: Math.max(a.x0, b.x0),
    y0: Math.max(a.y0, b.y0),
    x1: Math.min(a.x1, b.x1),
    y1: Math.min(a.y1, b.y1),
  };
  return box.x0 < box.x1 && box.y0 < box.y1 ? box : null;
}

/** The part of a ruling inside the clip. A line along the clip's edge is kept: half of its width still shows. */
function clipRuling(r: Ruling, clip: Box, order: number): DrawnRuling | null {
  const slack = r.width / 2 + 0.5;
  const [lo, hi, from, to] =
    r.axis === 'h' ? [clip.y0, clip.y1, clip.x0, clip.x1] : [clip.x0, clip.x1, clip.y0, clip.y1];
  if (r.at < lo - slack || r.at > hi + slack) return null;
  const start = Math.max(r.from, from);
  const end = Math.min(r.to, to);
  return start < end ? { axis: r.axis, at: r.at, from: start, to: end, width: r.width, order } : null;
}
