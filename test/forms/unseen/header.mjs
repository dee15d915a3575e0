/** The head of a form: who and what; beside their labels, below them, or in one cell with them. */
import { beside, cell, spread } from './cells.mjs';
import { HEADER, OTHER_HEADER } from './words.mjs';

/** @returns {{ rows: object[][], read: (report: object) => void }} */
export function headerOf(draw, values) {
  const pairs = pairsOf(draw, values);
  const colon = draw.chance('header: colons', 0.1) ? '：' : '';
  const printed = pairs.map(({ label, text }) => [`${label}${colon}`, text]);
  const way = draw.way('header', { pairs: 1, 'heads above': 0.12, 'one a row': 0.15, 'in one cell': 0.04 });
  const side = way !== 'in one cell' && draw.chance('header: side label', 0.07) ? '项目基本情况' : null;
  let rows = WAYS[way](printed, side === null ? 0 : 0.1);
  if (draw.chance('header: empty labels', 0.08)) {
    const hint = draw.of('header: empty labels').pick(['', '（签字）']);
    rows.push(spread([`项目负责人${hint}：`, `财务负责人${hint}：`], side === null ? 0 : 0.1));
  }
  if (side !== null) rows = beside(side, rows);
  return {
    rows,
    read(report) {
      for (const { read } of pairs) read(report);
    },
  };
}

const WAYS = {
  /** The name has a row of its own, the others stand by two. */
  pairs: (pairs, from) => [pairRow([pairs[0]], from), ...byTwo(pairs.slice(1)).map((two) => pairRow(two, from))],
  'one a row': (pairs, from) => pairs.map((pair) => pairRow([pair], from)),
  /** In bands of four at the most, as even as can be. */
  'heads above': (pairs, from) => {
    const bands = Math.ceil(pairs.length / 4);
    const most = Math.ceil(pairs.length / bands);
    return Array.from({ length: bands }, (_, i) => pairs.slice(i * most, (i + 1) * most)).flatMap((band) => [
      spread(
        band.map(([label]) => label),
        from,
      ),
      spread(
        band.map(([, text]) => text),
        from,
      ),
    ]);
  },
  'in one cell': (pairs) =>
    byTwo(pairs.filter(([, text]) => text !== '')).map((two) =>
      spread(two.map(([label, text]) => `${label.replace(/：$/u, '')}：${text}`)),
    ),
};

const byTwo = (list) => list.flatMap((_, i) => (i % 2 === 0 ? [list.slice(i, i + 2)] : []));

/** Labels as wide as they must be, their values over the rest. */
function pairRow(pairs, from) {
  const width = (1 - from) / pairs.length;
  const own = pairs.length === 1 ? 0.2 : 0.4;
  return pairs.flatMap(([label, text], i) => {
    const [x0, x1] = [from + i * width, from + (i + 1) * width];
    const middle = pairs.length === 1 ? from + own * (1 - from) : x0 + own * width;
    return [cell(label, x0, middle), cell(text, middle, x1)];
  });
}

function pairsOf(draw, values) {
  const field = (key, label, text) => ({
    label,
    text,
    read: (report) => {
      report.project[key] = text === '' ? null : text;
    },
  });
  const other = (label, text) => ({
    label,
    text,
    read: (report) => {
      if (text !== '') report.extra[label] = text;
    },
  });
  const known = (key, text) => field(key, draw.word(`header ${key}`, HEADER[key]), text);
  const name = known('name', namesOf(draw, values));
  const list = [...people(draw, values, known)];
  if (!draw.chance('header: no department', 0.12)) list.unshift(known('supervisingDepartment', values.department()));
  const extras = draw.of('header extras').shuffle(OTHER_HEADER);
  const count = draw.chance('header: unknown labels', 0.3) ? draw.of('header extras').int(1, 2) : 0;
  list.push(...extras.slice(0, count).map((label) => other(label, `${values.code()}号`)));
  if (draw.chance('header: programme above the project', 0.05) && name.label === '项目名称')
    return [other('专项名称', `${values.project()}补助`), name, ...list];
  if (draw.chance('header: any order', 0.25)) return draw.of('header order').shuffle([name, ...list]);
  return [name, ...list];
}

function namesOf(draw, values) {
  const code = draw.chance('header: code before the name', 0.1)
    ? `51092324T00001038${draw.of('code').int(1000, 9999)}-`
    : '';
  return code + values.project();
}

function people(draw, values, known) {
  const unit = unitText(draw, values);
  const manager = values.person();
  const phone = values.phone();
  const both = (label, text, first, second) => ({
    label,
    text,
    read: ({ project }) => Object.assign(project, first, second),
  });
  if (draw.chance('header: unit and manager in one', 0.04))
    return [both(HEADER.unitAndManager[0], `${values.unit()}/${manager}`, {}, {})].map((pair) => ({
      ...pair,
      read: ({ project }) => {
        [project.implementingUnit, project.manager] = pair.text.split('/');
      },
    }));
  const list = draw.chance('header: no unit', 0.1) ? [] : [unitPair(known, unit)];
  if (draw.chance('header: manager and phone in one', 0.08))
    list.push(both(draw.word('header both', HEADER.managerAndPhone), `${manager} ${phone}`, { manager }, { phone }));
  else {
    const empty = draw.chance('header: empty values', 0.08);
    if (draw.chance('header: manager', 0.3)) list.push(known('manager', empty ? '' : manager));
    if (draw.chance('header: phone', 0.25)) list.push(known('phone', empty ? '' : phone));
  }
  return list;
}

/** A unit with the hint where to stamp. */
function unitText(draw, values) {
  const unit = values.unit();
  if (draw.chance('header: stamp hint alone', 0.03)) return ['（盖章）', null];
  if (draw.chance('header: stamp hint before', 0.03)) return [`（公章）${unit}`, unit];
  return [unit, unit];
}

const unitPair = (known, [text, unit]) => ({
  ...known('implementingUnit', text),
  read: ({ project }) => {
    project.implementingUnit = unit;
  },
});
