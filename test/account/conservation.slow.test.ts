import { describe, expect, it } from 'vitest';
import { readPages } from '../../src/pages/read-pages.js';
import { parse } from '../../src/parse.js';
import type { PageContent } from '../../src/reader/reader-types.js';
import { squeeze } from '../../src/text/join.js';
import { normalise } from '../../src/text/normalise.js';
import { passwordOf, readFixture, textPdfs } from '../fixtures.mjs';

/** Every visible character of a file stands in one entry of the account, and none of a good form is unplaced. */

const counted = (texts: Iterable<string>): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const text of texts) for (const char of squeeze(text)) counts.set(char, (counts.get(char) ?? 0) + 1);
  return counts;
};

async function drawn(name: string): Promise<Map<string, number>> {
  const pages: PageContent[] = [];
  await readPages(readFixture(name), { ...passwordOf(name), ocr: 'never' }, (page) => pages.push(page));
  const glyphs = pages.flatMap((page) => page.glyphs.map((glyph) => normalise(glyph.text)));
  return counted([...glyphs, ...pages.flatMap((page) => (page.aside ?? []).map(({ text }) => text))]);
}

describe('the account of a file', () => {
  it.each(textPdfs())('%s', async (name) => {
    const { account } = await parse(readFixture(name), { ...passwordOf(name), ocr: 'never' });
    expect(account.filter(({ as }) => as === 'unplaced')).toEqual([]);
    const [told, seen] = [counted(account.map(({ text }) => text)), await drawn(name)];
    const differ = [...new Set([...told.keys(), ...seen.keys()])].filter((char) => told.get(char) !== seen.get(char));
    expect(differ.map((char) => [char, seen.get(char) ?? 0, told.get(char) ?? 0])).toEqual([]);
  });
});
