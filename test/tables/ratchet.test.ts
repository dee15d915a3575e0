import { describe, expect, it } from 'vitest';
import { findTables } from '../../src/tables.js';
import { recorded, scoreFile, setNames, toRecord, truthOf } from './set.mjs';

/** Scores only go up: what is read worse than it was recorded fails, and what is read better is to be recorded. */
const RECORD = 'npm run score:tables -- --record';
const names = setNames();
const scores = recorded();

describe('the set of published-looking tables', () => {
  it('is large and mixed enough', () => {
    const files = names.map(truthOf);
    const count = (drawn: string): number => files.filter((file) => file.drawn === drawn).length;
    const withTables = files.length - count('nothing');
    expect(withTables).toBeGreaterThanOrEqual(60);
    for (const drawn of ['full', 'part', 'none']) expect(count(drawn)).toBeGreaterThan(withTables * 0.3);
    expect(count('nothing')).toBeGreaterThanOrEqual(30);
    expect(new Set(files.map(({ producer }) => producer)).size).toBeGreaterThanOrEqual(8);
    expect(files.filter(({ drawn, tables }) => (drawn === 'nothing') !== (tables.length === 0))).toEqual([]);
  });

  it('has a score for each file', () => {
    expect(Object.keys(scores)).toEqual(names);
  });

  it.each(names)('%s', async (name) => {
    const now = toRecord(await scoreFile(name, findTables));
    const before = scores[name] ?? 0;
    expect(now, 'it is read worse than before').toBeGreaterThanOrEqual(before);
    expect(now, `it is read better than before: ${RECORD}`).toBeLessThanOrEqual(before);
  });
});

describe('what is recorded', () => {
  it('is F1 rounded down, and false tables as a number below nothing', () => {
    expect(toRecord({ drawn: 'full', f1: 0.9999, tablesFound: 1 })).toBe(99);
    expect(toRecord({ drawn: 'none', f1: 0.29, tablesFound: 1 })).toBe(29);
    expect(toRecord({ drawn: 'nothing', f1: 0, tablesFound: 2 })).toBe(-2);
    expect(toRecord({ drawn: 'nothing', f1: 1, tablesFound: 0 })).toBe(0);
  });
});
