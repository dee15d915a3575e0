import { describe, expect, it } from 'vitest';
import { fewer } from '../../src/account/fewer.js';
import { remark } from '../../src/messages/say.js';

/** Many remarks of one kind on one page are cut down, and counted by whether something was lost. */
describe('many remarks of one kind', () => {
  const doubts = (count: number, page: number) => Array.from({ length: count }, () => remark('rowNameless', {}, page));
  const hidden = (count: number, page: number) =>
    Array.from({ length: count }, (_, i) => remark('textCovered', { text: `${i}` }, page));

  it('stay where there are few of them on each page', () => {
    const all = [...doubts(8, 1), ...doubts(8, 2), ...hidden(8, 1)];
    expect(fewer(all)).toEqual(all);
  });
  it('are counted behind the eighth', () => {
    const said = fewer([...doubts(11, 1), ...hidden(9, 1), ...doubts(1, 2)]);
    expect(said.map(({ id }) => id).filter((id) => id === 'rowNameless')).toHaveLength(9);
    expect(said.slice(-2)).toEqual([remark('moreHidden', { count: 1 }, 1), remark('moreDoubts', { count: 3 }, 1)]);
  });
});
