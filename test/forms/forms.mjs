/**
 * npm run forms -- [COUNT] [SEED] [KIND] [--prints N] [--limit N] [--off NAME] [--also told|alarm] [--show] [--keep DIR]: reads forms
 * that nobody has printed, COUNT of them through tables in memory and N through the prints of real programs. Each is read exactly,
 * or something is said of it (told), or it is silently wrong: of those there may be `--limit`.
 *
 * SEED is that of the first form; the others follow. KIND is what all of them must have (or the beginning of its name), `--off` what
 * none may have. Of each kind of form that is silently wrong, and of those named by `--also`, the least one is looked for: it has
 * what it must have to differ where it differs, and nothing else. `--show` draws it, `--keep` writes the prints into a folder.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { accountOf } from '../../dist/account/account.js';
import { diagnosticsOf } from '../../dist/messages/say.js';
import { parse } from '../../dist/parse.js';
import { readSections } from '../../dist/sections/sections.js';
import { fewest, formOf, formsIn, judge, judgeInMemory, placeOf, printsOf, truthsOf } from './unseen.mjs';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    ...{ prints: { type: 'string', default: '0' }, limit: { type: 'string', default: 'Infinity' } },
    ...{ off: { type: 'string', multiple: true, default: [] }, also: { type: 'string', multiple: true, default: [] } },
    ...{ show: { type: 'boolean' }, keep: { type: 'string' } },
  },
});
const [count, seed] = [Number(positionals[0] ?? 3000), Number(positionals[1] ?? 1)];
const [prints, limit] = [Number(options.prints), Number(options.limit)];
const how = { force: positionals[2] ?? null, off: new Set(options.off) };
const reader = { readSections, accountOf, diagnosticsOf };
const say = (line) => process.stdout.write(`${line}\n`);

if (!(count >= 0) || !Number.isInteger(seed) || !(prints >= 0) || !(limit >= 0)) {
  process.stderr.write(
    'usage: npm run forms -- [COUNT] [SEED] [KIND] [--prints N] [--limit N] [--off NAME] [--also END]\n',
  );
  process.exit(2);
}

const short = (value) => JSON.stringify(value)?.slice(0, 160) ?? 'nothing';
const isToSay = (end) => end === 'silent' || options.also.includes(end);
const start = performance.now();
const results = Array.from({ length: count }, (_, i) => ({ seed: seed + i, ...judgeInMemory(seed + i, reader, how) }));

/** Of so many that end in one way the least form is looked for. */
const MOST = 150;
const kinds = new Map();
for (const end of ['silent', ...options.also]) {
  for (const { seed: own } of results.filter((result) => result.end === end).slice(0, MOST)) {
    const least = fewest(own, reader, how);
    const kind = `${end}: ${least.form.has.join(', ') || 'a plain form'} -> ${placeOf(least)}`;
    kinds.set(kind, [...(kinds.get(kind) ?? []), { own, ...least }]);
  }
}

function sayDifference({ difference, said }) {
  if (said.length > 0) say(`  said: ${said.slice(0, 2).join('; ')}`);
  if (difference) say(`  ${difference.at}: expected ${short(difference.expected)}, got ${short(difference.got)}`);
}

/** A grid as lines: the column of each cell, +columns, vrows, its text. */
const picture = ({ rows, cells }) =>
  Array.from({ length: rows }, (_, r) => {
    const own = cells
      .filter(({ row }) => row === r)
      .map(({ col, colSpan, rowSpan, text }) => {
        const spans = `${colSpan > 1 ? `+${colSpan}` : ''}${rowSpan > 1 ? `v${rowSpan}` : ''}`;
        return `${col}${spans} ${text}`;
      });
    return `    ${own.join(' | ')}`;
  }).join('\n');

for (const [kind, list] of [...kinds].sort((a, b) => b[1].length - a[1].length)) {
  const seeds = list.map(({ own }) => own).slice(0, 8);
  say(`\n${list.length} ${kind}\n  seeds ${seeds.join(' ')}`);
  sayDifference(list[0]);
  if (options.show)
    for (const part of formsIn(list[0].form).flatMap(({ parts }) => parts))
      say(part.grid ? picture(part.grid) : `    ${part.text}`);
}

const printed = [];
const forms = Array.from({ length: prints }, (_, i) => formOf(seed + i, how));
for (const { form, program, bytes } of await printsOf(forms)) {
  const { document } = await parse(bytes);
  printed.push({ program, form, ...judge(truthsOf(form), document) });
  if (!options.keep) continue;
  mkdirSync(options.keep, { recursive: true });
  writeFileSync(join(options.keep, `${form.seed}-${program}.pdf`), bytes);
  writeFileSync(join(options.keep, `${form.seed}.json`), `${JSON.stringify(truthsOf(form), null, 2)}\n`);
}
for (const one of printed.filter(({ end }) => isToSay(end))) {
  const { end } = judgeInMemory(one.form.seed, reader, how);
  say(`\n${one.end} as ${one.program} prints it (in memory: ${end}), seed ${one.form.seed}`);
  say(`  ${one.form.has.join(', ')}`);
  sayDifference(one);
}

const of = (list, ...ends) => list.filter(({ end }) => ends.includes(end)).length;
const summary = (list) =>
  `${list.length} forms: ${of(list, 'exact', 'alarm')} exact, ${of(list, 'told')} told, ${of(list, 'silent')} silently wrong; false alarms: ${of(list, 'alarm')}`;
say(`\nin ${Math.round((performance.now() - start) / 1000)} s`);
for (const program of new Set(printed.map((one) => one.program)))
  say(`${program.padEnd(12)} ${summary(printed.filter((one) => one.program === program))}`);
say(`in memory    ${summary(results)}`);
const silent = of(results, 'silent') + of(printed, 'silent');
if (silent > limit) say(`more than ${limit} are silently wrong`);
process.exit(silent > limit ? 1 : 0);
