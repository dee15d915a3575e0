import type { Area, Gray } from '../../raster/raster-types.js';
import { HAN, type ReadChar, type ReadLine } from '../ocr-types.js';
import { OCR_TOLERANCES } from '../tolerances.js';
import { nearest, run } from './ink-at.js';
import { OCR_CORRECT_TOLERANCES as TOL } from './tolerances.js';

/** At the ends of a line there may be ink of a border, too. */
const LOST_AT_END = /^[，。、；：”“]$/u;

/** The characters, and of the spare ones those that have ink which belongs to no other: marks that the engine has lost. */
export function withLost({ chars, spare, area }: ReadLine, gray: Gray): ReadChar[] {
  const em = OCR_TOLERANCES.em * (area.y1 - area.y0);
  const all = chars.filter(({ text }) => text !== '');
  const found = spare.filter(({ text }) => text.trim() !== '').sort((a, b) => b.confidence - a.confidence);
  for (const char of found) {
    const next = all.findIndex(({ at }) => at > char.at);
    const place = next < 0 ? all.length : next;
    if ((place === 0 || place === all.length) && !LOST_AT_END.test(char.text)) continue;
    const [before, after] = [all[place - 1], all[place]].map((c) => (c?.text === ' ' ? undefined : c));
    const isNear = [before, after].some((c) => c !== undefined && Math.abs(c.at - char.at) < TOL.lostDistance * em);
    const middles = [before, after].flatMap((c) => (c ? [c.at] : []));
    if (!isNear && standsAlone(gray, area, char, middles, em)) all.splice(place, 0, char);
  }
  return all;
}

/** Whether there is ink at a place of a line, if only faint, that is no wider than the character and parted from other characters. */
function standsAlone(gray: Gray, area: Area, { at, text }: ReadChar, middles: readonly number[], em: number): boolean {
  const { width, levels } = gray;
  const most = (HAN.test(text) ? TOL.lostHanWidth : TOL.lostMarkWidth) * em;
  const isDark = (x: number): boolean => {
    let y = area.y0;
    while (y < area.y1 && (levels[y * width + x] as number) >= TOL.faintShade) y++;
    return y < area.y1;
  };
  const start = nearest(Math.round(at), Math.round(TOL.lostReach * em), isDark);
  if (start === null) return false;
  const [from, to] = run(start, { ...area, x0: Math.max(0, area.x0 - 2), x1: Math.min(width, area.x1 + 2) }, isDark, 0);
  return to - from >= TOL.lostInk && to - from <= most && middles.every((x) => x < from || x >= to);
}
