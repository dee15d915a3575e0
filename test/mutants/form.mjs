/** An invented form of a family: slots (see values.mjs) for all that it prints, filled with consistent numbers. */
import { TEMPLATES } from './templates.mjs';
import { STYLES_OF_MONEY, slot, valuesOf } from './values.mjs';

const GROUPS = {
  产出指标: ['数量指标', '质量指标', '时效指标', '成本指标'],
  效益指标: ['经济效益指标', '社会效益指标', '可持续影响指标'],
  满意度指标: ['服务对象满意度指标'],
};
const round = (value) => Math.round(value * 100) / 100;

export function formOf(family, r, { many = 0 } = {}) {
  const template = TEMPLATES[family];
  const values = valuesOf(r);
  const year = r.int(2018, 2025);
  const title = template.yearInTitle ? `${year}年度${template.title}` : template.title;
  const funds = template.funds ? fundsOf(template.funds, r, values) : null;
  const count = many || r.int(4, 9);
  const indicators = indicatorsOf(template.indicators, r, values, count, funds?.points?.weight ?? 0);
  const score = round((funds?.points?.score ?? 0) + indicators.score);
  const weight = 100;
  const fullWeight = template.indicators.columns.some(([key]) => key === 'weight') ? weight : null;
  const total = template.total
    ? {
        label: slot(template.total, 'label'),
        weight: slot(fullWeight === null ? '' : String(fullWeight), 'number'),
        score: slot(String(score), 'number'),
      }
    : null;
  const header = template.header.map((keys) => keys.map((key) => pairOf(key, template, values, r, score)));
  const pair = (label, text, field = null) => ({ label: slot(label, 'label'), value: slot(text), field });
  return {
    family,
    order: template.order,
    year,
    title: slot(title),
    yearLine: template.yearInTitle ? null : slot(template.yearLine(year)),
    above: (template.above ?? []).map((label) =>
      pair(label, label === '填报日期' ? `${year + 1}年3月${r.int(1, 28)}日` : values.code()),
    ),
    header,
    funds,
    goals: goalsOf(template.goals, values),
    ...indicators,
    total,
    remarks: template.remarks ? pair(template.remarks, r.pick(['无', values.sentence()])) : null,
    closing: Object.entries(template.closing ?? {}).map(([field, label]) => pair(label, values.sentence(), field)),
    notes: template.notes ? slot(`注：${values.sentence()}`) : null,
    /** What a page beside the form says that a reader may file anywhere or nowhere: see truth.mjs. */
    loose: [],
  };
}

function pairOf(key, template, values, r, score) {
  const [kind, own] = key.includes(':') ? key.split(':') : [null, null];
  const label = slot(own ?? template.labels[key], 'label');
  if (kind === 'box') {
    const names = ['持续性项目', '新增性项目', '一次性项目'];
    const ticked = r.int(0, 2);
    return {
      label,
      value: slot(names.map((name, i) => `${i + 1}、${name}${i === ticked ? '☑' : '□'}`).join(' ')),
      field: null,
    };
  }
  if (kind === 'extra') return { label, value: slot(r.pick(['农业农村科', '企业科', '社会保障科'])), field: null };
  const code = template.coded ? `${r.int(200, 999)}-` : '';
  const texts = {
    name: () => (template.coded ? `51092324T00001038${r.int(1000, 9999)}-` : '') + values.project(),
    supervisingDepartment: () => code + values.department(),
    implementingUnit: () => code + values.unit(),
    manager: () => values.person(),
    phone: () => values.phone(),
    managerAndPhone: () => `${values.person()} ${values.phone()}`,
    total: () => String(score),
  };
  return { label, value: slot(texts[key](), key === 'total' ? 'number' : 'text'), field: key };
}

function fundsOf(template, r, values) {
  const money = r.pick(STYLES_OF_MONEY);
  const kinds = template.kinds;
  const parts = Math.max(1, kinds.length - 1);
  const planned = Array.from({ length: parts }, () => r.int(1000, 900_000) / 100);
  const spent = planned.map((value) => (r.chance(0.5) ? value : round(value * r.between(0.5, 1))));
  const sum = (list) => round(list.reduce((a, b) => a + b, 0));
  const weight = template.weight ?? 10;
  const hasPoints = template.columns.some(([key]) => key === 'score');
  const share = Math.round((sum(spent) / sum(planned)) * 10_000) / 10_000;
  const score = round(weight * share);
  const rows = kinds.map(([label, kind], i) => {
    const [plan, done] = i === 0 ? [sum(planned), sum(spent)] : [planned[i - 1], spent[i - 1]];
    const texts = {
      initialBudget: money(plan),
      annualBudget: money(plan),
      executed: money(done),
      executionRate: `${((done / plan) * 100).toFixed(2)}%`,
      weight: i === 0 ? String(weight) : template.blank,
      score: i === 0 ? String(score) : template.blank,
      reason: i === 0 && score < weight ? values.reason() : '',
    };
    const kindOf = (key) => (key === 'reason' ? 'text' : key === 'executionRate' ? 'rate' : 'number');
    return {
      label: slot(label, 'label'),
      kind,
      cells: template.columns.map(([key]) => slot(texts[key], kindOf(key))),
    };
  });
  return {
    side: slot(template.side, 'label'),
    corner: slot(template.corner ?? '', 'label'),
    unit: template.unit,
    weight: template.weight ?? null,
    columns: template.columns.map(([key, label]) => ({ key, label: slot(label, 'label') })),
    rows,
    points: hasPoints ? { weight, score } : null,
  };
}

function goalsOf(template, values) {
  if (!template) return null;
  const list = Object.entries(template.fields).map(([field, label]) => ({
    field,
    label: slot(label, 'label'),
    value: slot(values.sentence(4)),
  }));
  return { style: template.style, side: template.side ? slot(template.side, 'label') : null, list };
}

/** The blocks of indicators: one, or one a goal; rows share the slots of merged level cells. */
function indicatorsOf(template, r, values, count, fundWeight) {
  const isFlat = template.names.length === 1;
  const groups = Object.entries(GROUPS).flatMap(([level1, names]) => names.map((level2) => [level1, level2]));
  const weights = values.parts(100 - fundWeight, count);
  let score = 0;
  const columnsOf = () =>
    template.columns.map(([key, label]) => ({ key: key === 'extra' ? null : key, label: slot(label, 'label') }));
  const rowsOf = (own) => {
    let level1 = null;
    let level2 = null;
    return own.map((weight, i) => {
      const [name1, name2] = groups[Math.floor((i * groups.length) / own.length)];
      const tail = (points) => (template.levelWeights ? `（${points}分）` : '');
      if (level1?.name !== name1) level1 = Object.assign(slot(name1 + tail(r.int(10, 50)), 'label'), { name: name1 });
      if (level2?.name !== name2 || level2?.under !== level1)
        level2 = Object.assign(slot(name2, 'label'), { name: name2, under: level1 });
      const got = r.chance(0.7) ? weight : round(weight * r.pick([0.5, 0.8, 0.9]));
      score += got;
      const star = template.starred && r.chance(0.5) ? '★' : '';
      return {
        level1: isFlat ? null : level1,
        level2: isFlat ? null : level2,
        name: slot(star + values.indicator()),
        cells: cellsOf(template, { weight, got }, r, values),
      };
    });
  };
  const starred = Boolean(template.starred);
  const names = () => template.names.map((name) => slot(name, 'label'));
  const over = (template.over ?? []).map(([label, span]) => ({ label: slot(label, 'label'), span }));
  const split = template.goalBlocks ? Math.ceil(count / 2) : count;
  const parts = [weights.slice(0, split), weights.slice(split)].filter((part) => part.length > 0);
  const blocks = parts.map((part, i) => {
    const points = part.reduce((a, b) => a + b, 0);
    const goal = template.goalBlocks ? `年度绩效目标${i + 1}` : null;
    const side = goal ? `${goal}（${points}分）` : template.side;
    return {
      side: side ? slot(side, 'label') : null,
      goal,
      goalPoints: goal ? `${points}分` : null,
      weight: template.weight ?? null,
      names: names(),
      over,
      columns: columnsOf(),
      rows: rowsOf(part),
      starred,
    };
  });
  return { blocks, score: round(score) };
}

function cellsOf(template, { weight, got }, r, values) {
  const { operator, target, actual, measure } = values.quantity();
  const isSplit = template.columns.some(([key]) => key === 'operator');
  const hasUnit = template.columns.some(([key]) => key === 'unit');
  const tail = hasUnit ? '' : measure;
  const texts = {
    operator,
    target: isSplit ? String(target) : `${operator}${target}${tail}`,
    unit: measure,
    adjustedTarget: r.chance(0.5) ? '' : `${operator}${target + 1}${tail}`,
    actual: `${actual}${tail}`,
    weight: String(weight),
    score: String(got),
    deviation: got < weight ? values.reason() : '',
    scoringRule: values.rule(),
    core: r.pick(['是', '否']),
    extra: r.pick(['合同', '台账', '验收单']),
  };
  return template.columns.map(([key]) => slot(texts[key], key === 'weight' || key === 'score' ? 'number' : 'text'));
}
