import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reportSchema } from '../../src/contract/document.js';
import { parse } from '../../src/parse.js';
import { baseOf, GOOD } from './bases.mjs';
import { judge } from './judge.mjs';
import { drawn, mutantOf, NAMES, nameOf } from './mutant.mjs';

/** The generator of `npm run mutants`: whether good forms are good, and each mutation does something. */

const bases = GOOD.map(baseOf);

/** A truth with one of the values that it leaves open. */
function settled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(settled);
  if (value === null || typeof value !== 'object') return value;
  if ('$any' in value || '$told' in value) return null;
  if ('$values' in value) return Object.fromEntries((value.$values as string[]).map((text, i) => [`label ${i}`, text]));
  if ('$optional' in value) return value.$optional;
  if ('$oneOf' in value) return settled((value.$oneOf as unknown[])[0]);
  const entries = Object.entries(value).map(([key, one]) => [key, settled(one)] as const);
  return Object.fromEntries(entries.map(([key, one]) => [key, key === 'extra' ? withoutNulls(one as object) : one]));
}

const withoutNulls = (extra: object) => Object.fromEntries(Object.entries(extra).filter(([, text]) => text !== null));

describe('good forms', () => {
  it('are of many families, of one page and of more, alone and with another', () => {
    const families = new Set(bases.map(({ forms }) => forms[0]?.family));
    const pages = bases.map((base) => drawn(base).drawing.pages.length);
    expect(families.size).toBeGreaterThanOrEqual(12);
    expect(pages.filter((count) => count === 1).length).toBeGreaterThan(30);
    expect(pages.filter((count) => count > 1).length).toBeGreaterThan(10);
    expect(bases.filter(({ forms }) => forms.length === 2).length).toBeGreaterThan(5);
  });

  it('are read exactly, and nothing is said of them', async () => {
    for (const base of bases) {
      const { truth, bytes } = drawn(base);
      const { document } = await parse(bytes);
      expect([base.number, judge(truth, document), document.diagnostics]).toEqual([
        base.number,
        { end: 'exact', difference: null },
        [],
      ]);
    }
  });
});

describe('mutations', () => {
  it('are forty at least, and seeds take turns at them', () => {
    expect(NAMES.length).toBeGreaterThanOrEqual(40);
    expect(new Set(NAMES.map((_, i) => nameOf(i + 5)))).toEqual(new Set(NAMES));
  });

  it.each(NAMES)('%s changes what is drawn, and its truth is a report', (name) => {
    for (const seed of [1, 2, 3]) {
      const { base, bytes, truth } = mutantOf(seed, name);
      expect(Buffer.compare(bytes, drawn(baseOf(base)).bytes)).not.toBe(0);
      for (const report of settled(truth) as unknown[]) {
        expect(reportSchema.safeParse(report).error?.issues).toBeUndefined();
      }
      expect(JSON.stringify(truth)).not.toContain('undefined');
    }
  });

  it('are the same with the same seed, and others with another', () => {
    for (const name of NAMES) {
      const [one, again] = [mutantOf(7, name), mutantOf(7, name)];
      const others = [8, 9, 10, 11].map((seed) => mutantOf(seed, name));
      expect(Buffer.compare(one.bytes, again.bytes)).toBe(0);
      expect(again.truth).toEqual(one.truth);
      expect(others.some((other) => Buffer.compare(one.bytes, other.bytes) !== 0)).toBe(true);
    }
  });
});

describe('npm run mutants', () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [join(import.meta.dirname, 'mutants.mjs'), ...args], { encoding: 'utf8' });

  it('counts how mutants of a kind end, and keeps them', () => {
    const folder = mkdtempSync(join(tmpdir(), 'evalx-mutants-'));
    const { status, stdout } = run('2', '1', 'glyph-by-glyph', '--keep', folder);
    expect(stdout).toMatch(/^glyph-by-glyph +2 +2 +\. +\. +\.$/mu);
    expect(stdout).toContain('0 silently wrong (0 %)');
    expect(status).toBe(0);
    expect(readdirSync(folder).sort()).toEqual(
      [1, 2].flatMap((seed) => [`glyph-by-glyph-${seed}.json`, `glyph-by-glyph-${seed}.pdf`]),
    );
    rmSync(folder, { recursive: true });
  });

  it('knows its mutations', () => {
    const { status, stderr } = run('2', '1', 'no-such');
    expect(status).toBe(2);
    expect(stderr).toContain('usage: npm run mutants');
  });
});
