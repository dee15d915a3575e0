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
    const ids = csv('whole', 'reports').match(/^"?[0-9a-f]{16}-\d+/gm) ?? [];
    expect(ids).toHaveLength(forms);
    // Copies of one file have the same ids, and are told apart by the file.
    const contents = new Set(
      documents.flatMap(({ source, reports }) => reports.map((_: unknown, i: number) => `${source.sha256}-${i}`)),
    );
    expect(new Set(ids).size).toBe(contents.size);
    expect(contents.size).toBeLessThan(forms);
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
    expect(header).toEqual(['Severity', 'Finding', 'Project', 'Form', 'Page', 'File', 'Code', 'reportId']);
    const severityWord = (word: unknown): unknown => (word === 'remark' ? 'info' : word);
    expect(rows.map((row) => [row[5], row[4] ?? null, row[6], severityWord(row[0]), row[1]])).toEqual(
      said.map(({ file, page, code, severity, message }) => [file, page, code, severity, message]),
    );
    expect(csv('whole', 'diagnostics').split('\r\n', 1)).toEqual([
      '\ufeffreportId,file,report,page,x0,y0,x1,y1,code,severity,message',
    ]);
    expect(csv('whole', 'diagnostics').split('\r\n')).toHaveLength(said.length + 2);
    const summary = JSON.parse(readFileSync(at('whole', 'summary.json'), 'utf8'));
    const severe = (wanted: string): number => said.filter(({ severity }) => severity === wanted).length;
    expect(summary.diagnostics).toEqual({ error: severe('error'), warning: severe('warning'), info: severe('info') });
    expect(summary.codes['value-not-a-number']).toBe(2);
    for (const code of Object.keys(summary.codes)) expect(csv('whole', 'findings')).not.toContain(code);
  });

  it('has every field in a table, with what is printed, and where', async () => {
    const [header, ...lines] = csv('whole', 'fields').split('\r\n');
    expect(header).toBe(
      '\ufeffreportId,file,report,pointer,value,number,printed,page,x0,y0,x1,y1,confidence,corrected',
    );
    const form = at('in', readdirSync(at('in')).find((name) => name.startsWith('f01-calc')) as string);
    const { stdout } = await evalx(['parse', '--evidence', form]);
    const document: EvalxDocument = JSON.parse(stdout);
    const places = Object.entries(document.evidence ?? {});
    const own = lines.filter((line) => line.includes(`,${form},`));
    expect(places.length).toBeGreaterThan(100);
    expect(own).toHaveLength(places.length);
    const [pointer, { page, bbox, raw, confidence }] = places[6] as (typeof places)[number];
    expect(own[6]).toContain(`,${form},0,${pointer},${raw},,${raw},${page},${bbox.join(',')},${confidence},false`);
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
      ...['diagnostics.csv', 'fields.csv', 'files.csv', 'findings.csv', 'funds.csv', 'indicators.csv', 'reports.csv'],
      'summary.json',
    ]);
    expect(csv('zh', 'reports')).toMatch(/^\ufeff报告编号,文件,/);
    await evalx(['batch', input, '--out', at('paper'), '--layout', 'workpaper']);
    expect(readdirSync(at('paper')).sort()).toEqual(['.evalx', 'summary.json', 'workpaper.xlsx']);
  });

  it('is not written over another run, nor between the PDFs, unless it is told to', async () => {
    mkdirSync(at('few'));
    const [a, b] = readdirSync(at('in')).filter((name) => /^f/.test(name)) as [string, string];
    copyFileSync(at('in', a), at('few', 'a.pdf'));
    const run = (...args: string[]) =>
      evalx(['batch', at('few'), '--out', at('twice'), '--no-timings', '--lang', 'en', ...args]);
    await run('--format', 'csv,xlsx');
    const before = outputs('twice');
    const { code, stderr } = await run();
    expect([code, stderr]).toEqual([
      2,
      `evalx: ${at('twice')}: it holds .evalx, of another run; name another folder with --output, go on with --resume, or replace it with --force\n`,
    ]);
    expect(outputs('twice')).toEqual(before);
    expect((await run('--resume', '--format', 'csv')).code).toBe(0);
    expect(outputs('twice')).toEqual(before);
    copyFileSync(at('in', b), at('few', 'a.pdf'));
    writeFileSync(at('twice', 'mine.txt'), 'kept');
    expect((await run('--force', '--format', 'csv')).code).toBe(0);
    // The workbook of the run before is of other files.
    expect(Object.keys(outputs('twice')).sort()).toEqual(
      [...Object.keys(before).filter((name) => name !== 'tables.xlsx'), 'mine.txt'].sort(),
    );
    expect(outputs('twice')['reports.csv']).not.toBe(before['reports.csv']);
    rmSync(at('twice', '.evalx'), { recursive: true });
    expect((await run('--resume')).stderr).toContain('it holds diagnostics.csv, of another run');
    const inside = await evalx(['batch', at('few'), '--out', join(at('few'), '.'), '--lang', 'en']);
    expect([inside.code, inside.stderr]).toEqual([
      2,
      `evalx: ${join(at('few'), '.')}: the PDFs are read from this very folder; name another one with --output, or write into it with --force\n`,
    ]);
    expect(readdirSync(at('few'))).toEqual(['a.pdf']);
    expect((await evalx(['batch', at('few'), '--out', at('few'), '--force'])).code).toBe(0);
    expect(readdirSync(at('few'))).toContain('a.pdf');
  });

  it('leads from the workbook into the reviews, by relative addresses', async () => {
    mkdirSync(at('to review', 'sub'), { recursive: true });
    writeFileSync(at('to review', 'other.pdf'), '');
    const [a] = readdirSync(at('in')).filter((name) => /^f05/.test(name)) as [string];
    copyFileSync(at('in', a), at('to review', 'sub', '甲 #1.pdf'));
    const args = ['batch', at('to review'), '--out', at('book'), '--review-dir', at('re view'), '--headers', 'zh'];
    await evalx([...args, '--format', 'xlsx']);
    const sheets = readXlsx(readFileSync(at('book', 'tables.xlsx')));
    const links = Object.values(sheets.find(({ name }) => name === '问题')?.links ?? {});
    const page = '../re%20view/sub/%E7%94%B2%20%231.pdf.html';
    expect(links.filter((link) => link.startsWith(page)).length).toBeGreaterThan(0);
    expect(
      links.filter((link) => !link.startsWith('#') && !/^\.\.[^#]*\.html#(?:\/reports\/|page=)/.test(link)),
    ).toEqual([]);
  });

  it('says that the output cannot be written', async () => {
    writeFileSync(at('file'), '');
    const { code, stderr } = await evalx(['batch', at('in'), '--out', at('file')]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^evalx: .*file: the output cannot be written \((EEXIST|ENOTDIR)\); check the folder/);
  });

  it.each([
    [['batch', '--out', 'x'], 'give the PDF files or folders to read'],
    [['batch', 'x.pdf'], "required option '-o, --output <folder>' not specified"],
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
