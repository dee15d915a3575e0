import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PdfTable } from '../../../src/contract/tables.js';
import { printable } from '../../../src/output/escape.js';
import { TABLE_WRITERS } from '../../../src/output/tables/formats.js';
import { type Element, elements, readMarkup, textOf } from '../markup.js';
import { anyRows, HOSTILE, merged, of, plain, table } from './some-tables.js';

const write = (format: keyof typeof TABLE_WRITERS, ...tables: PdfTable[]): string => {
  const { head, tail, write } = TABLE_WRITERS[format];
  return head + write(of(...tables), 'line', 'en') + tail;
};

describe('JSON', () => {
  it('is what it is', () => {
    expect(JSON.parse(write('json', merged))).toEqual(of(merged));
  });
});

/** Records of RFC 4180 with an empty line between groups. */
function readCsv(text: string): string[][][] {
  const groups: string[][][] = [[]];
  const token = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  let record: string[] = [];
  while (token.lastIndex < text.length) {
    const start = token.lastIndex;
    const [whole, quoted, bare = '', end] = token.exec(text) ?? [];
    if (whole === undefined) throw new Error(`not CSV: ${JSON.stringify(text.slice(start, start + 40))}`);
    if (whole === '\r\n' && record.length === 0) {
      groups.push([]);
      continue;
    }
    record.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    if (end === '\r\n') {
      groups.at(-1)?.push(record);
      record = [];
    }
  }
  expect(record).toEqual([]);
  return groups;
}

describe('CSV', () => {
  it('has a merged cell once, and an empty line between tables', () => {
    expect(write('csv', merged, plain([['x', 'y']]))).toBe('目标,完成情况,\r\n,18,\r\na,,c\r\n\r\nx,y\r\n');
    expect(TABLE_WRITERS.csv.between).toBe('\r\n');
  });

  it('is UTF-8 for a spreadsheet too, in a file', () => {
    expect(TABLE_WRITERS.csv.fileMark).toBe('\ufeff');
  });

  it('is nothing where there is no table', () => {
    expect(write('csv')).toBe('');
  });

  it('quotes', () => {
    expect(write('csv', plain([['a,b', 'say "hi"', 'two\nlines', ' x ']]))).toBe(
      '"a,b","say ""hi""","two\nlines", x \r\n',
    );
    expect(write('csv', plain([[''], ['a'], ['']]))).toBe('""\r\na\r\n""\r\n');
  });

  it.each([
    '=1+1',
    '=cmd',
    '+a',
    '-',
    '@SUM(A1)',
    '＝1',
    '＋1',
    '－1',
    '＠a',
    ' =1',
    '\t1',
    '\u200e=1',
    '+1+1',
    '-1%x',
  ])('keeps %j from being a formula', (text) => {
    const [field] = readCsv(write('csv', plain([[text]])))[0]?.[0] ?? [];
    expect(field?.[0]).toBe("'");
  });

  it.each(['-1', '+12.50', '-1,234,567.8', '-100.00%', '0', '18%', '—', '《通知》', 'a=b', '1-2'])(
    'leaves %j',
    (text) => {
      expect(readCsv(write('csv', plain([[text]])))).toEqual([[[text]]]);
    },
  );

  it('reads back, whatever the texts', () => {
    fc.assert(
      fc.property(fc.array(anyRows, { minLength: 1, maxLength: 3 }), (tables) => {
        const guarded = (text: string) => (/^\s*[=+\-@＝＋－＠]|^[\t\n]/.test(text) ? /^'?/ : /^/);
        const read = readCsv(write('csv', ...tables.map(plain)));
        const bare = read.map((rows, t) =>
          rows.map((row, r) => row.map((field, c) => field.replace(guarded(printable(tables[t]?.[r]?.[c] ?? '')), ''))),
        );
        expect(bare).toEqual(tables.map((rows) => rows.map((row) => row.map(printable))));
      }),
    );
  });
});

describe('Markdown', () => {
  it('is pipe tables with an empty line between', () => {
    expect(write('markdown', merged, plain([['x', 'y']]))).toBe(
      [
        '| 目标 | 完成情况 |  |',
        '| --- | --- | --- |',
        '|  | 18 |  |',
        '| a |  | c |',
        '',
        '| x | y |',
        '| --- | --- |',
        '',
      ].join('\n'),
    );
  });

  it('keeps text text', () => {
    const cell = (text: string): string => write('markdown', plain([[text]])).split('\n')[0] as string;
    expect(cell('a|b')).toBe('| a\\|b |');
    expect(cell('a\\|b')).toBe('| a\\\\\\|b |');
    expect(cell('`x` *y* _z_ ~w~')).toBe('| \\`x\\` \\*y\\* \\_z\\_ \\~<!-- -->w\\~ |');
    expect(cell('<b>&lt;')).toBe('| &lt;b&gt;&amp;<!-- -->lt; |');
    expect(cell('![a](b)')).toBe('| \\!\\[a\\](b) |');
    expect(cell('a\r\nb\rc')).toBe('| a<br>b<br>c |');
    expect(cell('a\u001b[2J\u202e')).toBe('| a\\[2J |');
  });

  it('has as many lines and cells as the table, whatever the texts', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const lines = write('markdown', plain(rows)).split('\n');
        expect(lines).toHaveLength(rows.length + 2);
        for (const line of lines.slice(0, -1)) {
          const bare = line.replaceAll('\\\\', '').replaceAll('\\|', '');
          expect(bare.split('|')).toHaveLength((rows[0]?.length ?? 0) + 2);
          expect(bare).not.toMatch(/(?<!\\)[`<](?!br>|!-- -->)/);
        }
      }),
    );
  });
});

/** The texts of a table where they begin, by the way that HTML lays out spans. */
function layOut(root: Element): string[][] {
  const grid: (string | undefined)[][] = [];
  for (const [r, tr] of elements(root, 'tr').entries()) {
    let c = 0;
    for (const td of elements(tr, 'td')) {
      while (grid[r]?.[c] !== undefined) c++;
      for (let i = 0; i < Number(td.attributes['rowspan'] ?? 1); i++) {
        for (let k = 0; k < Number(td.attributes['colspan'] ?? 1); k++) {
          const row = grid[r + i] ?? [];
          grid[r + i] = row;
          row[c + k] = i + k === 0 ? textOf(td) : '';
        }
      }
    }
  }
  return grid.map((row) => row.map((text) => text ?? '(none)'));
}

describe('HTML', () => {
  it('has real spans, and an empty cell where there is none', () => {
    const html = write('html', merged);
    expect(html).toContain('<tr><td rowspan="2">目标</td><td colspan="2">完成情况</td></tr>');
    expect(html).toContain('<tr><td>18</td><td></td></tr>');
    expect(html).toContain('<tr><td>a</td><td></td><td>c</td></tr>');
    expect(layOut(readMarkup(html))).toEqual([
      ['目标', '完成情况', ''],
      ['', '18', ''],
      ['a', '', 'c'],
    ]);
  });

  it('is a whole document that says its encoding, its file and its pages', () => {
    const html = write('html', table(1, 1, [[0, 0, 1, 1, 'x']], [2, 3]));
    expect(html).toMatch(/^<!DOCTYPE html>\n<html>/);
    expect(html).toContain('<meta charset="utf-8"/>');
    expect(html).toContain('<h1>a.pdf</h1>');
    expect(html).toContain('<caption>Pages 2, 3</caption>');
    expect(write('html')).toContain('No table was found');
  });

  it.each(HOSTILE)('shows %j and does not run it', (text) => {
    const root = readMarkup(write('html', plain([[text]])));
    expect(elements(root, 'td').map(textOf)).toEqual([printable(text)]);
    expect([...elements(root, 'script'), ...elements(root, 'img'), ...elements(root, 'svg')]).toEqual([]);
  });

  it('is well-formed and says the texts, whatever they are', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const root = readMarkup(write('html', plain(rows)));
        expect(layOut(root)).toEqual(rows.map((row) => row.map(printable)));
      }),
    );
  });
});
