/** What lies over the page, and what is there but cannot be seen. */
import {
  around,
  boxOf,
  empties,
  filled,
  grow,
  isNumber,
  isValue,
  otherNumber,
  remove,
  setTo,
  textsOf,
  write,
} from '../tools.mjs';

const paint = (drawing, cell, box, more) =>
  drawing.items.push({ kind: 'fill', page: cell.page, form: cell.form, ...box, grey: 1, ...more });

function retyped(drawing, r) {
  const cells = filled(drawing, isNumber);
  if (cells.length === 0) return false;
  for (const cell of r.shuffle(cells).slice(0, r.int(1, 3))) {
    paint(drawing, cell, grow(around(textsOf(drawing, cell).map(boxOf)), r.between(0.3, 1.2)));
    const text = otherNumber(cell.slot.text, r);
    setTo(cell.slot, text);
    write(drawing, cell, text);
  }
}

function covered(how) {
  return (drawing, r) => {
    const cell = r.pick(filled(drawing, (one) => isValue(one) && !/^level|name/u.test(one.role)));
    const box = grow(cell, -0.8);
    if (how.image) drawing.items.push({ kind: 'image', page: cell.page, form: cell.form, image: how.image, ...box });
    else paint(drawing, cell, { x0: box.x0, y0: box.y0, x1: box.x1, y1: box.y1 }, how);
    cell.slot.is = '';
  };
}

function coveredLine(drawing, r) {
  const cells = filled(
    drawing,
    (cell) => isValue(cell) && cell.slot.kind !== 'label' && !/\s/u.test(cell.slot.text) && cell.lines.length > 1,
  );
  if (cells.length === 0) return false;
  const cell = r.pick(cells);
  const items = textsOf(drawing, cell);
  const gone = r.pick(items);
  const { x0, x1, y0, y1 } = boxOf(gone);
  paint(drawing, cell, { x0: x0 - 1, x1: x1 + 1, y0, y1 });
  cell.slot.is = items
    .filter((item) => item !== gone)
    .map(({ text }) => text)
    .join('');
  if (cell.slot.kind !== 'text') cell.slot.is = { $told: true };
}

function coveredRow(drawing, r) {
  const rows = drawing.bands.filter((band) => band.section === 'indicators' && band.kind === 'body' && !band.repeated);
  const row = r.pick(rows);
  const cells = drawing.cells.filter((cell) => cell.ref === row.ref && /value|name/u.test(cell.role) && !cell.repeated);
  const box = grow(around(cells), -0.8);
  paint(drawing, cells[0], box);
  for (const cell of cells) cell.slot.is = '';
}

/** Half of a number lies under white: nobody can say what it was. */
function halfCovered(drawing, r) {
  const cells = filled(drawing, (cell) => isNumber(cell) && cell.lines.length === 1 && cell.slot.text.length > 3);
  if (cells.length === 0) return false;
  const cell = r.pick(cells);
  const box = boxOf(textsOf(drawing, cell)[0]);
  const middle = (box.x0 + box.x1) / 2;
  const half = r.chance(0.5) ? { ...box, x1: middle } : { ...box, x0: middle };
  paint(drawing, cell, half, { grey: 0 });
  cell.slot.is = { $told: true };
}

function struckOut(drawing, r) {
  const cells = filled(
    drawing,
    (cell) => isNumber(cell) && cell.lines.length === 1 && cell.x1 - cell.x0 > 5 * drawing.style.size,
  );
  if (cells.length === 0) return false;
  const cell = r.pick(cells);
  const [item] = textsOf(drawing, cell);
  const { x0, x1, y0, y1 } = boxOf(item);
  drawing.items.push({
    kind: 'rule',
    page: cell.page,
    upright: false,
    at: (y0 + y1) / 2,
    a: x0 - 1,
    b: x1 + 1,
    width: 0.7,
    as: 'stroke',
    rgb: [0.8, 0, 0],
  });
  const text = otherNumber(cell.slot.text, r);
  setTo(cell.slot, text);
  drawing.items.push({ ...item, text, x: x1 + 2, size: item.size * 0.9, rgb: [0.8, 0, 0] });
}

/** Text that nobody sees, where a cell is empty. */
function unseen(how) {
  return (drawing, r) => {
    const cells = empties(drawing);
    if (cells.length === 0) return false;
    const cell = r.pick(cells);
    write(drawing, cell, r.pick(['12', '100', '已完成', '3.5']), { cell: null, ...how(cell) });
  };
}

/** Another number under the one that is seen, unseen itself: what an editor leaves. */
function unseenUnder(drawing, r) {
  const cells = filled(drawing, isNumber);
  const cell = r.pick(cells);
  write(drawing, cell, otherNumber(cell.slot.text, r), { cell: null, mode: 3 });
}

function secondLayer(drawing, r) {
  const [dx, dy] = [r.between(-3, 3), r.between(-2, 2)];
  const texts = drawing.items.filter(({ kind }) => kind === 'text');
  for (const item of texts) drawing.items.push({ ...item, cell: null, mode: 3, x: item.x + dx, y: item.y + dy });
}

function boldTwice(drawing, r) {
  const by = r.between(0.15, 0.5);
  for (const item of drawing.items.filter(
    ({ kind, role }) => kind === 'text' && (/label|title|side/u.test(role) || r.chance(0.3)),
  ))
    drawing.items.push({ ...item, cell: null, x: item.x + by });
}

function shadow(drawing, r) {
  const by = r.between(0.6, 1.4);
  const copies = drawing.items.filter(({ kind, role }) => kind === 'text' && /title|label/u.test(role));
  drawing.items.unshift(...copies.map((item) => ({ ...item, cell: null, x: item.x + by, y: item.y + by, grey: 0.75 })));
}

function offPage(drawing, r) {
  const page = r.pick(drawing.pages);
  const at = { page: drawing.pages.indexOf(page) + 1, kind: 'text', size: 9, counts: false };
  drawing.items.push({ ...at, text: '作废 1234.5', x: page.width + 12, y: page.height / 2 });
  drawing.items.push({ ...at, text: '合计 88', x: 40, y: -14 });
  drawing.items.push({ ...at, text: '内部编号 2023', x: 40, y: page.height + 20 });
}

function outsideCrop(drawing, r) {
  const by = r.int(14, 24);
  for (const [i, page] of drawing.pages.entries()) {
    page.crop = [by, by, page.width - by, page.height - by];
    drawing.items.push({
      kind: 'text',
      page: i + 1,
      counts: false,
      size: 7,
      text: `文件名 draft-${r.int(1, 99)}.doc 第${i + 1}页`,
      x: 30,
      y: 10,
    });
    drawing.items.push({
      kind: 'text',
      page: i + 1,
      counts: false,
      size: 7,
      text: '得分 99',
      x: page.width - 80,
      y: page.height - 4,
    });
  }
}

function coveredTitle(drawing, _, { forms }) {
  const items = drawing.items.filter(({ role, form }) => role === 'title' && form === 0);
  for (const item of items) paint(drawing, item, grow(boxOf(item), 1), { grey: 1 });
  items[0].slot.is = '';
  if (!forms[0].yearLine) forms[0].year = null;
}

function whiteOutRule(drawing, r) {
  const row = r.pick(
    drawing.bands.filter(({ section, kind, repeated }) => section === 'indicators' && kind === 'body' && !repeated),
  );
  paint(drawing, row, { x0: row.x0 - 2, x1: row.x1 + 2, y0: row.y1 - 0.8, y1: row.y1 + 0.8 });
}

/** White under the text, as programs paint cells before they fill them. */
function whiteBehind(drawing, r) {
  const fills = some(r, filled(drawing), 12).flatMap((cell) => {
    const box = r.chance(0.5) ? grow(cell, -1) : grow(around(textsOf(drawing, cell).map(boxOf)), 0.5);
    return [{ kind: 'fill', page: cell.page, form: cell.form, ...boxIn(box), grey: 1 }];
  });
  drawing.items.unshift(...fills);
}

const boxIn = ({ x0, y0, x1, y1 }) => ({ x0, y0, x1, y1 });
const some = (r, list, most) => r.shuffle(list).slice(0, r.int(1, most));

/** White over the part of a cell where nothing stands. */
function coveredBeside(drawing, r) {
  for (const cell of some(r, filled(drawing, isValue), 6)) {
    const text = around(textsOf(drawing, cell).map(boxOf));
    if (text.x0 - cell.x0 < 5) continue;
    paint(drawing, cell, { x0: cell.x0 + 1, x1: text.x0 - 1, y0: cell.y0 + 1, y1: cell.y1 - 1 });
  }
  return drawing.items.some(({ kind, grey }) => kind === 'fill' && grey === 1);
}

/** The same text typed again over white: an editor that has saved a line anew. */
function retypedSame(drawing, r) {
  for (const cell of some(r, filled(drawing, isValue), 8)) {
    const items = textsOf(drawing, cell);
    paint(drawing, cell, grow(around(items.map(boxOf)), 0.5));
    drawing.items.push(...items.map((item) => ({ ...item })));
  }
}

function seenThrough(state) {
  return (drawing, r) => {
    for (const cell of some(r, filled(drawing), 8))
      paint(drawing, cell, boxIn(grow(around(textsOf(drawing, cell).map(boxOf)), 0.5)), { rgb: [1, 0.95, 0.2], state });
  };
}

/** The number is not on the page but in an annotation over its cell. */
function annotated(annot) {
  return (drawing, r) => {
    const cells = filled(drawing, (cell) => isNumber(cell) && cell.x1 - cell.x0 > 3 * drawing.style.size);
    if (cells.length === 0) return false;
    for (const cell of some(r, cells, 4)) {
      remove(drawing, textsOf(drawing, cell));
      const box = {
        x0: cell.x0 + 1,
        x1: cell.x1 - 1,
        y0: (cell.y0 + cell.y1) / 2 - 6,
        y1: (cell.y0 + cell.y1) / 2 + 6,
      };
      const { page, form, slot } = cell;
      drawing.items.push({ kind: 'annot', annot, page, form, text: slot.text, size: drawing.style.size, ...box });
    }
  };
}

/** A remark that is seen only on a click. */
function commented(drawing, r) {
  const { page, x0, y0 } = r.pick(filled(drawing, isValue));
  const box = { x0, y0, x1: x0 + 16, y1: y0 + 16 };
  drawing.items.push({ kind: 'annot', annot: 'comment', page, text: '请核实 95.5', size: 8, ...box, counts: false });
}

export const COVER = {
  'white-behind-text': { draw: whiteBehind },
  'white-beside-text': { draw: coveredBeside },
  'same-text-over-white': { draw: retypedSame },
  'highlighted-see-through': { draw: seenThrough('Thin') },
  'highlighted-darkening': { draw: seenThrough('Darken') },
  'number-typed-over-page': { draw: annotated('typed') },
  'number-in-form-field': { draw: annotated('field') },
  'comment-on-cell': { draw: commented },
  'text-on-hidden-layer': { draw: unseen(() => ({ layer: 'Hidden' })) },
  'retyped-over-white': { draw: retyped },
  'cell-covered-white': { draw: covered({ grey: 1 }) },
  'cell-covered-black': { draw: covered({ grey: 0 }) },
  'cell-under-picture': { draw: covered({ image: 'Noise' }) },
  'line-covered': { draw: coveredLine },
  'row-covered': { draw: coveredRow },
  'number-half-covered': { draw: halfCovered, due: true },
  'number-struck-out': { draw: struckOut },
  'white-text': { draw: unseen(() => ({ grey: 1 })) },
  'unseen-text': { draw: unseen(() => ({ mode: 3 })) },
  'clipped-text': { draw: unseen(({ x0, y0 }) => ({ clip: { x0: x0 - 9, y0: y0 - 9, x1: x0 - 6, y1: y0 - 6 } })) },
  'tiny-text': { draw: unseen(() => ({ size: 0.5 })) },
  'unseen-number-under': { draw: unseenUnder },
  'second-text-layer': { draw: secondLayer },
  'bold-drawn-twice': { draw: boldTwice },
  'shadow-behind-labels': { draw: shadow },
  'text-off-page': { draw: offPage },
  'text-outside-crop': { draw: outsideCrop },
  'title-covered': { draw: coveredTitle },
  'rule-under-white': { draw: whiteOutRule },
};
