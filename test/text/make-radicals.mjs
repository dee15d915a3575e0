// Prints src/text/radicals.ts: node test/text/make-radicals.mjs EquivalentUnifiedIdeograph.txt > src/text/radicals.ts
// The data file is part of the Unicode Character Database (Debian: package unicode-data, /usr/share/unicode).
import { readFileSync } from 'node:fs';

/** CJK Radicals Supplement, Kangxi Radicals, CJK Strokes. */
const BLOCKS = [
  [0x2e80, 0x2eff],
  [0x2f00, 0x2fdf],
  [0x31c0, 0x31ef],
];

/** Where the fonts for Simplified Chinese draw another ideograph with the radical's glyph (cmap of Noto CJK SC). */
const AS_DRAWN = new Map([
  [0x2e95, 0x5f50],
  [0x2f3e, 0x6237],
]);

const WIDTH = 100;

const pairs = [];
for (const line of readFileSync(process.argv[2], 'utf8').split('\n')) {
  const match = /^([0-9A-F]+)(?:\.\.([0-9A-F]+))?\s*;\s*([0-9A-F]+)/u.exec(line);
  if (!match) continue;
  const [first, last, target] = [match[1], match[2] ?? match[1], match[3]].map((hex) => Number.parseInt(hex, 16));
  for (let code = first; code <= last; code++) {
    if (BLOCKS.some(([from, to]) => code >= from && code <= to)) pairs.push([code, AS_DRAWN.get(code) ?? target]);
  }
}
pairs.sort((a, b) => a[0] - b[0]);

const literal = (codes) => {
  const lines = [];
  for (let i = 0; i < codes.length; i += WIDTH) lines.push(`  '${String.fromCodePoint(...codes.slice(i, i + WIDTH))}'`);
  return lines.join(' +\n');
};

process.stdout.write(`/**
 * Radicals and strokes, and the ideographs that they look like. Fonts of the Noto family draw an ideograph and its radical
 * with one glyph, so that PDFs carry radicals where the author typed ideographs.
 *
 * Made by test/text/make-radicals.mjs from Unicode 15's EquivalentUnifiedIdeograph.txt, where NFKC knows the Kangxi radicals
 * alone. The two strings run in parallel. Two differ from it: fonts for Simplified Chinese draw 户 and 彐 for U+2F3E and
 * U+2E95.
 */
export const RADICALS =
${literal(pairs.map(([radical]) => radical))};

export const IDEOGRAPHS =
${literal(pairs.map(([, ideograph]) => ideograph))};
`);
