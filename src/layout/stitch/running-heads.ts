import { midY } from '../../geometry/box.js';
import { median } from '../../geometry/order.js';
import type { Line, PageLayout } from '../layout-types.js';
import { LAYOUT_TOLERANCES as TOL } from '../tolerances.js';

const PAGE_NUMBER =
  /^[-–—－·\s]*(第|p\.?|page)?\s*\p{Nd}{1,4}\s*页?\s*([,，/／]?\s*(共|of)?\s*\p{Nd}{1,4}\s*页?)?[-–—－·\s]*$/iu;

/** Lines that belong to the pages, not to the text, and the usual size of the text in tables, in points. */
export interface RunningHeads {
  /** Page numbers, for sure. */
  readonly numbers: ReadonlySet<Line>;
  /** Those that look like headers and footers since they repeat. A title or a unit may repeat as well, so they only count where
   * a table goes on across them. */
  readonly repeated: ReadonlySet<Line>;
  readonly usualSize: number;
}

export function runningHeads(sheets: readonly PageLayout[]): RunningHeads {
  const numbers = new Set<Line>();
  const repeated = new Set<Line>();
  const usualSize = usualSizeOf(sheets);
  const seen = new Map<string, { line: Line; y: number; sheet: number }[]>();
  for (const [sheet, { frame, lines }] of sheets.entries()) {
    const margin = (frame.y1 - frame.y0) * TOL.pageMargin;
    for (const line of lines) {
      const y = midY(line.box) - frame.y0;
      const top = y < margin;
      const bottom = y > frame.y1 - frame.y0 - margin;
      if (!top && !bottom) continue;
      const text = line.text.trim();
      if (PAGE_NUMBER.test(text) && !isOfRow(line, lines)) {
        numbers.add(line);
        continue;
      }
      if (top && line.size > usualSize * TOL.maxHeadSize) continue;
      const key = `${top ? 't' : 'b'}${text.replace(/\p{Nd}+/gu, '0')}`;
      const list = seen.get(key) ?? [];
      list.push({ line, y, sheet });
      seen.set(key, list);
    }
  }
  for (const list of seen.values()) for (const line of repeatedIn(list)) repeated.add(line);
  return { numbers, repeated, usualSize };
}

/** Whether a number stands beside others: what a page break has left of a row. */
const isOfRow = (line: Line, lines: readonly Line[]): boolean =>
  /^\p{Nd}+$/u.test(line.text.trim()) &&
  lines.some(
    (other) =>
      other !== line &&
      /^\p{Nd}+$/u.test(other.text.trim()) &&
      Math.abs(midY(other.box) - midY(line.box)) < TOL.sameHeight,
  );

/** Of lines that say the same those that have another one at their height on another sheet. */
function repeatedIn(list: readonly { line: Line; y: number; sheet: number }[]): Line[] {
  const byHeight = [...list].sort((a, b) => a.y - b.y);
  return byHeight.flatMap(({ line, y, sheet }, i) => {
    const isHere = (other: (typeof list)[number] | undefined): boolean =>
      other !== undefined && Math.abs(other.y - y) <= TOL.sameHeight;
    for (let k = i + 1; isHere(byHeight[k]); k++) if (byHeight[k]?.sheet !== sheet) return [line];
    for (let k = i - 1; isHere(byHeight[k]); k--) if (byHeight[k]?.sheet !== sheet) return [line];
    return [];
  });
}

/** The median size of the lines in tables, in points. */
function usualSizeOf(sheets: readonly PageLayout[]): number {
  const sizes: number[] = [];
  for (const { tables } of sheets) {
    for (const { cells } of tables) for (const { lines } of cells) for (const { size } of lines) sizes.push(size);
  }
  return median(sizes) ?? 10;
}
