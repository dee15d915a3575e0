import { describe, expect, it } from 'vitest';
import { validate } from '../../../src/validator/validate.js';
import { freeForm } from './free-form.js';

/** How often the rules cry wolf at forms in which everything is right. */
const FORMS = 1000;

describe('correct forms in free wording', () => {
  it('raise no error, and at most one warning in a hundred forms', () => {
    const raised = Array.from({ length: FORMS }, (_, seed) => {
      const document = {
        schemaVersion: '1' as const,
        source: { file: 'a.pdf', sha256: '0'.repeat(64), bytes: 1, pageCount: 1 },
        reports: [freeForm(seed)],
        diagnostics: [],
      };
      return validate([{ file: 'a.pdf', document, places: null }])
        .filter(({ severity }) => severity !== 'info')
        .map(({ severity, rule, message }) => `${severity} ${rule}: ${message} (seed ${seed})`);
    }).flat();
    process.stdout.write(`${FORMS} forms, ${raised.length} raised\n${raised.slice(0, 40).join('\n')}\n`);
    expect(raised.filter((one) => one.startsWith('error'))).toEqual([]);
    expect(raised.length).toBeLessThanOrEqual(FORMS / 100);
  });
});
