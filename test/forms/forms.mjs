/**
 * npm run forms -- [COUNT] [SEED] [KIND] [--prints N] [--all]: reads forms that nobody has printed, through tables in memory, and N
 * of them through real prints. Each is read exactly, or something is said of it, or it is silently wrong. SEED is that of the first
 * form; the others follow. KIND is what each of them must have (or the beginning of its name).
 */
import { parseArgs } from 'node:util';
import { accountOf } from '../../dist/account/account.js';
import { diagnosticsOf } from '../../dist/messages/say.js';
import { readSections } from '../../dist/sections/sections.js';
import { fewest, judgeInMemory, placeOf } from './unseen/judge.mjs';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    prints: { type: 'string', default: '0' },
    limit: { type: 'string', default: '0' },
    show: { type: 'boolean' },
    also: { type: 'string', multiple: true, default: [] },
  },
});
const [count, seed] = [Number(positionals[0] ?? 3000), Number(positionals[1] ?? 1)];
const force = positionals[2] ?? null;
const say = (line) => process.stdout.write(`${line}\n`);
const reader = { readSections, accountOf, diagnosticsOf };

const short = (value) => JSON.stringify(value)?.slice(0, 160) ?? 'nothing';
const results = Array.from({ length: count }, (_, i) => ({
  seed: seed + i,
  ...judgeInMemory(seed + i, reader, { force }),
}));
const of = (...ends) => results.filter(({ end }) => ends.includes(end)).length;

/** Of so many that end in one way the reason is looked for. */
const MOST = 150;
const kinds = new Map();
for (const end of ['silent', ...options.also]) {
  for (const { seed: own } of results.filter((result) => result.end === end).slice(0, MOST)) {
    const least = fewest(own, reader, { force });
    const kind = `${end}: ${least.form.has.join(', ') || 'a plain form'} -> ${placeOf(least)}`;
    kinds.set(kind, [...(kinds.get(kind) ?? []), { own, ...least }]);
  }
}
for (const [kind, list] of [...kinds].sort((a, b) => b[1].length - a[1].length)) {
  const [{ form, difference, said }] = list;
  say(
    `\n${list.length} ${kind}\n  seeds ${list
      .map((one) => one.own)
      .slice(0, 8)
      .join(' ')}`,
  );
  if (said.length > 0) say(`  said: ${said.slice(0, 2).join('; ')}`);
  if (difference) say(`  ${difference.at}: expected ${short(difference.expected)}, got ${short(difference.got)}`);
  if (options.show)
    for (const part of form.parts) say(part.text !== undefined ? `    ${part.text}` : picture(part.grid));
}

function picture({ rows, cells }) {
  return Array.from(
    { length: rows },
    (_, r) =>
      `    ${cells
        .filter(({ row }) => row === r)
        .map(
          ({ col, colSpan, rowSpan, text }) =>
            `${col}${colSpan > 1 ? `+${colSpan}` : ''}${rowSpan > 1 ? `v${rowSpan}` : ''} ${text}`,
        )
        .join(' | ')}`,
  ).join('\n');
}

say(
  `\n${count} forms: ${of('exact', 'alarm')} exact, ${of('told')} told, ${of('silent')} silently wrong; false alarms: ${of('alarm')}`,
);
