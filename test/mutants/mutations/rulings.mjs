/** Rules taken away, added, drawn otherwise. */
import { around, boxOf, cutRule, empties, filled, isValue, rules, textsOf } from '../tools.mjs';

const bodies = (drawing, section = 'indicators') =>
  drawing.bands.filter((band) => band.section === section && band.kind === 'body' && !band.repeated);
const cellsOf = (drawing, band) =>
  drawing.cells.filter((cell) => cell.ref === band.ref && !cell.repeated && /value|name/u.test(cell.role));

/** The rule between two rows, as far as their own cells reach. */
function betweenRows(drawing, r) {
  const pairs = bodies(drawing)
    .slice(1)
    .filter((band, i) => bodies(drawing)[i].page === band.page && bodies(drawing)[i].form === band.form);
  if (pairs.length === 0) return false;
  const band = r.pick(pairs);
  const box = around(cellsOf(drawing, band));
  return cutRule(drawing, { page: band.page, upright: false, at: box.y0, a: box.x0, b: box.x1 });
}

/** All rules between the rows of the indicators. */
function noRowRules(drawing) {
  let found = false;
  const all = bodies(drawing);
  for (const [i, band] of all.entries()) {
    const before = all[i - 1];
    if (!before || before.page !== band.page || before.form !== band.form || before.ref.level2 !== band.ref.level2)
      continue;
    const box = around(cellsOf(drawing, band));
    found = cutRule(drawing, { page: band.page, upright: false, at: box.y0, a: box.x0, b: box.x1 }) || found;
  }
  return found;
}

/** The rule between two columns of the indicators, on every page. */
function betweenColumns(drawing, r) {
  const cells = filled(drawing, ({ role, section }) => role === 'column label' && section === 'indicators');
  if (cells.length === 0) return false;
  const { x0, form } = r.pick(cells);
  let found = false;
  for (const band of drawing.bands.filter((one) => one.section === 'indicators' && one.form === form))
    found = cutRule(drawing, { page: band.page, upright: true, at: x0, a: band.y0, b: band.y1 }) || found;
  return found;
}

/** The rule between two cells that both say something. */
function betweenCells(upright) {
  return (drawing, r) => {
    const cells = filled(drawing, isValue);
    const touches = (a, b) =>
      upright
        ? Math.abs(a.x0 - b.x1) < 0.1 && b.y0 <= a.y0 + 0.1 && b.y1 >= a.y1 - 0.1
        : Math.abs(a.y0 - b.y1) < 0.1 && b.x0 <= a.x0 + 0.1 && b.x1 >= a.x1 - 0.1;
    const fit = cells.filter(
      (a) => /fund|indicator/u.test(a.role) && cells.some((b) => b.page === a.page && touches(a, b)),
    );
    if (fit.length === 0) return false;
    const { page, x0, x1, y0, y1 } = r.pick(fit);
    return cutRule(drawing, { page, upright, ...(upright ? { at: x0, a: y0, b: y1 } : { at: y0, a: x0, b: x1 }) });
  };
}

/** The rule between two heads of columns, as far as they reach. */
function betweenLabels(drawing, r) {
  const cells = filled(drawing, ({ role }) => role === 'column label');
  const { page, x0, y0, y1 } = r.pick(cells);
  return cutRule(drawing, { page, upright: true, at: x0, a: y0, b: y1 });
}

const stray = (drawing, cell, rule) =>
  drawing.items.push({
    kind: 'rule',
    page: cell.page,
    form: cell.form,
    width: drawing.style.ruleWidth,
    as: 'stroke',
    counts: false,
    ...rule,
  });

function strayUpright(drawing, r) {
  const cell = r.pick(filled(drawing, isValue));
  stray(drawing, cell, { upright: true, at: r.between(cell.x0 + 2, cell.x1 - 2), a: cell.y0, b: cell.y1 });
}

function strayBetweenLines(drawing, r) {
  const cells = filled(drawing, (cell) => isValue(cell) && cell.lines.length > 1);
  if (cells.length === 0) return false;
  const cell = r.pick(cells);
  const [first] = textsOf(drawing, cell).map(boxOf);
  const at = first.y1 + (drawing.style.size * (drawing.style.leading - 1)) / 2;
  stray(drawing, cell, { upright: false, at, a: cell.x0, b: cell.x1 });
}

function strayAcross(drawing, r) {
  const band = r.pick(bodies(drawing));
  stray(drawing, band, { upright: false, at: r.between(band.y0 + 2, band.y1 - 2), a: band.x0, b: band.x1 });
}

function strayDown(drawing, r) {
  const table = r.pick(drawing.tables);
  stray(drawing, table, { upright: true, at: r.between(table.x0 + 20, table.x1 - 20), a: table.y0, b: table.y1 });
}

function ticks(drawing, r) {
  for (let i = r.int(1, 5); i > 0; i--) {
    const cell = r.pick(filled(drawing));
    const long = r.between(2, 7);
    if (r.chance(0.5))
      stray(drawing, cell, { upright: false, at: r.between(cell.y0, cell.y1), a: cell.x0, b: cell.x0 + long });
    else stray(drawing, cell, { upright: true, at: r.between(cell.x0, cell.x1), a: cell.y0, b: cell.y0 + long });
  }
}

function beside(drawing, r) {
  const table = r.pick(drawing.tables);
  const at = r.chance(0.5) ? table.x0 - r.between(3, 16) : table.x1 + r.between(3, 16);
  stray(drawing, table, { upright: true, at, a: table.y0 - r.between(-30, 20), b: table.y1 - r.between(-20, 40) });
}

function pageFrame(drawing, r) {
  const by = r.int(12, 22);
  for (const [i, page] of drawing.pages.entries()) {
    const at = { page: i + 1 };
    for (const edge of [by, page.height - by])
      stray(drawing, at, { upright: false, at: edge, a: by, b: page.width - by });
    for (const edge of [by, page.width - by])
      stray(drawing, at, { upright: true, at: edge, a: by, b: page.height - by });
  }
}

function without(test) {
  return (drawing) => {
    const before = drawing.items.length;
    drawing.items = drawing.items.filter((item) => item.kind !== 'rule' || !test(item, drawing));
    return drawing.items.length < before;
  };
}

const isFrame = (item, drawing) =>
  item.upright &&
  drawing.tables.some(
    (table) => table.page === item.page && [table.x0, table.x1].some((x) => Math.abs(x - item.at) < 0.2),
  );

/** Only the tops and the foots of the sections are ruled. */
function fewRules(drawing) {
  const edges = drawing.bands.filter(
    (band, i) => band.kind === 'header' || band.section !== drawing.bands[i - 1]?.section,
  );
  drawing.items = drawing.items.filter((item) => {
    if (item.kind !== 'rule') return true;
    return (
      !item.upright &&
      (edges.some(({ page, y0 }) => page === item.page && Math.abs(y0 - item.at) < 0.2) ||
        drawing.tables.some(({ page, y1 }) => page === item.page && Math.abs(y1 - item.at) < 0.2))
    );
  });
}

/** A change of every rule. */
const every = (change) => (drawing, r) => {
  const how = change(r);
  for (const rule of rules(drawing)) how(rule);
};

function doubled(drawing, r) {
  const by = r.between(1.2, 2.4);
  drawing.items.push(...rules(drawing).map((rule) => ({ ...rule, at: rule.at + by })));
}

/** Rules end before they meet. */
function gaps(drawing, r) {
  const by = r.between(0.8, 2.5);
  for (const rule of rules(drawing)) if (rule.b - rule.a > 12) Object.assign(rule, { a: rule.a + by, b: rule.b - by });
}

function stepped(drawing, r) {
  for (const rule of rules(drawing)) rule.at += r.between(-0.9, 0.9);
}

function zebra(drawing, r) {
  const grey = r.between(0.8, 0.95);
  const fills = drawing.bands
    .filter((_, i) => i % 2 === 0)
    .map(({ page, form, x0, x1, y0, y1 }) => ({ kind: 'fill', page, form, x0, x1, y0, y1, grey }));
  drawing.items.unshift(...fills);
}

function zebraAlone(drawing, r) {
  zebra(drawing, r);
  drawing.items = drawing.items.filter(({ kind, upright }) => kind !== 'rule' || upright);
}

function diagonal(drawing, r) {
  const cells = empties(drawing);
  if (cells.length === 0) return false;
  const { page, form, x0, x1, y0, y1 } = r.pick(cells);
  drawing.items.push({ kind: 'line', page, form, x0, y0, x1, y1, width: drawing.style.ruleWidth });
}

export const RULINGS = {
  'no-rule-between-rows': { draw: betweenRows },
  'no-rules-between-rows': { draw: noRowRules },
  'no-rule-between-columns': { draw: betweenColumns },
  'no-rule-left-of-cell': { draw: betweenCells(true) },
  'no-rule-above-cell': { draw: betweenCells(false) },
  'no-rule-between-labels': { draw: betweenLabels },
  'stray-rule-down-cell': { draw: strayUpright },
  'stray-rule-between-lines': { draw: strayBetweenLines },
  'stray-rule-across': { draw: strayAcross },
  'stray-rule-down-table': { draw: strayDown },
  'short-ticks': { draw: ticks },
  'rule-beside-table': { draw: beside },
  'frame-round-page': { draw: pageFrame },
  'no-side-frame': { draw: without(isFrame) },
  'no-upright-rules': { draw: without(({ upright }) => upright) },
  'no-level-rules': { draw: without(({ upright }) => !upright) },
  'no-rules': { draw: without(() => true) },
  'few-rules': { draw: fewRules },
  'dotted-rules': {
    draw: every((r) => {
      const dash = r.pick([
        [1, 1],
        [1, 2],
        [3, 2],
        [0.5, 1.5],
      ]);
      return (rule) => Object.assign(rule, { as: 'stroke', dash });
    }),
  },
  'thick-rules': {
    draw: every((r) => {
      const width = r.between(2, 4);
      return (rule) => Object.assign(rule, { as: 'fill', width });
    }),
  },
  'light-rules': {
    draw: every((r) => {
      const grey = r.between(0.75, 0.9);
      return (rule) => Object.assign(rule, { grey });
    }),
  },
  'double-rules': { draw: doubled },
  'rules-with-gaps': { draw: gaps },
  'rules-in-steps': { draw: stepped },
  'zebra-fills': { draw: zebra },
  'zebra-without-level-rules': { draw: zebraAlone },
  'diagonal-in-empty-cell': { draw: diagonal },
};
