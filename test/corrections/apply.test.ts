import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentSchema } from '../../src/contract/document.js';
import { valueAt } from '../../src/contract/pointer.js';
import type { Correction } from '../../src/contract/schema/corrections.js';
import { applyCorrections } from '../../src/corrections/apply.js';
import { correction, hour, SHA, smallDocument } from './small-document.js';

const TOTAL = '/reports/0/total/score';
const codesOf = (document = smallDocument(), corrections: readonly Correction[]) =>
  applyCorrections(document, corrections).refused.map(({ reason }) => reason.code);

describe('applyCorrections', () => {
  it('puts the new value in a new document, marks it, and leaves the given one alone', () => {
    const before = smallDocument();
    const one = correction(TOTAL, 95, 96, { why: '看错' });
    const { document, applied, refused } = applyCorrections(before, [one]);
    const mark = { old: 95, who: '王', when: '2025-03-01T08:00:00Z', why: '看错' };
    expect([applied, refused]).toEqual([[one], []]);
    expect(document.reports[0]?.total.score).toBe(96);
    expect(document.corrected).toEqual({ [TOTAL]: mark });
    expect(document.evidence?.[TOTAL]).toEqual({
      ...{ page: 1, bbox: [1, 2, 3, 4], raw: '95', confidence: 1 },
      corrected: mark,
    });
    expect(before).toEqual(smallDocument());
    expect(documentSchema.safeParse(document).error).toBeUndefined();
  });

  it('invents no place for a field without one, and marks it beside the forms', () => {
    const path = '/reports/0/project/name';
    const { document } = applyCorrections(smallDocument(), [correction(path, null, '乡村道路')]);
    expect(document.reports[0]?.project.name).toBe('乡村道路');
    expect(document.evidence).toEqual(smallDocument().evidence);
    expect(Object.keys(document.corrected ?? {})).toEqual([path]);
  });

  it('gives the same document where there is nothing to do', () => {
    const document = smallDocument();
    expect(applyCorrections(document, []).document).toBe(document);
    expect(applyCorrections(document, [correction(TOTAL, 1, 2)]).document).toBe(document);
  });

  it('puts all indicators right that one merged cell states, whichever of them is named', () => {
    for (const index of [1, 2]) {
      const path = `/reports/0/indicators/${index}/score`;
      const { document } = applyCorrections(smallDocument(), [correction(path, 9, 10)]);
      expect(document.reports[0]?.indicators.map(({ score }) => score)).toEqual([8, 10, 10]);
      expect(Object.keys(document.corrected ?? {})).toEqual([
        '/reports/0/indicators/1/score',
        '/reports/0/indicators/2/score',
      ]);
    }
    const own = applyCorrections(smallDocument(), [correction('/reports/0/indicators/1/weight', 10, 20)]);
    expect(own.document.reports[0]?.indicators.map(({ weight }) => weight)).toEqual([10, 20, 10]);
  });

  it('follows several corrections of one field in the order of their time', () => {
    const first = correction(TOTAL, 95, 96, { when: hour(1) });
    const second = correction(TOTAL, 96, 97, { when: hour(2), who: '李' });
    const { document, applied } = applyCorrections(smallDocument(), [second, first]);
    expect(document.reports[0]?.total.score).toBe(97);
    expect(applied).toEqual([second, first]);
    expect(document.corrected?.[TOTAL]).toMatchObject({ old: 95, who: '李' });
    const alone = applyCorrections(document, [second, first]);
    expect([alone.document, alone.applied]).toEqual([document, applied]);
  });

  it('orders fractions of a second as time, not as text', () => {
    const first = correction(TOTAL, 95, 96, { when: '2025-03-01T08:00:00Z' });
    const second = correction(TOTAL, 96, 97, { when: '2025-03-01T08:00:00.5Z' });
    expect(applyCorrections(smallDocument(), [second, first]).document.reports[0]?.total.score).toBe(97);
  });

  it('takes the first of two that contradict each other, and refuses the other', () => {
    const first = correction(TOTAL, 95, 96, { when: hour(1) });
    const second = correction(TOTAL, 95, 97, { when: hour(2) });
    const { applied, refused } = applyCorrections(smallDocument(), [first, second]);
    expect(applied).toEqual([first]);
    expect(refused).toEqual([{ correction: second, reason: { code: 'old-value', found: 96 } }]);
  });

  it('counts a value that is there already as applied', () => {
    const document = smallDocument();
    const { applied, document: after } = applyCorrections(document, [correction(TOTAL, 59, 95)]);
    expect(applied).toHaveLength(1);
    expect(after.reports).toEqual(document.reports);
    expect(after.corrected?.[TOTAL]?.old).toBe(59);
  });

  it.each([
    ['another file', correction(TOTAL, 95, 96, { sha256: 'b'.repeat(64) }), 'file-changed'],
    ['a form that is not there', correction('/reports/1/total/score', 95, 96), 'path-missing'],
    ['a key that is not there', correction('/reports/0/extra/备注', '无', '有'), 'path-missing'],
    ['a key of all objects', correction('/reports/0/total/__proto__', null, 1), 'path-missing'],
    ['the length of a list', correction('/reports/0/indicators/length', 3, 0), 'not-a-field'],
    ['a list', correction('/reports/0/indicators', null, null), 'not-a-field'],
    ['an object', correction('/reports/0/total', null, null), 'not-a-field'],
    ['where the form stands', correction('/reports/0/pages/0', 1, 2), 'not-a-field'],
    ['who shares a cell', correction('/reports/0/indicators/1/shared/score/0', 1, 2), 'not-a-field'],
    ['what is no form', correction('/source/pageCount', 1, 2), 'not-a-field'],
    ['another value than expected', correction(TOTAL, 94, 96), 'old-value'],
    ['a text for a number', correction(TOTAL, 95, '96'), 'wrong-type'],
    ['no finite number', correction(TOTAL, 95, Number.POSITIVE_INFINITY), 'wrong-type'],
    ['half a year', correction('/reports/0/year', 2023, 2023.5), 'wrong-type'],
    ['a number for a text', correction('/reports/0/total/grade', '优', 1), 'wrong-type'],
    ['a blank text', correction('/reports/0/total/grade', '优', ' '), 'wrong-type'],
    ['a kind that there is not', correction('/reports/0/funds/rows/0/kind', 'total', 'all'), 'wrong-type'],
    ['no kind', correction('/reports/0/funds/rows/0/kind', 'total', null), 'wrong-type'],
    ['no text beside a label', correction('/reports/0/extra/备 注~1一', '无', null), 'wrong-type'],
  ])('refuses %s', (_, one, code) => {
    expect(codesOf(smallDocument(), [one])).toEqual([code]);
  });

  it.each([
    [correction('/reports/0/extra/备 注~1一', '无', '有')],
    [correction('/reports/0/funds/rows/0/kind', 'total', 'fiscal')],
    [correction('/reports/0/indicators/0/direction', null, 'less')],
    [correction('/reports/0/indicators/0/core', null, true)],
    [correction('/reports/0/year', 2023, null)],
  ])('takes %j', (one) => {
    const { document } = applyCorrections(smallDocument(), [one]);
    expect(valueAt(document, one.path)).toBe(one.new);
    expect(documentSchema.safeParse(document).error).toBeUndefined();
  });

  it('makes only documents of the contract, and the same one when it is applied twice', () => {
    const path = fc.constantFrom(
      TOTAL,
      '/reports/0/indicators/1/score',
      '/reports/0/indicators/2/score',
      '/reports/0/project/name',
      '/reports/0/funds/rows/0/kind',
      '/reports/0/indicators',
      '/reports/7/title',
    );
    const value = fc.constantFrom(null, 1, 2, 3, 9, 95, 'total', 'unit', '甲');
    const made = fc.record({ path, old: value, value, hours: fc.nat(4), sha256: fc.constantFrom(SHA, 'b'.repeat(64)) });
    fc.assert(
      fc.property(fc.array(made, { maxLength: 12 }), (list) => {
        const corrections = list.map(({ hours, value: next, sha256, ...one }) =>
          correction(one.path, one.old, next, { when: hour(hours), sha256 }),
        );
        const once = applyCorrections(smallDocument(), corrections);
        expect(documentSchema.safeParse(once.document).error).toBeUndefined();
        expect(once.applied.length + once.refused.length).toBe(corrections.length);
        expect(applyCorrections(once.document, corrections).document).toEqual(once.document);
      }),
      { numRuns: 1000, seed: 24 },
    );
  });

  it('loses none of a chain, whatever the order in which it is given', () => {
    const steps = fc.uniqueArray(fc.integer({ min: 100, max: 200 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(steps, fc.infiniteStream(fc.nat()), (values, random) => {
        const chain = values.map((value, i) =>
          correction(TOTAL, i === 0 ? 95 : (values[i - 1] as number), value, { when: hour(i) }),
        );
        const mixed = chain
          .map((one) => ({ one, at: random.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ one }) => one);
        const { document, refused } = applyCorrections(smallDocument(), mixed);
        expect(refused).toEqual([]);
        expect(document.reports[0]?.total.score).toBe(values.at(-1));
        const again = applyCorrections(document, mixed);
        expect([again.document, again.refused]).toEqual([document, []]);
      }),
      { numRuns: 200, seed: 24 },
    );
  });
});
