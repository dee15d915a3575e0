/** Forms to a drawing: texts, rules and fills on pages, in the order in which they are painted. Points, origin top left. */
import { GRID, sheetOf } from './sheet.mjs';

export const widthOf = (text, size) => [...text].reduce((sum, char) => sum + (char < '\u0080' ? size / 2 : size), 0);

/** Greedy lines no wider than this; a line may break anywhere but inside a run of Latin letters and digits. */
export function wrap(text, width, size) {
  const lines = [];
  let current = '';
  for (const piece of text.match(/[!-~]+|./gu) ?? []) {
    if (current !== '' && widthOf(current + piece, size) > width) {
      lines.push(current.trim());
      current = '';
    }
    current += piece;
  }
  return [...lines, current.trim()].filter((line) => line !== '');
}

export const PAPERS = { a4: [595, 842], a4wide: [842, 595], a3: [1191, 842], letter: [612, 792] };

/** How a form is drawn: what a mutation may change before it is. */
export const styleOf = (r) => ({
  paper: r.pick(['a4', 'a4', 'a4', 'a4wide', 'letter', 'a3']),
  margin: r.int(30, 62),
  size: r.pick([7, 7.5, 8, 9, 10.5]),
  leading: r.pick([1.2, 1.3, 1.45]),
  padding: r.pick([2.5, 3, 4]),
  align: r.pick(['center', 'center', 'left']),
  rulings: r.pick(['lines', 'lines', 'cells', 'thin fills']),
  ruleWidth: r.pick([0.4, 0.6, 0.75, 1]),
  headerFill: r.chance(0.25) ? 0.88 : null,
  font: r.pick(['name', 'mapped', 'embedded']),
  /** Whether the table has a rule on its left and on its right. */
  open: r.chance(0.12),
  /** Row (of all) before which a page ends, beside those before which it is full. */
  breaks: [],
  /** What stands above the rows that go on: any of `header`, `title`, or lines of text. */
  repeat: r.chance(0.5) ? ['header'] : [],
  stretch: 1,
});

export function layOut(forms, style) {
  const [width, height] = PAPERS[style.paper];
  const drawing = { pages: [], items: [], cells: [], bands: [], tables: [], style };
  for (const [index, form] of forms.entries()) new Pen(drawing, style, { width, height }, form, index).form();
  return drawing;
}

/** The pages on which items of a form stand. */
export const pagesOf = (drawing, index) =>
  [
    ...new Set(drawing.items.filter((item) => item.form === index && item.counts !== false).map((item) => item.page)),
  ].sort((a, b) => a - b);

class Pen {
  constructor(drawing, style, paper, form, index) {
    Object.assign(this, { drawing, style, paper, data: form, index });
    this.left = style.margin;
    this.tableWidth = paper.width - 2 * style.margin;
    this.bottom = paper.height - style.margin;
  }

  page() {
    this.drawing.pages.push({ width: this.paper.width, height: this.paper.height });
    this.at = this.drawing.pages.length;
    this.y = this.style.margin;
  }

  put(item) {
    this.drawing.items.push({ page: this.at, form: this.index, ...item });
  }

  /** Lines of running text; returns nothing, moves down. */
  lines(slot, role, size, align) {
    const leading = size * this.style.leading;
    for (const text of wrap(slot.text, this.tableWidth, size)) {
      if (this.y + leading > this.bottom) this.page();
      const free = this.tableWidth - widthOf(text, size);
      const x = this.left + (align === 'center' ? free / 2 : 0);
      this.put({ kind: 'text', text, x, y: this.y + size, size, role, slot });
      this.y += leading;
    }
  }

  form() {
    const { style, data } = this;
    this.page();
    if (data.proseBefore) this.lines(data.proseBefore, 'prose', style.size * 1.2);
    for (const { label, value } of data.above)
      this.lines({ text: `${label.text}：${value.text}` }, 'above', style.size);
    this.head();
    this.table();
    if (data.notes) {
      this.y += 6;
      this.lines(data.notes, 'notes', style.size);
    }
    if (data.proseAfter) {
      this.y += 30;
      this.lines(data.proseAfter, 'prose', style.size * 1.2);
    }
  }

  head() {
    this.lines(this.data.title, 'title', this.style.size * 1.8, 'center');
    if (this.data.yearLine) this.lines(this.data.yearLine, 'year', this.style.size * 1.1, 'center');
    this.y += 4;
  }

  table() {
    const sheet = sheetOf(this.data);
    sheet.heights = this.heights(sheet.rows, sheet.cells);
    const inRow = this.style.splitRow === undefined ? -1 : splitRow(sheet, this.style);
    this.drawing.hasSplitRow ||= inRow >= 0;
    const { rows, heights } = sheet;
    let from = 0;
    for (let i = 0; i < rows.length; i++) {
      const used = heights.slice(from, i + 1).reduce((a, b) => a + b, 0);
      const isApart =
        this.style.apart && i > 0 && rows[i].section !== rows[i - 1].section && rows[i].section !== 'total';
      if (i > from && (this.y + used > this.bottom || this.style.breaks.includes(i) || i === inRow)) {
        this.strip(sheet, from, i);
        this.page();
        this.goOn(sheet, i);
        from = i;
      } else if (i > from && isApart) {
        this.strip(sheet, from, i);
        this.y += this.style.apart;
        from = i;
      }
      if (isApart || i === 0) this.heading(rows[i].section);
    }
    this.strip(sheet, from, rows.length);
  }

  heading(section) {
    const text = this.style.headings?.[section];
    if (text) this.lines({ text }, 'heading', this.style.size * 1.2);
  }

  /** What is repeated at the top of a page on which the table goes on. */
  goOn(sheet, row) {
    for (const what of this.style.repeat) {
      if (what === 'title') this.head();
      else if (what !== 'header') this.lines({ text: what }, 'repeated', this.style.size * 1.1, 'center');
    }
    const block = this.blockOf(sheet.rows[row]);
    const own = [...sheet.rows.keys()].filter((i) => sheet.rows[i].kind === 'header' && sheet.rows[i].ref === block);
    if (this.style.repeat.includes('header') && own.length > 0) this.strip(sheet, own[0], own.at(-1) + 1, 'repeated');
  }

  blockOf = (row) =>
    row.section === 'indicators' && row.kind === 'body'
      ? this.data.blocks.find((block) => block.rows.includes(row.ref))
      : null;

  /** Rows as high as their texts need; a merged cell's need is shared by its rows. */
  heights(rows, cells) {
    const { size, leading, padding, stretch } = this.style;
    const heights = rows.map(() => size * leading + 2 * padding);
    for (const cell of [...cells].sort((a, b) => a.r1 - a.r0 - (b.r1 - b.r0))) {
      const inner = ((cell.c1 - cell.c0) / GRID) * this.tableWidth - 2 * padding;
      cell.lines = cell.noWrap ? [cell.slot.text] : wrap(cell.slot.text, Math.max(inner, size), size);
      const need = cell.lines.length * size * leading + 2 * padding;
      const has = heights.slice(cell.r0, cell.r1).reduce((a, b) => a + b, 0);
      for (let r = cell.r0; r < cell.r1; r++) heights[r] += Math.max(0, need - has) / (cell.r1 - cell.r0);
    }
    return heights.map((height) => height * stretch);
  }

  /** Rows `from` up to `to` on this page. */
  strip({ rows, cells, heights }, from, to, role = null) {
    const tops = [this.y];
    for (let r = from; r < to; r++) tops.push(tops.at(-1) + heights[r]);
    const table = {
      page: this.at,
      form: this.index,
      x0: this.left,
      x1: this.left + this.tableWidth,
      y0: this.y,
      y1: tops.at(-1),
    };
    this.drawing.tables.push(table);
    for (let r = from; r < to; r++)
      this.drawing.bands.push({
        ...table,
        ...rows[r],
        row: r,
        y0: tops[r - from],
        y1: tops[r - from + 1],
        repeated: role !== null,
      });
    const parts = [];
    for (const cell of cells) {
      const r0 = Math.max(cell.r0, from);
      const r1 = Math.min(cell.r1, to);
      if (r0 >= r1) continue;
      const part = {
        ...cell,
        page: this.at,
        form: this.index,
        x0: this.left + (cell.c0 / GRID) * this.tableWidth,
        x1: this.left + (cell.c1 / GRID) * this.tableWidth,
        y0: tops[r0 - from],
        y1: tops[r1 - from],
        repeated: role !== null,
        // The text of a merged cell that is cut stands where it begins.
        lines: r0 === cell.r0 && !(role && cell.role === 'side') ? cell.lines : [],
      };
      parts.push(part);
      this.drawing.cells.push(part);
    }
    this.fills(parts);
    this.rules(parts);
    for (const part of parts) this.texts(part);
    this.y = tops.at(-1);
  }

  fills(parts) {
    if (this.style.headerFill === null) return;
    for (const { role, x0, x1, y0, y1 } of parts)
      if (/label|side|corner/u.test(role)) this.put({ kind: 'fill', x0, x1, y0, y1, grey: this.style.headerFill });
  }

  rules(parts) {
    const { rulings, ruleWidth } = this.style;
    const drawn = new Map();
    const add = (upright, at, a, b) => {
      const key = `${upright} ${at.toFixed(2)}`;
      if (!drawn.has(key)) drawn.set(key, { upright, at, spans: [] });
      drawn.get(key).spans.push([a, b]);
    };
    const isSide = (x) => this.style.open && (x < this.left + 0.1 || x > this.left + this.tableWidth - 0.1);
    for (const { x0, x1, y0, y1 } of parts) {
      add(false, y0, x0, x1);
      add(false, y1, x0, x1);
      for (const x of [x0, x1]) if (!isSide(x)) add(true, x, y0, y1);
    }
    for (const { upright, at, spans } of drawn.values())
      for (const [a, b] of rulings === 'cells' ? spans : union(spans))
        this.put({
          kind: 'rule',
          upright,
          at,
          a,
          b,
          width: ruleWidth,
          as: rulings === 'thin fills' ? 'fill' : 'stroke',
        });
  }

  texts(part) {
    const { size, leading, padding, align } = this.style;
    const step = size * leading;
    const first = (part.y0 + part.y1 - part.lines.length * step) / 2 + (step - size) / 2 + size * 0.88;
    for (const [i, text] of part.lines.entries()) {
      const free = part.x1 - part.x0 - widthOf(text, size);
      const isText = /value|name|remark/u.test(part.role) && part.slot.kind === 'text';
      const x = part.x0 + (align === 'left' && isText ? padding : free / 2);
      this.put({ kind: 'text', text, x, y: first + i * step, size, role: part.role, slot: part.slot, cell: part });
    }
  }
}

/** Overlapping or touching stretches as one. */
export function union(spans) {
  const joined = [];
  for (const [a, b] of [...spans].sort((s, t) => s[0] - t[0])) {
    const last = joined.at(-1);
    if (last && a <= last[1] + 0.01) last[1] = Math.max(last[1], b);
    else joined.push([a, b]);
  }
  return joined;
}

/**
 * Cuts a row whose text has several lines in two, of which each has some: as where a page ends in it. Returns the lower one, or -1
 * where no row has so many lines.
 */
function splitRow({ rows, cells, heights }, { splitRow: share, size, leading, padding }) {
  const linesOf = (row) => cells.filter(({ r0, r1 }) => r0 === row && r1 === row + 1).map(({ lines }) => lines.length);
  const fit = [...rows.keys()].filter((row) => rows[row].kind === 'body' && Math.max(0, ...linesOf(row)) > 1);
  if (fit.length === 0) return -1;
  const row = fit[Math.floor(share * fit.length)];
  rows.splice(row + 1, 0, { ...rows[row] });
  const half = Math.ceil(Math.max(...linesOf(row)) / 2);
  const heightOf = (count) => count * size * leading + 2 * padding;
  heights.splice(row, 1, heightOf(half), heightOf(Math.max(...linesOf(row)) - half));
  const lower = [];
  for (const cell of cells) {
    if (cell.r0 > row) Object.assign(cell, { r0: cell.r0 + 1, r1: cell.r1 + 1 });
    else if (cell.r1 > row + 1 || (cell.r1 === row + 1 && cell.r0 < row)) cell.r1 += 1;
    else if (cell.r0 === row) {
      lower.push({ ...cell, r0: row + 1, r1: row + 2, lines: cell.lines.slice(half) });
      cell.lines = cell.lines.slice(0, half);
    }
  }
  cells.push(...lower);
  return row + 1;
}
