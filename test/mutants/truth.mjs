/** The report that a careful person reads off a form: of what its slots say (`is`), not of what evalx makes of them. */
const BLANKS = new Set(['', '—', '-', '/', '*']);

/*
 * Marks in a truth, where a person cannot tell either: `$any` is any value at all, `$oneOf` one of a list, `$optional` that text or
 * nothing, `$values` an object with those values under any keys; `$told` can only be told of, by a diagnostic.
 */

const textOf = (slot) => (slot === null || slot === undefined || slot.is === '' ? null : slot.is);

function readingOf(slot) {
  if (slot.is !== null && typeof slot.is === 'object') return slot.is;
  const { is, kind } = slot;
  if (kind === 'text' || kind === 'label') return is === '' ? null : is;
  if (BLANKS.has(is)) return null;
  const number = is.replace(/[,分%\s]/gu, '');
  return kind === 'rate' && is.endsWith('%') ? Number(`${number}e-2`) : Number(number);
}

/** `产出指标（50分）`: the name and its weight. */
function weighted(slot) {
  const text = textOf(slot);
  if (text !== null && typeof text === 'object') return [text, null];
  const [, name, weight] = /^(.*?)(?:[（(]([\d.]+)分[）)])?$/u.exec(text ?? '') ?? [];
  return [name || null, weight === undefined ? null : Number(weight)];
}

const emptyReport = () => ({
  title: null,
  year: null,
  pages: [],
  project: { name: null, supervisingDepartment: null, implementingUnit: null, manager: null, phone: null },
  funds: { unit: null, weight: null, rows: [] },
  goals: { expected: null, actual: null, adjusted: null },
  indicatorsWeight: null,
  indicators: [],
  total: { weight: null, score: null, grade: null },
  conclusion: { evaluation: null, problems: null, measures: null },
  notes: null,
  extra: {},
});

export function truthOf(form, pages) {
  const report = emptyReport();
  report.pages = pages;
  report.title = textOf(form.title);
  report.year = form.year;
  const file = (label, slot) => {
    const value = readingOf(slot);
    if (value !== null && label.is !== '') report.extra[label.is] = value;
  };
  for (const { label, value } of form.above) file(label, value);
  for (const pair of form.header.flat()) readPair(pair, report, file);
  if (form.funds) {
    report.funds.unit = form.funds.unit;
    report.funds.weight = form.funds.weight;
    const rows = form.funds.rows.filter((row) => [row.label, ...row.cells].some(({ is }) => is !== ''));
    report.funds.rows = rows.map((row) => fundRow(row, form.funds));
  }
  for (const { field, label, value } of form.goals?.list ?? []) {
    if (field === null) file(label, value);
    else report.goals[field] = readingOf(value);
  }
  for (const block of form.blocks) {
    report.indicatorsWeight ??= block.weight;
    if (block.goal && block.side.is !== '') report.extra[block.goal] = block.goalPoints;
    const read = block.rows.map((row) => ({ row, indicator: indicatorOf(row, block) }));
    const kept = read.filter(({ indicator }) => indicator !== null);
    markShared(kept, block.columns, report.indicators.length);
    report.indicators.push(...kept.map(({ indicator }) => indicator));
  }
  if (form.total) {
    report.total.weight = readingOf(form.total.weight);
    report.total.score = readingOf(form.total.score);
  }
  if (form.remarks) file(form.remarks.label, form.remarks.value);
  for (const { field, label, value } of form.closing) {
    if (field === null) file(label, value);
    else report.conclusion[field] = readingOf(value);
  }
  report.notes = textOf(form.notes);
  for (const change of form.loose) change(report);
  return report;
}

function readPair({ field, label, value }, report, file) {
  const read = readingOf(value);
  if (field === null) file(label, value);
  else if (field === 'total') report.total.score = read;
  else if (field !== 'managerAndPhone') report.project[field] = read;
  else if (typeof read === 'string') {
    const [, name, phone] = /^(\D*?)\s*([\d-]*)$/u.exec(read) ?? [];
    report.project.manager = name || null;
    report.project.phone = phone || null;
  }
}

function fundRow(row, funds) {
  const found = {
    label:
      textOf(row.label)
        ?.replace(/\s+/gu, '')
        .replace(/[：:]$/u, '') ?? null,
    kind: row.kind,
    initialBudget: null,
    annualBudget: null,
    executed: null,
    weight: null,
    executionRate: null,
    score: null,
    reason: null,
    extra: {},
  };
  fill(found, row, funds.columns);
  return found;
}

function fill(found, row, columns) {
  for (const [i, { key, label }] of columns.entries()) {
    const value = readingOf(row.cells[i]);
    if (key !== null) found[key] = value;
    // A dash under a label of the form's own may be kept as printed.
    else if (BLANKS.has(row.cells[i].is)) {
      if (row.cells[i].is !== '') found.extra[label.is] = { $optional: row.cells[i].is };
    } else found.extra[label.is] = row.cells[i].is;
  }
}

const DIRECTIONS = { '≥': 'more', '>': 'more', '≤': 'less', '<': 'less' };
const SHARED = ['target', 'adjustedTarget', 'actual', 'weight', 'score', 'deviation'];

/** Rows of one merged cell have one slot between them. */
function markShared(kept, columns, first) {
  for (const [k, { key }] of columns.entries()) {
    if (!SHARED.includes(key)) continue;
    for (const { row, indicator } of kept) {
      const same = kept.flatMap((other, i) => (other.row.cells[k] === row.cells[k] ? [first + i] : []));
      if (same.length > 1 && indicator[key] !== null) indicator.shared[key] = same;
    }
  }
}

const isStarred = ({ is }) => typeof is === 'string' && is.startsWith('★');

function indicatorOf(row, block) {
  const [level1, level1Weight] = weighted(row.level1);
  const [level2, level2Weight] = weighted(row.level2);
  const name = textOf(row.name);
  const found = {
    goal: block.goal,
    level1,
    level1Weight,
    level2,
    level2Weight,
    level3: typeof name === 'string' ? name.replace(/^★/u, '') : name,
    operator: null,
    direction: null,
    target: null,
    unit: null,
    adjustedTarget: null,
    actual: null,
    weight: null,
    score: null,
    reviewedScore: null,
    deviation: null,
    scoringRule: null,
    core: null,
    shared: {},
    extra: {},
  };
  fill(found, row, block.columns);
  found.direction = DIRECTIONS[found.operator] ?? null;
  if (block.starred && block.rows.some(({ name: one }) => isStarred(one))) found.core = isStarred(row.name);
  else if (typeof found.core === 'string') found.core = { 是: true, 否: false }[found.core] ?? null;
  // What the template left for more of them is no indicator.
  const isNameless = name === null || (typeof name === 'string' && /^指标\d[:：]?$/u.test(name));
  const isEmpty = isNameless && row.cells.every((cell) => cell.is === '');
  return isEmpty ? null : found;
}
