/**
 * `npm run score:tables -- [WORD ...] [--json] [--why] [--record]`: how well the tables of fixtures/tables/ are read, those
 * whose names contain a word or all; as JSON; with the neighbours that are missed (-) and wrong (+); written down as what
 * test/tables/ratchet.test.ts expects.
 */
import { writeFileSync } from 'node:fs';
import { findTables } from '../../dist/index.js';
import { pooled } from './adjacency.mjs';
import { RECORD, recorded, scoreFile, setNames, toRecord } from './set.mjs';

const given = process.argv.slice(2);
const flags = given.filter((word) => word.startsWith('--'));
const unknown = flags.filter((flag) => !['--json', '--why', '--record'].includes(flag));
const names = setNames(given.filter((word) => !word.startsWith('--')));
if (unknown.length > 0 || names.length === 0) {
  console.error(
    unknown.length > 0 ? `No such option: ${unknown.join(' ')}` : 'No file of fixtures/tables/ has such a name.',
  );
  process.exit(2);
}

const files = [];
for (const name of names) files.push(await scoreFile(name, findTables));
const withTables = files.filter(({ drawn }) => drawn !== 'nothing');
const without = files.filter(({ drawn }) => drawn === 'nothing');

const by = (key) =>
  [...new Set(withTables.map((file) => file[key]))].sort().map((value) => {
    const those = withTables.filter((file) => file[key] === value);
    return { [key]: value, files: those.length, ...pooled(those) };
  });
const report = {
  overall: { files: withTables.length, ...pooled(withTables) },
  byDrawn: by('drawn'),
  byProducer: by('producer'),
  falseTables: {
    pages: without.length,
    tables: without.reduce((sum, { tablesFound }) => sum + tablesFound, 0),
    files: without.filter(({ tablesFound }) => tablesFound > 0).map(({ name, tablesFound }) => ({ name, tablesFound })),
  },
  files: withTables.toSorted((a, b) => a.f1 - b.f1 || a.name.localeCompare(b.name)),
};

const of = ({ f1, precision, recall }) =>
  `F1 ${f1.toFixed(4)}  precision ${precision.toFixed(4)}  recall ${recall.toFixed(4)}`;
const counted = (count, name) => `${count} ${name}${count === 1 ? '' : 's'}`;

function print() {
  console.log(`all       ${of(report.overall)}  ${counted(report.overall.files, 'file')}`);
  for (const { drawn, files, ...rest } of report.byDrawn)
    console.log(`${drawn.padEnd(10)}${of(rest)}  ${counted(files, 'file')}`);
  console.log('\nby producer');
  for (const { producer, files, ...rest } of report.byProducer)
    console.log(`${producer.padEnd(13)}${of(rest)}  ${counted(files, 'file')}`);
  console.log('\nworst first');
  for (const file of report.files) {
    console.log(`${file.name.padEnd(44)}${of(file)}  tables ${file.tablesFound} of ${file.tables}`);
    if (!flags.includes('--why')) continue;
    for (const relation of file.missed) console.log(`  - ${relation}`);
    for (const relation of file.wrong) console.log(`  + ${relation}`);
  }
  const { pages, tables, files } = report.falseTables;
  console.log(`\n${counted(tables, 'false table')} on ${counted(pages, 'page')} without tables`);
  for (const { name, tablesFound } of files) console.log(`  ${name}: ${tablesFound}`);
}

if (flags.includes('--json')) console.log(JSON.stringify(report, null, 2));
else print();

if (flags.includes('--record')) {
  const all = new Set(setNames());
  const kept = Object.entries(recorded()).filter(([name]) => all.has(name));
  const now = files.map((file) => [file.name, toRecord(file)]);
  const scores = Object.fromEntries([...new Map([...kept, ...now])].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(RECORD, `${JSON.stringify(scores, null, 2)}\n`);
}
