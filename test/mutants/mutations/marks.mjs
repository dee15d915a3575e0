/** What is drawn on, in and behind a table: watermarks, seals, codes, little tables, remarks. */
import { widthOf } from '../lay-out.mjs';
import { around, boxOf, empties, filled, textsOf } from '../tools.mjs';

const MARKS = ['仅供内部使用', '临川县财政局 2024-03-01', '样张', '机密★一年', '王某某 10.2.3.4'];

function levelWatermark(drawing, r) {
  const text = r.pick(MARKS);
  const [grey, size] = [r.between(0.75, 0.92), r.pick([9, 12, 16, 24])];
  const items = drawing.pages.flatMap(({ width, height }, i) => {
    const list = [];
    for (let y = r.int(20, 60); y < height; y += r.int(50, 110))
      for (let x = r.int(5, 60); x < width - 60; x += widthOf(text, size) + r.int(30, 80))
        list.push({ kind: 'text', page: i + 1, text, x, y, size, grey, counts: false });
    return list;
  });
  drawing.items.unshift(...items);
}

function slantedWatermark(drawing, r) {
  const text = r.pick(MARKS);
  const [grey, size, angle] = [r.between(0.7, 0.9), r.pick([14, 24, 40]), r.pick([30, 45, 60, -30])];
  for (const [i, { width, height }] of drawing.pages.entries())
    for (let y = 120; y < height; y += 180)
      for (let x = 20; x < width - 80; x += 200)
        drawing.items.push({ kind: 'text', page: i + 1, text, x, y, size, grey, angle, counts: false });
}

/** A red round seal of text, over cells. */
function seal(drawing, r) {
  const cell = r.pick(filled(drawing, ({ role }) => /header value|total|goal value/u.test(role)));
  const [cx, cy, radius] = [cell.x1 - 30, (cell.y0 + cell.y1) / 2, r.int(28, 48)];
  const text = [...'临川县农村公路养护中心'];
  for (const [i, char] of text.entries()) {
    const turn = 200 - (i * 220) / (text.length - 1);
    const at = (turn * Math.PI) / 180;
    drawing.items.push({
      kind: 'text',
      page: cell.page,
      text: char,
      x: cx + radius * Math.cos(at),
      y: cy - radius * Math.sin(at),
      angle: turn - 90,
      size: 9,
      rgb: [0.9, 0.1, 0.1],
      counts: false,
    });
  }
  drawing.items.push({
    kind: 'text',
    page: cell.page,
    text: '★',
    x: cx - 7,
    y: cy + 6,
    size: 14,
    rgb: [0.9, 0.1, 0.1],
    counts: false,
  });
}

/** A code of little squares at the right of a cell, beside its text where it has one. */
function qrCode(drawing, r) {
  const cells = [...empties(drawing), ...filled(drawing, ({ role }) => /value/u.test(role))];
  const sideOf = ({ x0, x1, y0, y1 }) => Math.min(x1 - x0, y1 - y0) - 1;
  const cell = r.pick(
    cells.filter((one) => {
      const ends = textsOf(drawing, one).map((item) => boxOf(item).x1);
      return sideOf(one) > 9 && Math.max(one.x0, ...ends) < one.x1 - sideOf(one) - 1;
    }),
  );
  if (!cell) return false;
  const side = sideOf(cell);
  const count = 21;
  const step = side / count;
  const [x, y] = [cell.x1 - side - 0.5, cell.y0 + 0.5];
  for (let row = 0; row < count; row++)
    for (let col = 0; col < count; col++)
      if (r.chance(0.5)) {
        const [x0, y0] = [x + col * step, y + row * step];
        drawing.items.push({
          kind: 'fill',
          page: cell.page,
          form: cell.form,
          x0,
          y0,
          x1: x0 + step,
          y1: y0 + step,
          grey: 0,
        });
      }
}

/** A little ruled table in the cell of a goal; what the goal says then may be told in more ways than one. */
function nested(drawing, r, { forms }) {
  const cells = filled(drawing, ({ role, x0, x1 }) => role === 'goal value' && x1 - x0 > 110);
  if (cells.length === 0) return false;
  const cell = r.pick(cells);
  const { size } = drawing.style;
  const high = size * 1.6;
  const top = around(textsOf(drawing, cell).map(boxOf)).y1 + 3;
  const texts = [
    ['季度', '完成数'],
    ['一季度', '12'],
    ['二季度', '30'],
  ];
  // The row is made higher by moving all that lies below.
  const by = top + texts.length * high + 4 - cell.y1;
  if (by > 0 && !lowered(drawing, cell, by)) return false;
  const wide = (cell.x1 - cell.x0 - 12) / 2;
  for (const [row, pair] of texts.entries())
    for (const [col, text] of pair.entries()) {
      const [x0, y0] = [cell.x0 + 6 + col * wide, top + row * high];
      const at = { kind: 'rule', page: cell.page, form: cell.form, width: 0.5, as: 'stroke' };
      drawing.items.push(
        { ...at, upright: false, at: y0, a: x0, b: x0 + wide },
        { ...at, upright: false, at: y0 + high, a: x0, b: x0 + wide },
        { ...at, upright: true, at: x0, a: y0, b: y0 + high },
        { ...at, upright: true, at: x0 + wide, a: y0, b: y0 + high },
        { kind: 'text', page: cell.page, form: cell.form, text, x: x0 + 3, y: y0 + size * 1.1, size },
      );
    }
  const { field } = forms[cell.form].goals.list.find(({ value }) => value === cell.slot);
  forms[cell.form].loose.push((report) => {
    report.goals[field] = { $any: true };
  });
}

/** Moves what lies below a cell down, on its page. */
function lowered(drawing, cell, by) {
  const page = drawing.pages[cell.page - 1];
  const edge = cell.y1 - 0.1;
  const isBelow = (y) => y > edge;
  const onPage = drawing.items.filter((item) => item.page === cell.page);
  const lowest = Math.max(...onPage.map((item) => item.y ?? item.y1 ?? (item.upright ? item.b : item.at)));
  if (lowest + by > page.height - 4) return false;
  for (const item of onPage) {
    if (item.kind === 'text' && isBelow(item.y)) item.y += by;
    if (item.kind === 'fill') for (const key of ['y0', 'y1']) if (isBelow(item[key])) item[key] += by;
    if (item.kind !== 'rule') continue;
    if (!item.upright && isBelow(item.at)) item.at += by;
    if (item.upright) for (const key of ['a', 'b']) if (isBelow(item[key])) item[key] += by;
  }
  return true;
}

function handNote(drawing, r) {
  const table = r.pick(drawing.tables);
  const text = r.pick(['已核', '同意', '见附件', '✓', '张3/12']);
  drawing.items.push({
    kind: 'text',
    page: table.page,
    text,
    x: table.x1 + 4,
    y: r.between(table.y0 + 20, table.y1 - 10),
    size: 8,
    rgb: [0, 0, 0.8],
    counts: false,
  });
}

function pictureBehind(drawing) {
  drawing.items.unshift(
    ...drawing.pages.map(({ width, height }, i) => ({
      kind: 'image',
      page: i + 1,
      image: 'Grey',
      x0: 0,
      y0: 0,
      x1: width,
      y1: height,
      counts: false,
    })),
  );
}

function highlighted(drawing, r) {
  const cells = r.shuffle(filled(drawing)).slice(0, 8);
  drawing.items.unshift(
    ...cells.flatMap((cell) =>
      textsOf(drawing, cell).map((item) => ({
        kind: 'fill',
        page: item.page,
        ...boxOf(item),
        rgb: [1, 1, 0.3],
        counts: false,
      })),
    ),
  );
}

function underlined(drawing, r) {
  for (const cell of r.shuffle(filled(drawing, ({ role }) => /value|name/u.test(role))).slice(0, 8))
    for (const item of textsOf(drawing, cell)) {
      const { x0, x1, y1 } = boxOf(item);
      drawing.items.push({
        kind: 'rule',
        page: item.page,
        upright: false,
        at: y1 + 0.6,
        a: x0,
        b: x1,
        width: 0.4,
        as: 'stroke',
        counts: false,
      });
    }
}

/** Little boxes drawn before a text, as boxes to tick are. */
function boxesInCell(drawing, r) {
  const cells = filled(drawing, ({ role, lines }) => /header value|goal value/u.test(role) && lines.length === 1);
  for (const cell of r.shuffle(cells).slice(0, 2)) {
    const [item] = textsOf(drawing, cell);
    const side = item.size * 0.8;
    for (const x of [item.x - side - 2, boxOf(item).x1 + 2]) {
      const at = { kind: 'rule', page: cell.page, form: cell.form, width: 0.5, as: 'stroke', counts: false };
      const [x1, y0, y1] = [x + side, item.y - side, item.y];
      for (const y of [y0, y1]) drawing.items.push({ ...at, upright: false, at: y, a: x, b: x1 });
      for (const edge of [x, x1]) drawing.items.push({ ...at, upright: true, at: edge, a: y0, b: y1 });
    }
  }
}

/** A bar code above the table, of upright strokes. */
function barCode(drawing, r) {
  const { page, x1, y0 } = drawing.tables[0];
  for (let x = x1 - 90; x < x1; x += r.between(1.4, 3.4)) {
    const bar = { x0: x, x1: x + r.pick([0.5, 1, 1.4]), y0: y0 - 30, y1: y0 - 8 };
    drawing.items.push({ kind: 'fill', page, ...bar, grey: 0, counts: false });
  }
}

function lineNumbers(drawing) {
  for (const [i, { page, x0, y0, y1 }] of drawing.bands.entries())
    drawing.items.push({
      kind: 'text',
      page,
      text: String(i + 1),
      x: x0 - 16,
      y: (y0 + y1) / 2 + 3,
      size: 7,
      grey: 0.4,
      counts: false,
    });
}

export const MARKS_ON = {
  'boxes-in-cell': { draw: boxesInCell },
  'bar-code-above': { draw: barCode },
  'line-numbers-beside': { draw: lineNumbers },
  'level-watermark': { draw: levelWatermark },
  'slanted-watermark': { draw: slantedWatermark },
  'seal-over-cells': { draw: seal },
  'code-in-cell': { draw: qrCode },
  'table-in-cell': { draw: nested },
  'note-beside-table': { draw: handNote },
  'picture-behind': { draw: pictureBehind },
  highlighted: { draw: highlighted },
  underlined: { draw: underlined },
};
