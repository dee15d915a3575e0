import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/contract/findings.js';
import { findingsText } from '../../../src/output/findings/text.js';
import type { FindingsContext } from '../../../src/output/findings/writer.js';
import {
  anyText,
  checked,
  context,
  diagnostic,
  everything,
  finding,
  form,
  HOSTILE,
  hostile,
  problem,
} from './sample.js';

const lines = (given: FindingsContext): string[] => findingsText(given).split('\n');
const summary = (given: FindingsContext): string | undefined => lines(given).at(-2);

describe('findings as text', () => {
  it('stand under their files and forms, problems of the file first', () => {
    expect(findingsText(everything())).toBe(`a.pdf
  1 云服务 (page 1)
    error    page 2   The scores add up to 95, not 96  score-sum
    warning  page 11  执行率应为 50%                   rate
  2 自评表
    info              Look                             new

dir/c 1.pdf
  error    page 3  the page could not be read       page-unreadable
  warning          put together again               file-mended
  1 培训 (page 1)
    warning  page 1  "1" may be "7"                   text-doubtful
    error    page 2  The scores add up to 95, not 96  score-sum

d.pdf
  error  it is no PDF  not-a-pdf

4 files, 5 forms: 4 errors, 3 warnings, 1 info; 1 file could not be read; 1 file could be read only in part
`);
  });

  it('are told in Chinese', () => {
    expect(lines(everything({ lang: 'zh' })).slice(0, 6)).toEqual([
      'a.pdf',
      '  1 云服务（第 1 页）',
      '    错误  第 2 页   The scores add up to 95, not 96  score-sum',
      '    警告  第 11 页  执行率应为 50%                   rate',
      '  2 自评表',
      '    提示            Look                             new',
    ]);
    expect(summary(everything({ lang: 'zh' }))).toBe(
      '4 个文件，5 张表：4 个错误，3 个警告，1 个提示；1 个文件无法读取；1 个文件只读取了一部分',
    );
  });

  it('have colour where it is asked for, around what is there without', () => {
    const coloured = findingsText(everything({ colour: true }));
    expect(coloured).toContain('    \u001b[31merror\u001b[39m    page 2   ');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the codes of colour are what it is about
    expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(findingsText(everything()));
  });

  it('wait for no sentence that is very long', () => {
    const long = 'x'.repeat(500);
    expect(lines(context([checked()], [finding({ message: long }), finding({ message: 'short' })]))[3]).toBe(
      `    error  page 2  short${' '.repeat(75)}  score-sum`,
    );
  });
});

describe('the summary', () => {
  it('is all there is where nothing was found', () => {
    expect(findingsText(context([checked()], []))).toBe('1 file, 1 form: nothing found\n');
    expect(findingsText(context([], [], { lang: 'zh' }))).toBe('0 个文件，0 张表：未发现问题\n');
  });

  it.each([
    [1, '1 file, 1 form: 1 error, 0 warnings, 0 info'],
    [2, '1 file, 1 form: 2 errors, 0 warnings, 0 info'],
  ])('has one and many: %i', (many, expected) => {
    expect(
      summary(
        context(
          [checked()],
          Array.from({ length: many }, () => finding()),
        ),
      ),
    ).toBe(expected);
  });

  it('says of errors alone where only these are told', () => {
    const quiet = (lang: 'en' | 'zh', ...findings: Finding[]) =>
      summary(context([checked()], findings, { quiet: true, lang }));
    expect(quiet('en', finding(), finding())).toBe('1 file, 1 form: 2 errors');
    expect(quiet('zh', finding())).toBe('1 个文件，1 张表：1 个错误');
    expect([quiet('en'), quiet('zh')]).toEqual(['1 file, 1 form: no errors', '1 个文件，1 张表：没有错误']);
  });

  it('never says that nothing was found of a form of which a part was not read', () => {
    const part = checked({ read: false });
    for (const findings of [[], [diagnostic()], [diagnostic({ report: 0 })], [diagnostic({ severity: 'info' })]])
      expect(summary(context([part], findings))).toMatch(
        /1 error, 0 warnings, [01] info; 1 file could be read only in part$/,
      );
  });

  it('counts many unread files', () => {
    const unread = [checked({ read: false, reports: [] }), checked({ file: 'b', read: false, reports: [] })];
    expect(summary(context(unread, []))).toBe(
      '2 files, 0 forms: 2 errors, 0 warnings, 0 info; 2 files could not be read',
    );
  });
});

describe('a group', () => {
  it('is there for an unread file of which nobody says why', () => {
    expect(lines(context([checked({ read: false, reports: [] })], []))[1]).toBe('  error  could not be read  unread');
  });

  it('is there for a file that only findings name, and for a form that no file lists', () => {
    expect(findingsText(context([checked({ file: 'a.json' })], [finding({ report: 4 })]))).toBe(`a.pdf
  form 5
    error  page 2  The scores add up to 95, not 96  score-sum

1 file, 1 form: 1 error, 0 warnings, 0 info
`);
  });

  it('is one for inputs of one name, with all that is known of them', () => {
    const twice = [
      checked({ file: '-', problems: [problem()] }),
      checked({ file: '-', reports: [form('a'), form('b')] }),
    ];
    expect(lines(context(twice, [finding({ file: '-', report: 1 })])).slice(0, 3)).toEqual([
      '-',
      '  error          the PDF is damaged               pdf-damaged',
      '  2 b (page 1)',
    ]);
  });
});

describe('hostile text', () => {
  it('is shown, not obeyed', () => {
    const shown = findingsText(hostile(HOSTILE));
    expect(shown.split('\n')).toHaveLength(8);
    expect(shown).toContain('\\u001b[2J\\u202e\\u2028\\u000d\\u000a::error file=x');
    expect(shown).toContain('\\ud800');
  });

  it('is no command of a build server', () => {
    expect(findingsText(hostile(' ::error::x'))).toMatch(/^ \\u003a:error::x\n/);
    expect(findingsText(hostile('a##[error]b ##vso[c] # ## x[y]'))).toMatch(
      /^a\\u0023#\[error\]b \\u0023#vso\[c\] # ## x\[y\]\n/,
    );
  });

  it('never makes a line or a code of its own, whatever it is', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const shown = findingsText(hostile(text));
        expect(shown.split('\n')).toHaveLength(8);
        expect(shown.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}\p{Surrogate}\u2028\u2029]/u);
      }),
    );
  });
});
