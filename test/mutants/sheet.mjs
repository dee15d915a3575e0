/** A form as one table: rows of cells on a grid of sixtieths of its width. A cell says what it is (`role`) and of which row. */
import { slot } from './values.mjs';

export const GRID = 60;
const WIDTHS = {
  side: 26,
  level1: 44,
  level2: 50,
  level3: 88,
  label: 84,
  operator: 34,
  unit: 36,
  weight: 36,
  score: 38,
  core: 38,
  reason: 74,
  deviation: 84,
  scoringRule: 84,
  executionRate: 48,
};

/** Where columns of these widths end, in whole parts of the grid; each has two at least. */
function edgesOf(widths) {
  const sum = widths.reduce((a, b) => a + b, 0);
  const edges = [0];
  let done = 0;
  for (const [i, width] of widths.entries()) {
    done += width;
    const least = edges[i] + 2;
    const most = GRID - 2 * (widths.length - 1 - i);
    edges.push(Math.min(most, Math.max(least, Math.round((done / sum) * GRID))));
  }
  return edges;
}

export function sheetOf(form) {
  const rows = [];
  const cells = [];
  let edges = [];
  const widths = (list) => {
    edges = edgesOf(list);
  };
  const row = (section, kind, ref, list) => {
    const r0 = rows.length;
    rows.push({ section, kind, ref });
    for (const [content, from, to, role, more = {}] of list) {
      const { rowSpan = 1, ...rest } = more;
      cells.push({ slot: content, c0: edges[from], c1: edges[to], r0, r1: r0 + rowSpan, role, section, ref, ...rest });
    }
  };
  const tools = { widths, row, cells, rows };
  for (const name of form.order) SECTIONS[name](form, tools);
  return { rows, cells };
}

const SECTIONS = {
  header(form, { widths, row }) {
    for (const pairs of form.header) {
      widths(pairs.flatMap(() => (pairs.length === 1 ? [20, 80] : [20, 30])));
      const both = ({ label, value }) => ({ text: `${label.text}：${value.text}`, kind: 'text' });
      row(
        'header',
        'body',
        pairs,
        pairs.flatMap((pair, i) =>
          pair.inOneCell
            ? [[both(pair), 2 * i, 2 * i + 2, 'header pair', { pair }]]
            : [
                [pair.label, 2 * i, 2 * i + 1, 'header label', { pair }],
                [pair.value, 2 * i + 1, 2 * i + 2, 'header value', { pair }],
              ],
        ),
      );
    }
  },
  funds({ funds }, { widths, row }) {
    const { columns } = funds;
    widths([WIDTHS.side, WIDTHS.label, ...columns.map(({ key }) => WIDTHS[key] ?? 58)]);
    const span = { rowSpan: funds.rows.length + 1 };
    row('funds', 'header', funds, [
      [funds.side, 0, 1, 'side', span],
      [funds.corner, 1, 2, 'corner'],
      ...columns.map((column, i) => [column.label, i + 2, i + 3, 'column label', { column, index: i }]),
    ]);
    for (const one of funds.rows)
      row('funds', 'body', one, [
        [one.label, 1, 2, 'row label'],
        ...one.cells.map((cell, i) => [cell, i + 2, i + 3, 'fund value', { column: columns[i], index: i }]),
      ]);
  },
  goals({ goals }, { widths, row }) {
    const { list, side, style } = goals;
    if (style === 'beside') {
      widths([20, 80]);
      for (const goal of list)
        row('goals', 'body', goal, [
          [goal.label, 0, 1, 'goal label', { goal }],
          [goal.value, 1, 2, 'goal value', { goal }],
        ]);
      return;
    }
    const from = side ? 1 : 0;
    widths([...(side ? [12] : []), ...list.map(() => 88 / list.length)]);
    row('goals', 'header', goals, [
      ...(side ? [[side, 0, 1, 'side', { rowSpan: 2 }]] : []),
      ...list.map((goal, i) => [goal.label, from + i, from + i + 1, 'goal label', { goal }]),
    ]);
    row(
      'goals',
      'body',
      goals,
      list.map((goal, i) => [goal.value, from + i, from + i + 1, 'goal value', { goal }]),
    );
  },
  indicators(form, tools) {
    for (const block of form.blocks) indicatorRows(block, tools);
  },
  total(form, tools) {
    const block = form.blocks.at(-1);
    const isLast = form.order.indexOf('total') === form.order.indexOf('indicators') + 1;
    const keys = block.columns.map(({ key }) => key);
    const { label, weight, score } = form.total;
    if (isLast && keys.includes('score')) {
      const from = (block.side ? 1 : 0) + block.names.length;
      indicatorWidths(block, tools);
      tools.row('total', 'body', form.total, [
        [label, 0, from, 'total label'],
        ...keys.map((key, i) => {
          const content = key === 'weight' ? weight : key === 'score' ? score : slot('');
          return [content, from + i, from + i + 1, content.text === '' ? 'empty' : `total ${key}`];
        }),
      ]);
      return;
    }
    tools.widths([20, 40, 40]);
    if (weight.text === '') {
      tools.row('total', 'body', form.total, [
        [label, 0, 1, 'total label'],
        [score, 1, 3, 'total score'],
      ]);
      return;
    }
    tools.row('total', 'body', form.total, [
      [label, 0, 1, 'total label'],
      [weight, 1, 2, 'total weight'],
      [score, 2, 3, 'total score'],
    ]);
  },
  remarks({ remarks }, { widths, row }) {
    widths([20, 80]);
    row('remarks', 'body', remarks, [
      [remarks.label, 0, 1, 'closing label', { pair: remarks }],
      [remarks.value, 1, 2, 'closing value', { pair: remarks }],
    ]);
  },
  closing({ closing }, { widths, row }) {
    widths([20, 80]);
    for (const pair of closing)
      row('closing', 'body', pair, [
        [pair.label, 0, 1, 'closing label', { pair }],
        [pair.value, 1, 2, 'closing value', { pair }],
      ]);
  },
};

function indicatorWidths({ side, names, columns }, { widths }) {
  const levels = names.length === 3 ? [WIDTHS.level1, WIDTHS.level2, WIDTHS.level3] : [WIDTHS.level3];
  widths([...(side ? [WIDTHS.side] : []), ...levels, ...columns.map(({ key }) => WIDTHS[key] ?? 58)]);
}

function indicatorRows(block, tools) {
  const { side, names, over, columns, rows } = block;
  indicatorWidths(block, tools);
  const from = side ? 1 : 0;
  const heads = over.length > 0 ? 2 : 1;
  const again = block.headerAgain === undefined ? 0 : 1;
  const sideCell = side ? [[side, 0, 1, 'side', { rowSpan: rows.length + heads + again }]] : [];
  const labels = [
    ...names.map((name, i) => [name, from + i, from + i + 1, 'level label', {}]),
    ...columns.map((column, i) => {
      const at = from + names.length + i;
      return [column.label, at, at + 1, 'column label', { column, index: i }];
    }),
  ];
  if (heads === 1) tools.row('indicators', 'header', block, [...sideCell, ...labels]);
  else {
    let at = from;
    const above = over.map(({ label, span }) => {
      at += span;
      return [label, at - span, at, 'column group', {}];
    });
    const rest = labels
      .slice(at - from)
      .map(([content, a, b, role, more]) => [content, a, b, role, { ...more, rowSpan: 2 }]);
    tools.row('indicators', 'header', block, [...sideCell, ...above, ...rest]);
    tools.row('indicators', 'header', block, labels.slice(0, at - from));
  }
  for (const [i, one] of rows.entries()) {
    if (block.headerAgain === i) tools.row('indicators', 'header', block, labels);
    /** A slot that several rows share is one merged cell. */
    const tall = (of) => {
      if (!of(one) || (rows[i - 1] && of(rows[i - 1]) === of(one))) return null;
      const end = rows.slice(i).findIndex((other) => of(other) !== of(one));
      return { rowSpan: end < 0 ? rows.length - i : end };
    };
    const levels = ['level1', 'level2'].flatMap((level, k) => {
      const span = tall((row) => row[level]);
      return span ? [[one[level], from + k, from + k + 1, level, span]] : [];
    });
    const at = from + names.length;
    tools.row('indicators', 'body', one, [
      ...levels,
      [one.name, at - 1, at, 'indicator name', {}],
      ...one.cells.flatMap((cell, k) => {
        const span = tall((row) => row.cells[k]);
        return span ? [[cell, at + k, at + k + 1, 'indicator value', { column: columns[k], index: k, ...span }]] : [];
      }),
    ]);
  }
}
