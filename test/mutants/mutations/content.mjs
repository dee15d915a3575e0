/** What the form says and where: rows, columns, labels, sections. */

import { filled, isNumber, otherNumber, setTo } from '../tools.mjs';
import { slot } from '../values.mjs';

const copyOf = (row) => ({ ...row, name: { ...row.name }, cells: row.cells.map((cell) => ({ ...cell })) });

function rowRepeated({ forms }, r) {
  const { rows } = r.pick(forms[0].blocks);
  const i = r.int(0, rows.length - 1);
  rows.splice(i + 1, 0, copyOf(rows[i]));
}

function rowDropped({ forms }, r) {
  const { rows } = r.pick(forms[0].blocks);
  if (rows.length < 3) return false;
  rows.splice(r.int(0, rows.length - 1), 1);
}

function fundRowDropped({ forms }, r) {
  const rows = forms[0].funds?.rows;
  if (!rows || rows.length < 2) return false;
  rows.splice(r.int(0, rows.length - 1), 1);
}

function emptyRow({ forms }, r) {
  const { rows } = r.pick(forms[0].blocks);
  const i = r.int(0, rows.length - 1);
  const row = copyOf(rows[i]);
  for (const one of [row.name, ...row.cells]) setTo(one, '');
  rows.splice(i + 1, 0, row);
}

function columnsSwapped({ forms }, r) {
  const { columns, rows, over } = r.pick(forms[0].blocks);
  if (over.length > 0) return false;
  const [a, b] = r.shuffle(columns.map((_, i) => i));
  for (const list of [columns, ...rows.map(({ cells }) => cells)]) [list[a], list[b]] = [list[b], list[a]];
}

function fundColumnsSwapped({ forms }, r) {
  const { columns, rows } = forms[0].funds;
  const [a, b] = r.shuffle(columns.map((_, i) => i));
  for (const list of [columns, ...rows.map(({ cells }) => cells)]) [list[a], list[b]] = [list[b], list[a]];
}

const NONSENSE = ['录入批次', '备案栏', '甲栏', '流水号', '内部代号'];

/** A label that nobody knows: what stands under it goes to `extra`. */
function toNonsense({ forms }, r) {
  const [form] = forms;
  const pairs = form.header.flat().filter(({ field }) => field && field !== 'name' && field !== 'total');
  const columns = form.blocks.flatMap((block) =>
    // The weight of the total stands under that label, too.
    block.columns.filter(({ key }) => key && !['score', 'actual', 'weight'].includes(key)),
  );
  const one = r.pick([...pairs, ...columns]);
  setTo(one.label, r.pick(NONSENSE));
  if ('key' in one) one.key = null;
  else one.field = null;
}

function fundLabelToNonsense({ forms }, r) {
  const columns = forms[0].funds.columns.filter(({ key }) => key !== 'annualBudget' && key !== 'executed');
  const column = r.pick(columns);
  if (!column) return false;
  setTo(column.label, r.pick(NONSENSE));
  column.key = null;
}

const SYNONYMS = {
  name: ['项目名称', '项目支出名称', '二级项目名称'],
  supervisingDepartment: ['项目主管部门', '主管单位', '市级主管部门'],
  implementingUnit: ['项目单位', '项目承担单位', '实施单位（盖章）'],
  manager: ['负责人', '项目联系人'],
  phone: ['联络电话', '联系方式'],
  target: ['指标值', '目标值', '年初目标值', '计划指标值'],
  actual: ['完成值', '全年实际值', '实际完成指标值'],
  weight: ['权重', '指标分值', '标准分值'],
  score: ['自评得分', '实际得分', '自评分'],
  deviation: ['未完成原因分析', '偏差原因及改进措施', '备注'],
};

function toSynonym({ forms }, r) {
  const [form] = forms;
  const all = [...form.header.flat(), ...form.blocks[0].columns].filter((one) => SYNONYMS[one.field ?? one.key]);
  for (const one of r.shuffle(all).slice(0, r.int(1, 3))) setTo(one.label, r.pick(SYNONYMS[one.field ?? one.key]));
}

/** A header cell is blank: its values must not be lost, whichever name they get. */
function labelMissing({ forms }, r) {
  const [form] = forms;
  const block = r.pick(form.blocks);
  const column = r.pick(block.columns.filter(({ key }) => key && key !== 'core'));
  const k = block.columns.indexOf(column);
  setTo(column.label, '');
  form.loose.push((report) => {
    const at = form.blocks.slice(0, form.blocks.indexOf(block)).reduce((sum, { rows }) => sum + rows.length, 0);
    for (const [i, row] of block.rows.entries()) {
      const one = report.indicators[at + i];
      const text = row.cells[k].text;
      if (text !== '')
        report.indicators[at + i] = { $oneOf: [one, { ...one, [column.key]: null, extra: { $values: [text] } }] };
    }
  });
}

function blank(pick) {
  return ({ forms }, r) => {
    const one = pick(forms[0], r);
    if (!one) return false;
    setTo(one, '');
  };
}

const fundRowLabel = ({ funds }, r) => {
  const row = r.pick(funds.rows);
  // A row that stands alone is the total, whatever it is called.
  row.kind = funds.rows.length === 1 ? 'total' : 'unknown';
  return row.label;
};

function titleMissing({ forms }) {
  if (!forms[0].yearLine) return false;
  setTo(forms[0].title, '');
}

function yearMissing({ forms }) {
  if (!forms[0].yearLine) return false;
  forms[0].yearLine = null;
  forms[0].year = null;
}

function totalMissing({ forms }) {
  if (!forms[0].total) return false;
  forms[0].total = null;
  forms[0].order = forms[0].order.filter((name) => name !== 'total');
}

function unitMissing({ forms }) {
  const { funds } = forms[0];
  if (!/（[万]?元）/u.test(funds.side.text)) return false;
  setTo(funds.side, funds.side.text.replace(/（[万]?元）/u, ''));
  funds.unit = null;
}

const without =
  (name) =>
  ({ forms }) => {
    const [form] = forms;
    if (!form.order.includes(name)) return false;
    form.order = form.order.filter((one) => one !== name);
    if (name === 'funds') form.funds = null;
    if (name === 'goals') form.goals = null;
  };

function sectionsShuffled({ forms }, r) {
  const [form] = forms;
  const before = form.order;
  const rest = r.shuffle(before.filter((name) => name !== 'total'));
  // 合计 right under the funds would add them up.
  const at = rest.indexOf('indicators') + 1;
  form.order = before.includes('total') ? [...rest.slice(0, at), 'total', ...rest.slice(at)] : rest;
  return form.order.join() !== before.join();
}

/** One score (or weight) cell stands over several rows of a group. */
function merged({ forms }, r) {
  const block = r.pick(forms[0].blocks);
  const k = block.columns.findIndex(({ key }) => key === r.pick(['score', 'weight', 'deviation', 'target']));
  const starts = block.rows.flatMap((row, i) => (i > 0 && row.level2 === block.rows[i - 1].level2 ? [i] : []));
  if (k < 0 || starts.length === 0) return false;
  const i = r.pick(starts);
  const shared = block.rows[i - 1].cells[k];
  if (shared.text === '') setTo(shared, '见附表');
  block.rows[i].cells[k] = shared;
}

function headerAgain({ forms }, r) {
  const block = r.pick(forms[0].blocks);
  if (block.over.length > 0) return false;
  const starts = block.rows.flatMap((row, i) =>
    i > 0 && (row.level1 === null || row.level1 !== block.rows[i - 1].level1) ? [i] : [],
  );
  if (starts.length === 0) return false;
  block.headerAgain = r.pick(starts);
}

function pairInOneCell({ forms }, r) {
  const pair = r.pick(
    forms[0].header.flat().filter(({ field }) => field && field !== 'managerAndPhone' && field !== 'total'),
  );
  pair.inOneCell = true;
}

function apart({ style }, r) {
  style.apart = r.between(8, 24);
}

function headings({ style }, r) {
  style.apart = r.between(6, 16);
  style.headings = {
    header: '一、项目基本情况',
    funds: '二、预算执行情况',
    goals: '三、年度总体目标',
    indicators: '四、绩效指标完成情况',
  };
}

/** Beside the unit's own score stands that of who reviewed it. */
function reviewed({ forms }, r) {
  const block = r.pick(forms[0].blocks);
  const k = block.columns.findIndex(({ key }) => key === 'score');
  if (k < 0) return false;
  block.columns.splice(k + 1, 0, {
    key: 'reviewedScore',
    label: slot(r.pick(['复核得分', '审核得分', '财政审定分']), 'label'),
  });
  for (const row of block.rows) row.cells.splice(k + 1, 0, { ...row.cells[k] });
}

/** Names of levels in every row, or in the first of a group alone, in cells that are not merged. */
function levels(isRepeated) {
  return ({ forms }) => {
    for (const { rows } of forms[0].blocks) {
      if (rows[0].level1 === null) return false;
      for (const level of ['level1', 'level2']) {
        const texts = rows.map((row) => row[level].text);
        const shared = rows.map((row) => row[level]);
        for (const [i, row] of rows.entries()) {
          row[level] = slot(isRepeated || shared[i] !== shared[i - 1] ? texts[i] : '', 'label');
          row[level].is = texts[i];
        }
      }
    }
  };
}

/** A row that the template left for more, with dots for a name. */
function placeholder({ forms }, r) {
  const { rows } = r.pick(forms[0].blocks);
  const i = r.int(0, rows.length - 1);
  const row = copyOf(rows[i]);
  for (const one of row.cells) setTo(one, '');
  setTo(row.name, r.pick(['指标2', '指标3：']));
  rows.splice(i + 1, 0, row);
}

function otherTable(drawing) {
  const table = drawing.tables.at(-1);
  const { size } = drawing.style;
  const high = size * 2;
  const texts = [
    ['科目', '上年决算数', '本年预算数'],
    ['基本支出', '812.40', '835.00'],
    ['项目支出', '96.70', '120.50'],
  ];
  const lowest = Math.max(
    ...drawing.items.filter(({ page }) => page === table.page).map((item) => item.y ?? item.y1 ?? item.b ?? 0),
  );
  let top = lowest + 30;
  let page = table.page;
  if (top + 5 * high > drawing.pages[page - 1].height - 20) {
    drawing.pages.push({ ...drawing.pages[page - 1] });
    page = drawing.pages.length;
    top = 60;
  }
  const wide = (table.x1 - table.x0) / 3;
  const at = { page, counts: false };
  drawing.items.push({ ...at, kind: 'text', text: '部门支出情况表', x: table.x0 + wide, y: top, size: size * 1.3 });
  top += 8;
  for (let i = 0; i <= 3; i++) {
    const rule = { ...at, kind: 'rule', width: 0.5, as: 'stroke' };
    drawing.items.push({ ...rule, upright: false, at: top + i * high, a: table.x0, b: table.x1 });
    drawing.items.push({ ...rule, upright: true, at: table.x0 + i * wide, a: top, b: top + 3 * high });
  }
  for (const [row, list] of texts.entries())
    for (const [col, text] of list.entries())
      drawing.items.push({
        ...at,
        kind: 'text',
        text,
        x: table.x0 + col * wide + 6,
        y: top + row * high + size * 1.3,
        size,
      });
}

function letterInNumber(drawing, r) {
  const cells = filled(drawing, (cell) => isNumber(cell) && /[01]/u.test(cell.slot.text) && cell.lines.length === 1);
  if (cells.length === 0) return false;
  const cell = r.pick(cells);
  const item = drawing.items.find((one) => one.cell === cell);
  item.text = item.text.replace(/[01]/u, (digit) => (digit === '0' ? 'O' : 'l'));
}

function twoNumbers(drawing, r) {
  const cells = filled(drawing, (cell) => isNumber(cell) && cell.slot.kind === 'number' && cell.lines.length === 1);
  const cell = r.pick(cells);
  const item = drawing.items.find((one) => one.cell === cell);
  item.text = `${item.text}${r.pick(['、', '；', '→'])}${otherNumber(cell.slot.text, r)}`;
  cell.slot.is = { $told: true };
}

function proseAround({ forms }, r) {
  const [form] = forms;
  form.proseBefore = slot(
    r.pick([
      '根据财政部门要求，我单位对项目支出开展绩效自评，现将结果公开如下。',
      '（二）项目绩效自评情况。本部门组织对3个项目开展自评，自评得分均在90分以上。',
    ]),
  );
  form.proseAfter = slot('以上情况，特此说明。下一步将加强预算绩效管理，提高资金使用效益。');
}

export const CONTENT = {
  'row-repeated': { due: true, before: rowRepeated },
  'row-dropped': { before: rowDropped },
  'fund-row-dropped': { before: fundRowDropped },
  'empty-row': { before: emptyRow },
  'columns-swapped': { before: columnsSwapped },
  'fund-columns-swapped': { before: fundColumnsSwapped },
  'label-to-nonsense': { before: toNonsense },
  'fund-label-to-nonsense': { before: fundLabelToNonsense },
  'label-to-synonym': { before: toSynonym },
  'label-missing': { before: labelMissing },
  'level-label-missing': { before: blank(({ blocks }, r) => r.pick(blocks[0].names)) },
  'side-label-missing': {
    before: blank(({ goals, blocks }, r) =>
      r.pick([goals?.side, blocks[0].side].filter((one) => one && !/\d/u.test(one.text))),
    ),
  },
  'indicator-name-missing': { due: true, before: blank(({ blocks }, r) => r.pick(r.pick(blocks).rows).name) },
  'fund-row-label-missing': { due: true, before: blank(fundRowLabel) },
  'title-missing': { before: titleMissing },
  'year-missing': { before: yearMissing },
  'total-missing': { due: true, before: totalMissing },
  'unit-missing': { before: unitMissing },
  'goals-missing': { before: without('goals') },
  'funds-missing': { before: without('funds') },
  'sections-shuffled': { before: sectionsShuffled },
  'cell-merged-over-rows': { before: merged },
  'header-in-the-middle': { before: headerAgain },
  'label-and-value-in-one-cell': { before: pairInOneCell },
  'sections-apart': { before: apart },
  'headings-between': { before: headings },
  'letter-in-number': { draw: letterInNumber, due: true },
  'two-numbers-in-cell': { draw: twoNumbers, due: true },
  'reviewed-score-beside': { before: reviewed },
  'levels-in-every-row': { before: levels(true) },
  'levels-in-first-row': { before: levels(false) },
  'placeholder-row': { before: placeholder },
  'other-table-below': { draw: otherTable },
  'prose-around': { before: proseAround },
};
