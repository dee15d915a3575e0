import { createHash } from 'node:crypto';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import type { Finding, Validation } from '../../../../src/contract/findings.js';
import { findingsHtml } from '../../../../src/output/findings/opinion/html.js';
import { findingsOpinion } from '../../../../src/output/findings/opinion/markdown.js';
import { elements, readMarkup } from '../../markup.js';
import { checked, context, diagnostic, everything, finding, form, HOSTILE, hostile, problem } from '../sample.js';

const zh = { lang: 'zh' } as const;
const score = finding({
  labels: ['产出指标', '数量指标', '培训人次'],
  path: '/reports/0/indicators/3/score',
  formula: '10 × 50 ÷ 100 = 5 ≠ 9',
});
const lines = (text: string): string[] => text.split('\n');

describe('a review opinion', () => {
  it('has the parts that finance departments write', () => {
    const text = findingsOpinion(context([checked()], [finding()], zh));
    const headings = lines(text).filter((line) => line.startsWith('#'));
    expect(headings).toEqual([
      '# 项目支出绩效自评审核意见',
      '# 项目支出绩效自评审核意见（1 云服务）',
      '## 一、项目基本情况',
      '## 二、审核情况',
      '## 三、存在问题及修改建议',
      '### 总分与结论',
      '## 四、审核结论',
    ]);
    for (const fact of [
      '| 主管部门 | 某局 |',
      '| 全年预算数（万元） | 100 |',
      '| 预算执行率 | 90% |',
      '| 自评得分 | 96 / 100 |',
    ])
      expect(lines(text)).toContain(fact);
    expect(text).toContain('共发现问题 1 个，其中错误 1 个、警告 0 个、提示 0 个。');
    expect(text).toContain('退回修改');
    for (const line of ['审核人：', '复核人：', '审核单位（盖章）：', '日期：']) expect(text).toContain(line);
  });

  it('explains each problem: where, the arithmetic, the basis, what to do', () => {
    const text = findingsOpinion(context([checked()], [score], zh));
    expect(text).toContain(
      '| 1 | 错误 | 产出指标 · 数量指标 · 培训人次 · 得分，第 2 页 | The scores add up to 95, not 96（score-sum） | 10 × 50 ÷ 100 = 5 ≠ 9 | 财预〔2020〕10号 | correct the total |',
    );
  });

  it('goes through the form by its parts, in each the worst first', () => {
    const of = (path: string, severity: Finding['severity']) => finding({ path: `/reports/0/${path}`, severity });
    const found = [
      of('total/score', 'info'),
      of('indicators/1/score', 'info'),
      of('indicators/0/score', 'error'),
      of('funds/rows/0/executed', 'warning'),
      of('title', 'info'),
      diagnostic({ report: 0, severity: 'warning' }),
    ];
    const text = findingsOpinion(context([checked()], found, zh));
    const rows = lines(text).flatMap((line) => /^\| (\d) \| (\S+) /u.exec(line)?.slice(1, 3).join('') ?? []);
    expect(rows).toEqual(['1提示', '2警告', '3错误', '4提示', '5提示', '6警告']);
    expect(lines(text).filter((line) => line.startsWith('### '))).toEqual(
      ['表头信息', '预算执行情况', '绩效指标', '总分与结论', '文件识别'].map((name) => `### ${name}`),
    );
  });

  it.each([
    [[], true, '对该自评表无异议'],
    [[finding({ severity: 'warning' })], true, '补充说明'],
    [[finding({ severity: 'info' })], true, '对该自评表无异议'],
    [[finding()], true, '退回修改'],
    [[], false, '未能审核'],
  ] as const)('concludes from %j, read %s', (findings, read, said) => {
    const file = checked({ read, problems: read ? [] : [problem()] });
    const text = findingsOpinion(context([file], [...findings], zh));
    expect(text.slice(text.indexOf('审核结论'))).toContain(said);
  });

  it('lists all forms, and what was not reviewed', () => {
    const text = findingsOpinion(everything(zh));
    expect(text).toContain('| 项目名称 | 文件 | 自评得分 | 错误 | 警告 | 提示 | 结论 |');
    expect(text).toContain('| 1 云服务 | a.pdf | 96 | 1 | 1 | 0 | 退回修改 |');
    expect(text).toContain('## 未能审核的内容');
    expect(text).toContain('| d.pdf |  | 错误 | it is no PDF（not-a-pdf） |');
    expect(lines(text).filter((line) => line.includes('一、项目基本情况'))).toHaveLength(5);
  });

  it('is of forms with errors alone where only these are told', () => {
    const files = [checked({ reports: [form('甲'), form('乙')] })];
    const text = findingsOpinion(context(files, [finding({ report: 1 })], { quiet: true }));
    expect(lines(text).filter((line) => line.startsWith('## 1. '))).toHaveLength(1);
  });

  it('tells apart what does not count', () => {
    const given = context([checked()], []);
    const suppressed = [{ ...score, suppressed: { reason: '已核实', until: '2027-01-01' } }];
    const validation: Validation = { ...given.validation, suppressed };
    const text = findingsOpinion({ ...given, validation, ...zh });
    expect(text).toContain('## 不计入的问题');
    expect(text).toContain('忽略至 2027-01-01：已核实');
    expect(text).toContain('未发现问题');
  });

  it('speaks English', () => {
    const text = findingsOpinion(context([checked()], [finding()]));
    expect(text).toContain('## 3. Problems found');
    expect(text).toContain('Problems found: 1 errors, 0 warnings, 0 notes.');
  });
});

describe('a review opinion as HTML', () => {
  const tree = (text: string) => readMarkup(text);

  it('stands by itself: one style, allowed by its hash, no script, no address', () => {
    const html = findingsHtml(everything(zh));
    const [style] = elements(tree(html), 'style');
    const source = String(style?.children[0]);
    const hash = createHash('sha256').update(source).digest('base64');
    const policy = elements(tree(html), 'meta').find(({ attributes }) => attributes['http-equiv'])?.attributes[
      'content'
    ];
    expect(policy).toContain(`style-src 'sha256-${hash}'`);
    expect(policy).toMatch(/^default-src 'none';/u);
    expect(elements(tree(html), 'script')).toEqual([]);
    expect(html).not.toMatch(/https?:|\bsrc=|\bhref=|url\(/u);
    expect(source).toContain('size: A4');
  });

  it('is in the language of the run, a form to a page', () => {
    const html = findingsHtml(everything(zh));
    expect(elements(tree(html), 'html')[0]?.attributes['lang']).toBe('zh-CN');
    expect(elements(tree(html), 'h1').filter(({ attributes }) => attributes['class'] === 'page')).toHaveLength(5);
    expect(elements(tree(findingsHtml(everything())), 'html')[0]?.attributes['lang']).toBe('en');
  });

  it('has the same cells as the Markdown', () => {
    const html = elements(tree(findingsHtml(everything(zh))), 'td').length;
    const rendered = new MarkdownIt().render(findingsOpinion(everything(zh)));
    // Facts have their name in a cell there, and a heading here.
    const facts = elements(tree(findingsHtml(everything(zh))), 'th').filter(
      ({ attributes }) => attributes['scope'] === 'row',
    );
    expect((rendered.match(/<td/gu) ?? []).length).toBe(html + facts.length);
  });

  it('shows hostile text, and obeys none', () => {
    const html = findingsHtml(hostile(HOSTILE));
    expect(elements(tree(html), 'b')).toEqual([]);
    expect(html).toContain('&lt;b&gt;');
    expect(new MarkdownIt({ html: false }).render(findingsOpinion(hostile(HOSTILE)))).not.toMatch(/<b>|<a /u);
  });
});
