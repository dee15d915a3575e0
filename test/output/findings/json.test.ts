import { describe, expect, it } from 'vitest';
import { validationSchema } from '../../../src/contract/findings.js';
import { findingsJson } from '../../../src/output/findings/json.js';
import { context, everything, HOSTILE, hostile } from './sample.js';

describe('findings as JSON', () => {
  it('are the validation, by its schema, in either language', () => {
    for (const lang of ['en', 'zh'] as const) {
      const json = findingsJson(everything({ lang }));
      expect(validationSchema.parse(JSON.parse(json))).toEqual(everything().validation);
    }
  });

  it('are indented, with a newline at the end', () => {
    expect(findingsJson(context([], []))).toBe(
      '{\n  "schemaVersion": "1",\n  "config": null,\n  "files": [],\n  "findings": []\n}\n',
    );
  });

  it('keep hostile text, escaped', () => {
    const json = findingsJson(hostile(HOSTILE));
    expect(JSON.parse(json)).toEqual(hostile(HOSTILE).validation);
    expect(json.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}\p{Surrogate}\u2028\u2029]/u);
  });
});
