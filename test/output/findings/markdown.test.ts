import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeMarkdown } from '../../../src/output/escape.js';
import { findingsMarkdown } from '../../../src/output/findings/markdown.js';
import { anyText, checked, context, everything, finding, HOSTILE, hostile } from './sample.js';

describe('findings as Markdown', () => {
  it('are a table of the files and a section for each with findings', () => {
    expect(findingsMarkdown(everything())).toBe(`# evalx: Findings

4 files, 5 forms: 4 errors, 3 warnings, 1 info; 1 file could not be read; 1 file could be read only in part

| File | Read | Forms | error | warning | info |
| --- | --- | ---: | ---: | ---: | ---: |
| a.pdf | yes | 3 | 1 | 1 | 1 |
| b.pdf | yes | 1 | 0 | 0 | 0 |
| dir/c 1.pdf | in part | 1 | 2 | 2 | 0 |
| d.pdf | no | 0 | 1 | 0 | 0 |

## a.pdf

| Severity | Form | Page | Finding | Rule |
| --- | --- | ---: | --- | --- |
| error | 1 云服务 | 2 | The scores add up to 95, not 96 | score-sum |
| warning | 1 云服务 | 11 | 执行率应为 50% | rate |
| info | 2 自评表 |  | Look | new |

## dir/c 1.pdf

| Severity | Form | Page | Finding | Rule |
| --- | --- | ---: | --- | --- |
| error |  | 3 | the page could not be read | page-unreadable |
| warning |  |  | put together again | file-mended |
| warning | 1 培训 | 1 | "1" may be "7" | text-doubtful |
| error | 1 培训 | 2 | The scores add up to 95, not 96 | score-sum |

## d.pdf

| Severity | Form | Page | Finding | Rule |
| --- | --- | ---: | --- | --- |
| error |  |  | it is no PDF | not-a-pdf |
`);
  });

  it('speak Chinese', () => {
    const lines = findingsMarkdown(everything({ lang: 'zh' })).split('\n');
    expect(lines[0]).toBe('# evalx: 检查结果');
    expect(lines[4]).toBe('| 文件 | 已读取 | 表数 | 错误 | 警告 | 提示 |');
    expect(lines[8]).toBe('| dir/c 1.pdf | 部分 | 1 | 2 | 2 | 0 |');
    expect(lines).toContain('| 级别 | 表 | 页 | 问题 | 规则 |');
  });

  it('count errors alone where only these are told', () => {
    const lines = findingsMarkdown(context([checked()], [finding()], { quiet: true })).split('\n');
    expect(lines.slice(2, 7)).toEqual([
      '1 file, 1 form: 1 error',
      '',
      '| File | Read | Forms | error |',
      '| --- | --- | ---: | ---: |',
      '| a.pdf | yes | 1 | 1 |',
    ]);
  });

  it('are the summary and the table where nothing was found', () => {
    expect(findingsMarkdown(context([], []))).toBe('# evalx: Findings\n\n0 files, 0 forms: nothing found\n');
    expect(findingsMarkdown(context([checked()], []))).not.toContain('## ');
  });
});

describe('Markdown', () => {
  it.each([
    ['a | b \\', 'a \\| b \\\\'],
    ['`code` *a* _b_ ~~c~~', '\\`code\\` \\*a\\* \\_b\\_ \\~\\~<!-- -->c\\~\\~'],
    ['![x](y) [z]', '\\!\\[x\\](y) \\[z\\]'],
    ['<b>&amp;', '&lt;b&gt;&amp;<!-- -->amp;'],
    ['http://e.vil www.e.vil', 'http:<!-- -->//e.vil www<!-- -->.e.vil'],
    ['@all a@b.c #1 !2 :tada:', '@<!-- -->all a@<!-- -->b.c \\#<!-- -->1 \\!<!-- -->2 :<!-- -->tada:'],
    ['100%，10:30，a: b', '100%，10:30，a: b'],
  ])('shows %j', (text, expected) => {
    expect(escapeMarkdown(text)).toBe(expected);
  });

  it('shows any text as it is', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const shown = escapeMarkdown(text)
          .replaceAll('<!-- -->', '')
          .replace(
            /\\([!-/:-@[-`{-~])|&(amp|lt|gt);/g,
            (_all, char, name) => char ?? { amp: '&', lt: '<', gt: '>' }[name as 'lt'],
          );
        expect(shown).toBe(text);
      }),
    );
  });
});

describe('hostile text', () => {
  it('is text', () => {
    const row = findingsMarkdown(hostile(HOSTILE)).split('\n').at(-2);
    expect(row).toContain(
      'a:b\\|\\`c\\`\\]\\]&gt;&amp;&lt;b&gt;"\'\\[x\\](http:<!-- -->//e.vil)@<!-- -->all \\#<!-- -->1 \\\\ud800',
    );
  });

  it('breaks no table and makes no markup, whatever it is', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const lines = findingsMarkdown(hostile(text)).split('\n');
        const bare = lines.map((line) => line.replace(/\\[!-/:-@[-`{-~]/g, '').replaceAll('<!-- -->', ''));
        const bars = bare.map((line) => line.split('|').length - 1);
        expect(bars).toEqual([0, 0, 0, 0, 7, 7, 7, 0, 0, 0, 6, 6, 6, 6, 6, 0]);
        for (const line of bare) expect(line).not.toMatch(/[`*_[\]~<>\p{Cc}\p{Surrogate}]/u);
      }),
    );
  });
});
