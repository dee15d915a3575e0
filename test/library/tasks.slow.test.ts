import { spawnSync } from 'node:child_process';
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EvalxDocument } from '../../src/index.js';
import { REPORTS } from '../cli/run.js';
import { emptyProject, node, type Ran, root, tsc } from './installed.js';

/** What a developer, a pipeline and a data scientist do first, from the packed package in an empty folder. */

const FORM = join(root, REPORTS);
let folder: string;
const at = (name: string): string => join(folder, name);
const evalx = (...args: string[]): Ran => node(folder, 'node_modules/evalx/bin/evalx.js', ...args);

beforeAll(() => {
  folder = emptyProject();
  copyFileSync(FORM, at('form.pdf'));
  writeFileSync(at('package.json'), JSON.stringify({ private: true, type: 'module' }));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Uses every kind of thing that the package exports, with its types and no others. */
const PROGRAM = `
import { parse, parseMany, validate, type EvalxDocument, type Finding, type Indicator, type ParseOptions, EvalxError } from 'evalx';
import { documentSchema } from 'evalx/contract';
import { toCsv, toParquet, toSarif, type TableName } from 'evalx/output';

const options: ParseOptions = { pages: [1], limits: { seconds: 300, pageSeconds: 300 } };
const { document, places } = await parse('form.pdf', options);
const again: EvalxDocument = documentSchema.parse(JSON.parse(JSON.stringify(document)));
const indicators: Indicator[] = again.reports.flatMap((report) => report.indicators);
const score: number = indicators.reduce((sum, { score }) => sum + (score ?? 0), 0);
const findings: Finding[] = validate([{ document, places }], { severities: { 'perfect-score': 'off' } });
const table: TableName = 'funds';
const csv: string = await toCsv(document, { table });
const bytes: Uint8Array = await toParquet(document);
const errors: EvalxError[] = [];
for await (const outcome of parseMany(['none.pdf'], { jobs: 1 })) if (outcome.error) errors.push(outcome.error);
console.log(score, findings.every(({ severity }) => severity !== undefined), csv.length > 100, bytes.length > 100);
console.log(errors.map(({ code }) => code).join(), JSON.parse(toSarif(document)).runs.length);
`;
/** Each is an error of types: were what the package declares \`any\`, there would be none. */
const WRONG = [
  "import { parse } from 'evalx'; await parse(3);",
  "import { parse } from 'evalx'; await parse('a', { pagse: [1] });",
  "import { parse } from 'evalx'; await parse('a', { limits: { second: 1 } });",
  "import { parse } from 'evalx'; const { document } = await parse('a'); document.reports[0]?.project.nam;",
  "import { validate } from 'evalx'; validate([], { tolerances: { scores: 1 } });",
  "import { toCsv } from 'evalx/output'; await toCsv([], { table: 'report' });",
];

const CONFIGS = {
  nodenext: { module: 'nodenext', moduleResolution: 'nodenext', types: ['node'], lib: ['es2023'] },
  bundler: { module: 'preserve', moduleResolution: 'bundler', types: ['node'], lib: ['es2023', 'dom'] },
};

describe('a project in TypeScript', () => {
  it.each(Object.entries(CONFIGS))('parses and validates with types of the package alone: %s', (name, config) => {
    const strict = { strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true };
    const compilerOptions = { ...config, ...strict, target: 'es2023', skipLibCheck: false, outDir: name };
    writeFileSync(at('tsconfig.json'), JSON.stringify({ compilerOptions, files: ['program.ts'] }));
    writeFileSync(at('program.ts'), PROGRAM);
    expect(tsc(folder)).toBe('');
    const { code, stdout, stderr } = node(folder, join(name, 'program.js'));
    const { reports } = JSON.parse(evalx('parse', '--pages', '1', 'form.pdf').stdout) as EvalxDocument;
    const score = reports[0]?.indicators.reduce((sum, one) => sum + (one.score ?? 0), 0);
    expect([stdout, stderr, code]).toEqual([`${score} true true true\nfile-not-found 1\n`, '', 0]);
  });

  it('is told of what is wrong by its compiler', () => {
    const files = WRONG.map((source, i) => {
      writeFileSync(at(`wrong${i}.ts`), `${source}\nexport {};\n`);
      return `wrong${i}.ts`;
    });
    const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2023', '--types', 'node'];
    const told = tsc(folder, '--ignoreConfig', ...options, ...files);
    for (const file of files) expect(told).toContain(`${file}(1,`);
  });
});

describe('a pipeline', () => {
  it('fails, is baselined, passes, and fails again on a new fault', () => {
    const check = (...args: string[]): Ran => evalx('validate', 'form.json', '--lang', 'en', '--no-config', ...args);
    const parsed = evalx('parse', 'form.pdf').stdout;
    writeFileSync(at('form.json'), parsed);
    expect(check().code).toBe(1);
    expect(check('--baseline', 'baseline.json', '--update-baseline').code).toBe(0);
    expect(check('--baseline', 'baseline.json').code).toBe(0);
    const document = JSON.parse(parsed) as EvalxDocument;
    const indicator = document.reports[1]?.indicators[0];
    if (!indicator) throw new Error('the form has no indicator');
    indicator.score = (indicator.weight ?? 0) + 5;
    writeFileSync(at('form.json'), JSON.stringify(document));
    const again = check('--baseline', 'baseline.json', '-f', 'json');
    expect(again.code).toBe(1);
    expect(again.stdout).toContain('score-exceeds-weight');
  });
});

/** The sums of the documents themselves. */
function sumsOf(documents: readonly EvalxDocument[]) {
  const reports = documents.flatMap((document) => document.reports);
  const indicators = reports.flatMap((report) => report.indicators);
  const totals = reports.flatMap(({ funds }) => funds.rows.filter(({ kind }) => kind === 'total'));
  const sum = (values: readonly (number | null)[]): number => values.reduce<number>((all, one) => all + (one ?? 0), 0);
  return {
    forms: reports.length,
    executed: sum(totals.map(({ executed }) => executed)),
    score: sum(indicators.map(({ score }) => score)),
    pages: sum(reports.map(({ pages }) => pages.length)),
  };
}

const PYTHON_DUCKDB = 'import duckdb, sys; print(duckdb.sql(sys.argv[1]).fetchall()[0])';
const run = (command: string, ...args: string[]) => spawnSync(command, args, { encoding: 'utf8', cwd: folder });
const hasDuckdb = spawnSync('duckdb', ['--version']).status === 0;
const hasPythonDuckdb = spawnSync('python3', ['-c', 'import duckdb']).status === 0;

describe('the tables', () => {
  let sums: ReturnType<typeof sumsOf>;
  beforeAll(() => {
    const { code, stderr } = evalx('batch', 'form.pdf', '--output', 'out', '--format', 'parquet,jsonl', '--jobs', '1');
    expect([code, stderr]).toEqual([0, expect.not.stringContaining('error')]);
    const lines = readFileSync(at('out/documents.jsonl'), 'utf8').trim().split('\n');
    sums = sumsOf(lines.map((line) => JSON.parse(line)));
  });

  it('have the sums of the documents in Parquet', async () => {
    const rows = async (name: string) =>
      parquetReadObjects({ file: await asyncBufferFromFile(at(`out/${name}.parquet`)) });
    const [reports, indicators] = [await rows('reports'), await rows('indicators')];
    const sum = (values: readonly unknown[]): number => values.reduce<number>((all, one) => all + Number(one ?? 0), 0);
    expect({
      forms: reports.length,
      // The amounts of these forms are in 元.
      executed: sum(reports.map((row) => row['executedYuan'])),
      score: sum(indicators.map((row) => row['score'])),
      pages: sum(reports.map((row) => (row['pages'] as unknown[]).length)),
    }).toEqual(sums);
  });

  const SQL = `SELECT (SELECT count(*) FROM 'out/reports.parquet'), (SELECT sum(executedYuan) FROM 'out/reports.parquet'),
    (SELECT sum(score) FROM 'out/indicators.parquet'), (SELECT sum(len(pages)) FROM 'out/reports.parquet')`;
  it.skipIf(!hasDuckdb && !hasPythonDuckdb)(
    'give DuckDB the sums of the documents (skipped where there is no DuckDB)',
    () => {
      const { stdout } = hasDuckdb
        ? run('duckdb', '-csv', '-noheader', '-c', SQL)
        : run('python3', '-c', PYTHON_DUCKDB, SQL);
      const numbers = (stdout.match(/[\d.]+/gu) ?? []).map(Number);
      expect(numbers).toEqual([sums.forms, sums.executed, sums.score, sums.pages]);
    },
  );
});
