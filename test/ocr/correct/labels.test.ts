import { describe, expect, it } from 'vitest';
import { withLabels } from '../../../src/ocr/correct/labels.js';
import type { Guess, ReadChar, ReadLine } from '../../../src/ocr/ocr-types.js';
import { FORM_LABELS } from '../../../src/sections/vocabulary/labels.js';

type Char = readonly [text: string, confidence: number, ...others: string[]];

const char = ([text, confidence, ...others]: Char): ReadChar => ({
  text,
  confidence,
  at: 0,
  others: others.map((other): Guess => ({ text: other, confidence: 0.05 })),
});

/** A cell of one line for each list of characters; a plain string is sure of all of them. */
function cell(...lines: readonly (string | readonly Char[])[]): ReadLine[] {
  const region = { x0: 0, y0: 0, x1: 100, y1: 100 };
  return lines.map((line, i): ReadLine => {
    const chars = typeof line === 'string' ? [...line].map((text): Char => [text, 0.99]) : line;
    return { area: { ...region, y0: i * 20, y1: i * 20 + 15, region }, chars: chars.map(char), spare: [] };
  });
}

const textOf = (lines: readonly ReadLine[]): string =>
  withLabels(lines, FORM_LABELS)
    .lines.flatMap((line) => line.chars)
    .map(({ text }) => text)
    .join('');

describe('labels', () => {
  it('are put right where the engine offered the right character', () => {
    const lines = cell([
      ['项', 0.99],
      ['目', 0.97],
      ['名', 0.99],
      ['弥', 0.93, '称'],
    ]);
    expect(textOf(lines)).toBe('项目名称');
    expect(withLabels(lines, FORM_LABELS).matched).toEqual([{ read: '项目名弥', label: '项目名称' }]);
  });

  it('keep what was read among what they might be else', () => {
    const [line] = withLabels(
      cell([
        ['分', 0.99],
        ['道', 0.5, '值'],
      ]),
      FORM_LABELS,
    ).lines;
    expect(line?.chars[1]).toMatchObject({ text: '值', others: [{ text: '道', confidence: 0.5 }] });
  });

  it.each([
    ['—总分', '总分'],
    ['总分…….—..-', '总分'],
    ['.·项目名称*', '项目名称'],
    // Points are no marks, and what is no label keeps its own.
    ['产出指标50', '产出指标50'],
    ['-道路', '-道路'],
    ['（总分）', '（总分）'],
  ])('stand without the specks around them: %s', (read, label) => {
    expect(textOf(cell(read))).toBe(label);
  });

  it('are put right over the lines of a cell, with numbering and brackets around them', () => {
    expect(
      textOf(
        cell('年度总', [
          ['休', 0.7, '体'],
          ['目', 0.9],
          ['标', 0.9],
          ['（', 0.9],
          ['1', 0.9],
          ['）', 0.9],
        ]),
      ),
    ).toBe('年度总体目标（1）');
  });

  it('of levels have the stroke that looks like a dash', () => {
    expect(
      textOf(
        cell([
          ['-', 0.78],
          ['级', 0.99],
          ['指', 0.99],
          ['标', 0.99],
        ]),
      ),
    ).toBe('一级指标');
  });

  it.each([
    ['what the engine was sure of', cell('项目名弥')],
    [
      'what might be several labels',
      cell([
        ['得', 0.4, '总'],
        ['纷', 0.4],
      ]),
    ],
    [
      'the name of a level, which is a field',
      cell([
        ['时', 0.7, '绩'],
        ['效', 0.9],
        ['指', 0.9],
        ['标', 0.9],
      ]),
    ],
    [
      'a text that is no label',
      cell([
        ['培', 0.5],
        ['训', 0.5],
        ['人', 0.5],
        ['次', 0.5],
      ]),
    ],
    [
      'a label that is right',
      cell([
        ['项', 0.5],
        ['目', 0.5],
        ['名', 0.5],
        ['称', 0.5],
      ]),
    ],
    [
      'figures',
      cell([
        ['7', 0.5, '1'],
        ['0', 0.5],
      ]),
    ],
    ['nothing', cell('')],
  ])('%s stays', (_, lines) => {
    expect(withLabels(lines, FORM_LABELS)).toEqual({ lines, matched: [] });
  });
});
