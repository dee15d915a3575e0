import type { Interpreter } from './interpreter.js';
import type { Numbers, Painting } from './page-facts.js';
import type { PdfGlyph } from './text-state.js';

/** The names of pdfjs's `OPS` with their numbers. */
export type Ops = Readonly<Record<string, number>>;

export type Handler = (page: Interpreter, args: never) => void;

/** All but `constructPath`, which needs the numbers of the other operators. */
const HANDLERS: Readonly<Record<string, Handler>> = {
  save: (page) => page.save(),
  restore: (page) => page.restore(),
  transform: (page, args: Numbers) => page.concat(args),
  setLineWidth: (page, [width]: [number]) => page.set({ lineWidth: Math.abs(width) }),
  setGState: (page, [entries]: [[string, unknown][]]) => page.setGState(entries),
  clip: (page) => page.clip(),
  eoClip: (page) => page.clip(),
  setFillRGBColor: (page, [color]: [unknown]) => page.set({ fillColor: colorName(color) }),
  setStrokeRGBColor: (page, [color]: [unknown]) => page.set({ strokeColor: colorName(color) }),
  setFillColorN: (page) => page.set({ fillColor: 'pattern' }),
  setStrokeColorN: (page) => page.set({ strokeColor: 'pattern' }),
  beginText: (page) => page.beginText(),
  setTextMatrix: (page, args: [Numbers] | number[]) => page.setTextMatrix(flat(args)),
  moveText: (page, [tx, ty]: [number, number]) => page.moveText(tx, ty),
  setLeadingMoveText: (page, [tx, ty]: [number, number]) => {
    page.set({ leading: ty });
    page.moveText(tx, ty);
  },
  nextLine: (page) => page.nextLine(),
  setLeading: (page, [leading]: [number]) => page.set({ leading: -leading }),
  setCharSpacing: (page, [charSpacing]: [number]) => page.set({ charSpacing }),
  setWordSpacing: (page, [wordSpacing]: [number]) => page.set({ wordSpacing }),
  setHScale: (page, [percent]: [number]) => page.set({ hScale: percent / 100 || 1 }),
  setTextRise: (page, [rise]: [number]) => page.set({ rise }),
  setTextRenderingMode: (page, [renderMode]: [number]) => page.set({ renderMode }),
  setFont: (page, [id, size]: [string, number]) => page.setFont(id, size),
  showText: (page, [glyphs]: [PdfGlyph[]]) => page.showText(glyphs),
  shadingFill: (page) => page.shade(),
  paintFormXObjectBegin: (page, [matrix, bbox]: [Numbers | null, Numbers | null]) => page.beginForm(matrix, bbox),
  paintFormXObjectEnd: (page) => page.restore(),
  beginGroup: (page, [group]: [{ smask?: unknown }]) => page.beginGroup(group),
  endGroup: (page) => page.restore(),
  beginMarkedContent: (page) => page.beginMarked(''),
  beginMarkedContentProps: (page, [tag, group]: [string, unknown]) => page.beginMarked(tag, group),
  endMarkedContent: (page) => page.endMarked(),
  beginAnnotation: (page, [id, rect, transform, matrix]: [string, Numbers, Numbers, Numbers]) =>
    page.beginAnnotation(id, rect, transform, matrix),
  endAnnotation: (page) => page.endAnnotation(),
  paintImageXObject: (page, [source]: [unknown]) => page.image(source),
  paintInlineImageXObject: (page, [source]: [unknown]) => page.image(source),
  paintImageMaskXObject: (page, [source]: [unknown]) => page.image(source, { isMask: true }),
  paintSolidColorImageMask: (page) => page.image(null, { isMask: true }),
  paintImageXObjectRepeat: (page, [source, sx, sy, positions]: [unknown, number, number, Numbers]) => {
    for (let i = 0; i + 1 < positions.length; i += 2) {
      page.image(source, { placement: [sx, 0, 0, sy, positions[i] as number, positions[i + 1] as number] });
    }
  },
};

const tables = new WeakMap<Ops, readonly (Handler | undefined)[]>();

/** What each operator does, by its number. Operators that are not here change nothing that a table reader sees. */
export function handlersByNumber(ops: Ops): readonly (Handler | undefined)[] {
  const known = tables.get(ops);
  if (known) return known;
  const table = tableOf(ops);
  tables.set(ops, table);
  return table;
}

function tableOf(ops: Ops): (Handler | undefined)[] {
  const painting: Painting[] = [];
  for (const name of Object.keys(ops)) {
    painting[ops[name] as number] = {
      fills: /fill/i.test(name),
      strokes: /stroke/i.test(name),
      evenOdd: /^(eo|closeEO)/.test(name),
    };
  }
  const none: Painting = { fills: false, strokes: false, evenOdd: false };
  const constructPath: Handler = (page, [paint, [stream]]: [number, [Numbers | null]]) =>
    page.constructPath(painting[paint] ?? none, stream);
  const table: (Handler | undefined)[] = [];
  for (const [name, handler] of Object.entries({ ...HANDLERS, constructPath })) {
    const number = ops[name];
    if (number !== undefined) table[number] = handler;
  }
  return table;
}

const flat = (args: [Numbers] | number[]): Numbers => (typeof args[0] === 'object' ? args[0] : (args as number[]));

const colorName = (color: unknown): string => (typeof color === 'string' ? color : 'pattern');
