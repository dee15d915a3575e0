/** The set of published-looking tables in fixtures/tables/, and how well evalx reads it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FIXTURES } from '../fixtures.mjs';
import { cellsOf, compare, pooled } from './adjacency.mjs';

const SET = join(FIXTURES, 'tables');

/** Names of all files of the set, or of those with a word in it, without their endings. */
export const setNames = (words = []) =>
  readdirSync(SET)
    .filter((file) => file.endsWith('.truth.json'))
    .map((file) => file.slice(0, -'.truth.json'.length))
    .filter((name) => words.length === 0 || words.some((word) => name.includes(word)))
    .sort();

export const truthOf = (name) => JSON.parse(readFileSync(join(SET, `${name}.truth.json`), 'utf8'));

/** Reads a file and compares. @param {(bytes: Uint8Array) => Promise<{ tables: readonly { cells: readonly object[] }[] }>} findTables */
export async function scoreFile(name, findTables) {
  const { producer, drawn, tables } = truthOf(name);
  const found = (await findTables(new Uint8Array(readFileSync(join(SET, `${name}.pdf`))))).tables;
  const counts = compare(
    tables.map(({ rows }) => cellsOf(rows)),
    found.map(({ cells }) => cells),
  );
  return { name, producer, drawn, tables: tables.length, tablesFound: found.length, ...counts, ...pooled([counts]) };
}

/** What each file of the set had when it was last recorded: its F1 in hundredths, rounded down; false tables count as negative. */
export const RECORD = join(import.meta.dirname, 'scores.json');
export const recorded = () => JSON.parse(readFileSync(RECORD, 'utf8'));
export const toRecord = ({ drawn, f1, tablesFound }) =>
  drawn === 'nothing' ? 0 - tablesFound : Math.floor(f1 * 100 + 1e-9);
