/** The funds: rows of sources with columns of amounts, sources as columns, pairs, or heads over one row of amounts. */
import { beside, cell, SIDE, spread } from './cells.mjs';
import { FUND_BLOCKS, FUND_COLUMNS, FUND_KINDS, OTHER_FUND_COLUMNS, SOURCES } from './words.mjs';

const BLANKS = ['', '—', '/', '-'];

export function fundsOf(draw, values) {
  const way = draw.way('funds', { rows: 1, 'sources as columns': 0.06, pairs: 0.06, 'heads over one row': 0.06 });
  const unit = draw.of('funds unit').pick(['万元', '元']);
  const stated = draw.way('funds unit', { 'in the label': 1, 'in the cells': 0.08, 'above the table': 0.12 });
  const points = draw.chance('funds: points in the label', 0.12);
  const bare = points && draw.chance('funds: points without brackets', 0.3);
  const name = draw.word('funds block', FUND_BLOCKS);
  const inLabel = stated === 'in the label' ? `（${unit}）` : '';
  const label = `${name}${inLabel}${points ? (bare && inLabel === '' ? '20分' : '（20分）') : ''}`;
  const money = moneyOf(draw, stated === 'in the cells' ? unit : '');
  const block = WAYS[way]({ draw, values, money, label, hasPoints: !points });
  return {
    rows: block.rows,
    lines: stated === 'above the table' ? [`金额单位：${unit}`] : [],
    read(report) {
      // With no amount in a cell, nothing states the unit.
      const hasUnit = stated !== 'in the cells' || block.rows.flat().some(({ text }) => /\d(万元|元)$/u.test(text));
      report.funds = { unit: hasUnit ? unit : null, weight: points ? 20 : null, rows: block.found };
    },
  };
}

/** Amounts in one spelling: what is printed, and what that is. */
function moneyOf(draw, suffix) {
  const r = draw.of('money');
  const spell = r.pick([(v) => v.toFixed(2), (v) => v.toLocaleString('en-US', { minimumFractionDigits: 2 }), String]);
  const whole = draw.chance('funds: large amounts', 0.15) ? 90_000_000 : 90_000;
  return (isBlank = false) => {
    if (isBlank) return { text: r.pick(BLANKS), value: null };
    const value = r.int(1000, whole) / 100;
    return { text: `${spell(value)}${suffix}`, value };
  };
}

const rowOf = (label, kind, more) => ({
  ...{ label, kind, initialBudget: null, annualBudget: null, executed: null, weight: null, executionRate: null },
  ...{ score: null, reason: null, extra: {} },
  ...more,
});

const printedLabel = (label) => label.replace(/\s+/gu, '').replace(/[：:]$/u, '');

function rateOf(draw, label) {
  const r = draw.of('rates');
  const tenths = r.int(500, 999);
  const style = draw.chance('funds: rates without a percent sign', 0.15) ? 'bare' : 'percent';
  if (style === 'percent') return { text: `${(tenths / 10).toFixed(2)}%`, value: tenths / 1000 };
  if (/[%％]/u.test(label) || r.chance(0.5)) return { text: (tenths / 10).toFixed(1), value: tenths / 1000 };
  return { text: String(tenths / 1000), value: tenths / 1000 };
}

const MONEY = ['initialBudget', 'annualBudget', 'executed'];

/** The columns that a block has, in what order. */
function columnsOf(draw, { hasPoints }) {
  let keys = MONEY.filter((key) => key !== 'initialBudget' || !draw.chance('funds: no initial budget', 0.25));
  keys.push(...(hasPoints ? ['weight', 'executionRate', 'score'] : ['executionRate', 'score']));
  if (draw.chance('funds: no points', 0.12)) keys = keys.filter((key) => key !== 'weight' && key !== 'score');
  if (draw.chance('funds: reasons', 0.1)) keys.push('reason');
  const columns = keys.map((key) => ({ key, label: draw.word(`funds ${key}`, FUND_COLUMNS[key]) }));
  if (draw.chance('funds: unknown column', 0.12))
    columns.push({ key: null, label: draw.of('funds other').pick(OTHER_FUND_COLUMNS) });
  if (draw.chance('funds: columns in any order', 0.3)) return draw.of('funds columns').shuffle(columns);
  return columns;
}

function kindsOf(draw) {
  const kinds = ['total', 'fiscal'];
  if (!draw.chance('funds: no carryover', 0.3)) kinds.push('carryover');
  if (draw.chance('funds: special account', 0.1)) kinds.push('specialAccount');
  if (draw.chance('funds: own money', 0.1)) kinds.push('unit');
  if (draw.chance('funds: unknown row', 0.06)) kinds.push('unknown');
  kinds.push('other');
  const named = kinds.map((kind) => [kind, draw.word(`funds row ${kind}`, FUND_KINDS[kind])]);
  if (draw.chance('funds: total below', 0.08)) return [...named.slice(1), named[0]];
  if (draw.chance('funds: total alone', 0.1)) return [named[0]];
  return named;
}

/** One row of amounts, rate and points, as it is printed and as it is read. */
function amountsOf(context, columns, isTotal) {
  const { draw, money, values } = context;
  const r = draw.of(`funds cells ${isTotal}`);
  const found = { extra: {} };
  const texts = columns.map(({ key, label }) => {
    if (key === null) {
      const text = r.chance(0.7) ? values.rule() : '';
      if (text !== '') found.extra[label] = text;
      return text;
    }
    if (MONEY.includes(key)) {
      const { text, value } = money(!isTotal && draw.chance('funds: blank amounts', 0.3) && r.chance(0.4));
      found[key] = value;
      return text;
    }
    if (key === 'executionRate') {
      const rate =
        isTotal || draw.chance('funds: rates of all rows', 0.4) ? rateOf(draw, label) : { text: '', value: null };
      found[key] = rate.value;
      return rate.text;
    }
    if (key === 'reason') {
      found[key] = isTotal && r.chance(0.5) ? values.reason() : null;
      return found[key] ?? '';
    }
    const value = key === 'weight' ? 10 : r.pick([9.5, 9.87, 10]);
    found[key] = isTotal ? value : null;
    return isTotal ? (draw.chance('funds: points with 分', 0.06) ? `${value}分` : String(value)) : context.blank;
  });
  return { texts, found };
}

function rowsOfSources(context) {
  const { draw, label } = context;
  const columns = columnsOf(draw, context);
  const kinds = kindsOf(draw);
  context.blank = draw.of('funds blank').pick(BLANKS);
  const read = kinds.map(([kind, name]) => ({ kind, name, ...amountsOf(context, columns, kind === 'total') }));
  const found = read.map(({ kind, name, found: own }) => rowOf(printedLabel(name), kind, own));
  const corner = draw.chance('funds: label in the corner', 0.12);
  const hasGroup =
    !corner && kinds.length > 2 && kinds[0][0] === 'total' && draw.chance('funds: 其中 beside the rows', 0.06);
  const heads = columns.map((column) => column.label);
  if (corner)
    return {
      found,
      rows: [[label, ...heads], ...read.map(({ name, texts }) => [name, ...texts])].map((t) => spread(t)),
    };
  if (!hasGroup) {
    const rows = [['', ...heads], ...read.map(({ name, texts }) => [name, ...texts])].map((t) => spread(t, SIDE));
    return { found, rows: beside(label, rows) };
  }
  const first = read.map(({ name }) => name.replace(/^其中[：:]/u, ''));
  for (const [i, name] of first.entries()) if (i > 0) found[i].label = printedLabel(name);
  const rows = [
    spread(['', null, ...heads], SIDE),
    spread([first[0], null, ...read[0].texts], SIDE),
    ...read.slice(1).map(({ texts }, i) => {
      const [group, ...rest] = spread(['其中：', first[i + 1], ...texts], SIDE);
      return i === 0 ? [{ ...group, rows: read.length - 1 }, ...rest] : rest;
    }),
  ];
  return { found, rows: beside(label, rows) };
}

/** 中央 | 省级 | 其他 | 合计 over rows of budget and spending. */
function sourcesAsColumns({ draw, money, label }) {
  const r = draw.of('funds sources');
  const names = ['合计', ...r.shuffle(Object.keys(SOURCES)).slice(0, r.int(2, 4))];
  const keys = ['annualBudget', 'executed'];
  const found = names.map((name) => rowOf(name, SOURCES[name] ?? 'total', {}));
  const lines = keys.map((key) => [
    draw.word(`funds ${key}`, FUND_COLUMNS[key]),
    ...names.map((_, i) => {
      const { text, value } = money();
      found[i][key] = value;
      return text;
    }),
  ]);
  return {
    found,
    rows: beside(
      label,
      [['', ...names], ...lines].map((texts) => spread(texts, SIDE)),
    ),
  };
}

/** 预算数： | 2.38 | 执行数： | 2.38. What such a row is called, nobody can tell. */
function pairs({ draw, money, label }) {
  const keys = ['annualBudget', 'executed'];
  const read = keys.map((key) => ({ key, label: `${draw.word(`funds ${key}`, FUND_COLUMNS[key])}：`, ...money() }));
  const own = Object.fromEntries(read.map(({ key, value }) => [key, value]));
  return {
    found: [rowOf({ $any: true }, { $any: true }, own)],
    rows: [
      [
        cell(label, 0, SIDE),
        ...spread(
          read.flatMap((one) => [one.label, one.text]),
          SIDE,
        ),
      ],
    ],
  };
}

function headsOverOneRow(context) {
  const columns = columnsOf(context.draw, context);
  const { texts, found } = amountsOf(context, columns, true);
  const rows = [columns.map((column) => column.label), texts].map((line) => spread(line, SIDE));
  return { found: [rowOf({ $any: true }, { $any: true }, found)], rows: beside(context.label, rows) };
}

const WAYS = {
  rows: rowsOfSources,
  'sources as columns': sourcesAsColumns,
  pairs,
  'heads over one row': headsOverOneRow,
};
