// Writes src/witness/shapes/digit-shapes.ts: what the digits look like in the fonts that are named here and installed on this machine.
// Run after `npm run build`; it is needed again only where the grid of src/witness/shapes/shape.ts or the list of fonts changes.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import fontkit from '@pdf-lib/fontkit';
import { coverageOf } from '../dist/witness/coverage.js';
import { bitsOf } from '../dist/witness/shapes/shape.js';

const FONTS = [
  ...[
    'LiberationSans-Regular.ttf',
    'LiberationSans-Bold.ttf',
    'LiberationSans-Italic.ttf',
    'LiberationSans-BoldItalic.ttf',
  ],
  ...['LiberationSerif-Regular.ttf', 'LiberationSerif-Bold.ttf', 'LiberationSerif-Italic.ttf'],
  ...['LiberationSerif-BoldItalic.ttf', 'LiberationMono-Regular.ttf', 'DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'],
  ...['DejaVuSerif-Bold.ttf', 'DejaVuSansMono.ttf', 'NotoSerifCJK-Regular.ttc', 'NotoSansCJK-Bold.ttc', 'gkai00mp.ttf'],
  ...['gbsn00lp.ttf', 'uming.ttc', 'wqy-zenhei.ttc', 'lmroman10-regular.otf', 'lmroman5-bold.otf'],
  ...[
    'lmsans10-boldoblique.otf',
    'URWGothic-Book.otf',
    'URWGothic-BookOblique.otf',
    'P052-Roman.otf',
    'C059-Italic.otf',
  ],
  ...['NimbusMonoPS-BoldItalic.otf', 'lmmono10-regular.otf'],
];
const CODES = { moveTo: 0, lineTo: 1, bezierCurveTo: 2, quadraticCurveTo: 3, closePath: 4 };
const EM = 64;

const installed = new Map(
  execFileSync('fc-list', [':', 'file'], { encoding: 'utf8' })
    .split('\n')
    .map((line) => line.split(':')[0]?.trim() ?? '')
    .map((path) => [basename(path), path]),
);

function digitsOf(name) {
  const path = installed.get(name);
  if (!path) throw new Error(`the font ${name} is not installed`);
  const opened = fontkit.create(readFileSync(path));
  const font = opened.fonts?.[0] ?? opened;
  return [...'0123456789'].map((digit) => {
    const { path: drawn } = font.glyphForCodePoint(digit.codePointAt(0));
    const outline = drawn.commands.flatMap(({ command, args }) => [
      CODES[command],
      ...args.map((value) => value / font.unitsPerEm),
    ]);
    const { bits, aspect } = bitsOf(coverageOf(outline, [EM, 0, 0, -EM, 0, 0]));
    return `${aspect.toFixed(2)}:${hex(bits)}`;
  });
}

const hex = (bits) =>
  Array.from({ length: bits.length / 4 }, (_, i) =>
    [0, 1, 2, 3].reduce((sum, bit) => 2 * sum + (bits[4 * i + bit] ? 1 : 0), 0).toString(16),
  ).join('');

const lines = FONTS.map((name) => `  // ${name}\n  '${digitsOf(name).join(' ')}',`);
writeFileSync(
  new URL('../src/witness/shapes/digit-shapes.ts', import.meta.url),
  `/**
 * What the digits look like, written by scripts/digit-shapes.mjs: for each font 0 to 9, with the width of each in its heights, and
 * which squares of a grid of 12 by 18 are ink, four to a hexadecimal digit, row by row from the top.
 */
export const DIGIT_SHAPES: readonly string[] = [
${lines.join('\n')}
];
`,
);
