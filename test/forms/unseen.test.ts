import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { accountOf } from '../../src/account/account.js';
import { reportSchema } from '../../src/contract/document.js';
import { diagnosticsOf } from '../../src/messages/say.js';
import { parse } from '../../src/parse.js';
import { readSections } from '../../src/sections/sections.js';
import { faultsOf, fewest, formOf, formsIn, judge, judgeInMemory, printsOf, truthsOf } from './unseen.mjs';

const FONT = '/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc';
const reader = { readSections, accountOf, diagnosticsOf };
const seeds = Array.from({ length: 300 }, (_, i) => i + 1);

/** Of the forms below, so many are read wrongly without a word. The number only ever goes down. */
const MOST_SILENT = 4;
/** So many are read exactly. The number only ever goes up. */
const LEAST_EXACT = 287;

describe('forms that nobody has printed', () => {
  it('are read exactly, or what is wrong is told', () => {
    const results = seeds.map((seed) => ({ seed, ...judgeInMemory(seed, reader) }));
    const silent = results.filter(({ end }) => end === 'silent').map(({ seed, difference }) => [seed, difference?.at]);
    const exact = results.filter(({ end }) => end === 'exact' || end === 'alarm');
    expect(silent.length, `node test/forms/forms.mjs 300 1 tells more of ${silent}`).toBeLessThanOrEqual(MOST_SILENT);
    expect(exact.length).toBeGreaterThanOrEqual(LEAST_EXACT);
  });

  // The prints have a Chinese font of Debian's, fonts-wqy-zenhei, which .ci/run installs.
  it.skipIf(!existsSync(FONT))('are read from a print as from their tables', async () => {
    // Of seven, the third and the last are printed without another program.
    const forms = [2, 6, 9, 13, 16, 20].map((seed) => formOf(seed));
    const prints = await printsOf(forms);
    expect(new Set(prints.map(({ program }) => program))).toEqual(new Set(['pdfkit']));
    for (const { form, bytes } of prints) {
      const { document } = await parse(bytes);
      const { end, difference } = judge(truthsOf(form), document);
      const inMemory = judgeInMemory(form.seed, reader).end;
      if (inMemory === 'exact') expect([form.seed, end, difference]).toEqual([form.seed, 'exact', null]);
    }
    expect(prints).toHaveLength(forms.length);
  });
});

/** A truth with one of the values that it leaves open. */
function settled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(settled);
  if (value === null || typeof value !== 'object') return value;
  if ('$any' in value) return null;
  if ('$oneOf' in value) return settled((value.$oneOf as unknown[])[0]);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== '$loose')
      .map(([key, one]) => [key, settled(one)]),
  );
}

describe('the generator', () => {
  const forms = seeds.map((seed) => formOf(seed));

  it('fills each table without a gap, and its truth is a report', () => {
    for (const form of forms.flatMap(formsIn)) {
      for (const { grid } of form.parts) if (grid) expect([form.seed, faultsOf(grid)]).toEqual([form.seed, []]);
      const report = settled(form.truth) as { pages: unknown; funds: { rows: { kind: unknown }[] } };
      const rows = report.funds.rows.map((row) => ({ ...row, kind: row.kind ?? 'unknown' }));
      const parsed = reportSchema.safeParse({ ...report, pages: [1], funds: { ...report.funds, rows } });
      expect([form.seed, parsed.error?.issues]).toEqual([form.seed, undefined]);
    }
  });

  it('draws many things, each by its own name: without one the others stay', () => {
    const all = new Set(forms.flatMap(({ has }) => has));
    expect(all.size).toBeGreaterThan(110);
    for (const form of forms.slice(0, 60)) {
      expect(formOf(form.seed)).toEqual(form);
      const [name] = form.has.filter((one) => one.startsWith('word '));
      if (!name) continue;
      const without = formOf(form.seed, { off: new Set([name]) });
      expect(without.has).not.toContain(name);
      expect(without.has.filter((one) => form.has.includes(one))).toEqual(form.has.filter((one) => one !== name));
    }
  });

  it('finds the least form that ends like a given one', () => {
    const broken = { ...reader, readSections: withoutTotals };
    const whole = judgeInMemory(1, broken);
    expect(whole.end).toBe('silent');
    const least = fewest(1, broken);
    expect([least.end, least.difference?.at]).toEqual(['silent', '/total/weight']);
    expect(least.form.has).toEqual([]);
    expect(whole.form.has.length).toBeGreaterThan(3);
  });
});

/** A reader that says nothing of the total. */
function withoutTotals(blocks: Parameters<typeof readSections>[0]): ReturnType<typeof readSections> {
  const sections = readSections(blocks);
  for (const { report } of sections.drafts) report.total = { weight: null, score: null, grade: null };
  return { ...sections, diagnostics: [] };
}

describe('npm run forms', () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [join(import.meta.dirname, 'forms.mjs'), ...args], { encoding: 'utf8' });

  it('reads forms of one kind and counts how they end', () => {
    const { status, stdout } = run('5', '1', 'funds: total below');
    expect(stdout).toMatch(/in memory +5 forms: \d exact, \d told, \d silently wrong; false alarms: \d\n$/u);
    expect(status).toBe(0);
  });

  it('says how it is called', () => {
    expect(run('x').status).toBe(2);
    expect(run('x').stderr).toContain('usage: npm run forms');
  });
});
