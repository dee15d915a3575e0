import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evalx, root } from '../cli/run.js';

/** What a spreadsheet makes of the tables: LibreOffice converts them, and its cells are compared with the documents. */

const hasOffice = (() => {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

const folder = mkdtempSync(join(tmpdir(), 'evalx-office-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Rows of a CSV file as LibreOffice writes it: every cell as it is shown, quoted where needed. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/gu)) {
    rows.at(-1)?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === '\n') rows.push([]);
    if (end === '') break;
  }
  return rows.filter((row) => row.length > 1);
}

/** UTF-8, all columns as text where the input is CSV: what a careful user chooses in the dialogue. */
function convert(file: string, filter: string): void {
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const args = [profile, '--headless', '--convert-to', filter, '--outdir', join(folder, 'converted'), file];
  execFileSync('soffice', args, { stdio: 'ignore', timeout: 120_000 });
}

describe.skipIf(!hasOffice)(
  'the tables in LibreOffice (skipped where soffice is not installed)',
  { timeout: 240_000 },
  () => {
    const input = join(root, 'fixtures/families/f03-calc.pdf');
    beforeAll(async () => {
      await evalx(['batch', input, '--out', folder, '--format', 'csv,jsonl,xlsx', '--no-timings']);
    });

    it('have every text and number of the documents, codes and Chinese intact', async () => {
      const { reports } = JSON.parse(readFileSync(join(folder, 'documents.jsonl'), 'utf8'));
      // -1: every sheet into a file of its own.
      convert(
        join(folder, 'tables.xlsx'),
        'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1',
      );
      const sheet = (name: string): string[][] => {
        const file = readdirSync(join(folder, 'converted')).find((one) => one.endsWith(`-${name}.csv`)) as string;
        return readCsv(readFileSync(join(folder, 'converted', file), 'utf8'));
      };
      const [head = [], ...rows] = sheet('reports');
      const column = (key: string) => rows.map((row) => row[head.indexOf(key)]);
      expect(column('projectName')).toEqual(reports.map((r: { project: { name: string } }) => r.project.name));
      expect(column('title')).toEqual(reports.map((r: { title: string }) => r.title));
      const [indicatorHead = [], ...indicatorRows] = sheet('indicators');
      const all = reports.flatMap((r: { indicators: object[] }) => r.indicators) as Record<
        string,
        string | number | null
      >[];
      expect(indicatorRows).toHaveLength(all.length);
      for (const key of ['level1', 'level3', 'target', 'actual', 'weight', 'score', 'deviation']) {
        const shown = indicatorRows.map((row) => row[indicatorHead.indexOf(key)]);
        expect(shown).toEqual(all.map((indicator) => String(indicator[key] ?? '')));
      }
    });

    it('have the text of the CSV where its columns are taken as text', () => {
      const [head = [], ...rows] = readCsv(
        readFileSync(join(folder, 'reports.csv'), 'utf8').replace('\ufeff', '').replaceAll('\r\n', '\n'),
      );
      const columns = head.map((_, i) => `${i + 1}/2`).join('/');
      // 76 is UTF-8; 2 is text, for each column.
      const filter = `--infilter=Text - txt - csv (StarCalc):44,34,76,1,${columns}`;
      const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
      const args = [
        profile,
        '--headless',
        filter,
        '--convert-to',
        'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false',
        '--outdir',
        join(folder, 'back'),
        join(folder, 'reports.csv'),
      ];
      execFileSync('soffice', args, { stdio: 'ignore', timeout: 120_000 });
      const [backHead, ...back] = readCsv(
        readFileSync(join(folder, 'back', 'reports.csv'), 'utf8').replace('\ufeff', ''),
      );
      expect(backHead).toEqual(head);
      expect(back).toEqual(rows);
    });
  },
);
