import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Diagnostic, Report } from '../../../src/contract/document.js';
import { workpaperXlsx } from '../../../src/output/records/workpaper.js';
import { sheetName, sheetReference } from '../../../src/output/xlsx/sheet-names.js';
import { elements } from '../markup.js';
import { type ReadSheet, readXlsx } from '../xlsx-reader.js';
import { diagnostic, documentOf, HOSTILE, indicator, report } from './sample.js';

async function written(...reports: Report[]): Promise<{ summary: ReadSheet; sheets: ReadSheet[] }> {
  const { bytes } = await workpaperXlsx([documentOf('a.pdf', ...reports)]);
  const [summary, ...sheets] = readXlsx(bytes);
  return { summary: summary as ReadSheet, sheets };
}

const named = (name: string | null): Report => report({ project: { ...report().project, name } });
const merged = (sheet: ReadSheet | undefined): (string | undefined)[] =>
  sheet === undefined ? [] : elements(sheet.xml, 'mergeCell').map(({ attributes }) => attributes['ref']);

describe('the sheet of diagnostics', () => {
  const told = async (...diagnostics: Diagnostic[]) => {
    const { bytes } = await workpaperXlsx([{ ...documentOf('a.pdf', report()), diagnostics }]);
    return readXlsx(bytes)
      .slice(2)
      .map(({ name, rows }) => [name, rows]);
  };

  it('has what a reviewer should look at, behind the forms', async () => {
    const elsewhere = diagnostic({ severity: 'error', page: 9, message: '=1+1' });
    expect(await told(diagnostic(), elsewhere, diagnostic({ severity: 'info' }))).toEqual([
      [
        '诊断',
        [
          ['文件', '项目名称', '页', '级别', '诊断'],
          ['a.pdf', report().project.name, 1, '警告', '"1oo" under "得分" is not a number'],
          ['a.pdf', null, 9, '错误', '=1+1'],
        ],
      ],
    ]);
  });

  it('is not there where there is nothing to look at', async () => {
    expect(await told(diagnostic({ severity: 'info' }))).toEqual([]);
  });
});

describe('the sheet of a project', () => {
  it('has the execution of the budget, the indicators and the sums', async () => {
    const { sheets } = await written(report());
    expect(sheets.map(({ name }) => name)).toEqual(['1 51000021R000000019951-云服务']);
    expect(sheets[0]?.rows.map((row) => row.slice(0, 9))).toEqual([
      ['51000021R000000019951-云服务', null, null, null, null, null, null, null, null],
      ['一级', '二级', '三级', '指标性质', '指标值', '度量单位', '权重', '自评完成值', '自评得分'],
      ['预算执行', null, '预算执行率（全年执行数／全年预算数）', null, 0, '万元', 10, null, 9.35],
      ['产出指标', '数量指标', '开展培训', '≥', '18', '次', 10, '20', 10],
      [null, null, '参训人数', '≥', '18', '次', 40, '20', 38.5],
      [
        ...['合计', null, null, null, null, null],
        ...['=IF(COUNT(G3:G5)=0,"",SUM(G3:G5))', null, '=IF(COUNT(I3:I5)=0,"",SUM(I3:I5))'],
      ],
    ]);
    expect(sheets[0]?.rows.map((row) => row.slice(9))).toEqual([
      [null, null, null, null],
      ['复核完成值', '复核得分', '偏差', '备注'],
      [null, null, '=IF(OR(I3="",K3=""),"",I3-K3)', null],
      [null, null, '=IF(OR(I4="",K4=""),"",I4-K4)', null],
      [null, null, '=IF(OR(I5="",K5=""),"",I5-K5)', null],
      [
        ...[null, '=IF(OR(COUNT(K3:K5)=0,COUNT(K3:K5)<COUNT(I3:I5)),"",SUM(K3:K5))'],
        ...['=IF(OR(I6="",K6=""),"",I6-K6)', '自评表总分：95.5'],
      ],
    ]);
    expect(sheets[0]?.cells['K4']?.filled).toBe(true);
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
    expect(merged(sheets[0])).toEqual(['A1:M1', 'A4:A6', 'B4:B5']);
    expect(sheets[0]?.rows.slice(3, 10).map(([level1, level2]) => [level1, level2])).toEqual([
      ['产出指标', '数量指标'],
      [null, null],
      [null, '质量指标'],
      ['效益指标', '质量指标'],
      [null, null],
      [null, null],
      ['产出指标', '数量指标'],
    ]);
    expect(sheets[0]?.cells['M10']?.value).toBe('年度绩效目标2');
  });

  it('merges what one cell of the form states for several rows', async () => {
    const shared = { weight: [0, 1], score: [0, 1], actual: [0, 1, 2] };
    const indicators = [
      indicator({ level3: '甲', shared }),
      indicator({ level3: '乙', shared }),
      indicator({ level1: '效益指标', level2: '社会效益指标', shared: { actual: [0, 1, 2] } }),
    ];
    const { sheets } = await written(report({ indicators }));
    expect(merged(sheets[0])).toEqual(['A1:M1', 'A4:A5', 'B4:B5', 'G4:G5', 'H4:H6', 'I4:I5']);
    expect(sheets[0]?.rows.slice(3, 6).map((row) => [row[6], row[7], row[8]])).toEqual([
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
    expect(sheets[0]?.rows.slice(3, 6).map((row) => row[4])).toEqual(['20（调整前：18）', '5', '18']);
  });

  it('is there for a form without funds, indicators and total', async () => {
    const funds = { unit: null, weight: null, rows: [] };
    const bare = report({ funds, indicators: [], total: { weight: null, score: null, grade: null } });
    const { sheets, summary } = await written(bare);
    expect(sheets[0]?.rows.slice(2).map(([level1]) => level1)).toEqual(['预算执行', '合计']);
    expect(sheets[0]?.cells['I4']?.value).toBe('=IF(COUNT(I3:I3)=0,"",SUM(I3:I3))');
    expect(sheets[0]?.cells['M4']?.value).toBe(null);
    expect(summary.cells['B2']?.value).toBe(`'${sheets[0]?.name}'!I4`.replace(/^/, '='));
  });
});

describe('the summary', () => {
  it('points into the sheets', async () => {
    const { summary, sheets } = await written(report(), named("O'Brien's"));
    expect(summary.name).toBe('汇总');
    expect(sheets[1]?.name).toBe("2 O'Brien's");
    expect(summary.rows).toEqual([
      ['项目名称', '自评得分', '复核得分', '偏差', '偏离度', '原因', '文件'],
      [
        ...[
          '51000021R000000019951-云服务',
          "='1 51000021R000000019951-云服务'!I6",
          "='1 51000021R000000019951-云服务'!K6",
        ],
        ...['=IF(OR(B2="",C2=""),"",B2-C2)', '=IF(OR(D2="",B2=0),"",D2/B2)', null, 'a.pdf'],
      ],
      [
        ...["O'Brien's", "='2 O''Brien''s'!I6", "='2 O''Brien''s'!K6"],
        ...['=IF(OR(B3="",C3=""),"",B3-C3)', '=IF(OR(D3="",B3=0),"",D3/B3)', null, 'a.pdf'],
      ],
    ]);
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
      expect(summary.rows[index + 1]?.[1]).toBe(`=${sheetReference(name)}!I6`);
    }
    expect(summary.rows[HOSTILE.length + 2]?.[0]).toBe(names[HOSTILE.length + 1]);
    expect(elements(summary.xml, 'f')).toHaveLength(4 * names.length);
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
