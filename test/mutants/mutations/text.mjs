/** How texts are set: moved, split, spread, turned, spilled, in other characters. */
import { widthOf } from '../lay-out.mjs';
import { filled, isLabel, isNumber, isValue, remove, setTo, textsOf, write } from '../tools.mjs';

const some = (r, list, most = 3) => r.shuffle(list).slice(0, r.int(1, most));
/** A cell of an indicator in which any sentence may stand. */
const isLongText = ({ role, slot, column }) =>
  role === 'indicator value' && slot.kind === 'text' && !/core|operator|unit/u.test(column.key);
const isSingle = (cell) => cell.lines.length === 1;

/** Moves whole cells' texts by so many points, over a border where there is no room. */
function moved(upright) {
  return (drawing, r) => {
    for (const cell of some(r, filled(drawing, isValue))) {
      const by = r.between(1, 6) * (r.chance(0.5) ? 1 : -1);
      for (const item of textsOf(drawing, cell)) item[upright ? 'y' : 'x'] += by;
    }
  };
}

/** Each item that fits is replaced by pieces of it. */
function inPieces(drawing, items, piecesOf) {
  const replaced = new Map(items.map((item) => [item, piecesOf(item)]));
  drawing.items = drawing.items.flatMap((item) => replaced.get(item) ?? [item]);
}

function splitAt(item, at, gap) {
  const [head, tail] = [item.text.slice(0, at), item.text.slice(at)];
  return [
    { ...item, text: head },
    { ...item, text: tail, x: item.x + widthOf(head, item.size) + gap },
  ];
}

function splitNumber(drawing, r) {
  const cells = some(
    r,
    filled(drawing, (cell) => isNumber(cell) && isSingle(cell) && cell.slot.text.length > 1),
  );
  if (cells.length === 0) return false;
  for (const cell of cells)
    inPieces(drawing, textsOf(drawing, cell), (item) =>
      splitAt(item, r.int(1, item.text.length - 1), r.between(0.8, item.size * 0.3)),
    );
}

const glyphs = (item) => {
  let x = item.x;
  return [...item.text].map((char) => {
    const one = { ...item, text: char, x };
    x += widthOf(char, item.size);
    return one;
  });
};

function glyphByGlyph(drawing) {
  inPieces(
    drawing,
    drawing.items.filter(({ kind }) => kind === 'text'),
    glyphs,
  );
}

function shuffled(drawing, r) {
  glyphByGlyph(drawing);
  const texts = drawing.items.filter(({ kind }) => kind === 'text');
  remove(drawing, texts);
  drawing.items.push(...r.shuffle(texts));
}

/** A new text for the number, which says the same. */
function respelled(spell, test = () => true) {
  return (drawing, r) => {
    const cells = some(
      r,
      filled(drawing, (cell) => isNumber(cell) && isSingle(cell) && test(cell)),
      4,
    );
    if (cells.length === 0) return false;
    for (const cell of cells) {
      remove(drawing, textsOf(drawing, cell));
      const text = spell(cell.slot.text, cell, r);
      cell.slot.text = text;
      if (Array.isArray(text)) stacked(drawing, cell, text);
      else write(drawing, cell, text);
    }
  };
}

function stacked(drawing, cell, lines) {
  const { size } = drawing.style;
  for (const [i, text] of lines.entries())
    drawing.items.push({
      kind: 'text',
      page: cell.page,
      form: cell.form,
      text,
      x: (cell.x0 + cell.x1 - widthOf(text, size)) / 2,
      y: (cell.y0 + cell.y1) / 2 + (i - (lines.length - 1) / 2) * size + size * 0.35,
      size,
      role: cell.role,
      cell,
    });
}

const fullWidth = (text) =>
  [...text].map((c) => (/[\d.,%]/u.test(c) ? String.fromCodePoint(c.codePointAt(0) + 0xfee0) : c)).join('');
const grouped = (text) => {
  const [whole, rest = ''] = text.replaceAll(',', '').split(/(?=\.)/u);
  return whole.replace(/\B(?=(\d{3})+$)/gu, ' ') + rest;
};

/** A small raised figure behind the number points to a note. */
function raised(drawing, r) {
  const cells = some(
    r,
    filled(drawing, (cell) => isNumber(cell) && isSingle(cell)),
  );
  const mark = r.pick(['1', '2', '①', '注', '*']);
  for (const cell of cells) {
    const item = textsOf(drawing, cell)[0];
    const end = item.x + widthOf(item.text, item.size);
    drawing.items.push({ ...item, text: mark, x: end + 0.2, y: item.y - item.size * 0.42, size: item.size * 0.55 });
  }
}

function spread(drawing, r) {
  for (const cell of some(
    r,
    filled(drawing, (one) => isLabel(one) && isSingle(one) && [...one.slot.text].length <= 6),
    6,
  )) {
    const [item] = textsOf(drawing, cell);
    const free = cell.x1 - cell.x0 - 2 * drawing.style.padding - widthOf(item.text, item.size);
    const gaps = [...item.text].length - 1;
    if (gaps < 1 || free < gaps) continue;
    item.spacing = Math.min(free / gaps, item.size * 2) * r.between(0.6, 1);
    item.x = (cell.x0 + cell.x1 - widthOf(item.text, item.size) - item.spacing * gaps) / 2;
  }
}

function relabelled(dress) {
  return (drawing, r) => {
    // What stands under a label of the form's own is filed under the label as printed: these stay as they are.
    const isOurs = ({ pair, column, role }) =>
      !/group|row/u.test(role) && (pair ? pair.field : column ? column.key : true);
    const cells = some(
      r,
      filled(drawing, (one) => isLabel(one) && isOurs(one) && !/[（(]/u.test(one.slot.text)),
      6,
    );
    for (const cell of cells) {
      remove(drawing, textsOf(drawing, cell));
      const text = dress(cell.slot.text);
      write(drawing, cell, text);
      cell.slot.text = text;
    }
  };
}

/** A level's label is turned by a quarter, or its characters stand one under another. */
function turnedLevel(drawing, r) {
  const cells = filled(drawing, ({ role, y0, y1 }) => /^level1$|side/u.test(role) && y1 - y0 > 40);
  if (cells.length === 0) return false;
  const cell = r.pick(cells);
  remove(drawing, textsOf(drawing, cell));
  const size = drawing.style.size;
  const long = widthOf(cell.slot.text, size);
  if (long > cell.y1 - cell.y0) return false;
  const at = { x: (cell.x0 + cell.x1) / 2 + size * 0.35, y: (cell.y0 + cell.y1 + long) / 2 };
  drawing.items.push({
    kind: 'text',
    page: cell.page,
    form: cell.form,
    text: cell.slot.text,
    ...at,
    angle: 90,
    size,
    role: cell.role,
    cell,
  });
}

function uprightLevel(drawing, r) {
  const { size, leading } = drawing.style;
  const cells = filled(
    drawing,
    ({ role, y0, y1, slot }) => /^level\d$|side/u.test(role) && y1 - y0 > [...slot.text].length * size * leading,
  );
  if (cells.length === 0) return false;
  const cell = r.pick(cells);
  remove(drawing, textsOf(drawing, cell));
  stacked(drawing, cell, [...cell.slot.text]);
}

/** The neighbour to the right in the same row. */
const neighbour = (drawing, cell) =>
  drawing.cells.find(
    (one) =>
      one.page === cell.page && Math.abs(one.x0 - cell.x1) < 0.1 && one.y0 <= cell.y0 + 0.1 && one.y1 >= cell.y1 - 0.1,
  );

/** A long text runs on, unbroken, into the neighbour that is empty (or is made so), as spreadsheets print it. */
function spilled(side) {
  return (drawing, r) => {
    const { size, padding } = drawing.style;
    const pairs = filled(drawing, (cell) => /indicator value/u.test(cell.role))
      .map((cell) => [cell, neighbour(drawing, cell)])
      .filter(([, next]) => next?.role === 'indicator value')
      .map(([left, right]) => (side === 'left' ? [right, left] : [left, right]))
      .filter(([cell]) => isLongText(cell));
    if (pairs.length === 0) return false;
    const [cell, next] = r.pick(pairs);
    remove(drawing, [...textsOf(drawing, cell), ...textsOf(drawing, next)]);
    setTo(next.slot, '');
    const room = (cell.x1 - cell.x0 + (next.x1 - next.x0) * r.between(0.3, 0.9) - padding) / size;
    const text = [...'2023年11月底前完工并验收合格后移交管护单位使用']
      .slice(0, Math.max(4, Math.floor(room + 2)))
      .join('');
    setTo(cell.slot, text);
    const x = side === 'left' ? cell.x1 - padding - widthOf(text, size) : cell.x0 + padding;
    drawing.items.push({
      kind: 'text',
      page: cell.page,
      form: cell.form,
      text,
      x,
      y: (cell.y0 + cell.y1) / 2 + size * 0.35,
      size,
      role: cell.role,
      cell,
    });
  };
}

/** A text runs on over the neighbour's own text. */
function overlapping(drawing, r) {
  const { size, padding } = drawing.style;
  const pairs = filled(drawing, (cell) => isValue(cell) && cell.slot.kind === 'text' && /indicator/u.test(cell.role))
    .map((cell) => [cell, neighbour(drawing, cell)])
    .filter(([, next]) => next && isValue(next) && next.slot.text !== '');
  if (pairs.length === 0) return false;
  const [cell, next] = r.pick(pairs);
  remove(drawing, textsOf(drawing, cell));
  const text = `${cell.slot.text}（含上年结转部分）`;
  setTo(cell.slot, text);
  const y = textsOf(drawing, next)[0].y + r.between(-1, 1);
  drawing.items.push({
    kind: 'text',
    page: cell.page,
    form: cell.form,
    text,
    x: cell.x0 + padding,
    y,
    size,
    role: cell.role,
    cell,
  });
}

/** A long text that is not wrapped is cut at the border of its cell, as spreadsheets print it where the neighbour is filled. */
function cutByCell(drawing, r) {
  const { size, padding } = drawing.style;
  const cells = filled(drawing, isLongText);
  if (cells.length === 0) return false;
  const cell = r.pick(cells);
  remove(drawing, textsOf(drawing, cell));
  const room = Math.ceil((cell.x1 - cell.x0) / size);
  setTo(cell.slot, [...'按计划完成全部建设内容并通过主管部门组织的竣工验收'].slice(0, room + r.int(1, 4)).join(''));
  const { page, form, role, slot, x0, x1, y0, y1 } = cell;
  const at = { x: x0 + padding, y: (y0 + y1) / 2 + size * 0.35, size };
  drawing.items.push({ kind: 'text', page, form, text: slot.text, ...at, role, cell, clip: { x0, x1, y0, y1 } });
}

/** Text broken into lines where nobody would break it. */
function broken(drawing, r) {
  const cells = some(
    r,
    filled(
      drawing,
      (cell) => isValue(cell) && cell.slot.kind === 'text' && isSingle(cell) && [...cell.slot.text].length > 3,
    ),
  );
  if (cells.length === 0) return false;
  for (const cell of cells) {
    remove(drawing, textsOf(drawing, cell));
    const at = r.int(1, cell.slot.text.length - 1);
    stacked(drawing, cell, [cell.slot.text.slice(0, at), cell.slot.text.slice(at)]);
  }
}

function condensed(drawing, r) {
  const scale = r.int(55, 85);
  for (const cell of some(r, filled(drawing, isValue), 12))
    for (const item of textsOf(drawing, cell)) {
      item.x += (widthOf(item.text, item.size) * (100 - scale)) / 200;
      item.scale = scale;
    }
}

function allMoved(drawing, r) {
  const [dx, dy] = [r.between(-2.5, 2.5), r.between(-3, 3)];
  for (const item of drawing.items)
    if (item.kind === 'text' && item.cell) Object.assign(item, { x: item.x + dx, y: item.y + dy });
}

function larger(drawing, r) {
  for (const cell of some(r, filled(drawing, isValue), 4))
    for (const item of textsOf(drawing, cell)) {
      const size = item.size * r.between(1.3, 1.8);
      item.x -= (widthOf(item.text, size) - widthOf(item.text, item.size)) / 2;
      item.size = size;
    }
}

const hasTwoDigits = (cell) => cell.slot.text.length > 2;

/** A text of several lines runs down into the empty cell below it. */
function spilledDown(drawing, r) {
  const { size, leading, padding } = drawing.style;
  const pairs = filled(drawing, isLongText).flatMap((cell) => {
    const below = drawing.cells.find(
      (one) =>
        isLongText(one) && one.page === cell.page && one.column === cell.column && Math.abs(one.y0 - cell.y1) < 0.1,
    );
    return below && !below.repeated ? [[cell, below]] : [];
  });
  if (pairs.length === 0) return false;
  const [cell, below] = r.pick(pairs);
  const lines = Math.floor((cell.y1 - cell.y0 - padding) / (size * leading)) + 1;
  const perLine = Math.floor((cell.x1 - cell.x0 - 2 * padding) / size);
  const all = [...'因连续降雨导致施工推迟并经主管部门批准延期至次年一季度完成全部建设内容及验收移交手续办理'];
  if (lines > 3 || perLine < 3 || lines * perLine > all.length) return false;
  remove(drawing, [...textsOf(drawing, cell), ...textsOf(drawing, below)]);
  setTo(below.slot, '');
  setTo(cell.slot, all.slice(0, lines * perLine).join(''));
  for (let i = 0; i < lines; i++) {
    const text = all.slice(i * perLine, (i + 1) * perLine).join('');
    const at = { x: cell.x0 + padding, y: cell.y0 + padding + size + i * size * leading };
    drawing.items.push({ kind: 'text', page: cell.page, form: cell.form, text, ...at, size, role: cell.role, cell });
  }
}

/** Where a spreadsheet's column is too narrow for a number. */
function hashes(drawing, r) {
  for (const cell of some(r, filled(drawing, isNumber))) {
    remove(drawing, textsOf(drawing, cell));
    write(drawing, cell, r.pick(['###', '####']));
    cell.slot.is = { $told: true };
  }
}

/** A font that does not tell what one of its digits is. */
function withoutUnicode({ style }, r) {
  style.font = r.pick(['mapped', 'embedded']);
  style.unmapped = r.pick([...'0123456789']);
}

/** Narrow cells: nearly every text is broken. */
function narrow({ style }) {
  if (style.paper === 'a3' || style.paper === 'a4wide') style.paper = 'a4';
  style.margin = 130;
  style.size = 8;
  style.padding = 1.5;
}

export const TEXT = {
  'spilled-down': { draw: spilledDown },
  'hash-marks-for-number': { draw: hashes, due: true },
  'digit-without-unicode': { before: withoutUnicode },
  'narrow-columns': { before: narrow },
  'text-moved-sideways': { draw: moved(false) },
  'text-moved-up-or-down': { draw: moved(true) },
  'number-in-two-runs': { draw: splitNumber },
  'glyph-by-glyph': { draw: glyphByGlyph },
  'glyphs-in-any-order': { draw: shuffled },
  'number-in-full-width': { draw: respelled(fullWidth) },
  'thousands-by-spaces': { draw: respelled(grouped, ({ slot }) => /\d{4}|,/u.test(slot.text)) },
  'number-on-two-lines': {
    draw: respelled((text, _, r) => {
      const at = r.int(1, text.length - 1);
      return [text.slice(0, at), text.slice(at)];
    }, hasTwoDigits),
  },
  'number-with-unit': {
    draw: respelled(
      (text, { slot }) => (slot.kind === 'rate' ? text : `${text}分`),
      ({ column, role }) => /total|score|weight/u.test(column?.key ?? role),
    ),
  },
  'number-with-spaces': { draw: respelled((text) => [...text].join(' ')) },
  'raised-mark-behind-number': { draw: raised },
  'labels-letter-spaced': { draw: spread },
  'spaces-in-labels': { draw: relabelled((text) => [...text].join(text.length < 5 ? ' ' : '')) },
  'wide-spaces-in-labels': { draw: relabelled((text) => [...text].join(text.length < 5 ? '\u3000' : '')) },
  'dots-behind-labels': { draw: relabelled((text) => `${text}……`) },
  'colons-behind-labels': { draw: relabelled((text) => `${text}：`) },
  'level-turned': { draw: turnedLevel },
  'level-upright': { draw: uprightLevel },
  'spilled-right': { draw: spilled('right') },
  'spilled-left': { draw: spilled('left') },
  'text-cut-by-cell': { draw: cutByCell, due: true },
  'texts-overlap': { draw: overlapping, due: true },
  'text-broken': { draw: broken },
  'text-condensed': { draw: condensed },
  'all-text-moved': { draw: allMoved },
  'text-too-large': { draw: larger },
};
