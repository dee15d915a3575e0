import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tablesDocumentSchema } from '../../../src/contract/tables.js';
import { readXlsx } from '../../output/xlsx-reader.js';
import { tinyPdf } from '../../reader/tiny-pdf.js';
import { evalx, REPORTS } from '../run.js';

const folder = mkdtempSync(join(tmpdir(), 'evalx-'));
afterAll(() => rmSync(folder, { recursive: true }));
const TERMINAL = ['--import', 'data:text/javascript,process.stdout.isTTY = process.stderr.isTTY = true'];

describe('evalx tables', () => {
  it('prints one document on one line, indented on a terminal', async () => {
    const [piped, shown] = await Promise.all([
      evalx(['tables', REPORTS]),
      evalx(['tables', REPORTS], { node: TERMINAL }),
    ]);
    expect(piped.stdout.indexOf('\n')).toBe(piped.stdout.length - 1);
    const document = JSON.parse(piped.stdout);
    expect(tablesDocumentSchema.parse(document)).toEqual(document);
    expect([document.file, document.tables.length, document.diagnostics]).toEqual([REPORTS, 4, []]);
    expect(shown.stdout).toBe(`${JSON.stringify(document, null, 2)}\n`);
    expect([piped.code, piped.stderr]).toEqual([0, '']);
  });

  it('prints a document a line, reads some pages, and opens what is locked', async () => {
    const locked = 'fixtures/hard/user-password.pdf';
    const args = ['tables', REPORTS, locked, 'nowhere.pdf', '--pages', '2', '--password', 'secret'];
    const { code, stdout, stderr } = await evalx(args);
    const documents = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(documents.map(({ file, tables }) => [file, tables[0].page])).toEqual([
      [REPORTS, 2],
      [locked, 2],
    ]);
    expect(stderr).toContain('nowhere.pdf: there is no such file');
    expect(code).toBe(3);
  });

  it('marks CSV as UTF-8 in a file, and not on standard output', async () => {
    const path = join(folder, 'tables.csv');
    const args = ['tables', REPORTS, '--pages', '1', '--format', 'csv'];
    const [piped, filed] = await Promise.all([evalx(args), evalx([...args, '--output', path])]);
    expect(piped.stdout).toMatch(/^项目名称,,企业科技创新服务支撑平台建设,,主管部门/);
    expect(filed.stdout).toBe('');
    expect(readFileSync(path, 'utf8')).toBe(`\ufeff${piped.stdout}`);
  });

  it('writes one HTML document of several files', async () => {
    const { stdout } = await evalx(['tables', REPORTS, 'nowhere.pdf', REPORTS, '--pages', '4', '--format', 'html']);
    expect(stdout.match(/<!DOCTYPE html>/g)).toHaveLength(1);
    expect(stdout.match(/<table>/g)).toHaveLength(2);
    expect(stdout).toMatch(/<\/html>\n$/);
  });

  it('writes one workbook of several files', async () => {
    const path = join(folder, 'tables.xlsx');
    const args = ['tables', REPORTS, 'nowhere.pdf', 'fixtures/layout/statistics-chromium.pdf', '--format', 'xlsx'];
    const { code, stdout, stderr } = await evalx([...args, '--pages', '1', '-o', path]);
    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toBe('evalx: nowhere.pdf: there is no such file; check the path\n');
    const sheets = readXlsx(readFileSync(path));
    expect(sheets.map(({ name }) => name)).toEqual(['1 reports.pdf', '2 statistics-chromium.pdf 表3 各区']);
    expect(sheets[0]?.cells['A1']?.value).toBe('项目名称');
  });

  it('writes no workbook to a terminal, nor of what could not be read', async () => {
    const shown = await evalx(['tables', REPORTS, '--format', 'xlsx'], { node: TERMINAL });
    expect([shown.code, shown.stdout]).toEqual([2, '']);
    expect(shown.stderr).toContain('--output');
    const path = join(folder, 'none.xlsx');
    const unread = await evalx(['tables', 'nowhere.pdf', '--format', 'xlsx', '-o', path]);
    expect([unread.code, existsSync(path)]).toEqual([3, false]);
  });
});

describe('evalx inspect', () => {
  it('writes a PNG where the output is named so, or where it is asked for', async () => {
    const path = join(folder, 'page.PNG');
    expect(await evalx(['inspect', REPORTS, '-o', path])).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(readFileSync(path).subarray(1, 4).toString()).toBe('PNG');
    const { code, stdout } = await evalx(['inspect', REPORTS, '--png']);
    expect([code, stdout.slice(1, 4)]).toEqual([0, 'PNG']);
  });

  describe('with a page of 14,400 x 14,400 points', () => {
    const LARGE = join(folder, 'large.pdf');
    const inspectLarge = (...args: string[]) => evalx(['inspect', LARGE, '-o', join(folder, 'large.png'), ...args]);
    beforeAll(() => writeFileSync(LARGE, tinyPdf('10 10 m 9000 10 l S', { page: '/MediaBox [0 0 14400 14400]' })));

    it('draws it smaller, and says so', async () => {
      const { code, stderr } = await inspectLarge();
      expect(stderr).toBe(
        `evalx: ${LARGE}: the page is too large for a PNG of two pixels a point; it is drawn on 6324 x 6324 pixels, SVG shows all of it\n`,
      );
      expect(code).toBe(0);
      const png = readFileSync(join(folder, 'large.png'));
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([6324, 6324]);
    });

    it('ends over the limit of memory, which counts the canvas, and writes nothing', async () => {
      const out = join(folder, 'much.png');
      // An SVG of it takes less than that.
      expect((await evalx(['inspect', LARGE, '-o', join(folder, 'large.svg'), '--memory', '250'])).code).toBe(0);
      const { code, stderr } = await evalx(['inspect', LARGE, '-o', out, '--memory', '250']);
      expect(stderr).toBe(`evalx: ${LARGE}: it takes more than 250 MB; --memory allows more\n`);
      expect([code, existsSync(out)]).toEqual([3, false]);
    });
  });

  it('keeps a PNG from a terminal', async () => {
    const { code, stdout, stderr } = await evalx(['inspect', REPORTS, '--png'], { node: TERMINAL });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('--output');
  });
});
