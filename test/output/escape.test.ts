import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeLine } from '../../src/output/escape.js';
import { toJson } from '../../src/output/json.js';

/** What a terminal obeys, or what reorders what a reader sees. */
const dangerous = /[\p{Cc}\p{Bidi_Control}\u2028\u2029\ufeff]/u;
const hostile = '\u001b]0;title\u0007\u009b31m\u007f\u202eabc\u2066\u2028\ufeff\r\n';

describe('JSON', () => {
  it('escapes what JSON.stringify leaves', () => {
    expect(JSON.stringify(hostile)).toMatch(dangerous);
    expect(toJson(hostile, 'line')).toBe(
      '"\\u001b]0;title\\u0007\\u009b31m\\u007f\\u202eabc\\u2066\\u2028\\ufeff\\r\\n"\n',
    );
  });

  it('stays the same JSON, for any value, on one line or indented', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string({ unit: 'binary' }), (value, text) => {
        for (const style of ['line', 'indented'] as const) {
          const json = toJson({ value, text, [text]: 1 }, style);
          expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify({ value, text, [text]: 1 })));
          expect(json.replaceAll('\n', '')).not.toMatch(dangerous);
        }
      }),
    );
  });

  it('holds no command of a build server', () => {
    const json = toJson('##vso[task]##[group] ##teamcity[a] #1 ## x', 'line');
    expect(json).toBe('"\\u0023#vso[task]\\u0023#[group] \\u0023#teamcity[a] #1 ## x"\n');
    expect(JSON.parse(json)).toBe('##vso[task]##[group] ##teamcity[a] #1 ## x');
  });

  it('leaves Chinese text as it is', () => {
    expect(toJson({ 项目名称: '（一）①％㎡' }, 'line')).toBe('{"项目名称":"（一）①％㎡"}\n');
  });
});

describe('a line for a person', () => {
  it('shows control characters', () => {
    expect(escapeLine('a\u001b[2J\tb\n报\u0085\u202e')).toBe('a\\u001b[2J\\u0009b\\u000a报\\u0085\\u202e');
  });

  it('never holds one, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !dangerous.test(escapeLine(text))));
  });
});
