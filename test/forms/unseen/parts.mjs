/** How the blocks of a form stand on its page: in one table or several, with lines above, between and below. */
import { gridOf, spread } from './cells.mjs';

const HEADINGS = {
  header: '一、项目基本情况',
  funds: '二、预算执行情况',
  goals: '三、年度总体目标',
  indicators: '四、绩效指标完成情况',
};

/** Lines and tables of a form in printed order. */
export function partsOf(draw, { title, blocks, funds, total, tail, list }) {
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
  const hasRows = !apart && draw.chance('headings in rows of the table', 0.05);
  const tables = [];
  for (const { name, rows: own } of blocks) {
    const rows = hasRows && HEADINGS[name] ? [spread([HEADINGS[name]]), ...own] : own;
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
