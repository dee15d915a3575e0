import { describe, expect, it } from 'vitest';
import type { PageLayout } from '../../../src/layout/layout-types.js';
import { addHead, captionOf, emptyHeads } from '../../../src/layout/stitch/captions.js';
import { type Between, linesEvidence, roomEvidence } from '../../../src/layout/stitch/evidence.js';
import { openTable } from '../../../src/layout/stitch/open-table.js';

const sheet = (page: number): PageLayout => ({
  page,
  width: 500,
  height: 1000,
  frame: { x0: 0, y0: 0, x1: 500, y1: 1000 },
  turn: { angle: 0, width: 500, height: 1000, skew: 0 },
  tables: [],
  lines: [],
  aside: [],
  images: [],
});
const between = (where: Between['where'], text: string, size = 10, y = 0): Between => ({
  line: { text, size, box: { x0: 0, x1: 100, y0: y, y1: y + size } },
  sheet: sheet(where === 'foot' ? 1 : 2),
  where,
  is: 'text',
});
const part = (page: number, y0: number, y1: number) =>
  openTable(
    {
      columnsFrom: 'rulings',
      xs: [0, 100],
      ys: [y0, y1],
      bbox: { x0: 0, x1: 100, y0, y1 },
      cells: [
        { row: 0, col: 0, rowSpan: 1, colSpan: 1, openBottom: false, lines: [], bbox: { x0: 0, x1: 100, y0, y1 } },
      ],
    },
    sheet(page),
  );

describe('what lines between two parts say', () => {
  const heads = emptyHeads();
  for (const text of ['表3 通达情况', '通达表', '（2022年度）', '单位：万元', '填报单位：东县']) {
    addHead(heads, captionOf({ text, size: 10 }, 10));
  }
  const says = (where: Between['where'], text: string, size?: number): [number, string | undefined] => {
    const one = between(where, text, size);
    const { weight, fates } = linesEvidence([one], heads, 10);
    return [weight, fates.get(one)];
  };

  it.each([
    ['head', '续表3', 4, 'aside'],
    ['head', '续表4', -10, 'below'],
    ['head', '表3（续）', 4, 'aside'],
    ['head', 'Table 3 (continued)', 4, 'aside'],
    ['head', '（接上页）', 4, 'aside'],
    ['head', '表3 通达情况', 0, 'aside'],
    ['head', '通达表（续）', 4, 'aside'],
    ['head', '表4 通达情况', -10, 'below'],
    ['head', '附件2', -10, 'below'],
    ['head', '收支总表', -10, 'below'],
    ['head', '单位：万元', 0, 'aside'],
    ['head', '金额单位：元', 0, 'above'],
    ['head', '填报单位：西县', -10, 'below'],
    ['head', '（2023年度）', -10, 'below'],
    ['head', '联系人：张三', -1, 'above'],
    ['head', '新的一节', -4, 'below'],
    ['foot', '（接下页）', 4, 'aside'],
    ['foot', '下转第5页', 4, 'aside'],
    ['foot', '填表人：张三', -1, 'below'],
    ['foot', '2024年3月1日', -1, 'below'],
    ['foot', '注：数字取整', -1, 'below'],
    ['foot', '表4 通达情况', -10, 'below'],
    ['foot', '以上情况属实', -4, 'below'],
  ] as const)('%s: %s', (where, text, weight, fate) => {
    expect(says(where, text)).toEqual([weight, fate]);
  });

  it('knows a title by its size, and by its length', () => {
    expect(says('head', '通达情况一览', 11.6)).toEqual([-10, 'below']);
    expect(says('head', '通达情况一览', 11.4)).toEqual([-4, 'below']);
    expect(says('head', '四字标题', 12)[0]).toBe(-10);
    expect(says('head', '三字题', 12)[0]).toBe(-4);
    expect(says('head', '长'.repeat(40), 12)[0]).toBe(-10);
    expect(says('head', '长'.repeat(41), 12)[0]).toBe(-4);
    expect(says('head', `${'长'.repeat(12)}：值`)[0]).toBe(-1);
    expect(says('head', `${'长'.repeat(13)}：值`)[0]).toBe(-4);
  });

  it('weighs a text by its first line most', () => {
    const text = ['第一行文字', '第二行文字', '第三行文字'].map((line) => between('head', line));
    expect(linesEvidence(text, heads, 10).weight).toBe(-6);
  });
});

describe('what the room around the break says', () => {
  it('is against where more than 0.15 of the page and the next row is free', () => {
    expect(roomEvidence(part(1, 100, 831), part(2, 50, 70), [])).toBe(1);
    expect(roomEvidence(part(1, 100, 830), part(2, 50, 70), [])).toBe(1);
    expect(roomEvidence(part(1, 100, 730), part(2, 50, 70), [])).toBeCloseTo(-0.4);
    expect(roomEvidence(part(1, 100, 330), part(2, 50, 70), [])).toBeCloseTo(-2);
  });
  it('counts what stands under and over the parts', () => {
    expect(roomEvidence(part(1, 100, 730), part(2, 50, 70), [between('foot', '注', 10, 830)])).toBe(1);
    expect(roomEvidence(part(1, 100, 830), part(2, 250, 270), [])).toBeCloseTo(-0.4);
    expect(roomEvidence(part(1, 100, 830), part(2, 250, 270), [between('head', '续', 10, 150)])).toBe(1);
  });
});
