import { type Box, union } from '../geometry.js';
import { IDENTITY, type Matrix, multiply, toMatrix } from './matrix.js';
import { boundsOf, decodePath, fillShapes, strokeRulings } from './paths.js';
import type { Glyph, Ruling } from './types.js';

/** The operator list of a page as pdfjs gives it. */
export interface OperatorList {
  readonly fnArray: ArrayLike<number>;
  readonly argsArray: ArrayLike<unknown>;
}

/** The names of pdfjs's `OPS` with their numbers. */
export type Ops = Readonly<Record<string, number>>;

/** What the interpreter needs to know of a font. */
export interface FontInfo {
  readonly vertical: boolean;
  readonly type3: boolean;
  /** Glyph space to text space, usually 0.001. */
  readonly fontMatrix: Matrix;
  /** Default vertical metrics `[w1y, vx, vy]` in glyph space. */
  readonly defaultVMetrics: readonly number[] | null;
}

/** A glyph with what is needed to say later whether it can be seen. */
export interface DrawnGlyph extends Glyph {
  readonly font: string;
  /** Drawn with render mode 3 or 7: there for copying and searching only. */
  readonly invisible: boolean;
  readonly white: boolean;
  /** Position in painting order. */
  readonly order: number;
  /** Id of the annotation that drew it, if one did. */
  readonly annotation: string | null;
}

export interface DrawnRuling extends Ruling {
  readonly order: number;
}

export interface DrawnArea {
  readonly box: Box;
  readonly white: boolean;
  readonly order: number;
}

/** All marks of a page in page points, hidden ones included. */
export interface Drawing {
  readonly glyphs: DrawnGlyph[];
  readonly rulings: DrawnRuling[];
  readonly areas: DrawnArea[];
  readonly images: Box[];
}

export interface InterpretInput {
  readonly ops: Ops;
  readonly list: OperatorList;
  /** PDF user space to page points, origin top left, rotation and UserUnit applied. */
  readonly viewport: Matrix;
  readonly page: Box;
  readonly font: (id: string) => FontInfo | null;
  /** Whether content in this optional-content group (layer) is shown. */
  readonly layerVisible: (group: unknown) => boolean;
}

interface GraphicsState {
  ctm: Matrix;
  clip: Box;
  lineWidth: number;
  fillWhite: boolean;
  strokeWhite: boolean;
  fillAlpha: number;
  strokeAlpha: number;
  softMask: boolean;
  fontId: string;
  font: FontInfo | null;
  fontSize: number;
  charSpacing: number;
  wordSpacing: number;
  /** Horizontal scaling as a fraction. */
  hScale: number;
  leading: number;
  rise: number;
  renderMode: number;
}

interface PdfGlyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
  readonly vmetric?: readonly number[] | null;
}

/** Part of the em above and below the baseline. Ideographs fill their em box: 0.88 above, 0.12 below. */
const ASCENT = 0.88;
const DESCENT = 0.12;
/** Below this opacity nothing can be seen. */
const MIN_ALPHA = 0.02;
/** Deepest nesting of saved states that is followed; real pages stay under 30. */
const MAX_NESTING = 512;

type Handler = (args: never) => void;

/**
 * Walks the operator list of one page with the full graphics state (PDF 32000-1, 8.4 and 9.3) and collects glyphs,
 * rulings, areas and images. One pass serves text and lines, so that the page's content is interpreted once.
 */
export function interpret(input: InterpretInput): Drawing {
  const { ops, list } = input;
  const drawing: Drawing = { glyphs: [], rulings: [], areas: [], images: [] };
  const initial: GraphicsState = {
    ctm: input.viewport,
    clip: input.page,
    lineWidth: 1,
    fillWhite: false,
    strokeWhite: false,
    fillAlpha: 1,
    strokeAlpha: 1,
    softMask: false,
    fontId: '',
    font: null,
    fontSize: 0,
    charSpacing: 0,
    wordSpacing: 0,
    hScale: 1,
    leading: 0,
    rise: 0,
    renderMode: 0,
  };
  let state = { ...initial };
  let stack: GraphicsState[] = [];
  let textMatrix: Matrix = IDENTITY;
  let lineX = 0;
  let lineY = 0;
  let x = 0;
  let y = 0;
  let pendingClip = false;
  let annotation: string | null = null;
  /** One entry per open marked-content sequence: whether it hides its content. */
  const marked: boolean[] = [];
  let hidden = 0;
  let order = 0;

  const save = (): void => {
    if (stack.length < MAX_NESTING) stack.push(state);
    state = { ...state };
  };
  const restore = (): void => {
    state = stack.pop() ?? state;
  };
  const concat = (m: Matrix | null): void => {
    if (m) state.ctm = multiply(state.ctm, m);
  };
  const clipTo = (box: Box): void => {
    const c = state.clip;
    state.clip = {
      x0: Math.max(c.x0, box.x0),
      y0: Math.max(c.y0, box.y0),
      x1: Math.min(c.x1, box.x1),
      y1: Math.min(c.y1, box.y1),
    };
  };
  const clipToRect = (rect: ArrayLike<number> | null | undefined): void => {
    const box = rect && mapRect(state.ctm, rect);
    if (box) clipTo(box);
  };

  const addRuling = (ruling: Ruling, white: boolean): void => {
    const clipped = clipRuling(ruling, state.clip);
    if (!clipped) return;
    if (white) drawing.areas.push({ box: rulingBox(clipped), white: true, order });
    else drawing.rulings.push({ ...clipped, order });
  };
  const addArea = (box: Box, white: boolean): void => {
    const b = intersect(box, state.clip);
    if (b) drawing.areas.push({ box: b, white, order });
  };

  const constructPath = (args: readonly [number, readonly (ArrayLike<number> | null)[], unknown]): void => {
    const [paint, [stream]] = args;
    const clipping = pendingClip;
    pendingClip = false;
    if (!stream || stream.length === 0) return;
    const subpaths = decodePath(stream, state.ctm);
    if (hidden === 0 && !state.softMask) {
      const fills = fillOps.has(paint);
      const strokes = strokeOps.has(paint);
      if (fills && state.fillAlpha > MIN_ALPHA) {
        const { rulings, areas } = fillShapes(subpaths, evenOddOps.has(paint));
        for (const area of areas) addArea(area, state.fillWhite);
        for (const ruling of rulings) addRuling(ruling, state.fillWhite);
      }
      if (strokes && state.strokeAlpha > MIN_ALPHA) {
        const scale = Math.sqrt(Math.abs(state.ctm[0] * state.ctm[3] - state.ctm[1] * state.ctm[2]));
        for (const ruling of strokeRulings(subpaths, state.lineWidth * scale)) addRuling(ruling, state.strokeWhite);
      }
    }
    if (clipping) {
      const bounds = union(subpaths.map(boundsOf));
      if (bounds) clipTo(bounds);
    }
  };

  const addImage = (m: Matrix): void => {
    const box = hidden === 0 ? mapRect(m, [0, 0, 1, 1]) : null;
    const b = box && intersect(box, state.clip);
    if (b) drawing.images.push(b);
  };

  const showText = (glyphs: readonly (PdfGlyph | number | null)[]): void => {
    const { font, fontSize, hScale, rise } = state;
    if (!font || fontSize === 0 || !Array.isArray(glyphs)) return;
    const glyphScale = fontSize * font.fontMatrix[0];
    const m = multiply(state.ctm, textMatrix);
    // Directions of one text-space unit along the baseline and upwards, in page points.
    const ux = m[0] * hScale;
    const uy = m[1] * hScale;
    const vx = m[2];
    const vy = m[3];
    const size = Math.abs(fontSize) * Math.hypot(vx, vy);
    const sign = Math.sign(fontSize);
    const angle = readingAngle(ux * sign, uy * sign);
    // With `show` false the pen still moves.
    const show = hidden === 0 && !state.softMask && state.fillAlpha > MIN_ALPHA && Number.isFinite(size);
    const invisible = state.renderMode === 3 || state.renderMode === 7;
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') {
        const shift = (glyph * fontSize) / 1000;
        if (font.vertical) y -= shift;
        else x -= shift * hScale;
        continue;
      }
      if (!glyph) continue;
      const spacing = state.charSpacing + (glyph.isSpace ? state.wordSpacing : 0);
      const w = glyph.width * glyphScale;
      let left = x;
      let base = y + rise;
      let advance = w * hScale;
      if (font.vertical) {
        const vm = glyph.vmetric ?? font.defaultVMetrics ?? [-1000, glyph.width / 2, 880];
        const vmx = glyph.vmetric ? (vm[1] ?? 0) : glyph.width / 2;
        left = x - vmx * glyphScale * hScale;
        base = y + rise - (vm[2] ?? 880) * glyphScale;
        y += (vm[0] ?? -1000) * glyphScale + spacing;
      } else {
        x += (w + spacing) * hScale;
      }
      if (!show) continue;
      // A glyph without a width of its own (some Type 3 and vertical fonts) still takes room on the page.
      if (font.vertical && advance === 0) advance = fontSize * hScale;
      const dx = advance / hScale;
      const ox = m[0] * left + m[2] * base + m[4];
      const oy = m[1] * left + m[3] * base + m[5];
      const up = ASCENT * fontSize;
      const down = -DESCENT * fontSize;
      const ax = ux * dx;
      const ay = uy * dx;
      const box = boxOf(ox, oy, ax, ay, vx, vy, up, down);
      if (!box || !touches(box, state.clip)) continue;
      drawing.glyphs.push({
        text: glyph.unicode,
        box,
        size,
        angle,
        vertical: font.vertical,
        font: state.fontId,
        invisible,
        white: state.fillWhite,
        order,
        annotation,
      });
    }
  };

  const moveText = (tx: number, ty: number): void => {
    lineX += tx;
    lineY += ty;
    x = lineX;
    y = lineY;
  };
  const setTextMatrix = (m: Matrix | null): void => {
    textMatrix = m ?? IDENTITY;
    x = y = lineX = lineY = 0;
  };
  const setGState = (entries: readonly (readonly [string, unknown])[]): void => {
    for (const [key, value] of entries) {
      if (key === 'LW' && typeof value === 'number') state.lineWidth = value;
      else if (key === 'CA' && typeof value === 'number') state.strokeAlpha = value;
      else if (key === 'ca' && typeof value === 'number') state.fillAlpha = value;
      else if (key === 'Font' && Array.isArray(value)) setFont(value[0] as string, value[1] as number);
    }
  };
  const setFont = (id: string, size: number): void => {
    state.fontId = id;
    state.font = input.font(id);
    state.fontSize = Number.isFinite(size) ? size : 0;
  };
  const beginMarked = (hides: boolean): void => {
    marked.push(hides);
    if (hides) hidden++;
  };
  const beginForm = (matrix: ArrayLike<number> | null, bbox: ArrayLike<number> | null): void => {
    save();
    concat(toMatrix(matrix));
    clipToRect(bbox);
  };

  const numbers = (o: readonly string[]): Set<number> => new Set(o.map((name) => ops[name] ?? -1));
  const fillOps = numbers(['fill', 'eoFill', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke']);
  const strokeOps = numbers([
    'stroke',
    'closeStroke',
    'fillStroke',
    'eoFillStroke',
    'closeFillStroke',
    'closeEOFillStroke',
  ]);
  const evenOddOps = numbers(['eoFill', 'eoFillStroke', 'closeEOFillStroke']);

  const handlers: Record<string, Handler> = {
    save,
    restore,
    transform: (a: ArrayLike<number>) => concat(toMatrix(a)),
    setLineWidth: ([w]: [number]) => {
      state.lineWidth = Math.abs(w);
    },
    setGState: ([entries]: [[string, unknown][]]) => setGState(entries),
    clip: () => {
      pendingClip = true;
    },
    eoClip: () => {
      pendingClip = true;
    },
    constructPath,
    setFillRGBColor: (a: unknown[]) => {
      state.fillWhite = isWhite(a);
    },
    setStrokeRGBColor: (a: unknown[]) => {
      state.strokeWhite = isWhite(a);
    },
    setFillColorN: () => {
      state.fillWhite = false;
    },
    setStrokeColorN: () => {
      state.strokeWhite = false;
    },
    beginText: () => setTextMatrix(IDENTITY),
    setTextMatrix: (a: [ArrayLike<number>] | number[]) => setTextMatrix(toMatrix(flat(a))),
    moveText: ([tx, ty]: [number, number]) => moveText(tx, ty),
    setLeadingMoveText: ([tx, ty]: [number, number]) => {
      state.leading = ty;
      moveText(tx, ty);
    },
    nextLine: () => moveText(0, state.leading),
    setLeading: ([leading]: [number]) => {
      state.leading = -leading;
    },
    setCharSpacing: ([v]: [number]) => {
      state.charSpacing = v;
    },
    setWordSpacing: ([v]: [number]) => {
      state.wordSpacing = v;
    },
    setHScale: ([v]: [number]) => {
      state.hScale = v / 100 || 1;
    },
    setTextRise: ([v]: [number]) => {
      state.rise = v;
    },
    setTextRenderingMode: ([v]: [number]) => {
      state.renderMode = v;
    },
    setFont: ([id, size]: [string, number]) => setFont(id, size),
    showText: ([glyphs]: [(PdfGlyph | number)[]]) => showText(glyphs),
    showSpacedText: ([glyphs]: [(PdfGlyph | number)[]]) => showText(glyphs),
    nextLineShowText: ([glyphs]: [(PdfGlyph | number)[]]) => {
      moveText(0, state.leading);
      showText(glyphs);
    },
    paintFormXObjectBegin: ([matrix, bbox]: [ArrayLike<number> | null, ArrayLike<number> | null]) =>
      beginForm(matrix, bbox),
    paintFormXObjectEnd: restore,
    beginGroup: ([group]: [{ bbox?: ArrayLike<number> | null; smask?: unknown }]) => {
      // The group's matrix comes again with its paintFormXObjectBegin: only the state is saved here.
      save();
      if (group?.smask) state.softMask = true;
    },
    endGroup: restore,
    beginMarkedContent: () => beginMarked(false),
    beginMarkedContentProps: ([tag, group]: [string, unknown]) =>
      beginMarked(tag === 'OC' && !input.layerVisible(group)),
    endMarkedContent: () => {
      if (marked.pop()) hidden--;
    },
    beginAnnotation: ([id, rect, transform, matrix]: [string, number[] | null, number[], number[]]) => {
      stack = [];
      state = { ...initial };
      clipToRect(rect);
      concat(toMatrix(transform));
      concat(toMatrix(matrix));
      annotation = id;
    },
    endAnnotation: () => {
      stack = [];
      state = { ...initial };
      annotation = null;
    },
    paintImageXObject: () => addImage(state.ctm),
    paintInlineImageXObject: () => addImage(state.ctm),
    paintImageMaskXObject: () => addImage(state.ctm),
    paintSolidColorImageMask: () => addImage(state.ctm),
    paintImageXObjectRepeat: ([, sx, sy, positions]: [string, number, number, ArrayLike<number>]) => {
      for (let i = 0; i + 1 < positions.length; i += 2) {
        addImage(multiply(state.ctm, [sx, 0, 0, sy, positions[i] ?? 0, positions[i + 1] ?? 0]));
      }
    },
  };

  const table: (Handler | undefined)[] = [];
  for (const [name, handler] of Object.entries(handlers)) {
    const number = ops[name];
    if (number !== undefined) table[number] = handler;
  }
  for (let i = 0; i < list.fnArray.length; i++) {
    order = i;
    table[list.fnArray[i] as number]?.((list.argsArray[i] ?? []) as never);
  }
  return drawing;
}

const flat = (a: [ArrayLike<number>] | number[]): ArrayLike<number> => (typeof a[0] === 'object' ? a[0] : (a as number[]));

/** White or so near to it that it cannot be told from paper. pdfjs gives `#rrggbb`. */
function isWhite(args: readonly unknown[]): boolean {
  const hex = args[0];
  if (typeof hex !== 'string') return false;
  return /^#(f[4-9a-f]){3}$/i.test(hex);
}

/** Degrees counter-clockwise as seen on the page (y grows downwards), snapped to a right angle where within 1 degree. */
function readingAngle(ux: number, uy: number): number {
  const degrees = (Math.atan2(-uy, ux) * 180) / Math.PI;
  const right = Math.round(degrees / 90) * 90;
  const snapped = Math.abs(degrees - right) <= 1 ? right : degrees;
  return (snapped + 360) % 360;
}

function boxOf(
  ox: number,
  oy: number,
  ax: number,
  ay: number,
  vx: number,
  vy: number,
  up: number,
  down: number,
): Box | null {
  const xs = [ox + vx * up, ox + vx * down, ox + ax + vx * up, ox + ax + vx * down];
  const ys = [oy + vy * up, oy + vy * down, oy + ay + vy * up, oy + ay + vy * down];
  const box = { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) };
  return Number.isFinite(box.x0 + box.y0 + box.x1 + box.y1) ? box : null;
}

/** Whether the middle of the box lies inside the clip: what is drawn outside of it cannot be seen. */
function touches(box: Box, clip: Box): boolean {
  const cx = (box.x0 + box.x1) / 2;
  const cy = (box.y0 + box.y1) / 2;
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
function clipRuling(r: Ruling, clip: Box): Ruling | null {
  const slack = r.width / 2 + 0.5;
  const [lo, hi, from, to] =
    r.axis === 'h' ? [clip.y0, clip.y1, clip.x0, clip.x1] : [clip.x0, clip.x1, clip.y0, clip.y1];
  if (r.at < lo - slack || r.at > hi + slack) return null;
  const start = Math.max(r.from, from);
  const end = Math.min(r.to, to);
  return start < end ? { ...r, from: start, to: end } : null;
}

export function rulingBox(r: Ruling): Box {
  const half = r.width / 2;
  return r.axis === 'h'
    ? { x0: r.from, y0: r.at - half, x1: r.to, y1: r.at + half }
    : { x0: r.at - half, y0: r.from, x1: r.at + half, y1: r.to };
}

function mapRect(m: Matrix, r: ArrayLike<number>): Box | null {
  const [x0 = Number.NaN, y0 = Number.NaN, x1 = Number.NaN, y1 = Number.NaN] = [r[0], r[1], r[2], r[3]];
  const xs = [x0, x1].flatMap((px) => [y0, y1].map((py) => m[0] * px + m[2] * py + m[4]));
  const ys = [x0, x1].flatMap((px) => [y0, y1].map((py) => m[1] * px + m[3] * py + m[5]));
  const box = { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) };
  return Number.isFinite(box.x0 + box.y0 + box.x1 + box.y1) ? box : null;
}
