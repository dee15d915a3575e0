import { midY } from '../../geometry/box.js';
import { median } from '../../geometry/order.js';
import type { Line, PageLayout } from '../layout-types.js';
import { LAYOUT_TOLERANCES as TOL } from '../tolerances.js';

const PAGE_NUMBER =
  /^[-–—－·\s]*(第|p\.?|page)?\s*\p{Nd}{1,4}\s*页?\s*([,，/／]?\s*(共|of)?\s*\p{Nd}{1,4}\s*页?)?[-–—－·\s]*$/iu;

/**
 * Lines that belong to the pages, not to the text: page numbers for sure, and lines that look like headers and footers
 * since they repeat. A title or a unit may repeat as well, so these only count where a table goes on across them.
 */
export function runningHeads(pages: readonly PageLayout[]): { numbers: Set<Line>; repeated: Set<Line> } {
  const numbers = new Set<Line>();
  const repeated = new Set<Line>();
  const usual = usualSize(pages);
  const seen = new Map<string, { line: Line; y: number; page: number }[]>();
  for (const page of pages) {
    for (const line of page.lines) {
      const y = midY(line.box);
      const top = y < page.height * TOL.pageMargin;
      const bottom = y > page.height * (1 - TOL.pageMargin);
      if (!top && !bottom) continue;
      const text = line.text.trim();
      if (PAGE_NUMBER.test(text)) {
        numbers.add(line);
        continue;
      }
      if (top && line.size > usual * TOL.maxHeadSize) continue;
      const key = `${top ? 't' : 'b'}${text.replace(/\p{Nd}+/gu, '0')}`;
      const list = seen.get(key) ?? [];
      list.push({ line, y, page: page.page });
      seen.set(key, list);
    }
  }
  for (const list of seen.values()) {
    for (const { line, y, page } of list) {
      if (list.some((other) => other.page !== page && Math.abs(other.y - y) <= TOL.sameHeight)) repeated.add(line);
    }
  }
  return { numbers, repeated };
}

/** The median size of the lines in tables, in points. */
function usualSize(pages: readonly PageLayout[]): number {
  const sizes: number[] = [];
  for (const { tables } of pages) {
    for (const { cells } of tables) for (const { lines } of cells) for (const { size } of lines) sizes.push(size);
  }
  return median(sizes) ?? 10;
}
