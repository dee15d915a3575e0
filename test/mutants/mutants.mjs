/**
 * npm run mutants -- [COUNT] [SEED] [NAME] [--keep DIR] [--limit N]: makes good forms worse, each in one of many ways, and reads
 * them. A mutant is read exactly, or the document says on that page that something is wrong, or it is silently wrong: of those
 * there may be N in 1,000 (2). SEED is that of the first mutant; the others follow. NAME is one mutation (or the beginning of
 * some); --keep writes the PDFs and their truth into a folder.
 */
import { fork } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { mutantOf, nameOf } from './mutant.mjs';
import { MUTATIONS } from './mutations/mutations.mjs';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { keep: { type: 'string' }, limit: { type: 'string', default: '2' } },
});
const [count, seed] = [Number(positionals[0] ?? 1000), Number(positionals[1] ?? 1)];
const wanted = positionals[2] ?? '';
const limit = Number(options.limit);
const names = Object.keys(MUTATIONS).filter((name) => name === wanted);
const chosen = names.length > 0 ? names : Object.keys(MUTATIONS).filter((name) => name.startsWith(wanted));
const LANES = 2;
/** A mutant that takes longer has hung. */
const SECONDS = 60;
const say = (line) => process.stdout.write(`${line}\n`);

if (!(count > 0) || !Number.isInteger(seed) || !(limit >= 0) || chosen.length === 0) {
  process.stderr.write(
    `usage: npm run mutants -- [COUNT] [SEED] [NAME] [--keep DIR] [--limit N]; NAME is one of\n  ${Object.keys(MUTATIONS).join(' ')}\n`,
  );
  process.exit(2);
}

const jobs = Array.from({ length: count }, (_, i) => ({
  seed: seed + i,
  name: wanted === '' ? nameOf(seed + i) : chosen[i % chosen.length],
}));
const results = [];

/** One process, which takes job after job. A mutant on which it ends or hangs is counted as a crash, and it begins anew. */
async function lane() {
  let host = null;
  while (jobs.length > 0) {
    const job = jobs.shift();
    host ??= fork(new URL('./worker.mjs', import.meta.url), { env: { ...process.env, EVALX_OCR_ENGINE: 'none' } });
    const result = await answer(host, job);
    if (result.end === 'crash') {
      host.kill('SIGKILL');
      host = null;
    }
    results.push({ ...job, ...result });
    if (options.keep) keep(job);
  }
  host?.disconnect();
}

function answer(host, job) {
  return new Promise((resolve) => {
    const crash = (got) => resolve({ end: 'crash', difference: { at: '', expected: 'no crash', got } });
    const late = setTimeout(() => crash(`nothing in ${SECONDS} s`), SECONDS * 1000);
    const onExit = (code) => crash(`the process ended with ${code}`);
    host.once('exit', onExit);
    host.once('message', (result) => {
      clearTimeout(late);
      host.off('exit', onExit);
      resolve(result);
    });
    host.send(job);
  });
}

function keep(job) {
  mkdirSync(options.keep, { recursive: true });
  const { truth, bytes } = mutantOf(job.seed, job.name);
  const path = join(options.keep, `${job.name}-${job.seed}`);
  writeFileSync(`${path}.pdf`, bytes);
  writeFileSync(`${path}.json`, `${JSON.stringify(truth, null, 2)}\n`);
}

const start = performance.now();
await Promise.all(Array.from({ length: LANES }, lane));
const seconds = Math.round((performance.now() - start) / 1000);

const of = (list, ...ends) => list.filter(({ end }) => ends.includes(end)).length;
const percent = (part, whole) => `${whole === 0 ? 0 : Math.round((part / whole) * 1000) / 10} %`;

say(
  `${'mutation'.padEnd(32)}${['runs', 'exact', 'told', 'silent', 'alarms'].map((head) => head.padStart(8)).join('')}`,
);
for (const name of chosen) {
  const own = results.filter((result) => result.name === name);
  if (own.length === 0) continue;
  const cells = [own.length, of(own, 'exact', 'alarm'), of(own, 'told'), of(own, 'silent', 'crash'), of(own, 'alarm')];
  say(
    `${name.padEnd(32)}${cells.map((cell) => String(cell || '.').padStart(8)).join('')}${MUTATIONS[name].due ? '  (something is to be said)' : ''}`,
  );
}

const short = (value) => JSON.stringify(value)?.slice(0, 110) ?? 'nothing';
const silent = results
  .filter(({ end }) => end === 'silent' || end === 'crash')
  .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.seed - b.seed));
for (const {
  name,
  seed: own,
  difference: { at, expected, got },
  end,
} of silent) {
  say(`\n${end}: ${name}, seed ${own}, ${at}\n  expected ${short(expected)}\n  got      ${short(got)}`);
  say(`  npm run mutants -- 1 ${own} ${name} --keep DIR`);
}

const faults = new Map(results.filter(({ fault }) => fault).map(({ base, fault }) => [base, fault]));
for (const [base, fault] of faults) say(`\nThe good form ${base} is not read exactly: ${JSON.stringify(fault)}`);

for (const { name, seed: own, said } of results.filter(({ end, name }) => end === 'alarm' && !MUTATIONS[name].due))
  say(`\nfalse alarm: ${name}, seed ${own}\n  ${said[0]}`);

const readable = results.filter(({ name }) => !MUTATIONS[name].due);
const alarms = of(readable, 'alarm');
say(
  `\n${results.length} mutants of ${chosen.length} kinds in ${seconds} s: ${of(results, 'exact', 'alarm')} exact, ${of(results, 'told')} told, ${silent.length} silently wrong (${percent(silent.length, results.length)})`,
);
say(
  `false alarms: ${alarms} of ${of(readable, 'exact', 'alarm')} that evalx read exactly and of which nothing need be said (${percent(alarms, of(readable, 'exact', 'alarm'))})`,
);
const most = Math.floor((results.length * limit) / 1000);
if (silent.length > most) say(`more than ${most} are silently wrong`);
process.exit(silent.length > most || faults.size > 0 ? 1 : 0);
