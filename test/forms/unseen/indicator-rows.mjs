/** The rows of an indicator table before they are drawn: groups, values, and what cells are merged over several of them. */
import { GROUPS } from './words.mjs';

/** Groups of the second level, in printed order, with so many rows each. */
export function groupsOf(draw, count) {
  const r = draw.of('groups');
  const names = draw.chance('indicators: other groups', 0.3) ? r.pick(GROUPS.slice(1)) : GROUPS[0];
  const pairs = Object.entries(names).flatMap(([level1, list]) =>
    r
      .shuffle(list)
      .slice(0, r.int(1, list.length))
      .map((level2) => ({ level1, level2, rows: 1 })),
  );
  for (let left = count - pairs.length; left > 0; left--) r.pick(pairs).rows++;
  return pairs.sort((a, b) => Object.keys(names).indexOf(a.level1) - Object.keys(names).indexOf(b.level1));
}

/** The label of a group, and what of it is the weight. */
export function weighted(draw, name, level, r) {
  if (!draw.chance(`indicators: points of ${level}`, level === 'level 1' ? 0.25 : 0.06))
    return { text: name, name, weight: null };
  const weight = r.pick([10, 20, 30, 40, 50, 12.5]);
  const bare = draw.chance(`indicators: points of ${level} without brackets`, 0.08);
  const text = bare
    ? r.pick([`${name}${weight}分`, `${name}：${weight}分`])
    : r.pick([`${name}（${weight}分）`, `${name}(${weight}分)`]);
  return { text, name, weight };
}

const WORDS_OF = { '≥': ['大于等于', '不低于'], '≤': ['小于等于', '不超过'], '=': ['等于'] };
const DIRECTIONS = { '≥': 'more', '≤': 'less', '=': null };

/** How operators are printed in a column of their own. */
export function operatorsOf(draw, hasDirection) {
  if (hasDirection)
    return (sign, r) => ({ text: r.pick(WORDS_OF[sign]), operator: sign, direction: sign === '≤' ? 'less' : 'more' });
  const way = draw.way('operators', { signs: 1, 'in words': 0.2, 'other signs': 0.1, '正向 and 反向': 0.1 });
  return (sign, r) => {
    if (way === '正向 and 反向')
      return { text: sign === '≤' ? '反向' : '正向', direction: sign === '≤' ? 'less' : 'more' };
    const direction = DIRECTIONS[sign];
    if (way === 'in words') return { text: r.pick(WORDS_OF[sign]), operator: sign, direction };
    if (way === 'other signs') return { text: { '≥': '>=', '≤': '≦', '=': '﹦' }[sign], operator: sign, direction };
    return { text: sign, operator: sign, direction };
  };
}

/** The values of an indicator: of each column what is printed and what it is. */
export function valuesOfRow(draw, values, r, { columns, operatorOf, isBroken }) {
  const has = (key) => columns.some((column) => column.key === key);
  const { operator: sign, target, actual, measure } = values.quantity();
  const operator = operatorOf(sign, r);
  const tail = has('unit') ? '' : measure;
  const weight = r.pick([5, 8, 10, 10, 12.5, 3.71, 20]);
  const score = r.chance(0.7) ? weight : Math.round(weight * r.pick([50, 80, 90])) / 100;
  const isScored = !isBroken;
  const spell = draw.chance('indicators: points with 分', 0.06) ? (v) => `${v}分` : String;
  const figure = (value) => (isScored ? { text: spell(value), value } : { text: '', value: null });
  const plain = (text) => ({ text, value: text === '' ? null : text });
  return {
    operator: { text: operator.text, value: operator.operator ?? null },
    direction: { text: operator.direction === 'less' ? '反向' : '正向', value: operator.direction },
    sign,
    target: plain(has('operator') ? `${target}${tail}` : `${sign}${target}${tail}`),
    unit: plain(measure),
    adjustedTarget: plain(r.chance(0.5) ? '' : `${target + 1}${tail}`),
    actual: plain(
      draw.chance('indicators: results in words', 0.1) && r.chance(0.4) ? '达成预期指标' : `${actual}${tail}`,
    ),
    weight: figure(weight),
    score: figure(score),
    reviewedScore: figure(Math.max(0, Math.round((score - 0.5) * 100) / 100)),
    deviation: plain(score < weight && isScored ? values.reason() : ''),
    scoringRule: plain(values.rule()),
    core: r.chance(0.5) ? { text: '是', value: true } : { text: '否', value: false },
    other: plain(r.chance(0.8) ? `${r.pick(['合同', '台账', '验收单'])}${r.int(1, 99)}` : ''),
  };
}

const MERGED = ['target', 'actual', 'weight', 'score', 'deviation'];

/** Columns of which a cell is merged over all rows of some groups. */
export function mergesOf(draw, columns) {
  if (!draw.chance('indicators: merged values', 0.12)) return [];
  const r = draw.of('merges');
  const keys = columns.map(({ key }) => key);
  const sets = [
    ['weight', 'score'],
    ['score'],
    ['target'],
    ['actual'],
    ['deviation'],
    ['target', 'actual', 'weight', 'score'],
  ];
  const possible = sets.filter((set) => set.every((key) => keys.includes(key)));
  return possible.length > 0 ? r.pick(possible) : [];
}

/** Fields of which the contract tells that several indicators share a cell. */
export const isShareable = (key) => MERGED.includes(key);

const LEFT_OVER = ['指标2：', '指标2', '……', '…', '指标1：/', '（3）'];

/** A row that the template left and nobody filled in. */
export const leftOver = (draw) => {
  const r = draw.of('placeholders');
  return { name: r.pick(LEFT_OVER), blank: r.pick(['', '', '……', '—', '/']) };
};
