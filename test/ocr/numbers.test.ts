import { describe, expect, it } from 'vitest';
import { safeNumbers } from '../../src/ocr/lines/numbers.js';
import { readTwice } from '../../src/ocr/lines/second-reader.js';
import type { Engine, ReadChar, ReadLine } from '../../src/ocr/ocr-types.js';
import { Drawing } from '../raster/drawn.js';

/** A line of a cell, 20 pixels high: each character with its middle, of full confidence but where another is given. */
const line = (
  region: ReadLine['area'],
  ...chars: readonly (readonly [text: string, at: number, confidence?: number])[]
): ReadLine => ({
  area: { ...region, region },
  chars: chars.map(([text, at, confidence = 0.99]): ReadChar => ({ text, at, confidence, others: [] })),
  spare: [],
});
const cell = () => ({ x0: 0, y0: 0, x1: 200, y1: 20 }) as ReadLine['area'];
const said = (lines: readonly ReadLine[]) =>
  lines.map(({ chars }) => [
    chars.map(({ text }) => text).join(''),
    Math.min(...chars.map(({ confidence }) => confidence)),
  ]);

/** Figures of 8 pixels around their middles. */
const inkOf = (...middles: readonly number[]) => {
  const drawing = new Drawing(200, 20);
  for (const at of middles) drawing.fill(at - 4, 0, at + 4, 20);
  return drawing.ink;
};

describe('a number', () => {
  it('has no marks at its ends', () => {
    expect(
      said(safeNumbers([line(cell(), ['.', 4], ['1', 20], ['.', 30], ['5', 40], ["'", 50])], inkOf(20, 40))),
    ).toEqual([['1.5', 0.99]]);
    expect(said(safeNumbers([line(cell(), ['-', 4], ['5', 20])], inkOf(20)))).toEqual([['-5', 0.99]]);
  });

  it('is doubtful where its figures are more than 0.68 of its height apart', () => {
    expect(said(safeNumbers([line(cell(), ['1', 20], ['1', 41])], inkOf(20, 41)))).toEqual([['11', 0.99]]);
    expect(said(safeNumbers([line(cell(), ['1', 20], ['1', 43])], inkOf(20, 43)))).toEqual([['11', 0.5]]);
  });

  it('is not where all of them are', () => {
    const even = [20, 44, 68, 92] as const;
    expect(said(safeNumbers([line(cell(), ...even.map((at) => ['1', at] as const))], inkOf(...even)))).toEqual([
      ['1111', 0.99],
    ]);
  });

  it.each([
    ['1.862.74', '1,862.74'],
    ['12.345,678.9%', '12,345,678.9%'],
    ['1,862.74', '1,862.74'],
    ['1.862', '1.862'],
    ['1.86.74', '1.86.74'],
  ])('has one point at most: %s', (read, number) => {
    const at = (i: number): number => 8 + 9 * i;
    const chars = [...read].map((text, i) => [text, at(i)] as const);
    expect(said(safeNumbers([line(cell(), ...chars)], inkOf(...chars.map(([, middle]) => middle))))).toEqual([
      [number, 0.99],
    ]);
  });

  it('is doubtful where it stands in pieces', () => {
    const region = cell();
    expect(
      said(safeNumbers([line(region, ['1', 20]), line(region, ['3', 90], ['0', 100])], inkOf(20, 90, 100))),
    ).toEqual([
      ['1', 0.5],
      ['30', 0.5],
    ]);
  });
});

describe('a second recogniser', () => {
  const around = { sheet: { gray: new Drawing(200, 20).gray, ink: new Drawing(200, 20).ink }, all: [], usual: 20 };
  const engine = (text: string, confidence: number): Engine => ({
    name: 'engine',
    placesWell: true,
    read: async () => [],
    figures: async (lines) =>
      lines.map(() => [...text].map((char, i) => ({ text: char, confidence, at: i / 10, others: [] }))),
  });
  const twice = async (text: string, sure: number, other: string, otherSure = 0.99) =>
    said(
      await readTwice(
        [line(cell(), ...[...text].map((char, i) => [char, 20 + 10 * i, sure] as const))],
        around,
        engine(other, otherSure),
      ),
    );

  it('makes nothing surer', async () => {
    expect(await twice('12', 0.7, '12')).toEqual([['12', 0.7]]);
    expect(await twice('12', 0.99, '12')).toEqual([['12', 0.99]]);
  });

  it('makes what it reads otherwise doubtful, and puts nothing in its place', async () => {
    expect(await twice('12', 0.9, '13', 0.98)).toEqual([['12', 0.5]]);
    expect(await twice('12', 0.99, '123')).toEqual([['12', 0.5]]);
  });

  it('knows figures that look like letters', async () => {
    expect(await twice('15', 0.7, 'lS')).toEqual([['15', 0.7]]);
  });

  it('leaves what was quite sure where it reads no number', async () => {
    expect(await twice('5', 0.96, 'e')).toEqual([['5', 0.96]]);
    expect(await twice('5', 0.94, 'e')).toEqual([['5', 0.5]]);
  });

  it('is not asked about words', async () => {
    expect(await twice('数量', 0.7, '12')).toEqual([['数量', 0.7]]);
  });
});
