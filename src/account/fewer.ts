import { type DiagnosticId, type Remark, remark } from '../messages/say.js';

/** Remarks of one kind on one page that are made one by one. */
const MOST_TOLD = 8;

/** Of many remarks of one kind on one page the first, and how many more there are. */
export function fewer(remarks: readonly Remark[]): Remark[] {
  const counts = new Map<string, number>();
  const few = remarks.filter(({ id, page }) => {
    const key = `${id} ${page}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count <= MOST_TOLD;
  });
  const rest: Remark[] = [];
  for (const kind of ['moreHidden', 'moreDoubts'] as const) {
    const more = new Map<number, number>();
    for (const [key, count] of counts) {
      const [id = '', page = ''] = key.split(' ');
      if (count <= MOST_TOLD || HIDDEN.has(id) !== (kind === 'moreHidden')) continue;
      more.set(Number(page), (more.get(Number(page)) ?? 0) + count - MOST_TOLD);
    }
    for (const [page, count] of more) rest.push(remark(kind, { count }, page));
  }
  return [...few, ...rest];
}

/** What says that a text was rightly left out. */
const HIDDEN: ReadonlySet<string> = new Set(['textCovered', 'textUnseen', 'textStruck'] satisfies DiagnosticId[]);
