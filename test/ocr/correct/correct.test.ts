import { describe, expect, it } from 'vitest';
import { settled } from '../../../src/ocr/correct/correct.js';
import type { ReadChar, ReadLine } from '../../../src/ocr/ocr-types.js';
import { Drawing } from '../../raster/drawn.js';

/** A line whose characters stand at multiples of 20 pixels, on a drawing. */
function line(drawing: Drawing, ...chars: readonly (Partial<ReadChar> & { text: string })[]): string {
  const area = { x0: 0, y0: 0, x1: drawing.width, y1: drawing.height };
  const read: ReadLine = {
    area: { ...area, region: area },
    chars: chars.map((char, i) => ({ confidence: 0.99, at: 10 + 20 * i, others: [], ...char })),
    spare: [],
  };
  const { gray, ink } = drawing;
  return settled(read, { gray, ink })
    .map(({ text }) => text)
    .join('');
}

const FRAME = ['########', '#......#', '#......#', '#......#', '#......#', '#......#', '#......#', '########'];
const TICKED = ['########', '#......#', '#....#.#', '#...#..#', '#.##...#', '#..#...#', '#......#', '########'];
const BARRED = ['########', '#......#', '#......#', '########', '#......#', '#......#', '#......#', '########'];
const LEGGED = ['########', '#......#', '#......#', '#......#', '#......#', '########', '#......#', '#......#'];

describe('boxes to tick', () => {
  const drawn = (rows: readonly string[]) => new Drawing(80, 20).letters(22, 2, 2, rows);

  it.each([
    ['an empty one, read as 口', FRAME, '口', '□'],
    ['a ticked one, read as 日', TICKED, '日', '☑'],
    ['a ticked one, read as nothing', TICKED, '', '☑'],
    ['日 itself', BARRED, '日', '日'],
    ['口 itself, whose sides go on below', LEGGED, '口', '口'],
    ['a character that the engine is sure of', TICKED, '回', '回'],
  ])('%s', (_, rows, read, expected) => {
    const chars = [{ text: '甲' }, ...(read === '' ? [] : [{ text: read, at: 30 }])];
    expect(line(drawn(rows), ...chars)).toBe(`甲${expected}`);
  });
});

describe('signs', () => {
  const WEDGE = [
    '#.......',
    '..##....',
    '....###.',
    '......##',
    '....###.',
    '..##....',
    '#.......',
    '........',
    '........',
  ];
  const wedge = (foot: readonly string[]) => new Drawing(60, 20).letters(2, 1, 2, [...WEDGE.slice(0, 7), ...foot]);

  it('have the bar that the picture shows under them', () => {
    expect(line(wedge(['........', '########']), { text: '>' }, { text: '8' })).toBe('≥8');
    expect(line(wedge(['........', '........']), { text: '>' }, { text: '8' })).toBe('>8');
  });

  it('are told from a 2 by their wedge', () => {
    const TWO = [
      '..####..',
      '.#....#.',
      '......#.',
      '....##..',
      '..##....',
      '.#......',
      '........',
      '########',
      '........',
    ];
    const drawn = (rows: readonly string[]) => new Drawing(60, 20).letters(2, 1, 2, rows);
    const MIRRORED = [...WEDGE.slice(0, 7), '........', '########'].map((row) => [...row].reverse().join(''));
    expect(line(wedge(['........', '########']), { text: '2' }, { text: '9' })).toBe('≥9');
    expect(line(drawn(MIRRORED), { text: '2' }, { text: '9' })).toBe('≤9');
    expect(line(drawn(TWO), { text: '2' }, { text: '9' })).toBe('29');
  });

  it('that end a line close the bracket that stands open, whatever they were read as', () => {
    const paper = new Drawing(100, 20);
    const read = (text: string) => line(paper, { text: '（' }, { text: '5' }, { text: '分' }, { text });
    expect(['1', '}', '」', ')', '）'].map(read)).toEqual(Array(5).fill('（5分）'));
    expect(line(paper, { text: '（' }, { text: '5' }, { text: '1' })).toBe('（51');
    expect(line(paper, { text: '分' }, { text: '1' })).toBe('分1');
  });
});
