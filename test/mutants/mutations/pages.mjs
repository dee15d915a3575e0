/** Pages: where they break, what they repeat, how they are turned, cut and put together. */
import { widthOf } from '../lay-out.mjs';
import { sheetOf } from '../sheet.mjs';
import { boxOf, filled, isValue } from '../tools.mjs';

const TOLD = { $told: true };

/** The table goes on over a page break before any row, under what is repeated there. */
function broken(repeatOf, { count = 1, only = null } = {}) {
  return ({ forms, style }, r) => {
    const rows = sheetOf(forms[0])
      .rows.map(({ section, kind }, i) => ({ section, kind, i }))
      .slice(2);
    const fit = rows.filter(({ section, kind }) => !only || (section === only && kind === 'body'));
    if (fit.length < 3) return false;
    style.breaks = r
      .shuffle(fit.slice(1))
      .slice(0, count)
      .map(({ i }) => i);
    style.repeat = repeatOf(r);
  };
}

const CAPTIONS = ['续表', '（续表）', '续表1', '项目支出绩效自评表（续）', '表1（续）', '接上页'];

function texts(drawing, list) {
  for (const { page, text, x, y, size = 9, ...more } of list)
    drawing.items.push({
      kind: 'text',
      page,
      text,
      x: x === null ? (drawing.pages[page - 1].width - widthOf(text, size)) / 2 : x,
      y,
      size,
      counts: false,
      ...more,
    });
}

function runningHeads(drawing, r) {
  const head = r.pick(['临川县2023年度部门决算公开', '附件2', '内部资料 注意保存']);
  const foot = r.pick([
    (i) => `- ${i} -`,
    (i) => `第${i}页 共${drawing.pages.length}页`,
    (i) => String(i),
    (i) => `${i}/${drawing.pages.length}`,
  ]);
  for (const [i, { height }] of drawing.pages.entries()) {
    texts(drawing, [
      { page: i + 1, text: head, x: drawing.style.margin, y: drawing.style.margin - 10 },
      { page: i + 1, text: foot(i + 1), x: null, y: height - drawing.style.margin + 16 },
    ]);
  }
}

function pageNumberInTable(drawing, r) {
  const table = r.pick(drawing.tables);
  texts(drawing, [
    { page: table.page, text: r.pick(['- 1 -', '- 12 -', '第 3 页']), x: null, y: table.y1 + r.between(1, 5) },
  ]);
}

function goesOnBelow(drawing, r) {
  const [first, second] = drawing.tables;
  if (!second || second.page !== first.page + 1) return false;
  texts(drawing, [
    {
      page: first.page,
      text: r.pick(['（转下页）', '续下页', '接下页']),
      x: first.x1 - 60,
      y: Math.min(first.y1 + 13, drawing.pages[0].height - 8),
    },
    ...(r.chance(0.5) ? [{ page: second.page, text: '（接上页）', x: second.x0, y: second.y0 - 5 }] : []),
  ]);
}

/** What stood on the last page is gone. */
function lastPageDropped(drawing) {
  const last = drawing.pages.length;
  if (last < 2 || drawing.items.some(({ page, form }) => page === last && form > 0)) return false;
  drawing.pages.pop();
  const seen = new Set(drawing.cells.filter(({ page }) => page < last).map(({ slot }) => slot));
  const gone = drawing.cells.filter(({ page, slot }) => page === last && !seen.has(slot));
  for (const { slot } of gone) slot.is = '';
  for (const { page, slot } of drawing.items) if (page === last && slot && !seen.has(slot)) slot.is = '';
  drawing.items = drawing.items.filter(({ page }) => page !== last);
}

function lastPageTwice(drawing, _, { forms }) {
  const last = drawing.pages.length;
  if (last < 2 || forms.length > 1) return false;
  drawing.pages.push({ ...drawing.pages[last - 1] });
  drawing.items.push(
    ...drawing.items.filter(({ page }) => page === last).map((item) => ({ ...item, page: last + 1, counts: false })),
  );
  forms[0].loose.push((report) => {
    report.pages = { $oneOf: [report.pages, [...report.pages, last + 1]] };
  });
}

/** @param {(page: number) => number} moved where each page goes */
function reordered(drawing, moved) {
  const pages = [];
  for (const [i, page] of drawing.pages.entries()) pages[moved(i + 1) - 1] = page;
  drawing.pages = pages;
  for (const item of drawing.items) item.page = moved(item.page);
}

function swapped(drawing, _, { forms }) {
  if (drawing.pages.length !== 2 || forms.length > 1) return false;
  reordered(drawing, (page) => 3 - page);
}

function blankBetween(drawing) {
  const count = drawing.pages.length;
  if (count < 2) return false;
  reordered(drawing, (page) => (page === 1 ? 1 : page + 1));
  drawing.pages[1] = { ...drawing.pages[0] };
}

/** Everything drawn, smaller and moved. */
function scaled(item, k, dx, dy) {
  const at = (value, by) => value * k + by;
  const out = { ...item };
  for (const key of ['x', 'x0', 'x1']) if (key in item) out[key] = at(item[key], dx);
  for (const key of ['y', 'y0', 'y1']) if (key in item) out[key] = at(item[key], dy);
  if (item.kind === 'rule') {
    const [along, across] = item.upright ? [dy, dx] : [dx, dy];
    Object.assign(out, { at: at(item.at, across), a: at(item.a, along), b: at(item.b, along) });
  }
  for (const key of ['size', 'width', 'spacing']) if (key in item) out[key] = item[key] * k;
  return out;
}

/** Two forms, each of one page, side by side on one. */
function twoUp(drawing, _, { forms }) {
  if (forms.length !== 2 || drawing.pages.length !== 2) return false;
  const [{ width, height }] = drawing.pages;
  drawing.pages = [{ width: height, height: width }];
  const k = Math.min(height / 2 / width, width / height);
  drawing.items = drawing.items.map((item) => ({ ...scaled(item, k, item.page === 2 ? height / 2 : 0, 0), page: 1 }));
}

/** The second form begins under the first, where there is room. */
function stacked(drawing, _, { forms }) {
  if (forms.length !== 2 || drawing.pages.length !== 2) return false;
  const [first, second] = drawing.tables;
  const below = Math.max(
    ...drawing.items.filter(({ page, kind }) => page === 1 && kind === 'text').map((item) => boxOf(item).y1),
    first.y1,
  );
  const by = below + 14 - drawing.style.margin;
  if (second.y1 + by > drawing.pages[0].height * 2) return false;
  drawing.pages = [{ ...drawing.pages[0], height: Math.max(drawing.pages[0].height, second.y1 + by + 60) }];
  drawing.items = drawing.items.map((item) => (item.page === 2 ? { ...scaled(item, 1, 0, by), page: 1 } : item));
}

/** A second form, short enough for one page. */
const withTwin = (base, r, { formOf }) => {
  base.style.paper = 'a4';
  base.style.size = Math.min(base.style.size, 8);
  base.forms = [formOf('f01', r), formOf(r.pick(['f01', 'f05', 'f11']), r)];
  base.style.breaks = [];
};

function shrunk(drawing, r) {
  const k = r.between(0.4, 0.6);
  for (const page of drawing.pages)
    page.matrix = [k, 0, 0, k, page.width * r.between(0, 1 - k), page.height * r.between(0, 1 - k)];
}

function flagged(drawing, r) {
  const rotate = r.pick([90, 180, 270]);
  for (const page of drawing.pages) page.rotate = rotate;
}

/** Drawn sideways and turned back by the page's flag. */
function turnedBack(drawing, r) {
  const rotate = r.pick([90, 180, 270]);
  for (const page of drawing.pages) {
    const { width: w, height: h } = page;
    const matrix = { 90: [0, 1, -1, 0, h, 0], 180: [-1, 0, 0, -1, w, h], 270: [0, -1, 1, 0, 0, w] }[rotate];
    Object.assign(page, { rotate, matrix, mediaBox: rotate === 180 ? [0, 0, w, h] : [0, 0, h, w] });
  }
}

function tilted(drawing, r) {
  const angle = (r.between(0.8, 5) * (r.chance(0.5) ? 1 : -1) * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle) * 0.92, Math.sin(angle) * 0.92];
  for (const page of drawing.pages) {
    const [x, y] = [page.width / 2, page.height / 2];
    page.matrix = [cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y];
  }
}

/** Columns for which the page has no room are printed on the next, as spreadsheets do. */
function columnsOnNextPage(drawing, r, { forms }) {
  if (drawing.pages.length !== 1 || forms.length > 1) return false;
  const [page] = drawing.pages;
  const edges = filled(drawing, ({ role }) => role === 'column label').map(({ x0 }) => x0);
  const { x0: left } = drawing.tables[0];
  const cut = r.pick(edges.filter((x) => x > left + (page.width - left) * 0.5));
  if (cut === undefined) return false;
  drawing.pages.push({ ...page });
  const by = cut - left;
  drawing.items = drawing.items.flatMap((item) => {
    const right = {
      ...scaled(item, 1, -by, 0),
      page: 2,
      clip: { x0: left - 1, y0: 0, x1: page.width, y1: page.height },
    };
    return [{ ...item, clip: { x0: 0, y0: 0, x1: cut + 1, y1: page.height } }, right];
  });
  drawing.items = drawing.items.filter((item) => isInside(item, item.clip));
}

function isInside(item, clip) {
  if (item.kind === 'text') {
    const box = boxOf(item);
    return box.x1 > clip.x0 + 1 && box.x0 < clip.x1 - 1;
  }
  if (item.kind === 'rule')
    return item.upright ? item.at > clip.x0 - 0.5 && item.at < clip.x1 + 0.5 : item.b > clip.x0 && item.a < clip.x1;
  return true;
}

/** What lies beyond the edge is cut off: texts cut through cannot be read, those beyond are gone. */
function cutOff(how) {
  return (drawing, r) => {
    const share = r.between(0.06, 0.25);
    for (const page of drawing.pages) how(page, page.width * share);
    const edges = drawing.pages.map((page) => page.width * (1 - share));
    let isCut = false;
    for (const item of drawing.items) {
      if (item.kind !== 'text' || !item.cell || !isValue(item.cell)) continue;
      const box = boxOf(item);
      const edge = edges[item.page - 1];
      if (box.x1 <= edge) continue;
      if (box.x0 < edge) isCut = true;
      item.slot.is = box.x0 > edge && item.slot.is !== TOLD ? '' : TOLD;
    }
    return isCut;
  };
}

const isLong = (r) => r.pick([['header'], []]);

/** Sideways, and nothing says so. */
function quarterTurned(drawing, r) {
  const isLeft = r.chance(0.5);
  for (const page of drawing.pages) {
    const { width: w, height: h } = page;
    Object.assign(page, { matrix: isLeft ? [0, 1, -1, 0, h, 0] : [0, -1, 1, 0, 0, w], mediaBox: [0, 0, h, w] });
  }
}

/** A page ends in the middle of a row. */
const inRow = ({ style }, r) => {
  style.splitRow = r.between(0, 0.999);
  style.repeat = r.pick([[], ['header']]);
  style.margin = Math.max(style.margin, 60);
  style.size = Math.max(style.size, 9);
};

export const PAGES = {
  'page-break-in-row': { before: inRow, draw: (drawing) => drawing.hasSplitRow },
  'quarter-turned': { draw: quarterTurned },
  'page-break-anywhere': { before: broken(() => []) },
  'page-break-in-indicators': { before: broken(() => [], { only: 'indicators' }) },
  'page-break-header-repeated': { before: broken(() => ['header'], { only: 'indicators' }) },
  'page-break-title-repeated': { before: broken(() => ['title'], { only: 'indicators' }) },
  'page-break-title-and-header': { before: broken(() => ['title', 'header'], { only: 'indicators' }) },
  'page-break-caption': { before: broken((r) => [r.pick(CAPTIONS)], { only: 'indicators' }) },
  'page-break-caption-and-header': { before: broken((r) => [r.pick(CAPTIONS), 'header'], { only: 'indicators' }) },
  'page-break-twice': { before: broken(isLong, { count: 2 }) },
  'running-heads': { before: broken(isLong), draw: runningHeads },
  'page-number-in-table': { draw: pageNumberInTable },
  'goes-on-below': { before: broken(isLong), draw: goesOnBelow },
  'last-page-dropped': { before: broken(isLong, { only: 'indicators' }), draw: lastPageDropped, due: true },
  'last-page-twice': { before: broken(isLong, { only: 'indicators' }), draw: lastPageTwice, due: true },
  'pages-swapped': { before: broken(isLong, { only: 'indicators' }), draw: swapped, due: true },
  'blank-page-between': { before: broken(isLong), draw: blankBetween },
  'two-up': { before: withTwin, draw: twoUp },
  'two-on-a-page': { before: withTwin, draw: stacked },
  shrunk: { draw: shrunk },
  'page-flagged-turned': { draw: flagged },
  'turned-and-flagged-back': { draw: turnedBack },
  tilted: { draw: tilted },
  'columns-on-next-page': { draw: columnsOnNextPage },
  'cut-by-crop': {
    draw: cutOff((page, by) => {
      page.crop = [0, 0, page.width - by, page.height];
    }),
    due: true,
  },
  'cut-by-page-edge': {
    draw: cutOff((page, by) => {
      page.mediaBox = [0, 0, page.width - by, page.height];
    }),
    due: true,
  },
};
