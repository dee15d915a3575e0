import { type Remark, remark } from '../messages/say.js';

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
  const more = new Map<number | null, number>();
  for (const [key, count] of counts) {
    const page = Number(key.split(' ')[1]);
    if (count > MOST_TOLD) more.set(page, (more.get(page) ?? 0) + count - MOST_TOLD);
  }
  return [...few, ...[...more].map(([page, count]) => remark('moreDoubts', { count }, page))];
}
