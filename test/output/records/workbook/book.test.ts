import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FileResult } from '../../../../src/contract/batch.js';
import type { EvalxDocument } from '../../../../src/contract/document.js';
import { type BookWords, tablesBook } from '../../../../src/output/records/workbook/book.js';
import { SHEET_LIMITS } from '../../../../src/output/records/workbook/sheets.js';
import { MAX_CELL_TEXT } from '../../../../src/output/xlsx/text.js';
import { elements } from '../../markup.js';
import { type ReadSheet, readXlsx } from '../../xlsx-reader.js';
import {
  diagnostic,
  documentOf,
  EVIDENCE,
  failed,
  finding,
  fund,
  HOSTILE,
  indicator,
  report,
  result,
} from '../sample.js';

const REVIEWS = (file: string) => `../review/${file}.html`;

async function written(results: readonly FileResult[], some: Partial<BookWords> = {}, limits = SHEET_LIMITS) {
  const book = tablesBook({ lang: 'zh', reviews: null, ...some }, limits);
  for (const one of results) book.add(one);
  const { bytes, cut } = await book.end();
  const sheets = readXlsx(bytes);
  const sheet = (name: string): ReadSheet => sheets.find((one) => one.name === name) as ReadSheet;
  return { sheets, sheet, cut, bytes };
}

/** The cells of a row by the headers of their columns, with the address of each. */
function cellsOf(sheet: ReadSheet, row: number): Record<string, { at: string; value: unknown }> {
  const letters = (column: number): string =>
    (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));
  return Object.fromEntries(
    (sheet.rows[0] ?? []).map((header, column) => [
      header,
      { at: `${letters(column)}${row + 1}`, value: sheet.rows[row]?.[column] ?? null },
    ]),
  );
}

const rowOf = (sheet: ReadSheet, row: number): Record<string, unknown> =>
  Object.fromEntries(Object.entries(cellsOf(sheet, row)).map(([header, { value }]) => [header, value]));

const some = result({
  document: {
    ...documentOf('a/b.pdf', report(), report({ indicators: [indicator({ target: '≥95%', actual: '97.8%' })] })),
    diagnostics: [diagnostic({ page: 2 }), diagnostic({ severity: 'error', page: null, bbox: null })],
  },
  status: { ...result().status, file: 'a/b.pdf' },
  evidence: EVIDENCE,
  findings: [
    finding({ file: 'a/b.pdf' }),
    finding({
      file: 'a/b.pdf',
      report: 1,
      path: '/reports/1/indicators/0/score',
      severity: 'info',
      page: 2,
      bbox: null,
    }),
    finding({ file: 'a/b.pdf', report: 1, path: '/reports/1/funds/rows/1/executed', severity: 'warning', page: null }),
    finding({ file: 'a/b.pdf', report: 1, path: '/reports/1/extra/=1+1', severity: 'warning', page: 1 }),
  ],
});

describe('the workbook of tables', () => {
  it('has a sheet for each table, and one that explains every column of each', async () => {
    const { sheets, sheet, cut } = await written([some, failed]);
    expect(cut).toEqual([]);
    const names = ['项目', '资金', '指标', '问题', '诊断', '文件'];
    expect(sheets.map(({ name }) => name)).toEqual([...names, '说明']);
    const explained = sheet('说明')
      .rows.slice(1, -4)
      .map(([, column, about]) => [column, about]);
    expect(explained.map(([column]) => column)).toEqual(names.flatMap((name) => sheet(name).rows[0]));
    expect(explained.every(([, about]) => String(about).length > 1)).toBe(true);
    const english = await written([some], { lang: 'en' });
    expect(english.sheets.map(({ name }) => name)).toEqual([
      'reports',
      'funds',
      'indicators',
      'findings',
      'diagnostics',
      'files',
      'columns',
    ]);
    expect(english.sheet('findings').rows[0]?.slice(0, 4)).toEqual(['Severity', 'Finding', 'Project', 'Form']);
  });

  it('says of findings in words what they are about, with the pointer last', async () => {
    const { sheet } = await written([some]);
    const findings = sheet('问题');
    expect(findings.rows[0]).toEqual([
      '级别',
      '问题',
      '项目名称',
      '转到',
      '指标或资金行',
      '栏目',
      '表上内容',
      '页码',
      '文件',
      '规则',
      '报告编号',
      '字段指针',
    ]);
    const short = [1, 2, 3, 4].map((row) => {
      const { 级别, 指标或资金行: item, 栏目, 表上内容, 页码, 字段指针 } = rowOf(findings, row);
      return [级别, item, 栏目, 表上内容, 页码, 字段指针];
    });
    expect(short).toEqual([
      ['错误', null, '总分', '95.5分', 1, '/reports/0/total/score'],
      ['提示', '开展培训', '得分', null, 2, '/reports/1/indicators/0/score'],
      ['警告', '其中：当年财政拨款', '全年执行数', null, null, '/reports/1/funds/rows/1/executed'],
      ['警告', null, '=1+1', null, 1, '/reports/1/extra/=1+1'],
    ]);
    expect(findings.cells[cellsOf(findings, 1)['页码']?.at ?? '']?.format).toBe('"第 "0" 页"');
    expect([1, 2, 3].map((row) => findings.cells[`A${row + 1}`]?.fill)).toEqual(['F8CBAD', 'DDEBF7', 'FFF2CC']);
    expect(rowOf(sheet('诊断'), 1)).toMatchObject({ 级别: '警告', 页码: 2, 代码: 'value-not-a-number' });
  });

  it('leads from each row to its form, and to its place in the review', async () => {
    const { sheet } = await written([some], { reviews: REVIEWS });
    const findings = sheet('问题');
    const links = [1, 2, 3, 4].map((row) => {
      const cells = cellsOf(findings, row);
      return [cells['转到'], cells['复核']].map((cell) => findings.links[cell?.at ?? '']);
    });
    expect(links).toEqual([
      ["#'项目'!A2", '../review/a/b.pdf.html#/reports/0/total/score'],
      ["#'项目'!A3", '../review/a/b.pdf.html#/reports/1/indicators/0/score'],
      ["#'项目'!A3", '../review/a/b.pdf.html#/reports/1/funds/rows/1/executed'],
      // A label is taken from the PDF: the link leads to its page.
      ["#'项目'!A3", '../review/a/b.pdf.html#page=1'],
    ]);
    const forms = sheet('项目');
    expect(forms.links[cellsOf(forms, 1)['复核']?.at ?? '']).toBe('../review/a/b.pdf.html#page=1');
    const rates = sheet('指标');
    expect(rates.links[cellsOf(rates, 3)['转到']?.at ?? '']).toBe("#'项目'!A3");
    expect(Object.keys((await written([some])).sheet('文件').links)).toEqual([]);
  });

  it('has amounts in 元 beside the printed ones, and numbers beside targets and results', async () => {
    const { sheet } = await written([some]);
    const header = sheet('资金').rows[0] ?? [];
    const at = header.indexOf('金额单位');
    expect(header.slice(at, at + 7)).toEqual([
      '金额单位',
      '年初预算数',
      '年初预算数（元）',
      '全年预算数',
      '全年预算数（元）',
      '全年执行数',
      '全年执行数（元）',
    ]);
    expect(rowOf(sheet('资金'), 1)).toMatchObject({ 金额单位: '万元', 年初预算数: 62, '年初预算数（元）': 620000 });
    expect(rowOf(sheet('资金'), 2)).toMatchObject({
      年初预算数: -3.5,
      '年初预算数（元）': -35000,
      '全年执行数（元）': null,
    });
    expect(rowOf(sheet('指标'), 3)).toMatchObject({
      ...{ 年度指标值: '≥95%', '指标值（数值）': 95, 实际完成值: '97.8%', '完成值（数值）': 97.8 },
    });
  });

  it('has words for codes, lists and maps', async () => {
    const rows = [fund({ kind: 'carryover' })];
    const form = report({
      funds: { unit: null, weight: null, rows },
      indicators: [
        indicator({ shared: { score: [0, 1] }, extra: { 说明: '见附件', 备: '无' } }),
        indicator({ core: false }),
      ],
    });
    const { sheet } = await written([result({ document: documentOf('a.pdf', form) }), failed]);
    expect(rowOf(sheet('资金'), 1)['资金类别']).toBe('上年结转');
    expect(rowOf(sheet('指标'), 1)).toMatchObject({
      ...{ 指标方向: '正向', 核心指标: '是', 合并单元格: '得分：第 1、2 行', 其他: '说明：见附件\n备：无' },
    });
    expect(rowOf(sheet('指标'), 2)['核心指标']).toBe('否');
    expect(rowOf(sheet('项目'), 1)['页码']).toBe('1、2');
    expect([1, 2].map((row) => rowOf(sheet('文件'), row)['状态'])).toEqual(['已读取', '未能读取']);
  });

  it('shows what a person has put right in a colour of its own, with who, when and why', async () => {
    const corrected = {
      '/reports/0/indicators/1/score': { old: 88.5, who: '张三', when: '2026-01-02T03:04:05Z', why: '看错' },
    };
    const document = { ...documentOf('a.pdf', report()), corrected } as EvalxDocument;
    const { sheet } = await written([result({ document })]);
    const rates = sheet('指标');
    const score = cellsOf(rates, 2)['得分']?.at ?? '';
    expect(rates.cells[score]).toMatchObject({ value: 38.5, fill: 'E4DFEC' });
    expect(rates.notes).toEqual({
      [score]: '已更正。原读取值：88.5。更正人：张三，2026-01-02T03:04:05Z。原因：看错',
    });
    expect(Object.values(rates.cells).filter(({ fill }) => fill === 'E4DFEC')).toHaveLength(1);
    expect(rowOf(rates, 2)['已更正']).toBe('得分');
  });

  it('is printed on A4, landscape, with its header on each page; the filter and the header stay', async () => {
    const { sheets } = await written([some]);
    for (const { name, xml, printed, rows } of sheets) {
      expect(elements(xml, 'pageSetup')[0]?.attributes).toMatchObject({
        paperSize: '9',
        orientation: 'landscape',
        fitToHeight: '0',
      });
      expect(printed['_xlnm.Print_Titles']).toMatch(/'!\$1:\$1$/);
      expect(printed['_xlnm.Print_Area']).toMatch(new RegExp(`^'${name}'!\\$A\\$1:\\$[A-Z]+\\$${rows.length}$`));
      expect(elements(xml, 'pane')[0]?.attributes).toMatchObject({ ySplit: '1', state: 'frozen' });
      if (name !== '说明') expect(elements(xml, 'autoFilter')[0]?.attributes['ref']).toMatch(/^A1:/);
    }
    expect(elements(sheets[3]?.xml as never, 'pageSetup')[0]?.attributes['fitToWidth']).toBe('1');
  });

  it('has rows as high as their texts, Chinese two columns a sign', async () => {
    const long = '建设项目按计划推进，'.repeat(20);
    const { sheet } = await written([
      result({ findings: [finding(), finding({ message: long }), finding({ message: 'a'.repeat(200) })] }),
    ]);
    const heights = elements(sheet('问题').xml, 'row').map(({ attributes }) => Number(attributes['ht']));
    // 400 columns of Chinese in a column of 46, of which 94 % are used: ten lines of 13.5 points, and 5 around them.
    expect(heights).toEqual([18.5, 32, 140, 72.5]);
  });

  it('runs nothing, leads nowhere else, and breaks at nothing that XML cannot hold', async () => {
    const text = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 30 }));
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 6, maxLength: 6 }), async (texts) => {
        const [name = '', level3 = '', label = '', value = '', message = '', file = ''] = texts;
        const extra = { [label]: value };
        const form = report({
          ...{ title: value, notes: message, extra, project: { ...report().project, name } },
          indicators: [indicator({ level3, target: value, extra })],
        });
        const pointer = `/reports/0/extra/${label}`;
        const corrected = { '/reports/0/title': { old: value, who: name, when: label, why: message } };
        const document = {
          ...documentOf(file, form),
          corrected,
          diagnostics: [diagnostic({ message })],
        } as EvalxDocument;
        const findings = [finding({ file, path: pointer, message }), finding({ file, path: message })];
        const { sheets } = await written([{ status: { ...result().status, file }, document, findings }], {
          reviews: () => './r/x.pdf.html',
        });
        for (const { xml, links } of sheets) {
          expect(elements(xml, 'f')).toEqual([]);
          for (const link of Object.values(links)) {
            expect(link).toMatch(/^(?:#'项目'!A2|\.\/r\/x\.pdf\.html(?:#page=1|#\/reports\/[\w/]+)?)$/);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('cuts what no cell can hold, marks it and names it', async () => {
    const long = `${'b'.repeat(MAX_CELL_TEXT - 6)}𠮷𠮷𠮷𠮷`;
    const { cut, sheet } = await written([result({ findings: [finding({ message: long })] })]);
    expect(cut).toEqual([{ sheet: '问题', cell: 'B2', length: MAX_CELL_TEXT + 2 }]);
    expect(sheet('问题').cells['B2']?.value).toBe(`${'b'.repeat(MAX_CELL_TEXT - 6)}…[截断]`);
  });

  it('goes on in another sheet where one is full, and leads to the right one', async () => {
    const results = ['a', 'b', 'c'].map((name) => {
      const file = `${name}.pdf`;
      return {
        ...result({ document: documentOf(file, report()), findings: [finding({ file })] }),
        status: { ...result().status, file },
      };
    });
    const { sheets, sheet } = await written(results, {}, { ...SHEET_LIMITS, rows: 3 });
    expect(sheets.map(({ name }) => name).filter((name) => name.startsWith('项目'))).toEqual(['项目', '项目 2']);
    expect(sheet('项目 2').rows).toHaveLength(2);
    const second = sheet('问题 2');
    expect(second.links[cellsOf(second, 1)['转到']?.at ?? '']).toBe("#'项目 2'!A2");
    const byLinks = await written(results, {}, { ...SHEET_LIMITS, links: 4 });
    expect(byLinks.sheets.filter(({ name }) => name.startsWith('问题'))).toHaveLength(2);
  });

  it('is the same bytes for the same results', async () => {
    const [one, two] = [await written([some, failed]), await written([some, failed])];
    expect(Buffer.from(one.bytes).equals(Buffer.from(two.bytes))).toBe(true);
  });
});
