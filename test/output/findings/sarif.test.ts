import fc from 'fast-check';
import type { Log, Run } from 'sarif';
import { describe, expect, it } from 'vitest';
import { fileUri } from '../../../src/output/findings/common/uri.js';
import { findingsSarif } from '../../../src/output/findings/sarif.js';
import type { FindingsContext } from '../../../src/output/findings/writer.js';
import { sarifSchema } from '../schemas/sarif.js';
import { anyText, checked, context, everything, finding, form, HOSTILE, hostile } from './sample.js';

/** What the findings of the sample say of themselves. */
const { labels, formula, source, mend } = finding();
const EXPLAINED = { labels, formula, source, mend };

const log = (given: FindingsContext): Log => sarifSchema.parse(JSON.parse(findingsSarif(given)));
const run = (given: FindingsContext): Run => log(given).runs[0] as Run;

describe('findings as SARIF', () => {
  it('are results of a rule, at a file and a JSON Pointer', () => {
    const { results } = run(everything());
    expect(results?.map(({ partialFingerprints: _, ...result }) => result)).toEqual([
      {
        ruleId: 'score-sum',
        ruleIndex: 1,
        level: 'error',
        message: { text: 'page 2: The scores add up to 95, not 96' },
        locations: [
          {
            physicalLocation: { artifactLocation: { uri: 'a.pdf' }, region: { startLine: 1 } },
            logicalLocations: [{ fullyQualifiedName: '/reports/0/total/score' }],
          },
        ],
        properties: { report: 0, path: '/reports/0/total/score', page: 2, bbox: [72, 90.5, 100, 110], ...EXPLAINED },
      },
      expect.objectContaining({ ruleId: 'rate', ruleIndex: 0, level: 'warning' }),
      {
        ruleId: 'new',
        level: 'note',
        message: { text: 'Look' },
        locations: [
          {
            physicalLocation: { artifactLocation: { uri: 'a.pdf' }, region: { startLine: 1 } },
            logicalLocations: [{ fullyQualifiedName: '/reports/1' }],
          },
        ],
        properties: { report: 1, path: '/reports/1', page: null, bbox: null, ...EXPLAINED },
      },
      {
        ruleId: 'page-unreadable',
        level: 'error',
        message: { text: 'page 3: the page could not be read' },
        locations: [
          {
            physicalLocation: { artifactLocation: { uri: 'dir/c%201.pdf' }, region: { startLine: 1 } },
            logicalLocations: [{ fullyQualifiedName: '/diagnostics/0' }],
          },
        ],
        properties: { report: null, path: '/diagnostics/0', page: 3, bbox: null, ...EXPLAINED },
      },
      expect.objectContaining({ ruleId: 'file-mended', level: 'warning', message: { text: 'put together again' } }),
      expect.objectContaining({
        ruleId: 'text-doubtful',
        ruleIndex: 2,
        properties: { report: 0, path: '/diagnostics/1', page: 1, bbox: [10, 20, 30, 40], ...EXPLAINED },
      }),
      expect.objectContaining({ ruleId: 'score-sum', message: { text: 'page 2: The scores add up to 95, not 96' } }),
    ]);
  });

  it('come with the rules of the run', () => {
    const { tool, language } = run(everything());
    expect(language).toBe('en-US');
    expect(tool.driver).toEqual({
      name: 'evalx',
      version: '1.2.3',
      rules: [
        {
          id: 'rate',
          shortDescription: { text: 'Rate' },
          fullDescription: { text: 'A rate is executed by budget.' },
          defaultConfiguration: { level: 'warning' },
          helpUri: 'urn:evalx:rule:rate',
          help: { text: 'A rate is executed by budget.', markdown: 'A rate is executed by budget.' },
        },
        {
          id: 'score-sum',
          shortDescription: { text: 'Sum' },
          fullDescription: { text: 'The scores add up.' },
          defaultConfiguration: { level: 'error' },
          helpUri: 'urn:evalx:rule:score-sum',
          help: {
            text: 'The scores add up.\nSource: 财预〔2020〕10号',
            markdown: 'The scores add up.\n\nSource: 财预〔2020〕10号',
          },
        },
        {
          id: 'text-doubtful',
          shortDescription: { text: 'Doubt' },
          fullDescription: { text: 'It may be wrong.' },
          defaultConfiguration: { level: 'warning' },
          helpUri: 'urn:evalx:rule:text-doubtful',
          help: { text: 'It may be wrong.', markdown: 'It may be wrong.' },
        },
      ],
    });
  });

  it('tell of files that were not read', () => {
    expect(run(everything()).invocations).toEqual([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [
          {
            descriptor: { id: 'not-a-pdf' },
            level: 'error',
            message: { text: 'it is no PDF' },
            locations: [{ physicalLocation: { artifactLocation: { uri: 'd.pdf' } } }],
            properties: { page: null },
          },
        ],
      },
    ]);
    expect(run(context([checked()], [])).invocations).toEqual([
      { executionSuccessful: true, toolExecutionNotifications: [] },
    ]);
  });

  it('speak Chinese', () => {
    const { results, language, tool } = run(everything({ lang: 'zh' }));
    expect(language).toBe('zh-CN');
    expect(results?.[1]?.message.text).toBe('第 11 页：执行率应为 50%');
    expect(tool.driver.rules?.[1]?.help?.text).toBe('The scores add up.\n依据：财预〔2020〕10号');
  });
});

describe('fingerprints', () => {
  const fingerprints = (given: FindingsContext): (string | undefined)[] =>
    (run(given).results ?? []).map(({ partialFingerprints }) => partialFingerprints?.['evalxFinding/v2']);
  const of = (...findings: Parameters<typeof finding>[0][]) =>
    fingerprints(context([checked()], findings.map(finding)));

  it('do not change with the words, the place on the page or the severity', () => {
    const [first] = of({});
    expect(first).toMatch(/^[\da-f]{64}$/);
    expect(of({ message: '总分不符', page: 9, bbox: null, severity: 'info' })).toEqual([first]);
    expect(of({ rule: 'rate' }, {})[1]).toBe(first);
  });

  it('do not change where rows or forms come in before', () => {
    const [first] = of({ path: '/reports/0/indicators/3/score', labels: ['产出指标', '培训人次'] });
    expect(of({ path: '/reports/0/indicators/7/score', labels: ['产出指标', '培训人次'], formula: null })).toEqual([
      first,
    ]);
    expect(of({ path: '/reports/0/indicators/3/score', labels: ['产出指标', '培训场次'] })).not.toEqual([first]);
    const before = context(
      [checked({ reports: [form('新项目'), form('云服务')] })],
      [finding({ report: 1, path: '/reports/1/total/score' })],
    );
    expect(fingerprints(before)).toEqual(of({}));
  });

  it('go where the rules are at home', () => {
    const [rule] = run(everything({ home: 'https://example.org/evalx/rules' })).tool.driver.rules ?? [];
    expect(rule?.helpUri).toBe('https://example.org/evalx/rules#rate');
  });

  it('differ by file, rule, path, form and number', () => {
    const all = of({}, {}, { file: 'b' }, { rule: 'b' }, { path: '/b' }, { report: 1 });
    expect(new Set(all).size).toBe(6);
  });
});

describe('the URI of a file', () => {
  it.each([
    ['a.pdf', 'a.pdf'],
    ['./dir/../a b#1?.pdf', 'dir/../a%20b%231%3F.pdf'],
    ['c:d.pdf', 'c%3Ad.pdf'],
    ['100%25.pdf', '100%2525.pdf'],
    ['绩效.pdf', '%E7%BB%A9%E6%95%88.pdf'],
    ['/tmp/a b.pdf', 'file:///tmp/a%20b.pdf'],
    ['C:\\dir\\a b.pdf', 'file:///C:/dir/a%20b.pdf'],
    ['\\\\server\\share\\a.pdf', 'file://server/share/a.pdf'],
    ['a\\b.pdf', 'a%5Cb.pdf'],
    ['\ud800.pdf', '%EF%BF%BD.pdf'],
    ['-', '-'],
    ['\\xb2\\xe2\\x7e.pdf', '%B2%E2%5Cx7e.pdf'],
    ['\\\\xb2.pdf', '%5Cxb2.pdf'],
    ['\udcb2.pdf', '%B2.pdf'],
  ])('%j', (file, uri) => {
    expect(fileUri(file)).toBe(uri);
  });

  it('leads back to the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        fc.pre(!/\p{Surrogate}/u.test(name) && !/^[./\\]|^[A-Za-z]:[\\/]/.test(name));
        expect(decodeURIComponent(fileUri(name))).toBe(name);
      }),
    );
  });
});

describe('hostile text', () => {
  it('is no placeholder, no link and no control', () => {
    const text = run(hostile(HOSTILE)).results?.[0]?.message.text;
    expect(text).toContain('\\u001b[2J');
    expect(text).toContain('[x] (http://e.vil)');
    expect(text).toMatch(/\{\{0\}\}$/);
  });

  it('is valid, whatever it is', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const [message = ''] = run(hostile(text)).results?.map((result) => result.message.text ?? '') ?? [];
        expect(message.replaceAll(/\{\{|\}\}/g, '')).not.toMatch(/[{}\p{Cc}\p{Surrogate}]|\]\(/u);
      }),
    );
  });
});
