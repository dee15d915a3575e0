import { describe, expect, it } from 'vitest';
import type { FileResult } from '../../../src/contract/batch.js';
import { type EvalxDocument, type Evidence, fundRowSchema, indicatorSchema } from '../../../src/contract/document.js';
import { findingSchema } from '../../../src/contract/findings.js';
import { diagnosticSchema } from '../../../src/contract/schema/remarks.js';
import { COLUMN_WORDS, columnWords } from '../../../src/messages/tables/columns.js';
import { flat, headersOf, type RecordValue, reportId } from '../../../src/output/records/record.js';
import { RECORD_TABLES, type RecordTableName } from '../../../src/output/records/tables.js';
import { diagnostic, documentOf, EVIDENCE, failed, finding, fund, indicator, report, result } from './sample.js';

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
  it('is of the bytes and the number of the form alone', () => {
    expect(reportId(documentOf('a.pdf'), 0)).toBe('c0ffee1234560000-1');
    expect(reportId(documentOf('a.pdf'), 11)).toBe('c0ffee1234560000-12');
    const ids = ['a.pdf', './a.pdf', '/data/a.pdf', 'copy/a.pdf'].map((file) => reportId(documentOf(file), 0));
    expect(new Set(ids).size).toBe(1);
  });

  it('is the same for copies, whose rows differ by file', () => {
    const copies = ['a.pdf', 'copy/a.pdf'].map((file) => result({ document: documentOf(file, report()) }));
    const rows = copies.flatMap((copy) => objects('reports', copy));
    expect(rows.map((row) => row['reportId'])).toEqual(['c0ffee1234560000-1', 'c0ffee1234560000-1']);
    expect(rows.map((row) => row['file'])).toEqual(['a.pdf', 'copy/a.pdf']);
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
      [30, '完成', 10, null, shared],
      [null, null, 10, null, shared],
      [10, null, 10, 9, { actual: [0, 1, 2] }],
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
        reportId: 'c0ffee1234560000-1',
        file: 'a.pdf',
        title: '财政项目支出绩效自评表',
        year: 2022,
        pages: [1, 2],
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
        initialBudgetYuan: 620000,
        annualBudgetYuan: 0,
        executedYuan: null,
        corrected: null,
        leastConfidence: null,
        family: 'shanghai',
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

  it('keep what has no column as a map, and places as lists', () => {
    const indicators = [indicator({ extra: { 指标说明: '见"附件"\u202e' } })];
    const document = documentOf('a.pdf', report({ indicators, extra: { 填报人: '李' } }));
    expect(objects('reports', result({ document }))[0]?.['extra']).toEqual({ 填报人: '李' });
    const extra = objects('indicators', result({ document }))[0]?.['extra'] as RecordValue;
    expect(extra).toEqual({ 指标说明: '见"附件"\u202e' });
    expect(flat(extra)).toBe('{"指标说明":"见\\"附件\\"\\u202e"}');
    expect(objects('findings', result({ findings: [finding()] }))[0]?.['bbox']).toEqual([72, 90.5, 100, 110]);
  });

  it('have amounts in one unit, whatever the form prints', () => {
    const yuan = (unit: string | null) => {
      const funds = { unit, weight: null, rows: [fund({ initialBudget: 1.1, annualBudget: 386.5, executed: null })] };
      const row = objects('funds', result({ document: documentOf('a.pdf', report({ funds })) }))[0];
      return ['unit', 'initialBudget', 'initialBudgetYuan', 'annualBudgetYuan', 'executedYuan'].map(
        (key) => row?.[key],
      );
    };
    expect(yuan('万元')).toEqual(['万元', 1.1, 11000, 3865000, null]);
    expect(yuan('元')).toEqual(['元', 1.1, 1.1, 386.5, null]);
    expect(yuan('亿元')).toEqual(['亿元', 1.1, 110000000, 38650000000, null]);
    expect(yuan('人民币 万元')).toEqual(['人民币 万元', 1.1, 11000, 3865000, null]);
    expect(yuan('美元')).toEqual(['美元', 1.1, null, null, null]);
    expect(yuan(null)).toEqual([null, 1.1, null, null, null]);
  });

  it('have the numbers of targets and results where these are surely one', () => {
    const rows = [
      indicator({ target: '≥95%', actual: '97.8%' }),
      indicator({ target: '18', adjustedTarget: '不少于20场', actual: '1,200.50万元' }),
      indicator({ target: '2022年12月', actual: '10-20个' }),
      indicator({ target: '007', actual: '优' }),
    ];
    const written = objects('indicators', result({ document: documentOf('a.pdf', report({ indicators: rows })) }));
    expect(written.map((row) => [row['targetNumber'], row['actualNumber']])).toEqual([
      [95, 97.8],
      [20, 1200.5],
      [null, null],
      [null, null],
    ]);
  });

  it('name the columns that a person has put right', () => {
    const mark = { old: '1', who: '张', when: '2026-01-02T03:04:05Z', why: null };
    const corrected = {
      '/reports/0/project/name': mark,
      '/reports/0/funds/rows/0/score': mark,
      '/reports/0/funds/rows/1/executed': mark,
      '/reports/0/indicators/1/target': mark,
      '/reports/0/indicators/1/score': mark,
    };
    const said = result({ document: { ...documentOf('a.pdf', report()), corrected } as EvalxDocument });
    const marks = (name: RecordTableName) => objects(name, said).map((row) => row['corrected']);
    expect(marks('reports')).toEqual([['projectName', 'fundsScore']]);
    expect(marks('funds')).toEqual([['score'], ['executed']]);
    expect(marks('indicators')).toEqual([null, ['target', 'score']]);
    expect(objects('fields', said).map((row) => [row['pointer'], row['corrected']])).toEqual(
      Object.keys(corrected).map((pointer) => [pointer, true]),
    );
  });

  it('have a row of each field, with its place', () => {
    const marked = { ...EVIDENCE['/reports/0/project/name'], corrected: { old: 'a', who: '张', when: '', why: null } };
    const evidence = { ...EVIDENCE, '/reports/0/project/name': marked as Evidence };
    expect(objects('fields', result({ evidence }))).toEqual([
      {
        ...{ reportId: 'c0ffee1234560000-1', file: 'a.pdf', report: 0, pointer: '/reports/0/total/score' },
        ...{ value: '95.5', number: 95.5, printed: '95.5分', page: 2, x0: 10, y0: 20, x1: 30, y1: 40.5 },
        ...{ confidence: 0.5, corrected: false },
      },
      {
        ...{ reportId: 'c0ffee1234560000-1', file: 'a.pdf', report: 0, pointer: '/reports/0/project/name' },
        ...{ value: '51000021R000000019951-云服务', number: null, printed: '51000021R000000019951-云服务' },
        ...{ page: 1, x0: 1, y0: 2, x1: 3, y1: 4, confidence: 1, corrected: true },
      },
    ]);
  });

  it('have where a row stands, and how sure the least sure of it is', () => {
    const at = (page: number, bbox: Evidence['bbox'], confidence: number): Evidence => ({
      page,
      bbox,
      raw: '1',
      confidence,
    });
    const evidence = {
      '/reports/0/funds/rows/0/label': at(1, [10, 20, 30, 40], 1),
      '/reports/0/funds/rows/0/score': at(1, [50, 18, 70, 42], 0.7),
      '/reports/0/indicators/1/level3': at(3, [1, 2, 3, 4], 0.9),
      '/reports/0/indicators/1/target': at(2, [5, 6, 7, 8], 0.4),
      '/reports/0/indicators/10/target': at(2, [5, 6, 7, 8], 0.1),
    };
    const seen = (name: RecordTableName) =>
      objects(name, result({ evidence })).map((row) => [row['rowPage'], row['rowBbox'], row['leastConfidence']]);
    expect(seen('funds')).toEqual([
      [1, [10, 18, 70, 42], 0.7],
      [null, null, null],
    ]);
    expect(seen('indicators')).toEqual([
      [null, null, null],
      [2, [5, 6, 7, 8], 0.4],
    ]);
    expect(objects('reports', result({ evidence }))[0]?.['leastConfidence']).toBe(0.1);
  });

  it('have findings that people let stand, with by whom and why', () => {
    const by = { who: '张三', when: '2025-03-01T09:30:00Z', why: '已核实' };
    const accepted = [{ ...finding({ rule: 'zero-actual' }), accepted: by }];
    const rows = objects('findings', result({ findings: [finding()], accepted }));
    expect(
      rows.map((row) => [row['rule'], row['accepted'], row['acceptedBy'], row['acceptedWhen'], row['acceptedWhy']]),
    ).toEqual([
      [finding().rule, false, null, null, null],
      ['zero-actual', true, '张三', '2025-03-01T09:30:00Z', '已核实'],
    ]);
  });

  it('have words for every column, in both languages', () => {
    for (const { name, columns } of Object.values(RECORD_TABLES)) {
      for (const { key } of columns) {
        const { en, zh } = columnWords(name, key);
        expect([en, zh].every((text) => text.length > 3)).toBe(true);
      }
    }
    const used = new Set(
      Object.values(RECORD_TABLES).flatMap(({ name, columns }) =>
        columns.flatMap(({ key }) => [key, `${name}.${key}`]),
      ),
    );
    expect(Object.keys(COLUMN_WORDS).filter((key) => !used.has(key))).toEqual([]);
  });

  it('have of a failed file its status only', () => {
    expect(Object.keys(RECORD_TABLES).map((name) => objects(name as RecordTableName, failed).length)).toEqual([
      0, 0, 0, 0, 0, 0, 1,
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
      reportId: 'c0ffee1234560000-2',
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
