/** A form that nobody has printed, made of its seed: its blocks in any order and any shape, and what a person reads in them. */
import { valuesOf } from '../../mutants/values.mjs';
import { gridOf, spread } from './cells.mjs';
import { drawOf } from './draw.mjs';
import { fundsOf } from './funds.mjs';
import { closingOf, goalsOf, tailOf } from './goals.mjs';
import { headerOf } from './header.mjs';
import { indicatorsOf } from './indicators.mjs';
import { listOf, totalOf } from './totals.mjs';
import { TITLES } from './words.mjs';

const emptyReport = () => ({
  ...{ title: null, year: null, pages: { $any: true } },
  project: { name: null, supervisingDepartment: null, implementingUnit: null, manager: null, phone: null },
  funds: { unit: null, weight: null, rows: [] },
  goals: { expected: null, actual: null, adjusted: null },
  ...{ indicatorsWeight: null, indicators: [], total: { weight: null, score: null, grade: null } },
  ...{ conclusion: { evaluation: null, problems: null, measures: null }, notes: null, extra: {} },
});

/**
 * @param {number} seed
 * @param {{ off?: ReadonlySet<string>, force?: string | null }} [how]
 * @returns {{ seed: number, has: string[], parts: object[], repeated: { table: number, rows: number } | null, truth: object }} `parts` are lines and tables in printed
 *   order; `repeated` are rows of a table that a print begins each page with
 */
export function formOf(seed, how) {
  const draw = drawOf(seed, how);
  const of = (name) => valuesOf(draw.of(`values ${name}`));
  const title = titleOf(draw);
  const header = headerOf(draw, of('header'));
  const funds = draw.chance('no funds', 0.06) ? null : fundsOf(draw, of('funds'));
  const goals = draw.chance('no goals', 0.1) ? null : goalsOf(draw, of('goals'));
  const hasTitles = draw.chance('print titles', 0.06);
  const isLong = draw.chance('long', 0.08) || hasTitles;
  const indicators = indicatorsOf(draw, of('indicators'), {
    count: draw.of('count').int(...(isLong ? [16, 30] : [3, 9])),
  });
  const total = totalOf(draw, indicators);
  const list = draw.chance('list', 0.1) ? listOf(draw, of('list')) : null;
  const closing = closingOf(draw, of('closing'));
  const tail = tailOf(draw, of('tail'));
  const blocks = ordered(draw, { header, funds, goals, indicators, total, list, closing });
  const parts = partsOf(draw, { title, blocks, funds, total, tail, list });
  const truth = emptyReport();
  for (const part of [title, header, funds, goals, indicators, total, list, closing, tail]) part?.read(truth);
  return { seed, has: draw.has(), parts, repeated: hasTitles ? repeatedIn(parts) : null, truth };
}

function titleOf(draw) {
  const year = draw.of('year').int(2018, 2025);
  const name = draw.word('title', TITLES);
  const way = draw.way('year', {
    ...{
      'line below': 1,
      'in the title': 0.25,
      'behind the title': 0.08,
      'in characters': 0.05,
      'row of the table': 0.05,
    },
  });
  const characters = [...String(year)].map((digit) => '〇一二三四五六七八九'[Number(digit)]).join('');
  const yearLine = {
    'line below': `（${year}年度）`,
    'in characters': `（${characters}年度）`,
    'row of the table': `（${year}年度）`,
  }[way];
  const text =
    way === 'in the title' ? `${year}年度${name}` : way === 'behind the title' ? `${name}（${year}年度）` : name;
  return {
    text,
    yearLine: yearLine ?? null,
    inTable: way === 'row of the table',
    read(report) {
      report.title = way === 'in the title' ? text : name;
      report.year = year;
    },
  };
}

/** The first row of the last table that may begin each of its pages: no cell of it is merged over more. */
function repeatedIn(parts) {
  const grids = parts.flatMap(({ grid }) => (grid ? [grid] : []));
  const table = grids.findLastIndex(
    ({ rows, cells }) => rows > 8 && cells.every(({ row, rowSpan }) => row > 0 || rowSpan === 1),
  );
  return table < 0 ? null : { table, rows: 1 };
}

/** The blocks in printed order, the total and the list among them. */
function ordered(draw, { total, list, ...own }) {
  const names = ['header', 'funds', 'goals', 'indicators', 'closing'];
  if (draw.chance('order: goals before funds', 0.12)) names.splice(1, 2, 'goals', 'funds');
  let order = names;
  if (draw.chance('order: any', 0.15)) {
    const rest = draw.of('order').shuffle(['funds', 'goals', 'indicators', 'closing']);
    order = draw.chance('order: header not first', 0.2)
      ? draw.of('order').shuffle(['header', ...rest])
      : ['header', ...rest];
  }
  const blocks = order.flatMap((name) =>
    own[name] && own[name].rows.length > 0 ? [{ name, rows: own[name].rows }] : [],
  );
  const at = blocks.findIndex(({ name }) => name === 'indicators');
  if (total.rows.length > 0) {
    if (total.way === 'top of the table')
      blocks.splice(blocks.findIndex(({ name }) => name === 'header') + 1, 0, { name: 'total', rows: total.rows });
    else blocks.splice(at + 1, 0, { name: 'total', rows: total.rows });
  }
  if (list && !draw.chance('list: a table behind', 0.5)) {
    const goals = blocks.findIndex(({ name }) => name === 'goals');
    if (goals >= 0) blocks.splice(goals + 1, 0, { name: 'list', rows: list.rows });
    else blocks.splice(1, 0, { name: 'list', rows: list.rows });
  }
  return blocks;
}

const HEADINGS = {
  header: '一、项目基本情况',
  funds: '二、预算执行情况',
  goals: '三、年度总体目标',
  indicators: '四、绩效指标完成情况',
};

function partsOf(draw, { title, blocks, funds, total, tail, list }) {
  const isFree = draw.chance('grid: each row cut as it likes', 0.4);
  const size = 10;
  const above = [...(total.way === 'line above' ? total.lines : []), ...(funds?.lines ?? [])];
  const inTable = title.inTable ? [spread([title.text]), spread([title.yearLine])] : [];
  const lines = [
    ...(title.inTable ? [] : [{ text: title.text, size: 16, align: 'center' }]),
    ...(title.inTable || title.yearLine === null ? [] : [{ text: title.yearLine, size, align: 'center' }]),
    ...above.map((text) => ({ text, size, align: 'left' })),
  ];
  const apart = draw.chance('a table a block', 0.12);
  const hasHeadings = apart && !title.inTable && draw.chance('headings between the tables', 0.5);
  const tables = [];
  for (const { name, rows } of blocks) {
    const isUnder = name === 'total' && tables.at(-1)?.names.includes('indicators');
    if (apart && !isUnder) tables.push({ names: [name], rows: [...rows] });
    else if (tables.length === 0) tables.push({ names: [name], rows: [...rows] });
    else {
      tables.at(-1).names.push(name);
      tables.at(-1).rows.push(...rows);
    }
  }
  tables[0].rows.unshift(...inTable);
  const drawn = tables.flatMap(({ names, rows }) => {
    const heading = hasHeadings ? HEADINGS[names[0]] : undefined;
    return [...(heading ? [{ text: heading, size, align: 'left' }] : []), { grid: gridOf(rows, isFree) }];
  });
  const under = [...(total.way === 'line below' ? total.lines : []), ...tail.lines].map((text) => ({
    text,
    size,
    align: 'left',
  }));
  const isBehind = list !== null && !blocks.some(({ name }) => name === 'list');
  const behind = isBehind ? [{ grid: gridOf(list.rows, isFree) }] : [];
  return [...lines, ...drawn, ...under, ...behind];
}
