import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { writeResult } from '../../src/batch/queue/result.js';
import { runMerge } from '../../src/cli/run/batch/merge.js';
import type { FileResult } from '../../src/contract/batch.js';
import { documentOf, EVIDENCE, failed, finding, report, result, SHA } from '../output/records/sample.js';
import { readXlsx } from '../output/xlsx-reader.js';

const folder = mkdtempSync(join(tmpdir(), 'evalx-merge-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (...names: string[]): string => join(folder, ...names);

const OTHER = 'ab'.repeat(32);
const read: FileResult = result({
  status: { ...result().status, file: '/data/b.pdf' },
  document: { ...documentOf('/data/b.pdf', report()), diagnostics: [] },
  evidence: EVIDENCE,
  findings: [finding({ file: '/data/b.pdf' })],
  attached: [
    result({ status: { ...result().status, file: '/data/b.pdf!c.pdf' }, document: documentOf('/data/b.pdf!c.pdf') }),
  ],
});
const bad: FileResult = { ...failed, status: { ...failed.status, file: '/data/a.pdf', sha256: OTHER } };

const said: string[] = [];
const messages = {
  lang: 'en',
  say: (line: string) => void said.push(line),
  progress: () => {},
  clearProgress: () => {},
} as const;

describe('the results of a queue', () => {
  beforeEach(() => {
    for (const name of readdirSync(folder)) rmSync(at(name), { recursive: true });
    said.length = 0;
    for (const name of ['one', 'two']) mkdirSync(at(name));
    writeResult(at('one'), SHA, { paths: ['/data/b.pdf', '/copy/z.pdf'], ...read });
    writeResult(at('two'), OTHER, { paths: ['/data/a.pdf'], ...bad });
    // The same content, read by another worker under another path.
    writeResult(at('two'), SHA, { paths: ['/data/sub/y.pdf', '/copy/z.pdf'], ...read });
  });

  const merge = (...folders: string[]) =>
    runMerge(
      folders.map((name) => at(name)),
      { output: at('out'), format: ['csv', 'jsonl', 'xlsx'], reviewDir: at('reviews') },
      messages,
    );
  const csv = (name: string): string[] =>
    readFileSync(at('out', `${name}.csv`), 'utf8')
      .split('\r\n')
      .slice(1, -1);

  it('become tables with rows of their own for each path of a content, by path', async () => {
    expect(await merge('one', 'two')).toBe(3);
    const files = csv('files').map((line) => line.split(',')[0]);
    expect(files).toEqual([
      ...['/copy/z.pdf', '/copy/z.pdf!c.pdf', '/data/a.pdf', '/data/b.pdf', '/data/b.pdf!c.pdf'],
      ...['/data/sub/y.pdf', '/data/sub/y.pdf!c.pdf'],
    ]);
    const rows = csv('reports').map((line) => line.split(',').slice(0, 2));
    expect(rows).toEqual(['/copy/z.pdf', '/data/b.pdf', '/data/sub/y.pdf'].map((file) => ['c0ffee1234560000-1', file]));
    expect(csv('findings').map((line) => line.split(',')[1])).toEqual(rows.map(([, file]) => file));
    expect(csv('fields')).toHaveLength(6);
    const documents = readFileSync(at('out', 'documents.jsonl'), 'utf8').trim().split('\n');
    expect(documents.map((line) => JSON.parse(line).source.file)).toEqual(
      files.filter((file) => file !== '/data/a.pdf'),
    );
    const findings = readXlsx(readFileSync(at('out', 'tables.xlsx'))).find(({ name }) => name === 'findings');
    expect(Object.values(findings?.links ?? {}).filter((link) => link.startsWith('..'))).toEqual(
      ['copy/z', 'data/b', 'data/sub/y'].map((path) => `../reviews/${path}.pdf.html#/reports/0/total/score`),
    );
  });

  it.each([
    ['{"half":', 'SyntaxError'],
    ['{}', 'status'],
    [JSON.stringify({ paths: ['a.pdf'], ...read, document: { reports: [{ evil: 1 }] } }), 'document.schemaVersion'],
    [JSON.stringify({ paths: ['a.pdf'], ...bad }), 'sha256'],
    [JSON.stringify({ paths: [], ...read }), 'paths'],
  ])('are refused where one is no such result: %s', async (text, problem) => {
    writeFileSync(at('two', `${SHA}.jsonl`), text);
    expect(await merge('one', 'two')).toBe(2);
    expect(said).toEqual([
      `evalx: ${at('two', `${SHA}.jsonl`)}: this is no result of evalx queue work (${problem}); remove it, or add its PDF to the queue again\n`,
    ]);
    expect(readdirSync(at('out'))).toEqual([]);
  });

  it('are not merged with what is none, nor over what is there', async () => {
    mkdirSync(at('empty'));
    expect(await merge('one', 'empty')).toBe(2);
    expect(said[0]).toContain('there is no output of evalx batch or evalx queue work here');
    expect(await runMerge([at('one')], { output: at('two') }, messages)).toBe(2);
    expect(said[1]).toContain(`it holds ${OTHER}.jsonl, of another run`);
    expect(await merge('one')).toBe(0);
    expect(await merge('one')).toBe(2);
    expect(said.at(-1)).toContain('it holds diagnostics.csv, of another run');
  });
});
