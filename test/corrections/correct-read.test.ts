import { describe, expect, it } from 'vitest';
import { correctRead } from '../../src/corrections/correct-read.js';
import { byHash } from '../../src/corrections/find.js';
import { correction, SHA, smallDocument } from './small-document.js';

const TOTAL = '/reports/0/total/score';

function read(...corrections: ReturnType<typeof correction>[]) {
  const document = smallDocument();
  const places = new Map(Object.entries(document.evidence ?? {}));
  const files = [{ name: 'c.json', content: { schemaVersion: '1' as const, corrections, accepted: [] } }];
  return correctRead({ document, places }, byHash(files).get(SHA), { lang: 'en' });
}

describe('correctRead', () => {
  it('puts right document and places, and tells how many fields of which file', () => {
    const { document, places } = read(correction(TOTAL, 95, 96), correction('/reports/0/indicators/1/score', 9, 8));
    expect(document.reports[0]?.total.score).toBe(96);
    expect(places.get(TOTAL)).toMatchObject({ raw: '95', confidence: 1, corrected: { old: 95 } });
    expect(document.diagnostics).toEqual([
      {
        ...{ code: 'corrections-applied', severity: 'info', page: null, bbox: null },
        message: 'fields put right by c.json: 3',
      },
    ]);
  });

  it('tells each refused one where its field stands', () => {
    const { document } = read(correction(TOTAL, 94, 96), correction('/reports/0/year', 2023, '二〇二三'));
    expect(document.diagnostics.map(({ severity, message, page, bbox }) => [severity, message, page, bbox])).toEqual([
      [
        'warning',
        `the correction of ${TOTAL} to 96 was not applied: it expects 94, and the field says 95`,
        1,
        [1, 2, 3, 4],
      ],
      [
        'warning',
        'the correction of /reports/0/year to "二〇二三" was not applied: the field takes a whole number, or null',
        null,
        null,
      ],
    ]);
  });

  it('tells no more than twenty one by one, each cut short', () => {
    const many = Array.from({ length: 25 }, (_, i) => correction(TOTAL, 'x'.repeat(9999), i));
    const { document } = read(...many);
    expect(document.diagnostics).toHaveLength(21);
    expect(document.diagnostics.at(-1)?.message).toMatch(/^5 more corrections/u);
    expect(Math.max(...document.diagnostics.map(({ message }) => message.length))).toBeLessThan(250);
  });

  it('says nothing twice of a document that was read back', () => {
    const once = read(correction(TOTAL, 95, 96), correction(TOTAL, 1, 2));
    const own = { corrections: [correction(TOTAL, 95, 96), correction(TOTAL, 1, 2)], accepted: [], names: ['c.json'] };
    expect(correctRead(once, own, { lang: 'en' })).toEqual(once);
  });
});

describe('byHash', () => {
  it('keeps what is said of each file apart, with the names of the files that say it', () => {
    const file = (name: string, ...hashes: string[]) => ({
      name,
      content: {
        schemaVersion: '1' as const,
        corrections: hashes.map((sha256) => correction(TOTAL, 1, 2, { sha256 })),
        accepted: [],
      },
    });
    const all = byHash([file('a', SHA, 'b'.repeat(64), SHA), file('b', SHA)]);
    expect([...all].map(([hash, { corrections, names }]) => [hash[0], corrections.length, names])).toEqual([
      ['a', 3, ['a', 'b']],
      ['b', 1, ['a']],
    ]);
  });
});
