import { describe, expect, it } from 'vitest';
import { languageOf, spokenLanguage } from '../../../src/cli/options/language.js';

describe('the language of a run', () => {
  it('is the one of the environment, and of the system where that says nothing', () => {
    expect(languageOf({ LANG: 'zh_CN.UTF-8' }, () => 'en-US')).toBe('zh');
    expect(languageOf({ LANG: 'en_US.UTF-8' }, () => 'zh-CN')).toBe('en');
    expect(languageOf({ LC_ALL: '', LANG: '' }, () => 'zh-CN')).toBe('zh');
    expect(languageOf({}, () => 'en-US')).toBe('en');
  });

  it.each([
    [['--lang', 'zh'], 'zh'],
    [['--lang=zh'], 'zh'],
    [['--lang', 'zh', '--lang', 'en'], 'en'],
    [['--lang', 'fr'], 'en'],
    [['zh'], 'en'],
  ] as const)('%j is %s in an English environment', (args, lang) => {
    expect(spokenLanguage(['node', 'evalx', 'validate', ...args], { LANG: 'C' })).toBe(lang);
  });
});
