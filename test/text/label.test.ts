import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchKey, readWeight, splitBrackets } from '../../src/text/label.js';

describe('matchKey', () => {
  it.each([
    ['项 目\n名 称：', '项目名称'],
    ['年度资金总额:', '年度资金总额'],
    ['偏差原因分析及 改进措施', '偏差原因分析及改进措施'],
    ['执行率（B/A）', '执行率(B/A)'],
    ['执行率（Ｂ／Ａ×100％)', '执行率(B/A*100%)'],
    ['执行率(b÷a)', '执行率(B/A)'],
    ['【产出指标】［50分］', '(产出指标)(50分)'],
    ['备注。', '备注'],
    ['﹦', '='],
    ['＝', '='],
    ['＞=', '≥'],
    ['>＝', '≥'],
    ['≧', '≥'],
    ['≦', '≤'],
    ['<=', '≤'],
    ['全年（调整）预算数', '全年(调整)预算数'],
    ['', ''],
  ])('%s', (label, key) => {
    expect(matchKey(label)).toBe(key);
  });
});

describe('splitBrackets', () => {
  it.each([
    ['预算执行情况（万元）（20分）', '预算执行情况', ['万元', '20分']],
    ['资金情况(万元)', '资金情况', ['万元']],
    ['得分（20分*执行率）', '得分', ['20分*执行率']],
    ['执行率（B/A×100%)', '执行率', ['B/A*100%']],
    ['全年执行数(其他)(元)', '全年执行数', ['其他', '元']],
    ['实施单位 (盖章)：', '实施单位', ['盖章']],
    ['预算数（万元（含税））', '预算数', ['万元(含税)']],
    ['转移支付（项目）名称', '转移支付(项目)名称', []],
    ['全年(调整)预算数（A）', '全年(调整)预算数', ['A']],
    ['年度绩效目标1（40分）', '年度绩效目标1', ['40分']],
    ['1.项目年度目标完成情况', '项目年度目标完成情况', []],
    ['（一）产出指标（50分）', '产出指标', ['50分']],
    ['一、项目基本情况', '项目基本情况', []],
    ['★培训人数', '培训人数', []],
    ['一级指标', '一级指标', []],
    ['2022年', '2022年', []],
    ['①中央及省级', '中央及省级', []],
    ['支出实现率⑥=⑤/④', '支出实现率', []],
    ['年度拨付金额⑤（万元）', '年度拨付金额', ['万元']],
    ['小计④', '小计', []],
    ['得分（20分', '得分', ['20分']],
    ['得分（20分（', '得分', ['20分', '']],
    ['得分20分）', '得分20分)', []],
    ['（万元）', '(万元)', []],
    ['）（', ')', ['']],
    ['', '', []],
  ])('%s', (label, base, groups) => {
    expect(splitBrackets(label)).toEqual({ base, groups });
  });
  it('never throws and never loses a character of the label', () => {
    const label = fc.string({ unit: fc.constantFrom(...'（(）)［]指标A1分') });
    fc.assert(
      fc.property(label, (text) => {
        const { base, groups } = splitBrackets(text);
        const bare = (s: string): string => s.replace(/[()]/gu, '');
        expect(bare(base + groups.join(''))).toBe(bare(splitBrackets(matchKey(text)).base + groups.join('')));
        expect(bare(matchKey(text)).endsWith(bare(base + groups.join('')))).toBe(true);
      }),
    );
  });
});

describe('readWeight', () => {
  it.each([
    ['10分', 10],
    ['22.5分', 22.5],
    ['１０ 分', 10],
    ['20分*执行率', 20],
    ['20分×执行率', 20],
    ['权重10', 10],
    ['权重：10分', 10],
    ['权重10%', 10],
    ['满分3分', 3],
    ['共50分', 50],
    ['50%', 50],
    ['50', 50],
    ['1', null],
    ['2022', null],
    ['万元', null],
    ['分', null],
    ['A', null],
    ['B/A×100%', null],
    ['200字以内', null],
    ['100-90分', null],
    ['', null],
  ])('%s', (group, weight) => {
    expect(readWeight(group)).toBe(weight);
  });
});
