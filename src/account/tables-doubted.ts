import type { Place } from '../geometry/box.js';
import type { Block, Table } from '../layout/layout-types.js';
import { type Remark, remark } from '../messages/say.js';
import { doubtSaid } from './doubts.js';
import { fewer } from './fewer.js';

/** What is to be said of tables as such, forms or not: texts that may be others, and parts that may belong together. */
export function tablesSaid(blocks: readonly Block[]): Remark[] {
  const said: Remark[] = [];
  let isContinued = false;
  for (const block of blocks) {
    if (block.kind === 'line') {
      isContinued ||= CONTINUED.test(block.text);
      continue;
    }
    if (isContinued) said.push(remark('tableContinued', {}, block.places[0] as Place));
    isContinued = false;
    for (const { doubts = [], text, places } of block.cells) {
      for (const doubt of doubts) said.push(doubtSaid(doubt, text, places[0] as Place));
    }
    said.push(...spreadLabels(block));
  }
  return fewer(said);
}

/** The caption of a part of a table: 续表3, 表3（续）. */
const CONTINUED = /^续\s*表|^表\s*[\d一二三四五六七八九十-]*.{0,40}[（(]\s*续\s*\d*\s*[)）]$/u;

/** Two cells of the first row with one ideograph each: a label that is spread over its cell came into two columns. */
function spreadLabels({ cells }: Table): Remark[] {
  const head = cells.filter(({ row }) => row === 0);
  return head.flatMap(({ text, places }, i) => {
    const next = head[i + 1];
    const isSpread = next !== undefined && ONE.test(text) && ONE.test(next.text);
    return isSpread ? [remark('labelParted', { text: `${text}|${next.text}` }, places[0] as Place)] : [];
  });
}

const ONE = /^\p{Script=Han}$/u;
