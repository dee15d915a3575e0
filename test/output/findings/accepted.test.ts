import type { Log } from 'sarif';
import { describe, expect, it } from 'vitest';
import type { AcceptedFinding } from '../../../src/contract/findings.js';
import { validationSchema } from '../../../src/contract/findings.js';
import { FINDINGS_FORMATS, type FindingsFormat } from '../../../src/output/findings/formats.js';
import { sarifSchema } from '../schemas/sarif.js';
import { checked, context, finding } from './sample.js';

const accepted: AcceptedFinding = {
  ...finding({ rule: 'rate', severity: 'warning', message: 'The rate is odd' }),
  accepted: { who: '李 <b>', when: '2025-03-01T08:00:00Z', why: '已说明\n见附件' },
};

const given = (lang: 'en' | 'zh', list: AcceptedFinding[] = [accepted]) => {
  const base = context([checked()], [finding()], { lang });
  return { ...base, validation: { ...base.validation, ...(list.length === 0 ? {} : { accepted: list }) } };
};
const written = (format: FindingsFormat, lang: 'en' | 'zh' = 'en'): string => FINDINGS_FORMATS[format](given(lang));

describe('findings that were accepted', () => {
  it('are counted as text, and not told one by one', () => {
    expect(written('text')).toContain('1 file, 1 form: 1 error, 0 warnings, 0 info; 1 accepted\n');
    expect(written('text', 'zh')).toContain('1 个文件，1 张表：1 个错误，0 个警告，0 个提示；1 个问题已认可\n');
    expect(written('text')).not.toContain('The rate is odd');
  });

  it('stand apart in JSON', () => {
    const { findings, accepted: stand } = validationSchema.parse(JSON.parse(written('json')));
    expect([findings.length, stand]).toEqual([1, [accepted]]);
  });

  it('are suppressed results of SARIF, and all others say that they are not', () => {
    const { runs } = sarifSchema.parse(JSON.parse(written('sarif'))) as Log;
    expect(runs[0]?.results?.map(({ ruleId, suppressions }) => [ruleId, suppressions])).toEqual([
      ['score-sum', []],
      [
        'rate',
        [
          {
            ...{ kind: 'external', status: 'accepted', justification: expect.stringContaining('accepted by 李 <b>') },
            properties: { who: '李 <b>', when: '2025-03-01T08:00:00Z' },
          },
        ],
      ],
    ]);
    const none = JSON.parse(FINDINGS_FORMATS.sarif(given('en', []))) as Log;
    expect(none.runs[0]?.results?.[0]).not.toHaveProperty('suppressions');
  });

  it('are told in the output of JUnit, and are no failure', () => {
    const xml = written('junit');
    expect(xml).toContain('failures="1"');
    expect(xml).toMatch(
      /<system-out>accepted by 李 &lt;b&gt;: 已说明.*见附件: warning page 2: The rate is odd \(rate\)/u,
    );
  });

  it('are rows of Markdown of their own', () => {
    expect(written('markdown')).toMatch(
      /\| accepted \| 1 云服务 \| 2 \| The rate is odd \(accepted by 李 .*\) \| rate \|/u,
    );
    expect(written('markdown', 'zh')).toContain('| 已认可 |');
  });

  it('are one notice for GitHub, and none of the issues of GitLab', () => {
    expect(written('github')).toContain('::notice title=accepted::1 accepted\n');
    expect(written('github')).not.toContain('The rate is odd');
    expect(JSON.parse(written('gitlab'))).toHaveLength(1);
  });
});
