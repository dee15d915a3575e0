import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/contract/document.js';
import type { Cell, Table } from '../../src/layout/layout-types.js';
import { joinCutLabels } from '../../src/sections/find/join-cut-labels.js';
import { readSections } from '../../src/sections/sections.js';
import { keyOf } from '../../src/sections/vocabulary/label-key.js';
import { HEADER } from '../../src/sections/vocabulary/labels.js';
import { lineKind } from '../../src/sections/vocabulary/line-kinds.js';
import { readPlainTitle, readTitle } from '../../src/sections/vocabulary/titles.js';
import { type Block, line, table, type Written } from './grid.js';

/** On both sides of every edge of src/sections/tolerances.ts. */

const reports = (...blocks: Block[]): Report[] => readSections(blocks).drafts.map((draft) => draft.report);
const report = (...blocks: Block[]): Report | undefined => reports(...blocks)[0];
const TITLE = line('项目支出绩效自评表');
const NAME: Written[] = ['项目名称', ['甲项目', 5]];
const HEAD: Written[] = ['一级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'];
const ROW: Written[] = ['产出指标', '子', '1次', '1次', '10', '10'];
const names = (...rows: Written[][]): (string | null)[] | undefined =>
  report(TITLE, table(rows))?.indicators.map(({ level3 }) => level3);

describe('the header of a block', () => {
  it('is up to three rows high', () => {
    const below = (name: string): Written[] => [name, '1次', '1次', '10', '10'];
    const high = (rows: number): Written[] => [['一级指标', 1, rows], ...HEAD.slice(1)];
    expect(names(NAME, high(3), below('子'), below('丑'), ROW)).toEqual(['子']);
    // A fourth row is not a header any more, though its label runs down beside it.
    expect(names(NAME, high(4), below('子'), below('丑'), below('寅'))).toEqual(['寅']);
  });
  it('of indicators has three columns that are known', () => {
    const [three, two]: Written[][] = [
      ['三级指标', '年度指标值', '得分'],
      ['三级指标', '得分', '天气'],
    ];
    const rows = (head: Written[]): Written[][] => [['项目名称', ['甲项目', 2]], head, ['子', '1', '2']];
    expect(names(...rows(three as Written[]))).toEqual(['子']);
    expect(names(...rows(two as Written[]))).toEqual([]);
  });
  it('of funds has two columns that other blocks do not have', () => {
    const rows = (...head: Written[]): Written[][] => [
      NAME.slice(0, 1).concat([['甲项目', 3]]),
      head,
      ['年度资金总额', '1', '2', '3'],
      ...[HEAD, ROW],
    ];
    const count = (...head: Written[]): number | undefined => report(TITLE, table(rows(...head)))?.funds.rows.length;
    expect(count('项目资金', '全年预算数', '全年执行数', '得分')).toBe(1);
    expect(count('项目资金', '全年预算数', '分值', '得分')).toBe(0);
  });
  it('of a list of tasks has two labels that are known', () => {
    const extra = (...head: Written[]) =>
      report(TITLE, table([['项目名称', ['甲项目', 2]], head, ['修桥', '好', '丑'], HEAD, ROW]))?.extra;
    expect(extra('任务名称', '完成情况', '天气')).toEqual({ '修桥 完成情况': '好', '修桥 天气': '丑' });
    expect(extra('任务名称', '心情', '天气')).toMatchObject({ 任务名称: '心情', 修桥: '好' });
  });
  it('has no indicator in a row where a text spans four of its columns', () => {
    const wide = (cols: number): Written[] => [...ROW.slice(0, 6 - cols), ['说明文字', cols]];
    expect(names(NAME, HEAD, ROW, wide(3), ROW)).toEqual(['子', '子', '子']);
    expect(names(NAME, HEAD, ROW, wide(4), ROW)).toEqual(['子', '子']);
    expect(names(NAME, HEAD, ROW, wide(4))).toEqual(['子']);
  });
});

describe('a title', () => {
  const second = (above: number): number => {
    const rows: Written[][] = Array.from({ length: above }, (_, i) => [[`附件${i + 1}`, 6]]);
    const next = table([...rows, [['项目支出绩效自评表', 6]], HEAD, ROW], 2);
    return reports(TITLE, table([NAME, HEAD, ROW]), next).length;
  };
  it('stands in the first three rows of its table', () => {
    expect(second(2)).toBe(2);
    expect(second(3)).toBe(1);
  });
  it('is a mention where more than three lines of other text follow', () => {
    const titleAbove = (lines: number) =>
      report(TITLE, ...Array.from({ length: lines }, (_, i) => line(`正文第${i}段。`)), table([NAME, HEAD, ROW]))
        ?.title;
    expect(titleAbove(3)).toBe('项目支出绩效自评表');
    expect(titleAbove(4)).toBeNull();
  });
  it('goes on in a line of the same size', () => {
    const title = (size: number) =>
      report(
        line('某县二〇二二年度高标准农田建设的', 1, 10),
        line('项目支出绩效自评表', 1, size),
        table([NAME, HEAD, ROW]),
      )?.title;
    expect(title(10.2)).toBe('某县二〇二二年度高标准农田建设的项目支出绩效自评表');
    expect(title(10.4)).toBe('项目支出绩效自评表');
  });
  it('goes on behind a line of sixteen characters', () => {
    const title = (first: string) => report(line(first), TITLE, table([NAME, HEAD, ROW]))?.title;
    const sixteen = '某县某某年度高标准农田建设以及其他';
    expect(title(sixteen.slice(0, 16))).toBe(`${sixteen.slice(0, 16)}项目支出绩效自评表`);
    expect(title(sixteen.slice(0, 15))).toBe('项目支出绩效自评表');
  });
  it('has sixty characters', () => {
    const title = (length: number): string => `${'某'.repeat(length - 5)}绩效自评表`;
    expect(readTitle(title(60))?.kind).toBe('self-evaluation');
    expect(readTitle(title(61))).toBeNull();
    expect(readPlainTitle(title(60))).not.toBeNull();
    expect(readPlainTitle(title(61))).toBeNull();
  });
});

describe('lines above a form', () => {
  const preface = ['公开10表', '2022年度', '金额单位：万元', '填报单位：某局'];
  it('are its preface, up to four, and its title above those', () => {
    const found = report(...['县级资金情况表', ...preface].map((text) => line(text)), table([NAME, HEAD, ROW]));
    expect(found).toMatchObject({ title: '县级资金情况表', year: 2022, funds: { unit: '万元' } });
    expect(found?.project.implementingUnit).toBe('某局');
    expect(found?.extra).toEqual({ 报表编号: '公开10表' });
  });
  it('are not its preface beyond', () => {
    const found = report(...['县区：甲县', ...preface].map((text) => line(text)), table([NAME, HEAD, ROW]));
    expect(found?.extra).toEqual({ 报表编号: '公开10表' });
  });
});

describe('notes', () => {
  const notes = (size: number) =>
    report(TITLE, table([NAME, HEAD, ROW]), line('注：说明。', 1, 10), line('还有一句。', 1, size))?.notes;
  it('go on in their size, give or take an eighth', () => {
    expect(notes(11.1)).toBe('注：说明。还有一句。');
    expect(notes(8.9)).toBe('注：说明。还有一句。');
    expect(notes(11.3)).toBe('注：说明。');
    expect(notes(8.7)).toBe('注：说明。');
  });
});

describe('the length of a text', () => {
  const some = (length: number): string => '某'.repeat(length);
  it('tells labels from values', () => {
    expect(keyOf(some(60))).toBe(some(60));
    expect(keyOf(some(61))).toBe('');
  });
  it('tells what may be like a label', () => {
    expect(HEADER.guess(`${some(9)}负责人联系电话`)).toBe('managerAndPhone');
    expect(HEADER.guess(`${some(10)}负责人联系电话`)).toBeUndefined();
  });
  it('tells a labelled value from a sentence with a colon', () => {
    expect(lineKind(line(`${some(12)}：好`))).toBe('pair');
    expect(lineKind(line(`${some(13)}：好`))).toBe('other');
    expect(lineKind(line(`某某：${some(60)}`))).toBe('pair');
    expect(lineKind(line(`某某：${some(61)}`))).toBe('other');
  });
  it('tells a line with the unit of money from a sentence', () => {
    expect(lineKind(line(`${some(17)}金额单位：万元`))).toBe('unit');
    expect(lineKind(line(`${some(18)}金额单位：万元`))).not.toBe('unit');
  });
  it('tells the label of a block that a page break cut', () => {
    const cell = (row: number, text: string, page: number): Cell => ({
      row,
      col: 0,
      rowSpan: 1,
      colSpan: 1,
      text,
      places: [{ page, bbox: { x0: 0, y0: 0, x1: 1, y1: 1 } }],
    });
    const cells = (text: string): number => {
      const pieces = [cell(0, '', 1), cell(1, text, 2)];
      const whole: Table = {
        kind: 'table',
        columnsFrom: 'rulings',
        rows: 2,
        cols: 1,
        cells: pieces,
        places: pieces.flatMap(({ places }) => places),
      };
      return joinCutLabels(whole).cells.length;
    };
    expect(cells(some(12))).toBe(1);
    expect(cells(some(13))).toBe(2);
  });
});
