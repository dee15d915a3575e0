import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RECORD_TABLES } from '../../src/output/records/tables.js';
import { evalx } from '../cli/run.js';

const root = join(import.meta.dirname, '../..');
const page = (name: string): string => readFileSync(join(root, 'docs', name), 'utf8');
const blocks = (text: string, language: string): string[] =>
  [...text.matchAll(/^```(\w+)\n(.*?)^```/gmsu)].flatMap(([, name, code = '']) => (name === language ? [code] : []));

const text = page('data.md');
const queries = blocks(text, 'sql');
const [program = ''] = blocks(text, 'python');
const code = [...queries, program];

const folder = mkdtempSync(join(tmpdir(), 'evalx-data-'));
beforeAll(async () => {
  symlinkSync(join(root, 'fixtures'), join(folder, 'fixtures'));
  const [command = ''] = blocks(text, 'sh');
  const [name, ...args] = command.trim().split(' ');
  expect(name).toBe('evalx');
  // Fewer files do for a test.
  const few = args.map((arg) => (arg === 'fixtures/families' ? 'fixtures/families/f08-calc.pdf' : arg));
  const { code: exit, stderr } = await evalx([...few, '--jobs', '1'], { cwd: folder });
  expect([exit, stderr]).toEqual([0, expect.not.stringContaining('Error')]);
});
afterAll(() => rmSync(folder, { recursive: true }));

const has = (command: string, ...args: string[]): boolean => spawnSync(command, args).status === 0;
const hasDuckdb = has('duckdb', '--version');
const hasPythonDuckdb = has('python3', '-c', 'import duckdb');
const hasPandas = has('python3', '-c', 'import pandas');

describe('docs/data.md', () => {
  it('names tables and columns that there are', () => {
    const columns = new Set(Object.values(RECORD_TABLES).flatMap((table) => table.columns.map(({ key }) => key)));
    const named = code.flatMap((one) => one.match(/\b[a-z]+[A-Z]\w*\b/gu) ?? []);
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((name) => !columns.has(name))).toEqual([]);
    const tables = code.flatMap((one) => [...one.matchAll(/out\/(\w+)\.(?:parquet|csv)/gu)].map(([, name]) => name));
    expect(tables.filter((name) => !Object.hasOwn(RECORD_TABLES, name as string))).toEqual([]);
  });

  it('has the same code and headings in both languages', () => {
    const chinese = page('data.zh.md');
    for (const language of ['sh', 'sql', 'python']) expect(blocks(chinese, language)).toEqual(blocks(text, language));
    expect(chinese.match(/^#+ /gmu)).toEqual(text.match(/^#+ /gmu));
  });

  it.skipIf(!hasDuckdb && !hasPythonDuckdb).each(queries)('DuckDB runs (skipped where it is not): %s', (query) => {
    const [command, args]: [string, string[]] = hasDuckdb
      ? ['duckdb', ['-csv', '-c', query]]
      : ['python3', ['-c', 'import duckdb, sys; print(duckdb.sql(sys.argv[1]).fetchall())', query]];
    const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout.length).toBeGreaterThan(10);
  });

  it.skipIf(!hasPandas)('pandas runs its program (skipped where it is not)', () => {
    const { status, stdout, stderr } = spawnSync('python3', ['-c', program], { cwd: folder, encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('shanghai');
  });
});
