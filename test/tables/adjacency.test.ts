import { describe, expect, it } from 'vitest';
import { cellsOf, compare, pooled, relations, type Written } from './adjacency.mjs';

const of = (rows: Written[][]): string[] => relations(cellsOf(rows)).map((relation) => JSON.parse(relation).join(' '));

describe('rows as they are written down', () => {
  it('leave out what a merged cell covers', () => {
    const cells = cellsOf([
      [
        { text: 'a', rowSpan: 2 },
        { text: 'b', colSpan: 2 },
      ],
      ['c', 'd'],
    ]);
    expect(cells.map(({ text, row, col, rowSpan, colSpan }) => [text, row, col, rowSpan, colSpan])).toEqual([
      ['a', 0, 0, 2, 1],
      ['b', 0, 1, 1, 2],
      ['c', 1, 1, 1, 1],
      ['d', 1, 2, 1, 1],
    ]);
  });
});

describe('neighbours', () => {
  it('stand to the right and below', () => {
    expect(
      of([
        ['a', 'b'],
        ['c', 'd'],
      ]),
    ).toEqual(['right a b', 'below a c', 'below b d', 'right c d']);
  });

  it('are found over blank cells, and a blank cell has none', () => {
    expect(
      of([
        ['a', '', 'b'],
        ['', ' \n', ''],
        ['c', '', ''],
      ]),
    ).toEqual(['right a b', 'below a c']);
  });

  it('of a merged cell stand in each of its rows and columns, each once', () => {
    expect(
      of([
        [
          { text: 'a', rowSpan: 2 },
          { text: 'b', colSpan: 2 },
        ],
        ['c', 'd'],
      ]),
    ).toEqual(['right a b', 'right a c', 'below b c', 'below b d', 'right c d']);
    expect(
      of([
        [
          { text: 'a', rowSpan: 2 },
          { text: 'b', rowSpan: 2 },
        ],
        [],
      ]),
    ).toEqual(['right a b']);
  });

  it('of a merged cell are looked for over the blanks of each row', () => {
    expect(
      of([
        [{ text: 'a', rowSpan: 2 }, '', 'b'],
        ['c', ''],
      ]),
    ).toEqual(['right a b', 'right a c']);
  });

  it('are the same with other white space, and with nothing else', () => {
    expect(of([['a b', ' c\n d']])).toEqual(of([['ab', 'cd']]));
    expect(of([['a', 'b']])).not.toEqual(of([['A', 'b']]));
  });

  it('are the same with dots that lead to them, and these are no cell', () => {
    expect(of([['a . . . . . .', '.........', 'b']])).toEqual(['right a b']);
    expect(of([['a...', '..', 'b']])).toEqual(['right a... ..', 'right .. b']);
  });
});

describe('what is counted', () => {
  const table = (rows: Written[][]) => cellsOf(rows);

  it('is each relation as often as it stands there', () => {
    const twice = compare([table([['x', 'y']]), table([['x', 'y']])], [table([['x', 'y']])]);
    expect(twice).toMatchObject({ right: 1, expected: 2, found: 1, missed: ['["right","x","y"]'], wrong: [] });
    const tooMany = compare([table([['x', 'y']])], [table([['x', 'y']]), table([['x', 'y']])]);
    expect(tooMany).toMatchObject({ right: 1, expected: 1, found: 2, missed: [], wrong: ['["right","x","y"]'] });
  });

  it('knows right from below', () => {
    expect(compare([table([['x', 'y']])], [table([['x'], ['y']])])).toMatchObject({ right: 0, expected: 1, found: 1 });
  });

  it('does not ask which table a relation stands in', () => {
    const both = table([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(compare([both], [table([['a', 'b']]), table([['c', 'd']])])).toMatchObject({
      right: 2,
      expected: 4,
      found: 2,
    });
  });

  it('is pooled over documents', () => {
    expect(
      pooled([
        { right: 1, expected: 2, found: 1 },
        { right: 2, expected: 2, found: 4 },
      ]),
    ).toEqual({ precision: 0.6, recall: 0.75, f1: 6 / 9 });
  });

  it('is all where there is nothing, and nothing where all is false', () => {
    expect(pooled([{ right: 0, expected: 0, found: 0 }])).toEqual({ precision: 1, recall: 1, f1: 1 });
    expect(pooled([{ right: 0, expected: 0, found: 3 }])).toEqual({ precision: 0, recall: 0, f1: 0 });
    expect(pooled([{ right: 0, expected: 3, found: 0 }])).toEqual({ precision: 0, recall: 0, f1: 0 });
  });
});
