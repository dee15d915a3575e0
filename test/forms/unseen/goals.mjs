/** The goals, and what closes a form: conclusions, remarks, signatures, notes. */
import { beside, cell, spread } from './cells.mjs';
import { GOALS } from './words.mjs';

export function goalsOf(draw, values) {
  const keys = ['expected'];
  if (draw.chance('goals: adjusted', 0.06)) keys.push('adjusted');
  keys.push('actual');
  const list = keys.map((key) => ({
    key,
    label: draw.word(`goals ${key}`, GOALS[key]),
    text: values.sentence(4),
    is: 'content',
  }));
  if (draw.chance('goals: guidance left', 0.06))
    Object.assign(list.at(-1), {
      text: draw.of('guidance').pick(['（200字以内）', '（请填写目标完成情况）']),
      is: 'guidance',
    });
  else if (draw.chance('goals: empty', 0.06)) Object.assign(list.at(-1), { text: '', is: 'empty' });
  const labels = list.map(({ label }) => label);
  const texts = list.map(({ text }) => text);
  const block = draw.word('goals block', GOALS.block);
  const way = draw.way('goals', { 'beside a label': 1, 'heads above': 0.15, 'one a row': 0.15, 'in pairs': 0.1 });
  return {
    rows: WAYS[way](block, labels, texts),
    read(report) {
      for (const { key, label, text, is } of list) {
        report.goals[key] = is === 'content' ? text : null;
        if (is === 'guidance') report.extra[`${label}（填写要求）`] = text;
      }
    },
  };
}

const WAYS = {
  'beside a label': (block, labels, texts) => beside(block, [spread(labels, 0.1), spread(texts, 0.1)]),
  'heads above': (_, labels, texts) => [spread(labels), spread(texts)],
  'one a row': (_, labels, texts) => labels.map((label, i) => [cell(label, 0, 0.2), cell(texts[i], 0.2, 1)]),
  'in pairs': (_, labels, texts) => [spread(labels.flatMap((label, i) => [label, texts[i]]))],
};

const CLOSING = { evaluation: '评价结论', problems: '存在问题', measures: '改进措施' };

export function closingOf(draw, values) {
  const list = Object.entries(CLOSING)
    .filter(([key]) => draw.chance(`closing ${key}`, 0.12))
    .map(([key, label]) => ({
      label,
      text: values.sentence(3),
      read: (report, text) => (report.conclusion[key] = text),
    }));
  if (draw.chance('closing: other remarks', 0.1)) {
    const label = draw.of('remarks').pick(['其他需要说明的事项', '说明']);
    list.push({ label, text: values.sentence(2), read: (report, text) => (report.extra[label] = text) });
  }
  const isSigned = draw.chance('closing: empty signatures', 0.08);
  const rows = list.map(({ label, text }) => [cell(label, 0, 0.2), cell(text, 0.2, 1)]);
  if (isSigned) rows.push(spread(['填表人：', '单位负责人（签字）：', '填报日期：']));
  return {
    rows,
    read(report) {
      for (const { text, read } of list) read(report, text);
    },
  };
}

/** Lines under the tables. */
export function tailOf(draw, values) {
  const lines = [];
  const reads = [];
  if (draw.chance('tail: signatures', 0.12)) {
    const [first, second] = [values.person(), values.person()];
    lines.push(`项目负责人：${first}　　　　财务负责人：${second}`);
    reads.push((report) => {
      if (report.project.manager === null) report.project.manager = first;
      else report.extra['项目负责人'] = first;
      report.extra['财务负责人'] = second;
    });
  }
  if (draw.chance('tail: notes', 0.2)) {
    const notes = `注：${values.sentence(3)}`;
    lines.push(notes);
    reads.push((report) => {
      report.notes = notes;
    });
  }
  return {
    lines,
    read(report) {
      for (const read of reads) read(report);
    },
  };
}
