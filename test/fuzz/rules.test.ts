import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseString } from 'fast-csv';
import { parquetReadObjects } from 'hyparquet';
import MarkdownIt from 'markdown-it';
import { afterAll, describe, expect, it } from 'vitest';
import { Journal } from '../../src/batch/journal.js';
import { runMerge } from '../../src/cli/run/batch/merge.js';
import type { FileResult } from '../../src/contract/batch.js';
import { isDiagnostic } from '../../src/contract/diagnostics.js';
import { documentSchema } from '../../src/contract/document.js';
import {
  type CheckedFile,
  type Finding,
  findingSchema,
  type Validation,
  validationSchema,
} from '../../src/contract/findings.js';
import { FINDINGS_FORMATS, type FindingsFormat } from '../../src/output/findings/formats.js';
import { RECORD_TABLES } from '../../src/output/records/tables.js';
import { checkedForm } from '../../src/validator/checked-form.js';
import { allInfos, RULES } from '../../src/validator/rules.js';
import { checkDocuments } from '../../src/validator/validate.js';
import { elements, readMarkup } from '../output/markup.js';
import { sarifSchema } from '../output/schemas/sarif.js';
import { readXlsx } from '../output/xlsx-reader.js';
import { type HostileCase, hostileCase } from './hostile-document.js';

/** Hostile documents through all rules, all formats of findings and all tables; `npm run fuzz:rules -- RUNS SEED` for more. */

const given = process.env['EVALX_FUZZ_RUNS'];
const RUNS = Number(given ?? 300);
const SEED = Number(process.env['EVALX_FUZZ_SEED'] ?? 1);
/** Documents that are checked, or that one batch is made of. */
const PART = 100;
const MINUTES = 180_000;

const parts = Array.from({ length: Math.ceil(RUNS / PART) }, (_, i) =>
  Array.from({ length: Math.min(PART, RUNS - i * PART) }, (_, k) => i * PART + k),
);
const folder = mkdtempSync(join(tmpdir(), 'evalx-'));
afterAll(() => rmSync(folder, { recursive: true }));

const CONTROLS = /[^\n\P{Cc}]|\p{Bidi_Control}|\p{Surrogate}/u;
/** No text of a hostile document says so. */
const NO_VALUE = /\bNaN\b|Infinity|\bundefined\b|\[object|\bnull\b/u;
/** Three numbers of 600 digits, and what is said around them. */
const LONGEST_MESSAGE = 5000;
const markdown = new MarkdownIt();

/** What is read of the output of each format, which throws where it is none; the number of findings in it. */
const READERS: Record<FindingsFormat, (text: string) => number | null> = {
  json: (text) => validationSchema.parse(JSON.parse(text)).findings.length,
  sarif: (text) => sarifSchema.parse(JSON.parse(text)).runs[0]?.results?.length ?? 0,
  junit: (text) => (elements(readMarkup(text), 'testsuite').length === 1 ? null : -1),
  gitlab: (text) => {
    const issues: { fingerprint: string; description: string }[] = JSON.parse(text);
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length);
    return issues.length;
  },
  github: (text) => {
    const lines = text.split('\n').slice(0, -1);
    for (const line of lines) expect(line).toMatch(/^::(?:error|warning|notice) (?:file|title)=[^\n]*::./u);
    return lines.length;
  },
  markdown: (text) => {
    expect(text).not.toMatch(CONTROLS);
    expect(markdown.render(text)).not.toMatch(/<b>|<img/u);
    return null;
  },
  opinion: (text) => {
    expect(text).not.toMatch(CONTROLS);
    expect(markdown.render(text)).not.toMatch(/<b>|<img/u);
    return null;
  },
  html: (text) => {
    expect(elements(readMarkup(text), 'script')).toEqual([]);
    return null;
  },
  text: (text) => {
    expect(text).not.toMatch(CONTROLS);
    return null;
  },
};

/** The value that a JSON Pointer leads to, among what objects themselves have. */
const at = (value: unknown, path: string): unknown =>
  path
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce(
      (here, part) => (Object.hasOwn(here as object, part) ? (here as Record<string, unknown>)[part] : undefined),
      value,
    );

function validationOf({ input }: HostileCase, findings: Finding[]): Validation {
  const { reports } = input.document;
  const file: CheckedFile = {
    file: input.file,
    read: true,
    reports: reports.map(checkedForm),
    problems: [],
  };
  return { schemaVersion: '1', config: null, files: [file], findings };
}

/** Checks one document and writes what was found in every format. */
function checked(given: HostileCase): Finding[] {
  const { input, settings } = given;
  documentSchema.parse(input.document);
  const { findings, crashes } = checkDocuments([input], settings);
  expect(crashes.map(({ message }) => message)).toEqual([]);
  for (const finding of findings) {
    findingSchema.parse(finding);
    // What the reader says stands in the document, which may hold anything.
    if (!isDiagnostic(finding)) expect(finding.message).not.toMatch(NO_VALUE);
    if (!isDiagnostic(finding)) expect(finding.message.length).toBeLessThan(LONGEST_MESSAGE);
    expect(at(input.document, finding.path), finding.path).not.toBeUndefined();
  }
  const validation = validationOf(given, findings);
  const rules = allInfos(settings.lang);
  for (const [format, write] of Object.entries(FINDINGS_FORMATS)) {
    const text = write({
      validation,
      rules,
      lang: settings.lang,
      version: '1.0.0',
      home: null,
      colour: false,
      quiet: false,
    });
    const count = READERS[format as FindingsFormat](text);
    if (format !== 'gitlab' && format !== 'github') expect(count ?? findings.length, format).toBe(findings.length);
  }
  return findings;
}

/** The failure says which run it was. */
function numbered<T>(run: number, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new Error(`run ${run} of seed ${SEED}: ${error instanceof Error ? error.stack : String(error)}`, {
      cause: error,
    });
  }
}

const resultOf = (run: number): FileResult => {
  const { input, settings } = hostileCase(SEED, run);
  const { findings } = checkDocuments([input], settings);
  const { document } = input;
  const path = `${run}.pdf`;
  const source = { ...document.source, file: path };
  const status = {
    pages: source.pageCount,
    reports: document.reports.length,
    milliseconds: null,
    sha256: source.sha256,
  };
  return {
    status: { file: path, status: 'read', ...status, errorCode: null, errorMessage: input.file },
    document: { ...document, source },
    findings: findings.map((finding) => ({ ...finding, file: path })),
  };
};

const rowsOfCsv = (path: string): Promise<Record<string, string>[]> =>
  new Promise((resolve, reject) => {
    const rows: Record<string, string>[] = [];
    parseString(readFileSync(path, 'utf8'), { headers: true, strictColumnHandling: true })
      .on('error', reject)
      .on('data-invalid', (row) => reject(new Error(`a row of another length: ${JSON.stringify(row).slice(0, 200)}`)))
      .on('data', (row) => rows.push(row))
      .on('end', () => resolve(rows));
  });

/** Merges two shards of a run whose files had these documents. */
async function merged(runs: readonly number[]): Promise<void> {
  const shards = [0, 1].map((shard) => join(folder, `shard-${shard}`));
  const results = runs.map(resultOf);
  for (const [shard, out] of shards.entries()) {
    const journal = new Journal(out);
    journal.begin();
    const jobs = results
      .map(({ status }, index) => ({ index, path: status.file }))
      .filter(({ index }) => index % 2 === shard);
    journal.writeManifest({ version: '1', settings: 's', total: results.length, folder: '/data', jobs });
    for (const { index, path } of jobs)
      journal.write({ version: '1', settings: 's', path, result: results[index] as FileResult, again: false });
  }
  const said: string[] = [];
  const messages = {
    lang: 'en',
    say: (line: string) => void said.push(line),
    progress: () => {},
    clearProgress: () => {},
  } as const;
  const out = join(folder, 'out');
  const code = await runMerge(
    shards,
    { output: out, format: ['csv', 'jsonl', 'xlsx', 'parquet'], headers: 'en' },
    messages,
  );
  expect([code, said.filter((line) => !line.includes('characters'))]).toEqual([0, []]);
  expect(await runMerge(shards, { output: `${out}-paper`, layout: 'workpaper' }, messages)).toBe(0);
  const sheets = readXlsx(readFileSync(join(out, 'tables.xlsx')));
  for (const [name, table] of Object.entries(RECORD_TABLES)) {
    const rows = results.flatMap((result) => table.rows(result));
    for (const value of rows.flat()) if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
    expect(await rowsOfCsv(join(out, `${name}.csv`)), name).toHaveLength(rows.length);
    const bytes = readFileSync(join(out, `${name}.parquet`));
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
    expect(await parquetReadObjects({ file }), name).toHaveLength(rows.length);
    // A row for each field is for programs.
    if (name === 'fields') continue;
    const sheet = sheets.find((one) => one.name === name);
    expect(sheet?.rows.length, name).toBe(rows.length + 1);
  }
  const documents = readFileSync(join(out, 'documents.jsonl'), 'utf8').split('\n').slice(0, -1);
  expect(documents).toHaveLength(results.length);
  for (const line of documents) documentSchema.parse(JSON.parse(line));
  expect(readXlsx(readFileSync(join(`${out}-paper`, 'workpaper.xlsx'))).length).toBeGreaterThan(0);
}

/** They speak once in thousands of such documents, or compare the files of a run; the tests of rules make them speak. */
const SELDOM = new Set([
  ...['low-rate-reason', 'score-vs-target', 'cost-overrun', 'untested-full-score'],
  ...['copied-text', 'target-after-miss', 'same-as-last-year'],
  ...['goal-vs-indicator', 'cost-vs-executed', 'unit-cost'],
]);

describe('hostile documents', () => {
  const found = new Map<string, number>();

  it.each(parts)(
    '%i and the next ones: all rules, all formats of findings',
    (...runs) => {
      for (const run of runs) {
        const findings = numbered(run, () => checked(hostileCase(SEED, run)));
        for (const { rule } of findings) found.set(rule, (found.get(rule) ?? 0) + 1);
      }
    },
    MINUTES,
  );

  // They take longer.
  it.each(given === undefined ? parts.slice(0, 1) : parts)(
    '%i and the next ones: all tables, merged',
    (...runs) => merged(runs),
    MINUTES,
  );

  it('make the rules speak', () => {
    expect(RULES.map(({ id }) => id).filter((id) => !found.has(id) && !SELDOM.has(id))).toEqual([]);
  });
});
