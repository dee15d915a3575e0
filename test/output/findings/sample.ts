import fc from 'fast-check';
import type { CheckedFile, Finding, Problem, RuleInfo } from '../../../src/contract/findings.js';
import type { FindingsContext } from '../../../src/output/findings/writer.js';

export const finding = (some: Partial<Finding> = {}): Finding => ({
  rule: 'score-sum',
  severity: 'error',
  message: 'The scores add up to 95, not 96',
  file: 'a.pdf',
  report: 0,
  path: '/reports/0/total/score',
  page: 2,
  bbox: [72, 90.5, 100, 110],
  labels: [],
  formula: '40 + 55 = 95 ≠ 96',
  source: '财预〔2020〕10号',
  mend: 'correct the total',
  ...some,
});

/** What the reader said, as a finding: here that a page was not read. */
export const diagnostic = (some: Partial<Finding> = {}): Finding =>
  finding({
    rule: 'page-unreadable',
    message: 'the page could not be read',
    report: null,
    path: '/diagnostics/0',
    page: 3,
    bbox: null,
    ...some,
  });

export const problem = (some: Partial<Problem> = {}): Problem => ({
  code: 'pdf-damaged',
  severity: 'error',
  message: 'the PDF is damaged',
  page: null,
  ...some,
});

export const form = (
  name: string | null,
  page: number | null = 1,
  title: string | null = '自评表',
): CheckedFile['reports'][number] => ({
  ...{ title, name, page, year: 2022, supervisingDepartment: '某局', implementingUnit: '某中心', unit: '万元' },
  ...{ annualBudget: 100, executed: 90, executionRate: 0.9, fullScore: 100, score: 96, grade: '优', indicators: 8 },
});

export const checked = (some: Partial<CheckedFile> = {}): CheckedFile => ({
  file: 'a.pdf',
  read: true,
  reports: [form('云服务')],
  problems: [],
  ...some,
});

export const rules: readonly RuleInfo[] = [
  { id: 'rate', kind: 'rule', severity: 'warning', title: 'Rate', why: 'A rate is executed by budget.', source: null },
  {
    id: 'score-sum',
    kind: 'rule',
    severity: 'error',
    title: 'Sum',
    why: 'The scores add up.',
    source: '财预〔2020〕10号',
  },
  {
    id: 'text-doubtful',
    kind: 'diagnostic',
    severity: 'warning',
    title: 'Doubt',
    why: 'It may be wrong.',
    source: null,
  },
];

export const context = (
  files: readonly CheckedFile[],
  findings: readonly Finding[],
  some: Partial<FindingsContext> = {},
): FindingsContext => ({
  validation: { schemaVersion: '1', config: null, files: [...files], findings: [...findings] },
  rules,
  lang: 'en',
  version: '1.2.3',
  home: null,
  colour: false,
  quiet: false,
  ...some,
});

/**
 * Two forms with findings, a file without any, one read in part, of which the reader said something of the file, of a page and
 * of a form, and one that could not be read.
 */
export const everything = (some: Partial<FindingsContext> = {}): FindingsContext =>
  context(
    [
      checked({ reports: [form('云服务'), form(null, null), form('好')] }),
      checked({ file: 'b.pdf' }),
      checked({ file: 'dir/c 1.pdf', read: false, reports: [form('培训', 1)] }),
      checked({
        file: 'd.pdf',
        read: false,
        reports: [],
        problems: [problem({ code: 'not-a-pdf', message: 'it is no PDF', page: null })],
      }),
    ],
    [
      finding(),
      finding({
        rule: 'rate',
        severity: 'warning',
        message: '执行率应为 50%',
        page: 11,
        path: '/reports/0/funds/rows/0',
      }),
      finding({
        rule: 'new',
        severity: 'info',
        message: 'Look',
        report: 1,
        page: null,
        bbox: null,
        path: '/reports/1',
      }),
      diagnostic({ file: 'dir/c 1.pdf' }),
      diagnostic({
        file: 'dir/c 1.pdf',
        rule: 'file-mended',
        severity: 'warning',
        message: 'put together again',
        path: '/diagnostics/2',
        page: null,
      }),
      diagnostic({
        file: 'dir/c 1.pdf',
        rule: 'text-doubtful',
        severity: 'warning',
        message: '"1" may be "7"',
        report: 0,
        path: '/diagnostics/1',
        page: 1,
        bbox: [10, 20, 30, 40],
      }),
      finding({ file: 'dir/c 1.pdf' }),
    ],
    some,
  );

/** What a terminal, a build server or a reader of markup could obey. */
export const HOSTILE =
  '\u001b[2J\u202e\u2028\r\n::error file=x,title=y::z\n%0A::set-output,a:b|`c`]]>&<b>"\'[x](http://e.vil)@all #1 \ud800\ufffe{0}';

/** The same text wherever text of a PDF or a file name can stand. */
export const hostile = (text: string, some: Partial<FindingsContext> = {}): FindingsContext =>
  context(
    [
      checked({
        file: text,
        read: false,
        reports: [form(text, 1, text)],
        problems: [problem({ code: text || 'x', message: text || 'x' })],
      }),
    ],
    [
      diagnostic({ file: text, message: text || 'x', rule: text || 'x' }),
      finding({ file: text, message: text || 'x', rule: text || 'x', path: text }),
    ],
    { rules: [{ id: text, kind: 'rule', severity: 'error', title: text, why: text, source: text }], ...some },
  );

export const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom(...HOSTILE.split(''), '\n', '\r', '%', ':', '\\')).map((chars) => chars.join('')),
);
