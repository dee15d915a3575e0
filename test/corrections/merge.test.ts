import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Accepted } from '../../src/contract/schema/corrections.js';
import { acceptFindings } from '../../src/corrections/accept.js';
import { KnownCorrections } from '../../src/corrections/find.js';
import { mergeCorrections } from '../../src/corrections/merge.js';
import { correction, hour, SHA } from './small-document.js';

const A = '/reports/0/total/score';
const B = '/reports/0/year';
const file = (...corrections: ReturnType<typeof correction>[]) => ({ corrections, accepted: [] });
const accept = (more: Partial<Accepted> = {}): Accepted => ({
  ...{ sha256: SHA, rule: 'rate', path: A, who: '李', when: hour(1), why: '已说明' },
  ...more,
});

describe('mergeCorrections', () => {
  it('joins what is about different fields, sorted, and keeps once what is said twice', () => {
    const [a, b] = [correction(A, 1, 2), correction(B, 1, 2)];
    const { merged, conflicts } = mergeCorrections([file(b), file(a, { ...b })]);
    expect([merged.corrections, conflicts]).toEqual([[a, b], []]);
  });

  it('keeps those of one field that follow one another, or end in the same value', () => {
    const first = correction(A, 1, 2, { when: hour(1) });
    const second = correction(A, 2, 3, { when: hour(2), who: '李' });
    const same = correction(A, 1, 2, { when: hour(1), who: '赵' });
    const { merged, conflicts } = mergeCorrections([file(second, same), file(first)]);
    expect([merged.corrections, conflicts]).toEqual([[same, first, second], []]);
  });

  it('leaves out those that contradict each other, and tells them', () => {
    const first = correction(A, 1, 2, { when: hour(1) });
    const second = correction(A, 1, 3, { when: hour(2) });
    const other = correction(A, 1, 3, { sha256: 'b'.repeat(64) });
    const { merged, conflicts } = mergeCorrections([file(first), file(second, other)]);
    expect(merged.corrections).toEqual([other]);
    expect(conflicts).toEqual([{ sha256: SHA, path: A, corrections: [first, second] }]);
  });

  it('keeps the latest acceptance of a finding', () => {
    const later = accept({ when: hour(2), why: '另附' });
    const other = accept({ rule: 'sum' });
    const files = [
      { corrections: [], accepted: [later] },
      { corrections: [], accepted: [accept(), other] },
    ];
    expect(mergeCorrections(files).merged.accepted).toEqual([later, other]);
  });

  it('does not ask in which order files come, and merged again it is the same', () => {
    const made = fc.record({ path: fc.constantFrom(A, B), old: fc.nat(3), next: fc.nat(3), hours: fc.nat(20) });
    fc.assert(
      fc.property(fc.uniqueArray(made, { maxLength: 8, selector: ({ hours }) => hours }), (list) => {
        const files = list.map(({ path, old, next, hours }) =>
          file(correction(path, old, next, { when: hour(hours) })),
        );
        const { merged, conflicts } = mergeCorrections(files);
        expect(mergeCorrections([...files].reverse())).toEqual({ merged, conflicts });
        expect(mergeCorrections([merged])).toEqual({ merged, conflicts: [] });
        const kept = merged.corrections.length + conflicts.reduce((sum, one) => sum + one.corrections.length, 0);
        expect(kept).toBe(list.length);
      }),
      { numRuns: 500, seed: 24 },
    );
  });
});

describe('acceptFindings', () => {
  const finding = (rule: string, path: string) => ({ rule, path, message: 'm' });

  it('parts by rule and path, and tells who, when and why', () => {
    const [open, other, stands] = [finding('rate', B), finding('sum', A), finding('rate', A)];
    const parted = acceptFindings([open, stands, other], [accept(), accept({ when: hour(3), who: '赵' })]);
    expect(parted).toEqual({
      open: [open, other],
      accepted: [{ ...stands, accepted: { who: '赵', when: hour(3), why: '已说明' } }],
    });
  });

  it('never accepts what corrections do', () => {
    const own = ['corrections-applied', 'correction-refused'].map((rule) => finding(rule, '/diagnostics/0'));
    const all = own.map(({ rule, path }) => accept({ rule, path }));
    expect(acceptFindings(own, all)).toEqual({ open: own, accepted: [] });
  });
});

describe('KnownCorrections', () => {
  const files = [SHA, 'b'.repeat(64)].map((sha256, i) => ({
    name: String(i),
    content: { schemaVersion: '1' as const, corrections: [correction(A, 1, 2, { sha256 })], accepted: [] },
  }));

  it('holds for the folder that a file stands in, or for all', () => {
    const own = new KnownCorrections({
      files,
      byFolder: [
        ['x', 0],
        ['__proto__', 1],
      ],
    });
    expect(own.of('x', SHA)?.names).toEqual(['0']);
    expect(own.of('x', 'b'.repeat(64))).toBeUndefined();
    expect(own.of('__proto__', 'b'.repeat(64))?.names).toEqual(['1']);
    expect(own.of('y', SHA)).toBeUndefined();
    const all = new KnownCorrections({ files, byFolder: null });
    expect([all.of('y', SHA)?.names, all.of('', 'b'.repeat(64))?.names]).toEqual([['0'], ['1']]);
  });
});
