/** The total, wherever it stands; and lists with totals of their own, which are no totals of the form. */
import { cell, spread } from './cells.mjs';
import { GRADES, TOTALS } from './words.mjs';

/**
 * @returns {{ way: string, rows: object[][], lines: string[], read: (report: object) => void }} `way` says where the rows or lines go
 */
export function totalOf(draw, indicators) {
  const way = draw.way('total', {
    ...{ 'under the columns': 1, none: 0.06, 'top of the table': 0.08, 'in one cell': 0.08, 'row of its own': 0.1 },
    ...{ 'line below': 0.04, 'line above': 0.04 },
  });
  const r = draw.of('total');
  const score = r.int(6000, 10000) / 100;
  const grade = draw.chance('total: grade', 0.12) ? r.pick(GRADES) : null;
  const label = draw.word('total', TOTALS);
  const isEmpty = way === 'under the columns' && draw.chance('total: no score', 0.06);
  const made = WAYS[way]({ draw, r, label, score, grade, isEmpty, indicators });
  return {
    way,
    lines: [],
    ...made,
    read(report) {
      report.total = { ...made.total, grade: made.hasGrade ? grade : null };
      if (made.loose) report.extra.$loose = [...(report.extra.$loose ?? []), made.loose];
    },
  };
}

const WAYS = {
  none: () => ({ rows: [], total: { weight: null, score: null } }),
  'under the columns'({ draw, label, score, grade, isEmpty, indicators }) {
    const [weight, own, other] = ['weight', 'score', 'reviewedScore'].map(indicators.bordersOf);
    if (own === null) return WAYS['row of its own']({ draw, label, score, grade });
    const reviewed = other === null ? null : String(score - 1);
    const parts = [
      ...(weight === null ? [] : [{ ...weight, text: '100' }]),
      { ...own, text: isEmpty ? '' : String(score) },
      ...(other === null ? [] : [{ ...other, text: reviewed }]),
    ].sort((a, b) => a.from - b.from);
    const cells = [cell(label, 0, parts[0].from)];
    for (const [i, { text, from, to }] of parts.entries()) {
      cells.push(cell(text, from, to));
      const next = parts[i + 1]?.from ?? 1;
      if (next - to > 0.001) cells.push(cell('', to, next));
    }
    const total = { weight: weight === null ? null : 100, score: isEmpty ? null : score };
    const last = cells.at(-1);
    const hasGrade = grade !== null && last.text === '';
    if (hasGrade) last.text = grade;
    return { rows: [cells], total, hasGrade, loose: reviewed };
  },
  'row of its own'({ label, score, grade }) {
    const grades = grade === null ? [] : ['自评等级', grade];
    return { rows: [spread([label, String(score), ...grades])], total: { weight: null, score }, hasGrade: true };
  },
  'top of the table'({ r, score, grade }) {
    const label = r.pick(['自评总分（分）', '自评得分', '总分']);
    const grades = grade === null ? [] : ['自评等级', grade];
    return { rows: [spread([label, String(score), ...grades])], total: { weight: null, score }, hasGrade: true };
  },
  'in one cell': (context) => ({ ...oneText(context), rows: [[cell(oneText(context).text, 0, 1)]] }),
  'line below': (context) => ({ ...oneText(context), rows: [], lines: [oneText(context).text] }),
  'line above': (context) => ({ ...oneText(context), rows: [], lines: [oneText(context).text] }),
};

function oneText({ draw, score, grade }) {
  const label = draw.of('total text').pick(['总分：', '项目总得分', '自评总分：', '得分：', '自评得分：']);
  const text = `${label}${score}分${grade === null ? '' : `（${grade}）`}`;
  return { text, total: { weight: null, score }, hasGrade: true };
}

const LISTS = [
  ['子项名称', '预算数', '实际数'],
  ['子项目名称', '预算数', '执行数'],
  ['采购项目名称', '数量', '中标金额'],
  ['任务名称', '预算数', '执行数'],
  ['序号', '建设内容', '投资额'],
];

/** A list between the blocks or behind them; its texts are kept under what names nobody can tell. */
export function listOf(draw, values) {
  const r = draw.of('list');
  const heads = r.pick(LISTS);
  const hasNumbers = heads[0] === '序号';
  const rows = Array.from({ length: r.int(1, 3) }, (_, i) =>
    hasNumbers
      ? [String(i + 1), values.project(), String(r.int(20, 90))]
      : [values.project(), String(r.int(20, 90)), String(r.int(10, 90))],
  );
  const sum = ['合计', hasNumbers ? '' : String(r.int(91, 300)), String(r.int(91, 300))];
  return {
    rows: [heads, ...rows, sum].map((texts) => spread([texts[0], null, texts[1], texts[2]])),
    read(report) {
      const kept = [...rows.flatMap((texts) => (hasNumbers ? texts.slice(1) : texts)), ...sum.slice(1)];
      report.extra.$loose = [...(report.extra.$loose ?? []), ...kept.filter((text) => text !== '')];
    },
  };
}

/** Items of the management of funds with their scores, in a table of their own: indicators too. */
export function scoredOf(draw, values) {
  const r = draw.of('scored');
  const rule = r.pick(['评价标准', '评价标准及依据']);
  const items = r.shuffle(['制度建设', '资金拨付', '公开公示', '档案管理', '绩效自评']).slice(0, r.int(2, 4));
  const rows = items.map((name) => [name, String(r.int(2, 10)), String(r.int(1, 2)), values.rule()]);
  return {
    rows: [['评价内容', '分值', '自评分', rule], ...rows].map((texts) =>
      spread([texts[0], null, texts[1], texts[2], texts[3], null]),
    ),
    read(report) {
      const own = rows.map(([name, weight, score, scoringRule]) =>
        itemOf(name, Number(weight), Number(score), scoringRule),
      );
      report.indicators.push(...own);
    },
  };
}

function itemOf(name, weight, score, scoringRule) {
  const item = {
    ...{ goal: null, level1: null, level1Weight: null, level2: null, level2Weight: null, level3: name },
    ...{ operator: null, target: null, unit: null, adjustedTarget: null, actual: null, weight, score },
    ...{ reviewedScore: null, direction: null, deviation: null, scoringRule, core: null, shared: {}, extra: {} },
  };
  return { $oneOf: [item, { ...item, level1: name, level3: null }] };
}
