/** A form that nobody has printed, made of its seed: its blocks in any order and any shape, and what a person reads in them. */
import { valuesOf } from '../../mutants/values.mjs';
import { drawOf } from './draw.mjs';
import { fundsOf } from './funds.mjs';
import { closingOf, goalsOf, tailOf } from './goals.mjs';
import { headerOf } from './header.mjs';
import { indicatorsOf } from './indicators.mjs';
import { partsOf } from './parts.mjs';
import { listOf, scoredOf, totalOf } from './totals.mjs';
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
  const scored = draw.chance('scored items in another table', 0.04) ? scoredOf(draw, of('scored')) : null;
  const list = draw.chance('list', 0.1) ? listOf(draw, of('list')) : null;
  const closing = closingOf(draw, of('closing'));
  const tail = tailOf(draw, of('tail'));
  const blocks = ordered(draw, { header, funds, goals, scored, indicators, total, list, closing });
  const parts = partsOf(draw, { title, blocks, funds, total, tail, list });
  const truth = emptyReport();
  const isAfter =
    blocks.findIndex(({ name }) => name === 'scored') > blocks.findIndex(({ name }) => name === 'indicators');
  const items = isAfter ? [indicators, scored] : [scored, indicators];
  for (const part of [title, header, funds, goals, ...items, total, list, closing, tail]) part?.read(truth);
  const isOne = how?.isSecond || !draw.chance('another form behind', 0.05);
  const next = isOne ? null : formOf(seed + 1_000_000, { ...how, force: null, isSecond: true });
  // What the second has is left out of both at once.
  const has = [...new Set([...draw.has(), ...(next?.has ?? [])])];
  return { seed, has, parts, repeated: hasTitles ? repeatedIn(parts) : null, truth, next };
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
  const names = ['header', 'funds', 'goals', 'scored', 'indicators', 'closing'];
  if (draw.chance('order: goals before funds', 0.12)) names.splice(1, 2, 'goals', 'funds');
  let order = names;
  if (draw.chance('order: any', 0.15)) {
    const rest = draw.of('order').shuffle(['funds', 'goals', 'scored', 'indicators', 'closing']);
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
