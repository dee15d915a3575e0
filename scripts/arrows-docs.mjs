/**
 * Writes into ARCHITECTURE.md what each folder may import, from the table that the check of the arrows uses; with --check
 * says whether it stands there as the table has it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rooms } from '../.dependency-cruiser.mjs';

const path = join(import.meta.dirname, '../ARCHITECTURE.md');
const [BEGIN, END] = ['<!-- arrows: written by npm run docs -->', '<!-- end of arrows -->'];

const isOurs = (name) => name.endsWith('.ts') || name.endsWith('/');
const list = (names) => names.map((name) => `\`${name.replaceAll('|', ', ')}\``).join(' ') || 'nothing';
const rows = Object.entries(rooms).map(
  ([room, may]) => `| \`${room}\` | ${list(may.filter(isOurs))} | ${list(may.filter((name) => !isOurs(name)))} |\n`,
);
const table = `${BEGIN}\n\n| in \`src/\` | may import of ours | and of others |\n| --- | --- | --- |\n${rows.join('')}\n${END}`;

const before = readFileSync(path, 'utf8');
const [from, to] = [before.indexOf(BEGIN), before.indexOf(END) + END.length];
if (from < 0 || to < from) throw new Error('ARCHITECTURE.md has no place for the arrows');
const after = before.slice(0, from) + table + before.slice(to);

if (!process.argv.includes('--check')) writeFileSync(path, after);
else if (after !== before) {
  process.stderr.write('ARCHITECTURE.md does not say what may be imported: run npm run docs\n');
  process.exitCode = 1;
}
