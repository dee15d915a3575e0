import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { escapeLine } from '../../src/output/escape.js';
import { elements, readMarkup } from '../output/markup.js';
import { folder, golden, rewriting, transcript } from './golden.js';
import { evalx, expectedReports, REPORTS, type Run } from './run.js';

interface Case {
  readonly args: readonly string[];
  /** The language of the environment; default English. */
  readonly lang?: 'zh';
  readonly code: number;
  /** What must stand on stderr, whatever the golden file says; without it stderr is empty. */
  readonly says?: string;
  /** What stdout must be, whatever the golden file says; without it stdout is empty. */
  readonly prints?: (stdout: string) => void;
}

const bad = (name: string): string => `fixtures/bad/${name}.pdf`;
const corrections = (name: string): string => `test/cli/corrections/${name}.json`;
const PROSE = 'fixtures/layout/prose-chromium.pdf';
const SIDE_BY_SIDE = 'fixtures/layout/side-by-side-chromium.pdf';
const SENTENCES = 'fixtures/families/numbers-sentences-pdfkit.pdf';
const LOCKED = 'fixtures/hard/user-password.pdf';

const documents = (stdout: string) =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
const codes = (stdout: string) => documents(stdout).map((d) => d.diagnostics.map((one: { code: string }) => one.code));
const diagnoses =
  (...expected: string[][]) =>
  (stdout: string): void =>
    expect(codes(stdout)).toEqual(expected);

const tellsBoth = (stdout: string): void => expect(stdout.match(/value-not-a-number$/gm)).toHaveLength(2);

const CASES: Readonly<Record<string, Case>> = {
  help: { args: ['--help'], code: 0, prints: (out) => expect(out).toContain('Exit codes:') },
  'help-parse': { args: ['parse', '--help'], code: 0, prints: (out) => expect(out).toContain('--pages <list>') },
  'help-schema': { args: ['schema', '--help'], code: 0, prints: (out) => expect(out).toContain('JSON Schema') },
  'help-validate': { args: ['validate', '--help'], code: 0, prints: (out) => expect(out).toContain('--fail-on') },
  validate: {
    args: ['validate', REPORTS, '--lang', 'en'],
    code: 1,
    prints: (out) => expect(out).toContain('1 file, 4 forms: 3 errors, 11 warnings, 6 info'),
  },
  'validate-zh': {
    args: ['validate', REPORTS, '--lang', 'zh', '--quiet'],
    code: 1,
    prints: (out) => expect(out).toContain('与总额 620000 相差 620000'),
  },
  'validate-json': {
    args: [
      'validate',
      REPORTS,
      '-f',
      'json',
      '--rule',
      'funds-sum-mismatch=warning',
      '--rule',
      'budget-change=off',
      '--rule',
      'rate-range=off',
      '--rule',
      'over-fulfilment=off',
      '--rule',
      'actual-not-quantified=off',
      '--rule',
      'target-not-measurable=off',
    ],
    code: 0,
    prints: (out) => {
      const { files, findings } = JSON.parse(out);
      expect(files).toHaveLength(1);
      expect(findings.map((f: { rule: string; severity: string }) => [f.rule, f.severity])).toEqual([
        ['funds-sum-mismatch', 'warning'],
        ['funds-sum-mismatch', 'warning'],
        ['actual-missing', 'warning'],
      ]);
    },
  },
  'validate-unread': {
    args: [
      'validate',
      bad('mixed-scan'),
      bad('text'),
      bad('no-form'),
      'nowhere.pdf',
      '--lang',
      'en',
      '--fail-on',
      'never',
    ],
    code: 3,
    prints: (out) => expect(out).toContain('3 files could not be read'),
  },
  'validate-portfolio': {
    args: ['validate', 'fixtures/pictured/portfolio.pdf', '--lang', 'en'],
    code: 1,
    prints: (out) => expect(out).toContain('fixtures/pictured/portfolio.pdf!inner!road.pdf\n'),
  },
  'parse-pictured': {
    args: ['parse', 'fixtures/pictured/outlines.pdf'],
    code: 3,
    says: 'text is drawn as curves instead of characters and was not read',
    prints: (out) => expect(out).toContain('"page-without-text"'),
  },
  'tables-portfolio-markdown': {
    args: ['tables', 'fixtures/pictured/portfolio.pdf', '--format', 'markdown'],
    code: 0,
    prints: (out) => expect(out.match(/^\| *---/gmu)).toHaveLength(8),
  },
  'validate-unread-junit': {
    args: ['validate', bad('text'), '-f', 'junit'],
    code: 3,
    says: `evalx: ${bad('text')}: this is not a PDF`,
    prints: (out) => expect(out).toMatch(/^<\?xml/),
  },
  'validate-diagnostics': {
    args: ['validate', SENTENCES, bad('mixed-scan'), '--lang', 'en'],
    code: 3,
    prints: (out) => expect(out.match(/value-not-a-number$/gm)).toHaveLength(2),
  },
  'validate-diagnostics-fail-on': { args: ['validate', SENTENCES, '--fail-on', 'warning'], code: 1, prints: tellsBoth },
  'validate-diagnostics-max-warnings': {
    args: ['validate', SENTENCES, '--max-warnings', '1', '--fail-on', 'never'],
    code: 1,
    prints: tellsBoth,
  },
  'validate-diagnostics-quiet': {
    args: ['validate', SENTENCES, bad('mixed-scan'), '--lang', 'en', '--quiet', '-f', 'markdown'],
    code: 3,
    says: `evalx: ${bad('mixed-scan')}: page 1: the page is a picture`,
    prints: (out) => expect(out).not.toContain('value-not-a-number'),
  },
  'validate-quiet-fails': {
    args: ['validate', SENTENCES, '--lang', 'en', '--quiet', '--max-warnings', '2'],
    code: 1,
    says: 'evalx: the run fails by what --quiet leaves out: 3 warnings, 1 info',
    prints: (out) => expect(out).toBe('1 file, 1 form: no errors\n'),
  },
  'validate-diagnostics-set': {
    args: [
      ...['validate', bad('mixed-scan'), bad('no-form'), SENTENCES, '--fail-on', 'never', '--lang', 'en'],
      ...['--rule', 'page-without-text=warning', '--rule', 'no-form-found=off', '--rule', 'value-not-a-number=error'],
    ],
    code: 0,
    prints: (out) => expect(out).not.toContain('could'),
  },
  'validate-diagnostics-json': {
    args: ['validate', SENTENCES, bad('scan'), '-f', 'json', '--lang', 'en'],
    code: 3,
    says: `evalx: ${bad('scan')}: page 1: the page is a picture`,
    prints: (out) => {
      const { files, findings } = JSON.parse(out);
      expect(files.map(({ problems }: { problems: unknown[] }) => problems)).toEqual([[], []]);
      expect(findings.filter(({ path }: { path: string }) => path.startsWith('/diagnostics/'))).toHaveLength(3);
    },
  },
  ...Object.fromEntries(
    (['junit', 'github', 'gitlab'] as const).map((format): [string, Case] => [
      `validate-diagnostics-${format}`,
      {
        args: ['validate', SENTENCES, bad('mixed-scan'), bad('no-form'), '-f', format, '--lang', 'en'],
        code: 3,
        says: `evalx: ${bad('mixed-scan')}: page 1: the page is a picture`,
        prints: (out) => expect(out).toContain('no-form-found'),
      },
    ]),
  ),
  'validate-unknown-rule': {
    args: ['validate', REPORTS, '--rule', 'grade-mismach=off'],
    code: 2,
    says: 'there is no rule "grade-mismach" (did you mean grade-mismatch?); evalx rules lists them',
  },
  'validate-two-on-stdout': {
    args: ['validate', REPORTS, '-f', 'json', '-f', 'sarif'],
    code: 2,
    says: 'two formats cannot share standard output',
  },
  'validate-nothing': {
    args: ['validate', 'src', '--lang', 'en'],
    code: 3,
    prints: (out) => expect(out).toContain('no-file-found'),
  },
  'help-corrections': {
    args: ['corrections', '--help'],
    code: 0,
    prints: (out) => expect(out).toContain('merge [options] <files...>'),
  },
  'zh-help-corrections': {
    lang: 'zh',
    args: ['corrections', 'check', '--help'],
    code: 0,
    prints: (out) => expect(out).toContain('--no-corrections'),
  },
  'corrections-validate': {
    args: ['validate', REPORTS, '--corrections', corrections('reports'), '--lang', 'en', '--fail-on', 'warning'],
    code: 1,
    says: `${corrections('reports')}: fields put right: 2, in files: 1`,
    prints: (out) => expect(out).toContain('1 file, 4 forms: 0 errors, 10 warnings, 6 info; 2 accepted'),
  },
  'zh-corrections-validate': {
    args: ['validate', REPORTS, '--corrections', corrections('refused'), '--lang', 'zh'],
    code: 1,
    says: `${corrections('refused')}: 已更正字段 1 处`,
    prints: (out) => expect(out).toContain('该字段应为整数或空值'),
  },
  'corrections-validate-json': {
    args: ['validate', REPORTS, '--corrections', corrections('reports'), '--lang', 'en', '-f', 'json'],
    code: 0,
    says: 'fields put right: 2',
    prints: (out) => expect(JSON.parse(out).accepted).toHaveLength(2),
  },
  'corrections-parse': {
    args: ['parse', REPORTS, '--corrections', corrections('refused')],
    code: 0,
    says: 'was not applied: it expects 80, and the field says 90',
    prints: (out) => {
      const [{ reports, corrected, diagnostics }] = documents(out);
      expect(reports[0].total.grade).toBe('优');
      expect(Object.keys(corrected)).toEqual(['/reports/0/total/grade']);
      expect(diagnostics).toHaveLength(4);
    },
  },
  'zh-corrections-parse-pages': {
    lang: 'zh',
    args: ['parse', REPORTS, '--pages', '2', '--corrections', corrections('refused')],
    code: 0,
    says: `${corrections('refused')}: 使用 --pages 时不采用更正`,
    prints: (out) => expect(documents(out)[0].reports).toEqual([(expectedReports(REPORTS) as unknown[])[1]]),
  },
  'corrections-broken': {
    args: ['parse', REPORTS, '--corrections', corrections('broken')],
    code: 2,
    says: `${corrections('broken')}: it is no file of corrections at /corrections/0/when`,
  },
  'zh-corrections-missing': {
    lang: 'zh',
    args: ['validate', REPORTS, '--corrections', 'nowhere.json'],
    code: 2,
    says: 'nowhere.json: 文件不存在',
  },
  'corrections-list': {
    args: ['corrections', 'list', corrections('reports'), '--lang', 'en'],
    code: 0,
    prints: (out) => expect(out).toContain('corrections: 2, accepted findings: 2, files: 1'),
  },
  'corrections-check': {
    args: ['corrections', 'check', REPORTS, '--corrections', corrections('refused'), '--lang', 'en'],
    code: 1,
    prints: (out) => expect(out).toContain('corrections that fit: 1, refused: 4'),
  },
  'zh-corrections-check': {
    lang: 'zh',
    args: ['corrections', 'check', REPORTS, '--corrections', corrections('reports')],
    code: 0,
    prints: (out) => expect(out).toBe('可采用的更正 2 处，未采用 0 处\n'),
  },
  'corrections-check-none': {
    args: ['corrections', 'check', REPORTS],
    code: 2,
    says: 'there is no corrections.json beside these files',
  },
  'corrections-merge': {
    args: ['corrections', 'merge', corrections('reports'), corrections('other'), '--lang', 'en'],
    code: 1,
    says: '620000 (王), 610000 (赵) contradict each other',
    prints: (out) => expect(JSON.parse(out).corrections).toHaveLength(1),
  },
  rules: { args: ['rules', '--lang', 'en'], code: 0, prints: (out) => expect(out.trim().split('\n')).toHaveLength(94) },
  'explain-code': {
    args: ['explain', 'text-unreadable', '--lang', 'en'],
    code: 0,
    prints: (out) => expect(out).toContain('text-unreadable (error), a diagnostic of the reader\n'),
  },
  'zh-explain-code': {
    lang: 'zh',
    args: ['explain', 'value-not-a-number'],
    code: 0,
    prints: (out) => expect(out).toContain('数字无法识别'),
  },
  explain: {
    args: ['explain', 'grade-mismatch', '--lang', 'zh'],
    code: 0,
    prints: (out) => expect(out).toContain('得分 85 对应等级“良”，表列“优”'),
  },
  'explain-tolerance': {
    args: ['explain', 'score-total-mismatch', '--lang', 'en'],
    code: 0,
    prints: (out) => expect(out).toContain('Tolerances: score 0.05'),
  },
  'explain-unknown': {
    args: ['explain', 'score-totals-mismatch'],
    code: 2,
    says: 'unknown rule "score-totals-mismatch" (did you mean score-total-mismatch?); evalx rules lists them',
  },
  'help-batch': { args: ['batch', '--help'], code: 0, prints: (out) => expect(out).toContain('--resume') },
  'help-merge': { args: ['merge', '--help'], code: 0, prints: (out) => expect(out).toContain('--out') },
  'help-families': { args: ['families', '--help'], code: 0, prints: (out) => expect(out).toContain('--json') },
  'help-doctor': { args: ['doctor', '--help'], code: 0, prints: (out) => expect(out).toContain('--json') },
  families: { args: ['families'], code: 0, prints: (out) => expect(out.split('\n')).toHaveLength(22) },
  family: {
    args: ['families', 'chongqing'],
    code: 0,
    prints: (out) => expect(out).toMatch(/indicators\[\]\.adjustedTarget +调整指标值/),
  },
  'unknown-family': { args: ['families', 'x'], code: 2, says: 'unknown family "x"' },
  'no-command': { args: [], code: 2, says: 'Usage: evalx' },
  'no-file': { args: ['parse'], code: 2, says: "missing required argument 'files'" },
  'unknown-command': { args: ['prase'], code: 2, says: "unknown command 'prase' (Did you mean parse?)" },
  'unknown-option': { args: ['parse', '--pag', '1', REPORTS], code: 2, says: "unknown option '--pag'" },
  'stdin-twice': { args: ['parse', '-', '-'], code: 2, says: 'only once' },
  'pages-malformed': { args: ['parse', REPORTS, '--pages', '3-1'], code: 2, says: '--pages 3-1' },
  'pages-beyond': { args: ['parse', REPORTS, '--pages', '2,9'], code: 2, says: `${REPORTS}: there is no page 9` },
  pages: {
    args: ['parse', REPORTS, '--pages', '2'],
    code: 0,
    prints: (out) => expect(documents(out)[0].reports).toEqual([(expectedReports(REPORTS) as unknown[])[1]]),
  },
  missing: { args: ['parse', 'nowhere.pdf'], code: 3, says: 'evalx: nowhere.pdf: there is no such file' },
  'hostile-name': { args: ['parse', 'a\u001b[31m\u202eb.pdf'], code: 3, says: 'evalx: a\\u001b[31m\\u202eb.pdf: ' },
  folder: { args: ['parse', 'fixtures/bad'], code: 3, says: 'evalx: fixtures/bad: this is a folder' },
  empty: { args: ['parse', bad('empty')], code: 3, says: `evalx: ${bad('empty')}: the file is empty` },
  text: { args: ['parse', bad('text')], code: 3, says: `evalx: ${bad('text')}: this is not a PDF` },
  truncated: { args: ['parse', bad('truncated')], code: 3, says: `evalx: ${bad('truncated')}: the PDF is damaged` },
  'password-needed': { args: ['parse', LOCKED], code: 3, says: `evalx: ${LOCKED}: the file is encrypted` },
  'password-wrong': {
    args: ['parse', LOCKED, '--password', 'wrong'],
    code: 3,
    says: `evalx: ${LOCKED}: the password is wrong`,
  },
  'no-form': {
    args: ['parse', bad('no-form')],
    code: 0,
    says: `evalx: ${bad('no-form')}: no self-evaluation form`,
    prints: diagnoses(['no-form-found']),
  },
  scan: {
    args: ['parse', bad('scan')],
    code: 3,
    says: `evalx: ${bad('scan')}: page 1: the page is a picture`,
    prints: diagnoses(['page-without-text']),
  },
  unreadable: {
    args: ['parse', bad('unreadable')],
    code: 3,
    says: `evalx: ${bad('unreadable')}: page 1: text is drawn in a font without Unicode`,
    prints: diagnoses(['text-unreadable']),
  },
  'help-tables': { args: ['tables', '--help'], code: 0, prints: (out) => expect(out).toContain('--format <format>') },
  'tables-json': {
    args: ['tables', bad('no-form')],
    code: 0,
    prints: (out) => expect(documents(out).map((d) => [d.file, d.tables.length])).toEqual([[bad('no-form'), 1]]),
  },
  'tables-csv': {
    args: ['tables', bad('no-form'), SIDE_BY_SIDE, '--format', 'csv'],
    code: 0,
    prints: (out) => expect(out.trimEnd().split('\r\n\r\n')).toHaveLength(3),
  },
  'tables-markdown': {
    args: ['tables', SIDE_BY_SIDE, '--format', 'markdown'],
    code: 0,
    prints: (out) => expect(out.match(/^\| ---/gm)).toHaveLength(2),
  },
  'tables-html': {
    args: ['tables', bad('no-form'), SIDE_BY_SIDE, '--format', 'html'],
    code: 0,
    prints: (out) => expect([out.match(/<h1>/g)?.length, out.match(/<table>/g)?.length]).toEqual([2, 3]),
  },
  'tables-none': {
    args: ['tables', PROSE, bad('scan'), '--format', 'csv'],
    code: 3,
    says: `evalx: ${PROSE}: no table was found`,
  },
  'tables-unknown-format': {
    args: ['tables', REPORTS, '--format', 'xml'],
    code: 2,
    says: 'json, csv, markdown, html',
  },
  'help-inspect': { args: ['inspect', '--help'], code: 0, prints: (out) => expect(out).toContain('Stages:') },
  'inspect-cells': {
    args: ['inspect', SIDE_BY_SIDE, '--stage', 'cells'],
    code: 0,
    prints: (out) => expect(elements(readMarkup(out), 'svg')).toHaveLength(1),
  },
  'inspect-scan': {
    args: ['inspect', bad('scan'), '--stage', 'items'],
    code: 3,
    says: `evalx: ${bad('scan')}: page 1: the page is a picture`,
    prints: (out) => expect(out).toContain('<g id="image"'),
  },
  'inspect-beyond': { args: ['inspect', REPORTS, '--page', '9'], code: 2, says: 'there is no page 9' },
  'inspect-malformed': { args: ['inspect', REPORTS, '--pages', '1-2'], code: 2, says: '--pages 1-2' },
  'inspect-unknown-stage': {
    args: ['inspect', REPORTS, '--stage', 'x'],
    code: 2,
    says: 'items, rulings, regions, separators, rows, cells, tables',
  },
  'zh-help': { lang: 'zh', args: ['--help'], code: 0, prints: (out) => expect(out).toContain('退出码：') },
  'zh-help-validate': {
    lang: 'zh',
    args: ['validate', '--help'],
    code: 0,
    prints: (out) => expect(out).toContain('加密文件的密码'),
  },
  'zh-help-batch': { lang: 'zh', args: ['batch', '--help'], code: 0, prints: (out) => expect(out).toContain('进程数') },
  'zh-help-inspect': {
    lang: 'zh',
    args: ['inspect', '--help'],
    code: 0,
    prints: (out) => expect(out).toContain('阶段：'),
  },
  'zh-unknown-option': { lang: 'zh', args: ['parse', '--pag', '1', REPORTS], code: 2, says: '未知选项“--pag”' },
  'zh-no-command': { lang: 'zh', args: [], code: 2, says: '用法： evalx' },
  'zh-pages-malformed': { lang: 'zh', args: ['parse', REPORTS, '--pages', '3-1'], code: 2, says: '起止页码颠倒' },
  'zh-missing': { lang: 'zh', args: ['parse', 'nowhere.pdf'], code: 3, says: 'nowhere.pdf: 文件不存在' },
  'zh-truncated': { lang: 'zh', args: ['parse', bad('truncated')], code: 3, says: 'PDF 已损坏' },
  'zh-password-needed': { lang: 'zh', args: ['parse', LOCKED], code: 3, says: '请用 --password 提供密码' },
  'zh-scan': {
    lang: 'zh',
    args: ['parse', bad('scan')],
    code: 3,
    says: '第 1 页: 本页为图片',
    prints: diagnoses(['page-without-text']),
  },
  'zh-no-form': {
    lang: 'zh',
    args: ['parse', bad('no-form')],
    code: 0,
    says: '未找到绩效自评表',
    prints: diagnoses(['no-form-found']),
  },
  'zh-explain': {
    lang: 'zh',
    args: ['explain', 'funds-sum-mismatch'],
    code: 0,
    prints: (out) => expect(out).toContain('不通过的示例：'),
  },
  'zh-validate-unread': {
    lang: 'zh',
    args: ['validate', bad('truncated'), 'nowhere'],
    code: 3,
    prints: (out) => expect(out).toContain('PDF 已损坏'),
  },
  several: {
    args: ['parse', bad('text'), bad('no-form'), 'nowhere.pdf', bad('unreadable')],
    code: 3,
    says: `evalx: ${bad('no-form')}: no self-evaluation form`,
    prints: diagnoses(['no-form-found'], ['text-unreadable']),
  },
};

/** As a person would type it. */
const command = (args: readonly string[]): string =>
  ['evalx', ...args.map((arg) => (/^[\w./,-]+$/.test(arg) ? arg : `$'${escapeLine(arg)}'`))].join(' ');

describe('runs of the command line', () => {
  it.concurrent.each(Object.entries(CASES))('%s', async (name, { lang, args, code, says, prints }) => {
    const env = lang === 'zh' ? { LANG: 'zh_CN.UTF-8' } : undefined;
    const run: Run = await evalx(args, env && { env });
    expect(run.code).toBe(code);
    if (says === undefined) expect(run.stderr).toBe('');
    else expect(run.stderr).toContain(says);
    if (prints) prints(run.stdout);
    else expect(run.stdout).toBe('');
    // Neither colours nor a stack, and nothing that a terminal obeys.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it is about
    const forbidden = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]|\n {4}at /;
    expect((run.stdout + run.stderr).replaceAll('\r\n', '\n')).not.toMatch(forbidden);
    const text = transcript(`${lang === 'zh' ? 'LANG=zh_CN.UTF-8 ' : ''}${command(args)}`, run);
    expect(text).toBe(golden(name, text));
  });

  it('have a golden file each, and no golden file is left over', () => {
    expect(readdirSync(folder).sort()).toEqual(
      Object.keys(CASES)
        .map((name) => `${name}.txt`)
        .sort(),
    );
  });

  it('are compared with golden files, not written to them', () => {
    expect(rewriting, 'look at what UPDATE_GOLDEN=1 has written, then run the tests without it').toBe(false);
  });
});
