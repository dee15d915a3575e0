import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/contract/findings.js';
import { findingsGitlab } from '../../../src/output/findings/gitlab.js';
import type { FindingsContext } from '../../../src/output/findings/writer.js';
import { anyText, checked, context, diagnostic, everything, finding, HOSTILE, hostile, problem } from './sample.js';

interface Issue {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

const read = (given: FindingsContext): Issue[] => JSON.parse(findingsGitlab(given));

describe('findings as Code Quality', () => {
  it('are issues at the first line of the file', () => {
    const issues = read(everything());
    expect(issues.map(({ fingerprint: _, ...issue }) => issue)).toEqual([
      expect.objectContaining({ description: 'it is no PDF', check_name: 'not-a-pdf', severity: 'critical' }),
      {
        description: 'page 2: The scores add up to 95, not 96',
        check_name: 'score-sum',
        severity: 'major',
        location: { path: 'a.pdf', lines: { begin: 1 } },
      },
      expect.objectContaining({ check_name: 'rate', severity: 'minor' }),
      expect.objectContaining({ check_name: 'new', severity: 'info', description: 'Look' }),
      {
        description: 'page 3: the page could not be read',
        check_name: 'page-unreadable',
        severity: 'critical',
        location: { path: 'dir/c 1.pdf', lines: { begin: 1 } },
      },
      expect.objectContaining({ description: 'put together again', check_name: 'file-mended', severity: 'minor' }),
      expect.objectContaining({ check_name: 'text-doubtful', severity: 'minor' }),
      expect.objectContaining({ location: { path: 'dir/c 1.pdf', lines: { begin: 1 } }, severity: 'major' }),
    ]);
  });

  it('speak Chinese, and are still the same issues', () => {
    const [en, zh] = [read(everything()), read(everything({ lang: 'zh' }))];
    expect(zh[2]?.description).toBe('第 11 页：执行率应为 50%');
    expect(zh.map(({ fingerprint }) => fingerprint)).toEqual(en.map(({ fingerprint }) => fingerprint));
  });

  it('have a fingerprint each, alike or not', () => {
    const files = [checked({ read: false, problems: [problem(), problem(), problem({ page: 4 })] })];
    const issues = read(context(files, [finding(), finding(), diagnostic(), diagnostic({ path: '/diagnostics/1' })]));
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(7);
    for (const { fingerprint } of issues) expect(fingerprint).toMatch(/^[\da-f]{64}$/);
  });

  it('keep the fingerprint of a diagnostic, whatever else the reader says', () => {
    const of = (...findings: Finding[]) => read(context([checked()], findings)).map(({ fingerprint }) => fingerprint);
    const [alone] = of(diagnostic());
    expect(of(diagnostic({ page: 1, rule: 'b' }), diagnostic({ path: '/diagnostics/1', page: 4 }))[1]).toBe(alone);
    const others = [{ file: 'b.pdf' }, { rule: 'b' }].flatMap((some) => of(diagnostic(some)));
    expect(new Set([alone, ...others, ...of(diagnostic(), diagnostic())]).size).toBe(4);
  });

  it('have a path without what stands for here', () => {
    expect(read(context([], [finding({ file: './a/b.pdf' })]))[0]?.location.path).toBe('a/b.pdf');
  });

  it('are an empty list where nothing was found', () => {
    expect(findingsGitlab(context([checked()], []))).toBe('[]\n');
  });

  it('tell of an unread file of which nobody says why', () => {
    expect(read(context([checked({ read: false })], []))).toHaveLength(1);
  });
});

describe('hostile text', () => {
  it('is shown', () => {
    expect(read(hostile(HOSTILE))[1]?.description).toContain('page 3: \\u001b[2J\\u202e\\u2028\\u000d\\u000a::error');
  });

  it('is one line of JSON, whatever it is', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const json = findingsGitlab(hostile(text));
        expect(json.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}\p{Surrogate}\u2028\u2029]/u);
        for (const { description } of JSON.parse(json)) expect(description).not.toMatch(/[\p{Cc}\p{Surrogate}]/u);
      }),
    );
  });
});
