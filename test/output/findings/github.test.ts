import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findingsGithub } from '../../../src/output/findings/github.js';
import { anyText, checked, context, everything, finding, HOSTILE, hostile } from './sample.js';

/** A line as the runner reads it: the command, its properties and its message, with the escapes taken back. */
function readCommand(line: string) {
  const [, command, properties = '', message = ''] = /^::(\w+) (.*?)::(.*)$/.exec(line) ?? [];
  const data = (text: string): string => text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
  const property = (text: string): string =>
    text
      .replaceAll('%0D', '\r')
      .replaceAll('%0A', '\n')
      .replaceAll('%3A', ':')
      .replaceAll('%2C', ',')
      .replaceAll('%25', '%');
  const pairs = properties
    .split(',')
    .map((pair) => [pair.split('=', 1)[0], property(pair.slice(pair.indexOf('=') + 1))]);
  return { command, ...Object.fromEntries(pairs), message: data(message) };
}

describe('findings as workflow commands', () => {
  it('are a line each, what was not read first', () => {
    expect(findingsGithub(everything())).toBe(
      [
        '::error file=d.pdf,title=not-a-pdf::it is no PDF (not-a-pdf)',
        '::error file=dir/c 1.pdf,title=page-unreadable::page 3: the page could not be read (page-unreadable)',
        '::error file=a.pdf,title=Sum::page 2: The scores add up to 95, not 96 (score-sum)',
        '::warning file=a.pdf,title=Rate::page 11: 执行率应为 50%25 (rate)',
        '::notice file=a.pdf,title=new::Look (new)',
        '::warning file=dir/c 1.pdf,title=file-mended::put together again (file-mended)',
        '::warning file=dir/c 1.pdf,title=Doubt::page 1: "1" may be "7" (text-doubtful)',
        '::error file=dir/c 1.pdf,title=Sum::page 2: The scores add up to 95, not 96 (score-sum)',
        '',
      ].join('\n'),
    );
  });

  it('speak Chinese', () => {
    expect(findingsGithub(everything({ lang: 'zh' })).split('\n')[3]).toBe(
      '::warning file=a.pdf,title=Rate::第 11 页：执行率应为 50%25（rate）',
    );
  });

  it('are nothing where nothing was found', () => {
    expect(findingsGithub(context([checked()], []))).toBe('');
  });

  it('tell of an unread file of which nobody says why', () => {
    expect(findingsGithub(context([checked({ read: false })], []))).toBe(
      '::error file=a.pdf,title=unread::could not be read (unread)\n',
    );
  });
});

describe('hostile text', () => {
  it('is escaped in a property and in the message', () => {
    const file = '%0A::x,y\r\n.pdf';
    expect(
      findingsGithub(context([], [finding({ file, rule: 'a,b:c', page: null, message: '100%\r\n::error::,:' })])),
    ).toBe('::error file=%250A%3A%3Ax%2Cy%0D%0A.pdf,title=a%2Cb%3Ac::100%25%0D%0A::error::,: (a,b:c)\n');
  });

  it('is shown where a terminal would obey it', () => {
    expect(findingsGithub(hostile(HOSTILE))).toContain('::page 3: \\u001b[2J\\u202e\\u2028%0D%0A::error file=x');
  });

  it('is no command, and reads back as it was, whatever it is', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const written = findingsGithub(hostile(text));
        const lines = written.split('\n');
        expect(lines).toHaveLength(4);
        expect(written.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}\p{Surrogate}\u2028\u2029]/u);
        if (/[\p{C}\u2028\u2029]/u.test(text) || text === '') return;
        expect(lines.slice(0, 3).map(readCommand)).toEqual([
          { command: 'error', file: text, title: text, message: `${text} (${text})` },
          { command: 'error', file: text, title: text, message: `page 3: ${text} (${text})` },
          { command: 'error', file: text, title: text, message: `page 2: ${text} (${text})` },
        ]);
      }),
    );
  });
});
