import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DiagnosticCode } from '../../../src/contract/document.js';
import type { RuleInfo } from '../../../src/contract/findings.js';
import { diagnosticCodes } from '../../../src/contract/schema/remarks.js';
import { CODES } from '../../../src/messages/codes.js';
import { DIAGNOSTICS } from '../../../src/messages/diagnostics.js';
import { didYouMean } from '../../../src/messages/library/suggest.js';
import { sayValue } from '../../../src/messages/say.js';
import { RULES } from '../../../src/validator/rules.js';
import { codeInfo, sayingsOf } from '../../../src/validator/words.js';
import { evalx, root } from '../run.js';

/** The source of a rule without its imports. */
const source = (id: string): string =>
  readFileSync(join(root, 'src/validator/rules', `${id}.ts`), 'utf8').replace(/^import .*$/gmu, '');

describe('the rules', () => {
  it('are listed in both languages, as JSON too', async () => {
    const [en, zh] = await Promise.all(
      ['en', 'zh'].map(async (lang) => JSON.parse((await evalx(['rules', '--json', '--lang', lang])).stdout)),
    );
    const ids = RULES.map(({ id }) => id);
    const codes = diagnosticCodes.filter((code) => !ids.includes(code));
    for (const listed of [en, zh]) {
      expect(listed.map(({ id, kind }: RuleInfo) => [id, kind])).toEqual([
        ...ids.map((id) => [id, 'rule']),
        ...codes.map((code) => [code, 'diagnostic']),
      ]);
    }
    expect(zh.map(({ title }: RuleInfo) => title)).toEqual([
      ...RULES.map(({ title }) => title.zh),
      ...codes.map((code) => CODES[code].title.zh),
    ]);
    expect(en.map(({ why }: RuleInfo) => why)).toEqual([
      ...RULES.map(({ why }) => why.en),
      ...codes.map((code) => CODES[code].why.en),
    ]);
  });

  it('are each explained, with the tolerances that they use', async () => {
    for (const { id, source: regulation } of RULES.filter((_, i) => i % 5 === 0)) {
      const { code, stdout } = await evalx(['explain', id, '--lang', 'en']);
      expect(code).toBe(0);
      for (const part of ['Fails: {', 'Says: ', 'Passes: {', `--rule ${id}=off`]) expect(stdout).toContain(part);
      expect(stdout.includes('Source: '), id).toBe(regulation !== null);
      expect(stdout.includes('Tolerances: '), id).toBe(source(id).includes('tolerances'));
    }
  }, 30_000);
});

describe('the diagnostics', () => {
  it('have the worst severity that they can have', () => {
    const severity = (code: DiagnosticCode) => codeInfo(code, 'en').severity;
    expect(severity('text-unreadable')).toBe('error');
    expect(severity('value-not-a-number')).toBe('warning');
    expect(severity('page-recognised')).toBe('info');
    // As a finding: nothing has passed.
    expect(severity('no-form-found')).toBe('error');
  });

  it('are each explained by all that they say, in either language', () => {
    for (const code of diagnosticCodes) {
      const own = Object.values(DIAGNOSTICS).filter((said) => said.code === code);
      for (const lang of ['en', 'zh'] as const) {
        const sayings = sayingsOf(code, lang).map(({ sentence }) => sentence);
        expect(sayings).toHaveLength(own.length);
        for (const sentence of sayings) expect(sentence).not.toMatch(/[{}]/u);
      }
    }
    expect(sayingsOf('text-unreadable', 'en').map(({ severity, sentence }) => `${severity} ${sentence}`)).toEqual(
      expect.arrayContaining([
        'warning … characters have no Unicode value, missing from the text; look at the page for what is lacking',
        expect.stringMatching(/^error .* use --ocr$/u),
      ]),
    );
  });

  it('are told of with the rule of the same name', async () => {
    const { code, stdout } = await evalx(['explain', 'ocr-low-confidence', '--lang', 'en']);
    expect(code).toBe(0);
    for (const part of ['ocr-low-confidence (warning)\n', 'ocr-low-confidence (warning), a diagnostic of the reader\n'])
      expect(stdout).toContain(part);
    expect(stdout.split('--rule ocr-low-confidence=off')).toHaveLength(2);
  });
});

describe('the name that was meant', () => {
  const names = ['score-missing', 'score-exceeds-weight', 'rate-base'];
  it.each([
    ['score-mising', ' (did you mean score-missing?)'],
    ['SCORE-MISSING', ' (did you mean score-missing?)'],
    ['rate-bsae', ' (did you mean rate-base?)'],
    ['score', ''],
    ['', ''],
    ['x'.repeat(100_000), ''],
  ])('%s', (given, told) => {
    expect(sayValue(didYouMean(given, names), {})).toBe(told);
  });
  it('is the nearest', () => {
    expect(sayValue(didYouMean('rate', ['date', 'rates', 'late']), {})).toBe(' (did you mean date?)');
    expect(sayValue(didYouMean('weigth-1', ['weight-2', 'weight-1']), {})).toBe(' (did you mean weight-1?)');
  });
});
