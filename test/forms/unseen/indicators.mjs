/** Indicator tables: any columns in any order, levels of any number, names of groups in every way, and what they say. */
import { beside, cell, SIDE } from './cells.mjs';
import { groupsOf, isShareable, leftOver, mergesOf, operatorsOf, valuesOfRow, weighted } from './indicator-rows.mjs';
import { INDICATOR_COLUMNS, OTHER_INDICATOR_COLUMNS } from './words.mjs';

const LEVELS = {
  three: ['一级指标', '二级指标', '三级指标'],
  'three, named otherwise': ['指标类别', '二级指标', '指标名称'],
  four: ['一级指标', '二级指标', '三级指标', '四级指标'],
  two: ['一级指标', '三级指标'],
  'two, named otherwise': ['类别', '指标名称'],
  none: ['指标名称'],
  'group rows': ['二级指标', '三级指标'],
  'scored items': ['评价内容'],
};

export function indicatorsOf(draw, values, { count }) {
  const levels = draw.way('levels', {
    ...{ three: 1, none: 0.08, two: 0.05, 'two, named otherwise': 0.06, 'three, named otherwise': 0.04, four: 0.04 },
    ...{ 'group rows': 0.05, 'scored items': 0.04 },
  });
  const columns = columnsOf(draw, levels);
  const rows = rowsOf(draw, values, { columns, levels, count });
  const table = { draw, levels, names: LEVELS[levels], columns, rows };
  const { side, weight } = sideOf(draw, levels);
  const from = side === null ? 0 : SIDE;
  const heads = headsOf(table, from);
  const body = bodyOf(table, from);
  const all = [...heads, ...body];
  return {
    rows: side === null ? all : beside(side, all),
    columns,
    /** Where the columns of weights and scores stand, for a row of totals. */
    bordersOf: (key) => {
      const at = columns.findIndex((column) => column.key === key);
      return at < 0 ? null : stretch(table, from, LEVELS[levels].length + at);
    },
    read(report) {
      report.indicatorsWeight = weight;
      report.indicators.push(...foundOf(table, report.indicators.length));
    },
  };
}

/** The share of the width that the i-th of all columns has. */
function stretch({ names, columns }, from, i) {
  const count = names.length + columns.length;
  return { from: from + ((1 - from) * i) / count, to: from + ((1 - from) * (i + 1)) / count };
}

function sideOf(draw, levels) {
  if (levels === 'scored items' || !draw.chance('indicators: side label', 0.35)) return { side: null, weight: null };
  const name = draw.word('indicators block', [
    '绩效指标',
    '年度绩效指标',
    '项目绩效指标',
    '年度绩效目标完成情况',
    '项目绩效实现情况',
  ]);
  if (!draw.chance('indicators: points in the side label', 0.3)) return { side: name, weight: null };
  const bare = draw.chance('indicators: points in the side label without brackets', 0.2);
  return { side: bare ? `${name}80分` : `${name}（80分）`, weight: 80 };
}

function columnsOf(draw, levels) {
  if (levels === 'scored items') return scoredColumns(draw);
  const keys = [];
  const hasDirection = draw.chance('indicators: directions beside operators', 0.04);
  if (hasDirection) keys.push('direction');
  if (hasDirection || draw.chance('indicators: operators', 0.2)) keys.push('operator');
  keys.push('target');
  if (draw.chance('indicators: units', 0.15)) keys.push('unit');
  if (draw.chance('indicators: adjusted targets', 0.05)) keys.push('adjustedTarget');
  keys.push('actual');
  const isScored = !draw.chance('indicators: no points', 0.08);
  if (isScored && !draw.chance('indicators: no weights', 0.05)) keys.push('weight');
  if (isScored) keys.push('score');
  if (isScored && draw.chance('indicators: reviewed scores', 0.1)) keys.push('reviewedScore');
  if (draw.chance('indicators: scoring rules', 0.08)) keys.push('scoringRule');
  if (draw.chance('indicators: core', 0.05)) keys.push('core');
  if (!draw.chance('indicators: no reasons', 0.3)) keys.push('deviation');
  const columns = keys.map((key) => ({ key, label: labelOf(draw, key, keys) }));
  const others = draw.chance('indicators: unknown columns', 0.15) ? draw.of('other columns').int(1, 3) : 0;
  const names = draw.of('other columns').shuffle(OTHER_INDICATOR_COLUMNS).slice(0, others);
  columns.push(...names.map((label) => ({ key: 'other', label, mark: label.slice(0, 2) })));
  if (draw.chance('indicators: columns in any order', 0.3)) return draw.of('columns').shuffle(columns);
  return columns;
}

const scoredColumns = (draw) => [
  { key: 'weight', label: '分值' },
  { key: 'score', label: '自评分' },
  ...(draw.chance('indicators: reviewed scores', 0.3) ? [{ key: 'reviewedScore', label: '复核分' }] : []),
  { key: 'scoringRule', label: draw.of('scored').pick(['评价标准', '评价标准及依据']) },
];

function labelOf(draw, key, keys) {
  const labels = INDICATOR_COLUMNS[key];
  if (keys.includes('direction') && (key === 'operator' || key === 'direction'))
    return key === 'operator' ? '指标方向' : '指标性质';
  // 单位 alone is what a target is counted in only beside one.
  if (key === 'score' && keys.includes('reviewedScore'))
    return draw.word('indicators score', ['自评得分', '自评分', '得分']);
  return draw.word(`indicators ${key}`, labels);
}

function rowsOf(draw, values, { columns, levels, count }) {
  const r = draw.of('rows');
  const operatorOf = operatorsOf(
    draw,
    columns.some(({ key }) => key === 'direction'),
  );
  const isFlat = levels === 'none' || levels === 'scored items';
  const merged = isFlat ? [] : mergesOf(draw, columns);
  let first = null;
  const rows = groupsOf(draw, count).flatMap((group) => {
    const level1 = first?.name === group.level1 ? first : { ...weighted(draw, group.level1, 'level 1', r) };
    first = level1;
    const level2 = weighted(draw, group.level2, 'level 2', r);
    const isMerged = merged.length > 0 && group.rows > 1;
    const own = Array.from({ length: group.rows }, (_, i) => {
      const isBroken = merged.length === 0 && i > 0 && draw.chance('indicators: breakdown rows', 0.05) && r.chance(0.3);
      const name = `${isBroken ? '其中：' : ''}${values.indicator()}`;
      return { level1, level2, name, ...valuesOfRow(draw, values, r, { columns, operatorOf, isBroken }), spans: {} };
    });
    if (isMerged)
      for (const key of merged)
        for (const [i, row] of own.entries()) {
          row[key] = own[0][key].text === '' ? { text: '一并说明', value: '一并说明' } : own[0][key];
          if (i > 0) row[key] = own[0][key];
          row.spans[key] = i === 0 ? own.length : 0;
        }
    const isLeft = !isFlat && draw.chance('indicators: placeholder rows', 0.08) && r.chance(0.5);
    return isLeft ? [...own, { level1, level2, ...leftOver(draw), isLeft, spans: {} }] : own;
  });
  if (levels === 'four') nameThird(rows, values);
  return rows;
}

/** Two or three rows of the fourth level stand under one of the third. */
function nameThird(rows, values) {
  let third = null;
  for (const [i, row] of rows.entries()) {
    if (i === 0 || row.level2 !== rows[i - 1].level2 || i % 3 === 0) third = { text: values.indicator(), name: null };
    row.third = third;
  }
}

/** The header: one row; levels under a common label; target, sign and unit under another. */
function headsOf(table, from) {
  const { draw, names, columns } = table;
  const labels = [...names, ...columns.map(({ label }) => label)];
  const at = (i) => from + ((1 - from) * i) / labels.length;
  if (names.length > 1 && draw.chance('indicators: header of two rows', 0.1)) {
    const under = names.map((label, i) => cell(label, at(i), at(i + 1)));
    const rest = columns.map(({ label }, i) => cell(label, at(names.length + i), at(names.length + i + 1), 2));
    return [[cell('绩效指标', at(0), at(names.length)), ...rest], under];
  }
  return targetHeads(table, labels, at) ?? [labels.map((label, i) => cell(label, at(i), at(i + 1)))];
}

/** 年度指标值 over the columns of its sign, its number and its unit, where they stand side by side. */
function targetHeads({ draw, names, columns }, labels, at) {
  const parts = columns.flatMap(({ key }, i) =>
    ['operator', 'target', 'unit'].includes(key) ? [names.length + i] : [],
  );
  const isRow = parts.length > 1 && parts.at(-1) - parts[0] === parts.length - 1;
  if (!isRow || !draw.chance('indicators: a label over target, sign and unit', 0.25)) return null;
  const over = cell('年度指标值', at(parts[0]), at(parts.at(-1) + 1));
  const rest = labels.flatMap((label, i) => (parts.includes(i) ? [] : [cell(label, at(i), at(i + 1), 2)]));
  const under = parts.map((i) => cell(labels[i], at(i), at(i + 1)));
  return [[...rest, over].sort((a, b) => a.from - b.from), under];
}

/** How names of groups stand: merged over their rows, in every row, in the first of them alone. */
function bodyOf(table, from) {
  const { draw, names, columns, rows, levels } = table;
  const way = draw.way('groups', { merged: 1, repeated: 0.12, 'first row only': 0.12 });
  const at = (i) => stretch(table, from, i);
  const nameCells = {
    three: ['level1', 'level2'],
    'three, named otherwise': ['level1', 'level2'],
    four: ['level1', 'level2', 'third'],
    two: ['level1'],
    'two, named otherwise': ['level1'],
    'group rows': ['level2'],
    none: [],
    'scored items': [],
  }[levels];
  return rows.flatMap((row, i) => {
    const cells = [];
    const isFirst = (key) => i === 0 || rows[i - 1][key] !== row[key];
    for (const [k, key] of nameCells.entries()) {
      const { from: x0, to: x1 } = at(k);
      const next = rows.findIndex((other, j) => j > i && other[key] !== row[key]);
      const height = (next < 0 ? rows.length : next) - i;
      if (way === 'merged' && isFirst(key)) cells.push(cell(row[key].text, x0, x1, height));
      else if (way === 'repeated') cells.push(cell(row[key].text, x0, x1));
      else if (way === 'first row only') cells.push(cell(isFirst(key) ? row[key].text : '', x0, x1));
    }
    const place = at(names.length - 1);
    cells.push(cell(row.name, place.from, place.to));
    for (const [k, { key, mark }] of columns.entries()) {
      const { from: x0, to: x1 } = at(names.length + k);
      if (key === 'other' && !row.isLeft) cells.push(cell(otherText(row, mark) ?? '', x0, x1));
      else if (row.isLeft) cells.push(cell(row.blank, x0, x1));
      else if (row.spans[key] !== 0) cells.push(cell(row[key].text, x0, x1, row.spans[key] ?? 1));
    }
    const isGroup = levels === 'group rows' && isFirst('level1');
    return isGroup ? [[cell(row.level1.text, from, 1)], cells] : [cells];
  });
}

/** What a column of the form's own says: not the same in two of them. */
const otherText = ({ other }, mark) => (other.value === null ? null : `${mark}${other.value}`);

/** What the rows say. */
function foundOf({ columns, rows, levels }, before) {
  const has = (key) => columns.some((column) => column.key === key);
  const kept = rows.filter((row) => !row.isLeft);
  return kept.map((row) => {
    const hasGroups = levels !== 'none' && levels !== 'scored items';
    const hasSecond = hasGroups && !levels.startsWith('two');
    const value = (key) => (has(key) ? row[key].value : null);
    const shared = {};
    for (const key of Object.keys(row.spans)) {
      if (!isShareable(key) || row[key].value === null) continue;
      shared[key] = kept.flatMap((other, i) => (other.level2 === row.level2 && key in other.spans ? [before + i] : []));
    }
    const extra = {};
    for (const { key, label, mark } of columns)
      if (key === 'other' && row.other.value !== null) extra[label] = otherText(row, mark);
    const found = {
      goal: null,
      level1: hasGroups ? row.level1.name : null,
      level1Weight: hasGroups ? row.level1.weight : null,
      level2: hasSecond ? row.level2.name : null,
      level2Weight: hasSecond ? row.level2.weight : null,
      level3: row.third?.text ?? row.name,
      ...{ operator: value('operator'), target: value('target'), unit: value('unit') },
      ...{ adjustedTarget: value('adjustedTarget'), actual: value('actual') },
      ...{ weight: value('weight'), score: value('score'), reviewedScore: value('reviewedScore') },
      direction: has('operator') ? row.direction.value : null,
      ...{ deviation: value('deviation'), scoringRule: value('scoringRule'), core: value('core'), shared, extra },
    };
    return variantsOf(found, row, levels);
  });
}

/** What can be read in two ways. */
function variantsOf(found, row, levels) {
  if (levels === 'scored items') return { $oneOf: [found, { ...found, level1: found.level3, level3: null }] };
  if (levels !== 'four') return found;
  const { extra, level3 } = found;
  return {
    $oneOf: [
      { ...found, extra: { ...extra, 四级指标: row.name } },
      { ...found, level3: row.name, extra: { ...extra, 三级指标: level3 } },
    ],
  };
}
