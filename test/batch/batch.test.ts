import { spawn } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isMine } from '../../src/batch/shard.js';
import type { EvalxDocument } from '../../src/contract/document.js';
import { evalx, root } from '../cli/run.js';
import { fixturePdfs } from '../fixtures.mjs';
import { readXlsx } from '../output/xlsx-reader.js';

const folder = mkdtempSync(join(tmpdir(), 'evalx-batch-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (...names: string[]): string => join(folder, ...names);
const FORMS = ['f01-calc', 'f05-pdfkit', 'f07-chromium', 'f10-fop', 'f12-pdfkit', 'f15-writer'];
const HOSTILE = ['=sum(1).pdf', 'comma, "quote".pdf', 'line\nbreak.pdf'];

beforeAll(() => {
  mkdirSync(at('in', 'sub'), { recursive: true });
  const forms = fixturePdfs('families');
  const chosen = forms.filter((name) => FORMS.some((form) => name.startsWith(form.slice(0, 4)))).slice(0, 14);
  for (const name of chosen) copyFileSync(join(root, 'fixtures/families', name), at('in', name));
  for (const name of HOSTILE) copyFileSync(join(root, 'fixtures/families', chosen[0] as string), at('in', name));
  copyFileSync(join(root, 'fixtures/families', chosen[1] as string), at('in', 'sub', chosen[0] as string));
  for (const name of ['families/numbers-sentences-pdfkit', 'documents/mixed-chromium'])
    copyFileSync(join(root, 'fixtures', `${name}.pdf`), at('in', `said-${basename(name)}.pdf`));
  for (const name of ['truncated', 'empty', 'text', 'scan']) {
    copyFileSync(join(root, 'fixtures/bad', `${name}.pdf`), at('in', `bad-${name}.pdf`));
  }
});

const batch = (out: string, ...args: string[]) =>
  evalx(['batch', at('in'), '--out', at(out), '--no-timings', '--lang', 'en', ...args]);

/** Every file of an output folder but the journal. */
const outputs = (out: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(at(out))
      .filter((name) => name !== '.evalx')
      .map((name) => [name, readFileSync(at(out, name)).toString('base64')]),
  );
const csv = (out: string, name: string): string => readFileSync(at(out, `${name}.csv`), 'utf8');

describe('evalx batch', { timeout: 120_000 }, () => {
  beforeAll(async () => {
    const { code, stdout, stderr } = await batch('whole', '--format', 'csv,jsonl,xlsx,parquet');
    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toMatch(/: 24 files, \d+ forms, .*; 3 not read, 1 read only in part: see the table of files\n$/);
  }, 120_000);

  it('has every file in the table of files, in the order of their names, good or bad', () => {
    const files = csv('whole', 'files');
    expect(files.startsWith('\ufefffile,status,pages,reports,')).toBe(true);
    expect(files).toContain(`"${at('in', 'comma, ""quote"".pdf')}",read,`);
    expect(files).toContain(`"${at('in', 'line\nbreak.pdf')}",read,`);
    expect(files).toMatch(/bad-empty\.pdf,failed,,,,[0-9a-f]{64},file-empty,the file is empty; /);
    expect(files).toMatch(/bad-scan\.pdf,partly,1,0,,[0-9a-f]{64},page-without-text,/);
    expect(files).toMatch(/bad-scan\.pdf,partly,.*,1,0\r$/m);
    expect(files).toMatch(/bad-text\.pdf,failed,,,,[0-9a-f]{64},not-a-pdf,.*,,\r$/m);
    expect(files).toMatch(/bad-truncated\.pdf,failed,,,,[0-9a-f]{64},pdf-damaged,/);
    const order = [...files.matchAll(/^[^\n]*\/in\/([\w-]+\.pdf),/gm)].map((match) => match[1]);
    expect(order).toEqual([...order].sort());
  });

  it('goes on where a rule crashes: the file is read only in part, the other rules are kept, the end is 2', async () => {
    const form = at('in', readdirSync(at('in')).find((name) => name.startsWith('f01')) as string);
    const faults = pathToFileURL(join(root, 'test/cli/faults/register.mjs')).href;
    const { code, stderr } = await evalx(['batch', form, '--out', at('crash'), '--no-timings', '--lang', 'en'], {
      env: { EVALX_FAULT: 'rule', EVALX_NO_BUNDLE: '1', NODE_OPTIONS: `--import ${faults}` },
    });
    expect(stderr).toMatch(/: 1 files, \d+ forms, .*; 0 not read, 1 read only in part: see the table of files\n$/);
    expect(code).toBe(2);
    expect(csv('crash', 'files')).toMatch(
      /,partly,.*,rule-crashed,"the rule score-exceeds-weight failed \(planted\); /,
    );
    expect(csv('crash', 'indicators').split('\n').length).toBeGreaterThan(2);
    const others = csv('whole', 'findings')
      .split('\n')
      .filter((line) => line.includes(form) && !line.includes('score-exceeds'));
    expect(csv('crash', 'findings').split('\n').slice(1, -1)).toEqual(others);
  });

  it('has every form in the tables and in the documents', () => {
    const documents = readFileSync(at('whole', 'documents.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const summary = JSON.parse(readFileSync(at('whole', 'summary.json'), 'utf8'));
    expect(summary.files).toEqual({ total: 24, read: 20, partly: 1, failed: 3 });
    expect(documents).toHaveLength(21);
    const forms = documents.reduce((sum, { reports }) => sum + reports.length, 0);
    expect(summary.reports).toBe(forms);
    const ids = csv('whole', 'reports').match(/^"?[0-9a-f]{12}-[0-9a-f]{6}-\d+/gm) ?? [];
    expect(new Set(ids).size).toBe(forms);
    for (const name of ['tables.xlsx', 'reports.parquet', 'findings.parquet', 'diagnostics.parquet'])
      expect(existsSync(at('whole', name))).toBe(true);
  });

  it('has every diagnostic in a table, and none among the findings of the rules', () => {
    const documents: EvalxDocument[] = readFileSync(at('whole', 'documents.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const said = documents.flatMap(({ source, diagnostics }) => diagnostics.map((one) => ({ ...one, ...source })));
    expect(said.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['page-without-text', 'value-not-a-number', 'not-a-self-evaluation']),
    );
    const sheet = readXlsx(readFileSync(at('whole', 'tables.xlsx'))).find(({ name }) => name === 'diagnostics');
    const [header, ...rows] = sheet?.rows ?? [];
    expect(header).toEqual([
      'reportId',
      'file',
      'report',
      'page',
      'x0',
      'y0',
      'x1',
      'y1',
      'code',
      'severity',
      'message',
    ]);
    const bare = (row: readonly unknown[]): unknown[] => [row[1], row[3], ...row.slice(8)];
    expect(rows.map(bare)).toEqual(
      said.map(({ file, page, code, severity, message }) => [file, page, code, severity, message]),
    );
    expect(csv('whole', 'diagnostics').split('\r\n')).toHaveLength(said.length + 2);
    const summary = JSON.parse(readFileSync(at('whole', 'summary.json'), 'utf8'));
    const severe = (wanted: string): number => said.filter(({ severity }) => severity === wanted).length;
    expect(summary.diagnostics).toEqual({ error: severe('error'), warning: severe('warning'), info: severe('info') });
    expect(summary.codes['value-not-a-number']).toBe(2);
    for (const code of Object.keys(summary.codes)) expect(csv('whole', 'findings')).not.toContain(code);
  });

  it('yields the same bytes with one process, and after a kill at any moment', async () => {
    await batch('one', '--format', 'csv,jsonl,xlsx,parquet', '--jobs', '1');
    expect(outputs('one')).toEqual(outputs('whole'));
    for (const delay of [700, 1100, 1600]) {
      const out = `killed-${delay}`;
      const args = [
        'batch',
        at('in'),
        '--out',
        at(out),
        '--no-timings',
        '--lang',
        'en',
        '--format',
        'csv,jsonl,xlsx,parquet',
      ];
      const child = spawn(process.execPath, ['bin/evalx.js', ...args, '--jobs', '1'], { cwd: root, stdio: 'ignore' });
      const ended = new Promise((resolve) => child.on('close', resolve));
      await wait(delay);
      child.kill('SIGKILL');
      await ended;
      await batch(out, '--format', 'csv,jsonl,xlsx,parquet', '--resume');
      expect(outputs(out)).toEqual(outputs('whole'));
    }
  });

  it('keeps what is done when it is interrupted, exits 130, and goes on', async () => {
    const args = ['batch', at('in'), '--out', at('stopped'), '--no-timings', '--lang', 'en', '--jobs', '1'];
    const child = spawn(process.execPath, ['bin/evalx.js', ...args], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (text) => {
      said += text;
    });
    const ended = new Promise((resolve) => child.on('close', resolve));
    while (!existsSync(at('stopped', '.evalx', 'files'))) await wait(20);
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    expect(said).toMatch(/interrupted: \d+ of 24 files are done and kept; go on with --resume\n$/);
    expect(existsSync(at('stopped', 'files.csv'))).toBe(false);
    await batch('stopped', '--resume', '--format', 'csv,jsonl,xlsx,parquet');
    expect(outputs('stopped')).toEqual(outputs('whole'));
  });

  it('does changed files again, and forgets those that are gone', async () => {
    mkdirSync(at('small'));
    const [a, b] = readdirSync(at('in')).filter((name) => /^f/.test(name)) as [string, string];
    copyFileSync(at('in', a), at('small', 'a.pdf'));
    copyFileSync(at('in', a), at('small', 'b.pdf'));
    const run = (...args: string[]) => evalx(['batch', at('small'), '--out', at('again'), '--no-timings', ...args]);
    await run();
    const before = csv('again', 'files');
    copyFileSync(at('in', b), at('small', 'a.pdf'));
    rmSync(at('small', 'b.pdf'));
    expect((await run('--resume')).code).toBe(0);
    const after = csv('again', 'files');
    expect(after).not.toContain('b.pdf');
    expect(after.split('\n')[1]).not.toBe(before.split('\n')[1]);
  });

  it('gives the same bytes from shards', async () => {
    for (const i of [1, 2, 3]) await batch(`shard${i}`, '--shard', `${i}/3`);
    const merge = (...shards: number[]) =>
      evalx([
        'merge',
        ...shards.map((i) => at(`shard${i}`)),
        '--out',
        at('merged'),
        '--format',
        'csv,jsonl,xlsx,parquet',
      ]);
    const missing = await merge(1, 3);
    expect(missing.code).toBe(2);
    expect(missing.stderr).toMatch(/^evalx: \d+ of 24 files are in none of these folders; give all shards\n$/);
    expect((await merge(2, 3, 1)).code).toBe(3);
    expect(outputs('merged')).toEqual(outputs('whole'));
  });

  it('reads lists, and says which input is not there', async () => {
    const [a] = readdirSync(at('in')).filter((name) => /^f/.test(name)) as [string];
    writeFileSync(at('list'), `${at('in', a)}\0${at('nowhere.pdf')}\0${at('in', 'line\nbreak.pdf')}`);
    const { code } = await evalx(['batch', '--files-from', at('list'), '--out', at('listed'), '--no-timings']);
    expect(code).toBe(3);
    expect(csv('listed', 'files')).toMatch(
      /nowhere\.pdf,failed,,,,,file-not-found,there is no such file; check the path/,
    );
    expect(JSON.parse(readFileSync(at('listed', 'summary.json'), 'utf8')).files).toMatchObject({ total: 3, read: 2 });
  });

  it('has Chinese headers, and the sheet of the reviewers', async () => {
    const [a] = readdirSync(at('in')).filter((name) => /^f/.test(name)) as [string];
    const input = at('in', a);
    await evalx(['batch', input, '--out', at('zh'), '--headers', 'zh', '--format', 'csv']);
    expect(
      readdirSync(at('zh'))
        .filter((name) => basename(name) !== '.evalx')
        .sort(),
    ).toEqual([
      ...['diagnostics.csv', 'files.csv', 'findings.csv', 'funds.csv', 'indicators.csv', 'reports.csv', 'summary.json'],
    ]);
    expect(csv('zh', 'reports')).toMatch(/^\ufeff报告编号,文件,/);
    await evalx(['batch', input, '--out', at('paper'), '--layout', 'workpaper']);
    expect(readdirSync(at('paper')).sort()).toEqual(['.evalx', 'summary.json', 'workpaper.xlsx']);
  });

  it('says that the output cannot be written', async () => {
    writeFileSync(at('file'), '');
    const { code, stderr } = await evalx(['batch', at('in'), '--out', at('file')]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^evalx: .*file: the output cannot be written \((EEXIST|ENOTDIR)\); check the folder/);
  });

  it.each([
    [['batch', '--out', 'x'], 'give the PDF files or folders to read'],
    [['batch', 'x.pdf'], "required option '--out <folder>' not specified"],
    [['batch', 'x.pdf', '--out', 'x', '--format', 'pdf'], 'There is no format "pdf"'],
    [['batch', 'x.pdf', '--out', 'x', '--shard', '3/2'], 'Give it as i/n'],
    [['batch', 'x.pdf', '--out', 'x', '--jobs', '0'], 'It must be a number from 1 on'],
  ])('says what is wrong with %j', async (args, said) => {
    const { code, stdout, stderr } = await evalx(args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(said);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});

describe('shards', () => {
  const paths = Array.from({ length: 300 }, (_, i) => `/data/in/${i}.pdf`);
  it('share the files, each to one', () => {
    for (const path of paths) {
      const mine = [1, 2, 3].filter((number) => isMine(path, ['/data/in'], { number, count: 3 }));
      expect(mine).toHaveLength(1);
    }
  });
  it('are the same where the folder stands elsewhere', () => {
    const shard = { number: 2, count: 5 };
    const here = paths.filter((path) => isMine(path, ['/data/in'], shard));
    const there = paths
      .map((path) => path.replace('/data/in', '/mnt/x'))
      .filter((path) => isMine(path, ['/mnt/x'], shard));
    expect(there.map((path) => basename(path))).toEqual(here.map((path) => basename(path)));
    expect(here.length).toBeGreaterThan(30);
  });
});
