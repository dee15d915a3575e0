import { describe, expect, it } from 'vitest';
import { selfTest } from '../../src/ocr/engines/self-test.js';
import { tiff } from '../../src/ocr/engines/tiff.js';
import type { Engine, ReadChar } from '../../src/ocr/ocr-types.js';
import { recognise } from '../../src/ocr/recognise.js';
import { isGarbage, needOf } from '../../src/pages/needs-picture.js';
import type { Gray } from '../../src/raster/raster-types.js';
import type { Glyph, PageContent } from '../../src/reader/reader-types.js';
import { FORM_LABELS } from '../../src/sections/vocabulary/labels.js';
import { Drawing } from '../raster/drawn.js';

const glyph = (text: string, x: number, y: number): Glyph => ({
  text,
  box: { x0: x, y0: y, x1: x + 8, y1: y + 10 },
  size: 10,
  angle: 0,
  vertical: false,
});

const page = (text: string, more: Partial<PageContent> = {}): PageContent =>
  ({
    number: 1,
    width: 600,
    height: 800,
    glyphs: [...text].map((char, i) => glyph(char, 10 * (i % 50), 20 * Math.floor(i / 50))),
    rulings: [],
    edges: [],
    images: [],
    unreadableGlyphs: 0,
    ...more,
  }) as PageContent;

const hidden = (of: PageContent): PageContent => ({
  ...of,
  glyphs: of.glyphs.map((one) => ({ ...one, hidden: 'invisible' })),
});

const WHOLE = [{ x0: 0, y0: 0, x1: 600, y1: 800 }];
const CHINESE = '财政项目支出绩效自评表项目名称企业科技创新服务支撑平台建设主管部门上海市科学技术协会实施单位';
const ruling = { axis: 'h', at: 10, from: 0, to: 500, width: 1 } as const;

describe('what a page needs its picture for', () => {
  it.each([
    ['nothing, where it is text', page(CHINESE, { rulings: [ruling] }), null],
    ['nothing, where it is empty', page(''), null],
    ['all, where it is a picture', page('', { images: WHOLE }), 'images'],
    ['all, where there is but a page number on it', page('第1页', { images: WHOLE }), 'images'],
    ['its lines, where text lies over it', page(CHINESE.repeat(25), { images: WHOLE }), 'lines'],
    [
      'nothing, where a picture lies under a page of text and lines',
      page(CHINESE.repeat(25), { images: WHOLE, rulings: Array(9).fill(ruling) }),
      null,
    ],
    [
      'a second opinion on its layer, where an engine for English has read Chinese',
      hidden(page('Wa BRA Mee SE BUTE RRS'.repeat(4), { images: WHOLE })),
      'layer',
    ],
    ['a second opinion on its layer, where nobody sees the text', hidden(page(CHINESE, { images: WHOLE })), 'layer'],
    [
      'a look at it, where whatever text is seen over it',
      page('Wa BRA Mee SE BUTE RRS'.repeat(4), { images: WHOLE }),
      'pasted',
    ],
    ['all, where the letters have no Unicode values', page('', { unreadableGlyphs: 400 }), 'drawn'],
    ['nothing, where a logo stands beside text', page(CHINESE, { images: [{ x0: 0, y0: 0, x1: 60, y1: 60 }] }), null],
  ])('is %s', (_, content, need) => {
    expect(needOf(content, 'auto')).toBe(need);
  });

  it('is all of it where it is asked for', () => {
    expect(needOf(page(CHINESE), 'always')).toBe('drawn');
    expect(needOf(page('', { images: WHOLE }), 'always')).toBe('images');
  });
});

describe('garbage', () => {
  it.each([
    [CHINESE, false],
    ['2022年度本项目预算执行率达100%，培育院士专家工作站，共计10,000元。'.repeat(2), false],
    ['Ÿ¶¨×Êª¼Ó¿ì·¢Õ¹ÏîÄ¿Ö§³ö¼¨Ð§×ÔÆÀ±í'.repeat(2), true],
    ['鏈夐檺鍏徃椤圭洰鏀嚭缁╂晥鑷瘎琛ㄩ」鐩悕绉伴璐㈡斂'.repeat(2), true],
    ['too short', false],
  ])('%s', (text, expected) => {
    expect(isGarbage(text)).toBe(expected);
  });
});

describe('the TIFF that a pipe carries', () => {
  it('has one directory a page, each pointing to its pixels and to the next', () => {
    const bytes = Buffer.from(tiff([new Drawing(3, 1, 7).gray, new Drawing(2, 2, 9).gray]));
    expect(bytes.subarray(0, 4).toString('hex')).toBe('49492a00');
    const pages: [number, number, string][] = [];
    for (let at = bytes.readUInt32LE(4); at !== 0; ) {
      const count = bytes.readUInt16LE(at);
      const field = (tag: number): number => {
        const i =
          Array.from({ length: count }, (_, k) => at + 2 + 12 * k).find((k) => bytes.readUInt16LE(k) === tag) ?? 0;
        return bytes.readUInt16LE(i + 2) === 3 ? bytes.readUInt16LE(i + 8) : bytes.readUInt32LE(i + 8);
      };
      const pixels = bytes.subarray(field(273), field(273) + field(279));
      pages.push([field(256), field(257), pixels.toString('hex')]);
      at = bytes.readUInt32LE(at + 2 + 12 * count);
    }
    expect(pages).toEqual([
      [3, 1, '070707'],
      [2, 2, '09090909'],
    ]);
  });
});

/** An engine that says of a picture how many columns with ink it has. */
const counting = (say: (line: Gray) => readonly Partial<ReadChar>[]): Engine => ({
  name: 'test',
  placesWell: true,
  read: async (lines) =>
    lines.map((line) =>
      say(line).map((char): ReadChar => ({ text: '', confidence: 0.99, at: 0.5, others: [], ...char })),
    ),
});

describe('a picture', () => {
  const block = ['####', '#..#', '####', '#..#', '####'];
  const drawing = new Drawing(420, 200, 250);
  for (const y of [40, 90, 140]) drawing.fill(50, y, 353, y + 3);
  for (const x of [50, 200, 350]) drawing.fill(x, 40, x + 3, 143);
  for (const x of [80, 104]) drawing.letters(x, 55, 5, block);
  drawing.letters(230, 105, 5, block);
  const data = Uint8Array.from([...drawing.data].flatMap((shade) => [shade, shade, shade]));
  const picture = { width: 420, height: 200, scale: 2, data };

  it('gives its text where it stands, and its lines, in points', async () => {
    const engine = counting(({ width }) => [{ text: width > 80 ? '甲' : '乙' }]);
    const { glyphs, rulings, angle, skew } = await recognise(picture, engine, FORM_LABELS);
    expect([angle, Math.abs(skew) < 0.2]).toEqual([0, true]);
    expect(rulings.filter(({ axis }) => axis === 'h').map(({ at }) => Math.round(at))).toEqual([21, 46, 71]);
    expect(rulings.filter(({ axis }) => axis === 'v').map(({ at }) => Math.round(at))).toEqual([26, 101, 176]);
    expect(
      glyphs.map(({ text, box }) => [text, Math.round((box.x0 + box.x1) / 2), Math.round((box.y0 + box.y1) / 2)]),
    ).toEqual([
      ['甲', 51, 34],
      ['乙', 120, 59],
    ]);
  });

  it('has a mark for ink of which nothing is read', async () => {
    const { glyphs } = await recognise(
      picture,
      counting(({ width }) => (width > 80 ? [{ text: '甲' }] : [])),
      FORM_LABELS,
    );
    expect(glyphs.map(({ text, confidence }) => [text, confidence])).toEqual([
      ['甲', 0.99],
      ['\ufffd', 0],
    ]);
  });

  it('has a sign that stands alone read beside a figure', async () => {
    const figure = [
      { text: '1', at: 0.3 },
      { text: '2', at: 0.7 },
    ];
    const engine = counting(({ width }) =>
      width === 84
        ? figure
        : width === 60
          ? [{ text: 'W', confidence: 0.9 }]
          : [
              { text: '1', at: 0.2 },
              { text: '2', at: 0.5 },
              { text: '≥', at: 0.8, confidence: 0.8 },
            ],
    );
    const { glyphs } = await recognise(picture, engine, FORM_LABELS);
    expect(glyphs.map(({ text, confidence, box }) => [text, confidence, Math.round((box.x0 + box.x1) / 2)])).toEqual([
      ['1', 0.99, 45],
      ['2', 0.99, 57],
      ['≥', 0.8, 120],
    ]);
  });
});

describe('the self-test', () => {
  it('tells an engine that works from one that does not', async () => {
    const says = (text: string) => counting(() => [...text].map((char) => ({ text: char })));
    await expect(selfTest(says('175'))).resolves.toBeUndefined();
    await expect(selfTest(says('115'))).rejects.toThrow('it reads "115" where "175" is written');
    await expect(selfTest(says(''))).rejects.toThrow('it reads ""');
  });
});
