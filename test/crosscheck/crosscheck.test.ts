import { describe, expect, it } from 'vitest';
import { readAgain } from '../../src/crosscheck/crosscheck.js';
import { withReplaced } from '../../src/crosscheck/replace-text.js';
import type { Block, Cell, TextLine } from '../../src/layout/layout-types.js';
import type { RecognisedGlyph } from '../../src/ocr/recognise.js';
import type { Scan } from '../../src/pages/scanned-pages.js';
import { readSections } from '../../src/sections/sections.js';
import { line, table } from '../sections/grid.js';

type Doubts = Readonly<Record<string, readonly [at: number, confidence: number, other: string, offered: number]>>;

/** The scan of which the blocks came: every character recognised, those of `doubts` by the text that they stand in. */
function scanOf(blocks: readonly Block[], doubts: Doubts): Scan {
  const recognised: RecognisedGlyph[] = [];
  const texts = blocks.flatMap((block): readonly Pick<Cell, 'text' | 'places'>[] =>
    block.kind === 'line' ? [{ text: block.text, places: [block.place] }] : block.cells,
  );
  for (const { text, places } of texts) {
    const { x0, y0, x1, y1 } = places[0]?.bbox ?? { x0: 0, y0: 0, x1: 0, y1: 0 };
    const width = (x1 - x0) / text.length;
    for (const [i, char] of [...text].entries()) {
      const [at, confidence, other, offered] = doubts[text] ?? [-1, 1, '', 0];
      const box = { x0: x0 + i * width, y0: y0 + 1, x1: x0 + (i + 1) * width, y1: y1 - 1 };
      const sure = { confidence: 0.99, others: [] };
      const own = i === at ? { confidence, others: [{ text: other, confidence: offered }] } : sure;
      recognised.push({ text: char, box, size: 8, angle: 0, vertical: false, ...own });
    }
  }
  return { content: { number: 1 }, recognised, diagnostics: [] } as unknown as Scan;
}

const again = (blocks: readonly Block[], doubts: Doubts) => {
  const scan = scanOf(blocks, doubts);
  const read = readAgain(blocks, [scan], readSections(blocks));
  return { ...read, reports: read.drafts.map((draft) => draft.report) };
};

const LABELS = ['一级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'];

describe('a digit that is corrected by arithmetic', () => {
  it('stands in the value, in the printed text and in the evidence', () => {
    const blocks = [
      line('项目支出绩效自评表'),
      table([
        ['项目名称', ['防汛', 3]],
        ['资金', '全年预算数', '全年执行数', '执行率'],
        ['年度资金总额', '1,900.00', '950.00', '50.00%'],
        ['其中：当年财政拨款', '1,100.00', '450.00', '45.00%'],
        ['其他资金', '900.00', '500.00', '55.56%'],
      ]),
    ];
    const { reports, drafts, diagnostics, readAs, confidence } = again(blocks, {
      '1,100.00': [2, 0.6, '0', 0.31],
      '45.00%': [0, 0.5, '9', 0.2],
    });
    expect(reports[0]?.funds.rows[1]?.annualBudget).toBe(1000);
    const printed = drafts[0]?.printed.get('/funds/rows/1/annualBudget');
    expect(printed?.text).toBe('1,000.00');
    expect(confidence(printed?.places ?? [])).toBe(0.31);
    expect([...readAs]).toEqual([['/reports/0/funds/rows/1/annualBudget', '1,100.00']]);
    expect(diagnostics.filter(({ id }) => id === 'correctedBySums')).toMatchObject([{ page: 1 }]);
    // The other doubt stays: the rate is right as it was read.
    expect(drafts[0]?.printed.get('/funds/rows/1/executionRate')?.text).toBe('45.00%');
    expect(confidence(drafts[0]?.printed.get('/funds/rows/1/executionRate')?.places ?? [])).toBe(0.5);
  });

  it('changes every field that is read from its cell', () => {
    const blocks = [
      line('项目支出绩效自评表'),
      table([
        ['项目名称', ['防汛', 5]],
        LABELS,
        ['产出指标', '甲', '1次', '1次', ['70', 1, 2], '10'],
        ['产出指标', '乙', '1次', '1次', '10'],
        [['总分', 4], '20', '20'],
      ]),
    ];
    const { reports, readAs } = again(blocks, { '70': [0, 0.6, '2', 0.3] });
    expect(reports[0]?.indicators.map(({ weight }) => weight)).toEqual([20, 20]);
    expect([...readAs]).toEqual([
      ['/reports/0/indicators/0/weight', '70'],
      ['/reports/0/indicators/1/weight', '70'],
    ]);
  });

  it('is put into a part of a line, and what the line says besides stays', () => {
    const blocks = [
      line('项目支出绩效自评表'),
      table([
        ['项目名称', ['防汛', 5]],
        LABELS,
        ['产出指标', '甲', '1次', '1次', '50', '50'],
        ['产出指标', '乙', '1次', '1次', '50', '45'],
        [['自评得分：35 自评等级：35级', 6]],
      ]),
    ];
    const { reports } = again(blocks, { '自评得分：35 自评等级：35级': [5, 0.6, '9', 0.3] });
    expect(reports[0]?.total).toMatchObject({ score: 95 });
  });

  it('leaves all as it is where nothing was doubted', () => {
    const blocks = [line('项目支出绩效自评表'), table([['项目名称', ['防汛', 5]], LABELS])];
    const before = readSections(blocks);
    const after = readAgain(blocks, [scanOf(blocks, {})], before);
    expect(after.drafts).toBe(before.drafts);
    expect(after.diagnostics).toBe(before.diagnostics);
    expect(after.readAs.size).toBe(0);
  });
});

describe('a character in the blocks', () => {
  const place = (x0: number) => ({ page: 1, bbox: { x0, y0: 0, x1: x0 + 10, y1: 10 } });
  const cellOf = (text: string, ...places: Cell['places']): Block => {
    const cell = { row: 0, col: 0, rowSpan: 1, colSpan: 1, text, places };
    return { kind: 'table', columnsFrom: 'rulings', rows: 1, cols: 1, cells: [cell], places };
  };
  const textsOf = (blocks: readonly Block[]): string[] =>
    blocks.flatMap((block) => (block.kind === 'line' ? [block.text] : block.cells.map(({ text }) => text)));

  it('is found by its place and its part of the text, white space not counted', () => {
    const [a, b] = [place(0), place(20)];
    const blocks = [cellOf('总分： 1 00', a), cellOf('100', b)];
    expect(textsOf(withReplaced(blocks, [{ text: '100', places: [a], index: 2, char: '5' }]))).toEqual([
      '总分： 1 05',
      '100',
    ]);
    expect(textsOf(withReplaced(blocks, [{ text: '1 00', places: [b], index: 0, char: '7' }]))).toEqual([
      '总分： 1 00',
      '700',
    ]);
  });
  it('is replaced in a cell that goes on over a page break, and in a line', () => {
    const [a, b] = [place(0), { ...place(0), page: 2 }];
    const whole: TextLine = { kind: 'line', text: '得分 9', size: 10, running: false, place: b };
    expect(
      textsOf(withReplaced([cellOf('12', a, b), whole], [{ text: '12', places: [a, b], index: 1, char: '3' }])),
    ).toEqual(['13', '得分 9']);
    expect(textsOf(withReplaced([whole], [{ text: '9', places: [b], index: 0, char: '8' }]))).toEqual(['得分 8']);
  });
  it('does not hide another one of the same text', () => {
    const a = place(0);
    const both = [
      { text: '10', places: [a], index: 0, char: '7' },
      { text: '10/20', places: [a], index: 3, char: '8' },
    ];
    expect(textsOf(withReplaced([cellOf('10/20', a)], both))).toEqual(['70/80']);
  });
});
