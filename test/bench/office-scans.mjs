/**
 * Scores readings of scans as offices make them: `node test/bench/office-scans.mjs FOLDER [--fast] [--json FILE] [KIND ...]`, after `npm run build` and
 * `fixtures/make/office-scans/make.py FOLDER`. Of each number of the truth: right, wrong and told, wrong in silence, missing. It is told where
 * its confidence is below 0.6, or a diagnostic stands on its page that is about a value. Missing is never silent to a reader who looks for it, and is
 * counted apart; what the truth has not, and is read, is wrong.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from '../../dist/parse.js';
import { validate } from '../../dist/validator/validate.js';

const args = process.argv.slice(2);
const folder = args.shift();
const fastOnly = args.includes('--fast');
const jsonAt = args.indexOf('--json');
const out = jsonAt < 0 ? null : args.splice(jsonAt, 2)[1];
const wanted = args.filter((arg) => !arg.startsWith('--'));
const kinds = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')).filter(
  ({ name, fast }) => (wanted.length === 0 || wanted.includes(name)) && (!fastOnly || fast),
);
const fixtures = join(import.meta.dirname, '../../fixtures');

/** Every number of both, by its path. */
function numbersOf(truth, read, path, out) {
  if (typeof truth === 'number' || typeof read === 'number')
    out.push({ path, truth: truth ?? null, read: read ?? null });
  else if (truth !== null && typeof truth === 'object')
    for (const key of Object.keys(truth)) numbersOf(truth[key], read?.[key], `${path}/${key}`, out);
}

/** Rows are those of the truth that they are most like, in order: one that is lost costs itself, not all that follow. */
function aligned(truth, read, labelOf) {
  const like = (a, b) => {
    const [x, y] = [labelOf(a) ?? '', labelOf(b) ?? ''];
    const set = new Set(x);
    return x === y ? 3 : [...y].filter((c) => set.has(c)).length / Math.max(1, x.length, y.length) + 0.01;
  };
  const best = Array.from({ length: truth.length + 1 }, () => Array(read.length + 1).fill(0));
  for (let i = truth.length - 1; i >= 0; i--)
    for (let k = read.length - 1; k >= 0; k--)
      best[i][k] = Math.max(best[i + 1][k], best[i][k + 1], like(truth[i], read[k]) + best[i + 1][k + 1]);
  const pairs = Array(truth.length).fill(-1);
  for (let i = 0, k = 0; i < truth.length && k < read.length; ) {
    if (best[i][k] === like(truth[i], read[k]) + best[i + 1][k + 1]) pairs[i++] = k++;
    else if (best[i][k] === best[i + 1][k]) i++;
    else k++;
  }
  return pairs;
}

function compared(truth, report, at) {
  const found = [];
  const same = (path) => numbersOf(truth[path], report?.[path], `/${path}`, found);
  for (const key of ['year', 'indicatorsWeight', 'total']) same(key);
  numbersOf(truth.funds.weight, report?.funds.weight, '/funds/weight', found);
  const lists = [
    ['/funds/rows', truth.funds.rows, report?.funds.rows ?? [], (row) => row.label],
    ['/indicators', truth.indicators, report?.indicators ?? [], (row) => row.level3],
  ];
  for (const [path, rows, read, labelOf] of lists) {
    const pairs = aligned(rows, read, labelOf);
    for (const [i, k] of pairs.entries()) numbersOf(rows[i], read[k], `${path}/${k < 0 ? `-${i}` : k}`, found);
    for (const k of read.keys()) if (!pairs.includes(k)) numbersOf({}, {}, '', found);
  }
  return found.map((each) => ({ ...each, path: `/reports/${at}${each.path}` }));
}

const totals = { right: 0, told: 0, silent: 0, missing: 0, falseFlags: 0, sureWrong: 0, sure: 0 };
const results = [];
for (const kind of kinds) {
  const truths = JSON.parse(readFileSync(join(fixtures, kind.truth), 'utf8')).slice(0, 1);
  const start = performance.now();
  let result = null;
  let failure = '';
  try {
    result = await parse(readFileSync(join(folder, `${kind.name}.pdf`)), {});
  } catch (error) {
    failure = error.message;
  }
  const seconds = (performance.now() - start) / 1000;
  const reports = result?.document.reports ?? [];
  const copies = Math.max(1, kind.name === 'spread' ? 2 : 1);
  const score = {
    name: kind.name,
    right: 0,
    told: 0,
    silent: 0,
    missing: 0,
    falseFlags: 0,
    sureWrong: 0,
    sure: 0,
    seconds,
    failure,
    wrong: [],
  };
  const findings = result ? validate([{ file: kind.name, document: result.document, places: result.places }]) : [];
  const flagged = new Set(
    findings
      .filter(({ rule }) => /ocr|doubtful|layer|not-a-number|sum|mismatch|exceeds|over|rate|total/u.test(rule))
      .map(({ report, path }) => `/reports/${report}${path}`),
  );
  for (let copy = 0; copy < copies; copy++) {
    for (const { path, truth, read } of compared(truths[0], reports[copy] ?? null, copy)) {
      const place = result?.places.get(path);
      const sure = place?.confidence ?? (read === null ? 0 : 1);
      const isTold = sure < 0.6 || flagged.has(path);
      if (sure > 0.95 && read !== null) score.sure++;
      if (truth === read) {
        score.right++;
        if (isTold && read !== null) score.falseFlags++;
        continue;
      }
      const how = read === null ? 'missing' : isTold ? 'told' : 'silent';
      if (sure > 0.95 && read !== null) score.sureWrong++;
      score[how]++;
      score.wrong.push(`${how} ${path}: ${truth} read as ${read} (${place?.raw ?? ''}, ${sure.toFixed(2)})`);
    }
  }
  results.push({
    ...score,
    diagnostics: result?.document.diagnostics.map(({ code, message }) => `${code}: ${message}`),
  });
  for (const key of Object.keys(totals)) totals[key] += score[key];
  const all = score.right + score.told + score.silent + score.missing;
  console.log(
    `${kind.name.padEnd(16)} ${String(score.right).padStart(3)}/${String(all).padEnd(3)} told ${score.told} silent ${score.silent} missing ${score.missing} false ${score.falseFlags} ${seconds.toFixed(1)} s ${reports.length} ${failure}`,
  );
  if (args.includes('--wrong')) for (const line of score.wrong.slice(0, 40)) console.log(`    ${line}`);
}
const all = totals.right + totals.told + totals.silent + totals.missing;
console.log(
  `${((100 * totals.right) / all).toFixed(1)} % of ${all} right; told ${totals.told}, silent ${totals.silent}, missing ${totals.missing}; false flags ${totals.falseFlags}; of ${totals.sure} above 0.95 wrong ${totals.sureWrong}; ${(results.reduce((s, r) => s + r.seconds, 0) / results.length).toFixed(1)} s a file`,
);
if (out) writeFileSync(out, JSON.stringify(results, null, 1));
