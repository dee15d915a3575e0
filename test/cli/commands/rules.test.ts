import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { didYouMean } from '../../../src/cli/options/suggest.js';
import { sayValue } from '../../../src/messages/say.js';
import { RULES } from '../../../src/validator/rules.js';
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
    for (const rules of [en, zh]) expect(rules.map((rule: { id: string }) => rule.id)).toEqual(ids);
    expect(zh.map((rule: { title: string }) => rule.title)).toEqual(RULES.map(({ title }) => title.zh));
    expect(en.map((rule: { why: string }) => rule.why)).toEqual(RULES.map(({ why }) => why.en));
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
