import { join } from 'node:path';
import { parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
/** As it is built: the program of the review page is. */
import type * as Library from '../../src/index.js';
import type * as Output from '../../src/library/output.js';
import { withEvidence } from '../../src/output/evidence.js';
import { REPORTS } from '../cli/run.js';
import { readXlsx } from '../output/xlsx-reader.js';

const root = join(import.meta.dirname, '../..');
const { parse, parseMany, validate, inspect, acceptFindings } = (await import(
  join(root, 'dist/index.js')
)) as unknown as typeof Library;
const output = (await import(join(root, 'dist/library/output.js'))) as unknown as typeof Output;

const path = join(root, REPORTS);
const result = await parse(path, { file: 'reports.pdf' });
const outcomes: Output.Result[] = [{ ...result, file: 'reports.pdf' }];
for await (const outcome of parseMany(['none.pdf'])) outcomes.push(outcome);
const findings = validate(result);
const { reports } = result.document;

describe('the tables of evalx/output', () => {
  it('are CSV, of a result, a document or outcomes', async () => {
    const text = await output.toCsv(result);
    expect(text.startsWith('\ufeffreportId,file,')).toBe(true);
    expect(text.split('\r\n')).toHaveLength(reports.length + 2);
    const plain = withEvidence(result.document, result.places, result.account);
    expect(await output.toCsv(plain)).toBe(text);
    expect(await output.toCsv(outcomes)).toBe(text);
    const files = await output.toCsv(outcomes, { table: 'files', headers: 'zh', settings: { lang: 'zh' } });
    expect(files).toContain('\r\nnone.pdf,failed,,,,,file-not-found,文件不存在；请检查路径,,\r\n');
  });

  it('are Parquet', async () => {
    const bytes = await output.toParquet(outcomes, { table: 'indicators' });
    const rows = await parquetReadObjects({ file: bytes.slice().buffer });
    expect(rows.map(({ level3, weight }) => [level3, weight])).toEqual(
      reports.flatMap(({ indicators }) => indicators.map(({ level3, weight }) => [level3, weight])),
    );
  });

  it('are workbooks', async () => {
    const names = readXlsx(await output.toXlsx(outcomes, { settings: { lang: 'zh' } })).map(({ name }) => name);
    expect(names.slice(0, 3)).toEqual(['项目', '资金', '指标']);
    expect(readXlsx(await output.toWorkpaper(outcomes)).length).toBeGreaterThan(reports.length);
  });

  it('are JSON, as evalx parse prints it', () => {
    expect(JSON.parse(output.toJson(result))).toEqual(result.document);
    const { evidence, account } = JSON.parse(output.toJson(result, { evidence: true }));
    expect([Object.keys(evidence).length, account.length]).toEqual([result.places.size, result.account.length]);
    const lines = output.toJsonLines(outcomes);
    expect(lines.split('\n')).toEqual([JSON.stringify(result.document), '']);
  });
});

describe('the findings of evalx/output', () => {
  it('are those that validate finds with the settings', () => {
    const { rule } = findings.find(({ severity }) => severity === 'warning') as Library.Finding;
    const settings: Library.CheckSettings = { severities: { [rule]: 'off' }, lang: 'zh' };
    const messages = (text: string): string[] =>
      JSON.parse(text).runs[0].results.map((one: { ruleId: string }) => one.ruleId);
    expect(messages(output.toSarif(result))).toEqual(findings.map((finding) => finding.rule));
    expect(messages(output.toSarif(result, { settings }))).toEqual(validate(result, settings).map((one) => one.rule));
    expect(messages(output.toSarif(result, { findings: [] }))).toEqual([]);
  });

  it('say what could not be read', () => {
    for (const text of [
      output.toSarif(outcomes),
      output.toJunit(outcomes),
      output.toMarkdown(outcomes),
      output.toText(outcomes),
    ])
      expect(text).toContain('there is no such file; check the path');
    expect(output.toJunit(outcomes)).toContain(' errors="1"');
    expect(JSON.parse(output.toGitlab(outcomes)).length).toBeGreaterThan(findings.length);
  });

  it('say which are accepted', () => {
    const [{ rule, path: at }] = findings as [Library.Finding];
    const { sha256 } = result.document.source;
    const by = { who: '张三', when: '2025-03-01T09:30:00Z', why: '已核实' };
    const { open, accepted } = acceptFindings(findings, [{ sha256, rule, path: at, ...by }]);
    const { results } = JSON.parse(output.toSarif(result, { findings: open, accepted })).runs[0];
    expect(results).toHaveLength(findings.length);
    expect(results.filter((one: { suppressions: unknown[] }) => one.suppressions.length > 0)).toHaveLength(1);
  });
});

describe('the pages of evalx/output', () => {
  it('are SVG', async () => {
    const { drawing } = await inspect(path, { page: 1, stage: 'cells' });
    expect(output.toSvg(drawing)).toMatch(/^<\?xml[^>]*>\n<svg /u);
  });

  it('are a review, also within limits', async () => {
    const options = { file: 'a<b>.pdf', settings: { lang: 'zh' } } as const;
    const html = await output.toReviewHtml(path, options);
    expect(html).toContain('<html lang="zh-CN">');
    expect(html).toContain('a&lt;b&gt;.pdf');
    expect(html.match(/id="picture-0-\d"/gu)).toHaveLength(4);
    const data = JSON.parse(/id="data">(.*?)<\/script>/su.exec(html)?.[1] ?? '');
    expect(data.documents[0].document.reports).toEqual(reports);
    expect(await output.toReviewHtml(path, { ...options, limits: { seconds: 300, pageSeconds: 300 } })).toBe(html);
  });
});

it('what the writers cannot take is refused by name', async () => {
  await expect(output.toCsv(result, { table: 'report' } as object)).rejects.toThrow('give one of reports, funds,');
  await expect(output.toCsv(3 as unknown as Output.Result)).rejects.toThrow('this is number');
  expect(() => output.toSarif(result, { lang: 'zh' } as object)).toThrow('there is no options.lang');
  expect(() => output.toSarif(result, { settings: { lng: 'zh' } } as object)).toThrow('did you mean lang?');
  expect(() => output.toJson(result, { evidence: 1 } as object)).toThrow('options.evidence is 1');
});
