/** What mutations do to drawings. */
import { widthOf, wrap } from './lay-out.mjs';

/** Cells that print something, each once. */
export const filled = (drawing, test = () => true) =>
  drawing.cells.filter((cell) => !cell.repeated && cell.lines.length > 0 && cell.slot.text !== '' && test(cell));

const VALUE = /value|indicator name|total (?:weight|score)|^level\d$/u;
export const isValue = ({ role }) => VALUE.test(role);
/** Values that a number says. */
export const isNumber = (cell) => isValue(cell) && /number|rate/u.test(cell.slot.kind) && /\d/u.test(cell.slot.text);
export const isLabel = ({ role }) => /label/u.test(role);
export const inIndicators = ({ section }) => section === 'indicators';
export const empties = (drawing) =>
  drawing.cells.filter((cell) => !cell.repeated && cell.slot.text === '' && /value/u.test(cell.role));

export const textsOf = (drawing, cell) => drawing.items.filter((item) => item.cell === cell && item.kind === 'text');

export const remove = (drawing, items) => {
  const gone = new Set(items);
  drawing.items = drawing.items.filter((item) => !gone.has(item));
};

/** The box of a text as it is set level. */
export const boxOf = ({ x, y, text, size, spacing = 0 }) => ({
  x0: x,
  x1: x + widthOf(text, size) + spacing * [...text].length,
  y0: y - size * 0.88,
  y1: y + size * 0.12,
});

export const around = (boxes) => ({
  x0: Math.min(...boxes.map((box) => box.x0)),
  y0: Math.min(...boxes.map((box) => box.y0)),
  x1: Math.max(...boxes.map((box) => box.x1)),
  y1: Math.max(...boxes.map((box) => box.y1)),
});
export const grow = ({ x0, y0, x1, y1 }, by) => ({ x0: x0 - by, y0: y0 - by, x1: x1 + by, y1: y1 + by });

/** The slot prints and says another text now. */
export const setTo = (slot, text) => {
  slot.text = text;
  slot.is = text;
};

/** Writes a text into a cell, in the middle, over whatever stands there. */
export function write(drawing, cell, text, { size = drawing.style.size, ...more } = {}) {
  const { leading, padding } = drawing.style;
  const lines = wrap(text, Math.max(cell.x1 - cell.x0 - 2 * padding, size), size);
  const step = size * leading;
  const first = (cell.y0 + cell.y1 - lines.length * step) / 2 + (step - size) / 2 + size * 0.88;
  for (const [i, line] of lines.entries())
    drawing.items.push({
      kind: 'text',
      page: cell.page,
      form: cell.form,
      text: line,
      x: (cell.x0 + cell.x1 - widthOf(line, size)) / 2,
      y: first + i * step,
      size,
      role: cell.role,
      cell,
      ...more,
    });
}

/** Another number of the same kind and about the same length. */
export function otherNumber(text, r) {
  const isPercent = text.endsWith('%');
  const value = Number(text.replace(/[^\d.]/gu, ''));
  for (;;) {
    const digits = String(Math.trunc(value)).length;
    const whole = r.int(digits > 1 ? 10 ** (digits - 1) : 1, 10 ** digits - 1);
    const next = /\./u.test(text) ? `${whole}.${r.int(1, 9)}${r.int(1, 9)}` : String(whole);
    if (Number(next) !== value) return isPercent ? `${next}%` : next;
  }
}

/** Takes a stretch of the rules at a place away. Returns whether one was there. */
export function cutRule(drawing, { page, upright, at, a, b }) {
  let found = false;
  drawing.items = drawing.items.flatMap((item) => {
    const isIt =
      item.kind === 'rule' &&
      item.page === page &&
      item.upright === upright &&
      Math.abs(item.at - at) < 0.2 &&
      item.b > a + 0.1 &&
      item.a < b - 0.1;
    if (!isIt) return [item];
    found = true;
    return [
      { ...item, b: Math.min(item.b, a) },
      { ...item, a: Math.max(item.a, b) },
    ].filter((left) => left.b - left.a > 0.1);
  });
  return found;
}

export const rules = (drawing) => drawing.items.filter(({ kind }) => kind === 'rule');
