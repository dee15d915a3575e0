import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FileResult } from '../../../../src/contract/batch.js';
import type { EvalxDocument, Report } from '../../../../src/contract/document.js';
import type { BookWords } from '../../../../src/output/records/workbook/book.js';
import { workpaperBook } from '../../../../src/output/records/workbook/workpaper.js';
import { sheetName, sheetReference } from '../../../../src/output/xlsx/sheet-names.js';
import { elements } from '../../markup.js';
import { type ReadSheet, readXlsx } from '../../xlsx-reader.js';
import { diagnostic, documentOf, finding, fund, HOSTILE, indicator, report, result } from '../sample.js';

async function bookOf(one: FileResult, some: Partial<BookWords> = {}): Promise<ReadSheet[]> {
  const book = workpaperBook({ lang: 'zh', reviews: null, ...some });
  book.add(one);
  return readXlsx((await book.end()).bytes);
}

/** The summary, and the sheets of the forms behind those of findings, diagnostics, funds and columns. */
async function written(...reports: Report[]): Promise<{ summary: ReadSheet; sheets: ReadSheet[] }> {
  const [summary, ...sheets] = await bookOf(result({ document: documentOf('a.pdf', ...reports) }));
  return { summary: summary as ReadSheet, sheets: sheets.slice(4) };
}

const named = (name: string | null): Report => report({ project: { ...report().project, name } });
const merged = (sheet: ReadSheet | undefined): (string | undefined)[] =>
  sheet === undefined ? [] : elements(sheet.xml, 'mergeCell').map(({ attributes }) => attributes['ref']);

describe('what the rules and the reader said', () => {
  const diagnostics = [
    diagnostic(),
    diagnostic({ severity: 'error', page: 9, message: '=1+1' }),
    diagnostic({ severity: 'info' }),
  ];
  const findings = [
    finding(),
    finding({ path: '/reports/0/indicators/1/score', severity: 'warning', message: '得分偏高' }),
    finding({ path: '/reports/0/funds/rows/0/executed', severity: 'info' }),
  ];
  const told = result({ document: { ...documentOf('a.pdf', report()), diagnostics }, findings });

  it('stands behind the summary, in words, without what is only good to know of the reader', async () => {
    const sheets = await bookOf(told);
    expect(sheets.map(({ name }) => name)).toEqual([
      '汇总',
      '问题',
      '诊断',
      '资金',
      '说明',
      '1 51000021R000000019951-云服务',
    ]);
    expect(sheets[1]?.rows.map((row) => [row[0], row[4], row[5]])).toEqual([
      ['级别', '指标或资金行', '栏目'],
      ['错误', null, '总分'],
      ['警告', '参训人数', '得分'],
      ['提示', '年度资金总额', '全年执行数'],
    ]);
    expect(sheets[2]?.rows.map((row) => row.slice(0, 2))).toEqual([
      ['级别', '问题'],
      ['警告', '"1oo" under "得分" is not a number'],
      ['错误', '=1+1'],
    ]);
    const english = await bookOf(told, { lang: 'en' });
    expect(english.slice(0, 5).map(({ name }) => name)).toEqual([
      'Summary',
      'findings',
      'diagnostics',
      'funds',
      'columns',
    ]);
    expect(english[0]?.rows[0]?.slice(0, 2)).toEqual(['Project', 'Own score']);
  });

  it('leads to its row on the sheet of its form, and back, and into the review', async () => {
    const sheets = await bookOf(told, { reviews: (file) => `r/${file}.html` });
    const to = "#'1 51000021R000000019951-云服务'!";
    expect([2, 3, 4].map((row) => sheets[1]?.links[`D${row}`])).toEqual([`${to}A1`, `${to}C6`, `${to}C4`]);
    expect(sheets[1]?.links['I3']).toBe('r/a.pdf.html#/reports/0/indicators/1/score');
    const form = sheets.at(-1);
    expect([form?.links['N2'], form?.links['O2']]).toEqual(['r/a.pdf.html#page=1', "#'汇总'!A1"]);
    expect(Object.values(sheets[0]?.links ?? {})).toEqual([`${to}A1`, 'r/a.pdf.html#page=1']);
  });

  it('is marked where it stands on the sheet of its form; what a person has put right has another colour', async () => {
    const corrected = { '/reports/0/indicators/1/score': { old: 40, who: '张三', when: '2026-01-02', why: null } };
    const [plain, right] = [told, { ...told, document: { ...told.document, corrected } as EvalxDocument }];
    const before = (await bookOf(plain)).at(-1);
    expect(before?.cells['K6']).toMatchObject({ value: 38.5, fill: 'FFF2CC' });
    expect(before?.cells['I4']).toMatchObject({ fill: 'DDEBF7' });
    expect(before?.notes).toEqual({ K6: '得分偏高', I4: '总分不符' });
    expect(elements(before?.xml as never, 'tabColor')[0]?.attributes['rgb']).toBe('FFF8CBAD');
    const after = (await bookOf(right)).at(-1);
    expect(after?.cells['K6']).toMatchObject({ value: 38.5, fill: 'E4DFEC' });
    expect(after?.notes['K6']).toBe('已更正。原读取值：40。更正人：张三，2026-01-02。\n得分偏高');
  });
});

describe('the sheet of a project', () => {
  it('has the execution of the budget, the indicators and the sums', async () => {
    const { sheets } = await written(report());
    expect(sheets.map(({ name }) => name)).toEqual(['1 51000021R000000019951-云服务']);
    const rows = sheets[0]?.rows ?? [];
    expect([rows[0]?.[0], rows[1]?.[0], rows[1]?.[14]]).toEqual([
      '51000021R000000019951-云服务',
      '某中心　2022 年度　金额单位：万元　a.pdf 第 1、2 页',
      '← 返回汇总',
    ]);
    expect(rows.slice(2).map((row) => row.slice(0, 11))).toEqual([
      [
        '一级',
        '二级',
        '三级',
        '指标性质',
        '指标值',
        '指标数值',
        '度量单位',
        '权重',
        '自评完成值',
        '完成数值',
        '自评得分',
      ],
      ['预算执行', null, '预算执行率（全年执行数／全年预算数）', null, 0, 0, '万元', 10, null, null, 9.35],
      ['产出指标', '数量指标', '开展培训', '≥', '18', 18, '次', 10, '20', 20, 10],
      [null, null, '参训人数', '≥', '18', 18, '次', 40, '20', 20, 38.5],
      [
        ...['合计', null, null, null, null, null, null],
        ...['=IF(COUNT(H4:H6)=0,"",SUM(H4:H6))', null, null, '=IF(COUNT(K4:K6)=0,"",SUM(K4:K6))'],
      ],
    ]);
    expect(rows.slice(2).map((row) => row.slice(11))).toEqual([
      ['复核完成值', '复核得分', '偏差', '备注'],
      [null, null, '=IF(OR(K4="",M4=""),"",K4-M4)', null],
      [null, null, '=IF(OR(K5="",M5=""),"",K5-M5)', null],
      [null, null, '=IF(OR(K6="",M6=""),"",K6-M6)', null],
      [
        ...[null, '=IF(OR(COUNT(M4:M6)=0,COUNT(M4:M6)<COUNT(K4:K6)),"",SUM(M4:M6))'],
        ...['=IF(OR(K7="",M7=""),"",K7-M7)', '自评表总分：95.5'],
      ],
    ]);
    expect(sheets[0]?.cells['M5']?.fill).toBe('FFF9E5');
    expect(sheets[0]?.printed['_xlnm.Print_Titles']).toBe("'1 51000021R000000019951-云服务'!$1:$3");
  });

  it('says amounts in 元 beside those in another unit', async () => {
    const money = (unit: string | null) => {
      const rows = [fund({ annualBudget: 1180.6, executed: 1180.55 })];
      return written(report({ funds: { unit, weight: 10, rows } })).then(({ sheets }) => sheets[0]?.cells['O4']?.value);
    };
    expect(await money('万元')).toBe('折合：预算 11,806,000 元，执行 11,805,500 元');
    expect(await money('元')).toBe(null);
    expect(await money(null)).toBe(null);
  });

  it('merges the cells of a level that goes on', async () => {
    const indicators = [
      indicator(),
      indicator(),
      indicator({ level2: '质量指标' }),
      indicator({ level1: '效益指标', level2: '质量指标' }),
      indicator({ level1: null, level2: null }),
      indicator({ level1: null, level2: null }),
      indicator({ goal: '年度绩效目标2' }),
    ];
    const { sheets } = await written(report({ indicators }));
    expect(merged(sheets[0])).toEqual(['A1:O1', 'A2:M2', 'A5:A7', 'B5:B6']);
    expect(sheets[0]?.rows.slice(4, 11).map(([level1, level2]) => [level1, level2])).toEqual([
      ['产出指标', '数量指标'],
      [null, null],
      [null, '质量指标'],
      ['效益指标', '质量指标'],
      [null, null],
      [null, null],
      ['产出指标', '数量指标'],
    ]);
    expect(sheets[0]?.cells['O11']?.value).toBe('年度绩效目标2');
  });

  it('merges what one cell of the form states for several rows', async () => {
    const shared = { weight: [0, 1], score: [0, 1], actual: [0, 1, 2] };
    const indicators = [
      indicator({ level3: '甲', shared }),
      indicator({ level3: '乙', shared }),
      indicator({ level1: '效益指标', level2: '社会效益指标', shared: { actual: [0, 1, 2] } }),
    ];
    const { sheets } = await written(report({ indicators }));
    expect(merged(sheets[0])).toEqual(['A1:O1', 'A2:M2', 'A5:A6', 'B5:B6', 'H5:H6', 'I5:I7', 'J5:J7', 'K5:K6']);
    expect(sheets[0]?.rows.slice(4, 7).map((row) => [row[7], row[8], row[10]])).toEqual([
      [10, '20', 10],
      [null, null, null],
      [10, null, 10],
    ]);
  });

  it('shows the target that holds, and what it was', async () => {
    const indicators = [
      indicator({ adjustedTarget: '20' }),
      indicator({ target: null, adjustedTarget: '5' }),
      indicator({ adjustedTarget: '18' }),
    ];
    const { sheets } = await written(report({ indicators }));
    expect(sheets[0]?.rows.slice(4, 7).map((row) => row[4])).toEqual(['20（调整前：18）', '5', '18']);
  });

  it('is there for a form without funds, indicators and total', async () => {
    const funds = { unit: null, weight: null, rows: [] };
    const bare = report({ funds, indicators: [], total: { weight: null, score: null, grade: null } });
    const { sheets, summary } = await written(bare);
    expect(sheets[0]?.rows.slice(3).map(([level1]) => level1)).toEqual(['预算执行', '合计']);
    expect(sheets[0]?.cells['K5']?.value).toBe('=IF(COUNT(K4:K4)=0,"",SUM(K4:K4))');
    expect(sheets[0]?.cells['O5']?.value).toBe(null);
    expect(summary.cells['B2']?.value).toBe(`'${sheets[0]?.name}'!K5`.replace(/^/, '='));
  });
});

describe('the summary', () => {
  it('points into the sheets', async () => {
    const { summary, sheets } = await written(report(), named("O'Brien's"));
    expect(summary.name).toBe('汇总');
    expect(sheets[1]?.name).toBe("2 O'Brien's");
    expect(summary.rows).toEqual([
      [
        ...['项目名称', '自评得分', '复核得分', '偏差', '偏离度', '原因', '错误数', '警告数'],
        ...['全年预算数（元）', '全年执行数（元）', '转到', '文件'],
      ],
      [
        '51000021R000000019951-云服务',
        ...["='1 51000021R000000019951-云服务'!K7", "='1 51000021R000000019951-云服务'!M7"],
        ...['=IF(OR(B2="",C2=""),"",B2-C2)', '=IF(OR(D2="",B2=0),"",D2/B2)', null, 0, 0, 0, null, '查看', 'a.pdf'],
      ],
      [
        ...["O'Brien's", "='2 O''Brien''s'!K7", "='2 O''Brien''s'!M7"],
        ...['=IF(OR(B3="",C3=""),"",B3-C3)', '=IF(OR(D3="",B3=0),"",D3/B3)', null, 0, 0, 0, null, '查看', 'a.pdf'],
      ],
      [
        ...['合计', null, null, null, null, null, '=SUBTOTAL(9,G2:G3)', '=SUBTOTAL(9,H2:H3)'],
        ...['=SUBTOTAL(9,I2:I3)', '=SUBTOTAL(9,J2:J3)', null, null],
      ],
    ]);
    expect(elements(summary.xml, 'autoFilter')[0]?.attributes['ref']).toBe('A1:L3');
    expect(summary.cells['E2']?.format).toBe('0.00%');
  });

  it('is alone where there is no form', async () => {
    const { summary, sheets } = await written();
    expect([summary.rows.length, sheets.length]).toEqual([1, 0]);
  });

  it('has formulas of its own only, whatever the names', async () => {
    const names = [...HOSTILE, "'!A1+1", 'x\'&HYPERLINK("http://a.example")&\'', 'History', '汇总', '', null];
    const { summary, sheets } = await written(...names.map(named));
    for (const [index, { name }] of sheets.entries()) {
      expect(summary.rows[index + 1]?.[1]).toBe(`=${sheetReference(name)}!K7`);
    }
    expect(summary.rows[HOSTILE.length + 2]?.[0]).toBe(names[HOSTILE.length + 1]);
    expect(elements(summary.xml, 'f')).toHaveLength(4 * names.length + 4);
  });
});

describe('the name of a sheet', () => {
  it.each([
    ['云服务', '1 云服务'],
    ['a[b]c:d*e?f/g\\h', '1 abcdefgh'],
    ["'quoted'", "1 'quoted"],
    ['two\nlines\t here', '1 two lines here'],
    ['', '1'],
    ['[]', '1'],
    [`${'长'.repeat(28)}𠮷`, `1 ${'长'.repeat(28)}`],
    ['x_x0041_y', '1 xx0041_y'],
  ])('%j is %j', (name, expected) => {
    expect(sheetName(1, name)).toBe(expected);
  });

  it('is legal and unlike any other, whatever the project is called', () => {
    const text = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 40 }));
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 99999 }), (name, number) => {
        const sheet = sheetName(number, name);
        expect(sheet.length).toBeLessThanOrEqual(31);
        expect(sheet).toMatch(/^\d+( [^[\]:*?/\\]*[^[\]:*?/\\' ])?$/u);
        expect(sheetName(number + 1, name).toLowerCase()).not.toBe(sheet.toLowerCase());
      }),
    );
  });
});
