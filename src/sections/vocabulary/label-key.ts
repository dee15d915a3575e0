import { splitBrackets } from '../../text/label.js';
import { SECTIONS_TOLERANCES } from '../tolerances.js';

/** Keys once made are kept, so many of them: every rule asks about every cell. The bound is for memory alone. */
const MAX_KEPT = 20_000;
const kept = new Map<string, string>();

/** Points behind the name of a block, of a group or of the total: 项目绩效85分, 总分：98.5分. */
const POINTS =
  /^(?<name>\p{Script=Han}*(?:指标|绩效|情况|决策|过程|产出|效益|管理|满意度|得分|总分))(?<points>\d{1,3}(?:\.\d+)?)分$/u;

/** The points that a label states behind its name without brackets; null where it states none. */
export function pointsBehind(label: string): number | null {
  const points = label.length > SECTIONS_TOLERANCES.labelLength ? undefined : pointsIn(label);
  return points === undefined ? null : Number(points);
}

const pointsIn = (label: string): string | undefined => POINTS.exec(splitBrackets(label).base)?.groups?.['points'];

/** The key under which the vocabulary knows a label: without numbering, trailing bracket groups and points; empty for a value. */
export function keyOf(label: string): string {
  if (label.length > SECTIONS_TOLERANCES.labelLength) return '';
  let key = kept.get(label);
  if (key === undefined) {
    key = splitBrackets(label).base.replace(POINTS, '$<name>');
    if (kept.size >= MAX_KEPT) kept.clear();
    kept.set(label, key);
  }
  return key;
}
