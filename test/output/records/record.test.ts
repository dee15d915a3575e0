import { describe, expect, it } from 'vitest';
import type { FileResult } from '../../../src/contract/batch.js';
import { fundRowSchema, indicatorSchema } from '../../../src/contract/document.js';
import { findingSchema } from '../../../src/contract/findings.js';
import { diagnosticSchema } from '../../../src/contract/schema/remarks.js';
import { headersOf, reportId } from '../../../src/output/records/record.js';
import { RECORD_TABLES, type RecordTableName } from '../../../src/output/records/tables.js';
import { diagnostic, documentOf, failed, finding, fund, indicator, report, result } from './sample.js';

/** The rows of a table as objects. */
function objects(name: RecordTableName, from: FileResult): Record<string, unknown>[] {
  const table = RECORD_TABLES[name];
  const keys = headersOf(table, 'en');
  return table.rows(from).map((row) => {
    expect(row).toHaveLength(keys.length);
    return Object.fromEntries(row.map((value, index) => [keys[index], value]));
  });
}

const keysOf = (name: RecordTableName): string[] => headersOf(RECORD_TABLES[name], 'en');

describe('the id of a report', () => {
  it('is of the bytes, the path and the number of the form', () => {
    expect(reportId(documentOf('a.pdf'), 0)).toBe('c0ffee123456-a7949e-1');
    expect(reportId(documentOf('a.pdf'), 11)).toBe('c0ffee123456-a7949e-12');
  });

  it('differs for another path with the same bytes', () => {
    const ids = ['a.pdf', 'copy/a.pdf'].map((file) => reportId(documentOf(file), 0));
    expect(new Set(ids).size).toBe(2);
  });

  it('joins the tables', () => {
    const two = result({ document: documentOf('a.pdf', report(), report()), findings: [finding({ report: 1 })] });
    const ids = objects('reports', two).map((row) => row['reportId']);
    expect(new Set(ids).size).toBe(2);
    expect(objects('funds', two).map((row) => row['reportId'])).toEqual([ids[0], ids[0], ids[1], ids[1]]);
    expect(objects('indicators', two).map((row) => row['reportId'])).toEqual([ids[0], ids[0], ids[1], ids[1]]);
    expect(objects('findings', two).map((row) => row['reportId'])).toEqual([ids[1]]);
  });
});

describe('the table of indicators', () => {
  it('has what one merged cell states once, with all that share it', () => {
    const shared = { weight: [0, 1], actual: [0, 1, 2] };
    const rows = [
      indicator({ weight: 30, actual: '完成', shared }),
      indicator({ weight: 30, actual: '完成', shared }),
      indicator({ weight: 10, actual: '完成', shared: { actual: [0, 1, 2] }, reviewedScore: 9 }),
    ];
    const written = objects('indicators', result({ document: documentOf('a.pdf', report({ indicators: rows })) }));
    expect(
      written.map((row) => [row['weight'], row['actual'], row['score'], row['reviewedScore'], row['shared']]),
    ).toEqual([
      [30, '完成', 10, null, '{"weight":[0,1],"actual":[0,1,2]}'],
      [null, null, 10, null, '{"weight":[0,1],"actual":[0,1,2]}'],
      [10, null, 10, 9, '{"actual":[0,1,2]}'],
    ]);
  });
});

describe('the tables', () => {
  it.each([
    ['funds', fundRowSchema.shape],
    ['indicators', indicatorSchema.shape],
    ['findings', findingSchema.shape],
    ['diagnostics', diagnosticSchema.omit({ bbox: true }).shape],
  ] as const)('%s have every key of the contract', (name, shape) => {
    expect(keysOf(name)).toEqual(expect.arrayContaining(Object.keys(shape)));
  });

  it.each(Object.keys(RECORD_TABLES) as RecordTableName[])('%s have headers that differ', (name) => {
    for (const language of ['en', 'zh'] as const) {
      const headers = headersOf(RECORD_TABLES[name], language);
      expect(new Set(headers).size).toBe(headers.length);
    }
  });

  it('have one row per form, with the total of its funds', () => {
    expect(objects('reports', result())).toEqual([
      {
        reportId: 'c0ffee123456-a7949e-1',
        file: 'a.pdf',
        title: '财政项目支出绩效自评表',
        year: 2022,
        pages: '[1,2]',
        projectName: '51000021R000000019951-云服务',
        supervisingDepartment: '某局',
        implementingUnit: '某中心',
        manager: '张𠮷',
        phone: '02888888888',
        fundsUnit: '万元',
        fundsWeight: 10,
        initialBudget: 62,
        annualBudget: 0,
        executed: null,
        executionRate: 0.935,
        fundsScore: 9.35,
        goalsExpected: '建成',
        goalsActual: '已建成',
        goalsAdjusted: null,
        indicatorsWeight: 90,
        indicatorCount: 2,
        totalWeight: 100,
        totalScore: 95.5,
        totalGrade: '优',
        evaluation: '好',
        problems: null,
        measures: null,
        notes: null,
        extra: null,
      },
    ]);
  });

  it('have no numbers of a total where no row is one', () => {
    const funds = { unit: null, weight: null, rows: [fund({ kind: 'fiscal' })] };
    const [row] = objects('reports', result({ document: documentOf('a.pdf', report({ funds })) }));
    expect(row).toMatchObject({ initialBudget: null, annualBudget: null, executionRate: null, fundsScore: null });
  });

  it('number the rows of a form', () => {
    expect(objects('funds', result()).map((row) => [row['row'], row['label'], row['initialBudget']])).toEqual([
      [1, '年度资金总额', 62],
      [2, '其中：当年财政拨款', -3.5],
    ]);
    expect(objects('indicators', result()).map((row) => [row['row'], row['level3'], row['core']])).toEqual([
      [1, '开展培训', true],
      [2, '参训人数', null],
    ]);
  });

  it('keep what has no column as JSON', () => {
    const indicators = [indicator({ extra: { 指标说明: '见"附件"\u202e' } })];
    const document = documentOf('a.pdf', report({ indicators, extra: { 填报人: '李' } }));
    expect(objects('reports', result({ document }))[0]?.['extra']).toBe('{"填报人":"李"}');
    const extra = objects('indicators', result({ document }))[0]?.['extra'];
    expect(extra).toBe('{"指标说明":"见\\"附件\\"\\u202e"}');
    expect(objects('findings', result({ findings: [finding()] }))[0]?.['bbox']).toBe('[72,90.5,100,110]');
  });

  it('have of a failed file its status only', () => {
    expect(Object.keys(RECORD_TABLES).map((name) => objects(name as RecordTableName, failed).length)).toEqual([
      0, 0, 0, 0, 0, 1,
    ]);
    expect(objects('files', failed)[0]).toMatchObject({
      file: 'b.pdf',
      status: 'failed',
      errorCode: 'pdf-damaged',
      diagnosticErrors: null,
      diagnosticWarnings: null,
    });
  });

  it('have a row of each diagnostic, with the form whose page it is about alone, and count them', () => {
    const forms = [report({ pages: [1, 2] }), report({ pages: [2, 3] })];
    const diagnostics = [
      diagnostic({ page: 3 }),
      diagnostic({ page: 2, severity: 'error', code: 'text-unreadable', message: 'text is missing', bbox: null }),
      diagnostic({ page: 9, severity: 'info' }),
      diagnostic({ page: null, bbox: null }),
    ];
    const said = result({ document: { ...documentOf('a.pdf', ...forms), diagnostics } });
    const rows = objects('diagnostics', said);
    expect(rows[0]).toEqual({
      reportId: 'c0ffee123456-a7949e-2',
      file: 'a.pdf',
      report: 1,
      page: 3,
      x0: 72,
      y0: 90.5,
      x1: 100,
      y1: 110,
      code: 'value-not-a-number',
      severity: 'warning',
      message: '"1oo" under "得分" is not a number',
    });
    expect(rows[1]).toMatchObject({ reportId: null, report: null, page: 2, x0: null, y1: null, severity: 'error' });
    expect(rows.slice(2).map(({ report: of, page }) => [of, page])).toEqual([
      [null, 9],
      [null, null],
    ]);
    expect(objects('files', said)[0]).toMatchObject({ diagnosticErrors: 1, diagnosticWarnings: 2 });
    expect(objects('findings', said)).toEqual([]);
  });
});
