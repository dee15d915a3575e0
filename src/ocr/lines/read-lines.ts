import type { Area, Gray, Ink } from '../../raster/raster-types.js';
import type { TextLineArea } from '../../raster/xy-cut.js';
import { settled } from '../correct/correct.js';
import { signOf } from '../correct/single-sign.js';
import { type Engine, type ReadChar, type ReadLine, textOf } from '../ocr-types.js';
import { accompanied, companionOf, companyOf, isDoubtful, isLonely, leftOver, qualityOf } from './isolated.js';
import { OCR_LINES_TOLERANCES as TOL } from './tolerances.js';
import { between, neighbour, type Shown, shown } from './with-context.js';

/** What engines lose. */
const MARK = /^[，。、；：·]$/u;
const OF_BORDER = /[|丨「」()（）[\]'"、，。.,·丶一十!！lI]/u;

export interface Surroundings {
  readonly sheet: { readonly gray: Gray; readonly ink: Ink };
  readonly all: readonly TextLineArea[];
  readonly usual: number;
}

/**
 * Reads lines of a sheet, the doubtful ones twice, of which the better reading counts. `all` are the lines of the sheet
 * that may stand before and behind them; `usual` is the height of the ink of most lines, in pixels; `known` are lines that were
 * read already.
 */
export async function readLines(
  areas: readonly TextLineArea[],
  around: Surroundings,
  engine: Engine,
  known: readonly ReadLine[] = [],
): Promise<ReadLine[]> {
  const first = areas.map((area) => shown(area, around.sheet.gray, TOL.padding, around.usual));
  const twice = await lookAgain(await look(first, engine), around, engine);
  return settledInOrder(await lookInCompany(twice, around, engine), around, known);
}

/** What the engine reads of what it is shown: of each line its own characters, in pixels of the sheet. */
async function look(lines: readonly Shown[], engine: Engine): Promise<ReadLine[]> {
  const read = await engine.read(lines.map(({ picture }) => picture));
  return lines.map(({ area, picture, x0, from, to, known = '' }, i) => {
    const chars = (read[i] ?? []).map((char) => ({ ...char, at: char.at * picture.width }));
    const solid = chars.filter(({ faint, text }) => !faint && text.trim() !== '');
    const isKnown = known !== '' && textOf(solid.slice(0, known.length)) === known;
    const start = isKnown ? (solid[known.length - 1]?.at ?? from) : null;
    const isOwn = ({ at }: ReadChar): boolean => (start === null ? at >= from : at > start) && at < to;
    const own = chars.filter(isOwn).map((char) => ({ ...char, at: x0 + char.at }));
    return { area, chars: own.filter(({ faint }) => !faint), spare: own.filter(({ faint }) => faint) };
  });
}

/** The lines, of the doubtful ones the better of two readings; marks that only the other one has are spare. */
async function lookAgain(lines: readonly ReadLine[], around: Surroundings, engine: Engine): Promise<ReadLine[]> {
  const best = [...lines];
  const doubtful = lines.flatMap((line, i) => (isDoubtful(line) ? [i] : []));
  const again = doubtful.map((i) => withContext(lines[i] as ReadLine, around));
  for (const [k, second] of (await look(again, engine)).entries()) {
    const i = doubtful[k] as number;
    const before = lines[i] as ReadLine;
    const [better, worse] = qualityOf(second) > qualityOf(before) ? [second, before] : [before, second];
    const marks = worse.chars.filter(({ text }) => MARK.test(text));
    best[i] = { ...better, spare: [...better.spare, ...worse.spare, ...marks] };
  }
  return best;
}

/** A second look at a line: with other margins, and where ink was left over, with the text that it goes on from or to. */
function withContext({ area, chars }: ReadLine, { sheet, all, usual }: Surroundings): Shown {
  const reach = TOL.leftOver * (area.y1 - area.y0);
  const [first, last] = [chars[0], chars.at(-1)];
  const before = !first || first.at - area.x0 > reach ? neighbour(area, all, usual, -1) : undefined;
  const after = last && area.x1 - last.at > reach ? neighbour(area, all, usual, 1) : undefined;
  return before || after
    ? between(before, area, after, sheet.gray, usual)
    : shown(area, sheet.gray, TOL.secondPadding, usual);
}

/** What stands alone, or was left over at an end of a line, is read beside something that was read well. */
async function lookInCompany(lines: readonly ReadLine[], around: Surroundings, engine: Engine): Promise<ReadLine[]> {
  const { sheet, usual } = around;
  const company = companyOf(lines, usual);
  const beside = (areas: readonly TextLineArea[]): Promise<ReadLine[]> => {
    const inCompany = areas.map((area): Shown => {
      const companion = companionOf(area, company, usual);
      const known = companion ? textOf(companion.chars) : '';
      return { ...between(companion?.area, area, undefined, sheet.gray, usual), known };
    });
    return look(inCompany, engine);
  };
  const best = [...lines];
  const lonely = lines.flatMap((line, i) => (isLonely(line, usual) ? [i] : []));
  const read = await beside(lonely.map((i) => (lines[i] as ReadLine).area));
  for (const [k, i] of lonely.entries()) best[i] = accompanied(best[i] as ReadLine, read[k], usual);
  for (const side of engine.placesWell ? (['before', 'behind'] as const) : []) {
    const rests = best.flatMap((line, i) => {
      const area = lonely.includes(i) ? null : leftOver(line, sheet.ink, usual, side);
      return area ? [{ i, area }] : [];
    });
    const texts = await beside(rests.map(({ area }) => area));
    for (const [k, { i }] of rests.entries()) {
      const line = best[i] as ReadLine;
      const more = (texts[k]?.chars ?? []).filter(isSureOfRest);
      best[i] = { ...line, chars: side === 'before' ? [...more, ...line.chars] : [...line.chars, ...more] };
    }
  }
  return best;
}

const isSureOfRest = ({ text, confidence }: ReadChar): boolean => confidence >= TOL.sureOfRest && !OF_BORDER.test(text);

/** The lines with what the picture itself decides; each knows the text above it in its cell, also that of `known` lines. */
function settledInOrder(
  lines: readonly ReadLine[],
  { sheet, all, usual }: Surroundings,
  known: readonly ReadLine[],
): ReadLine[] {
  const above = new Map<Area, string>();
  for (const { area, chars } of known) above.set(area.region, (above.get(area.region) ?? '') + textOf(chars));
  return lines.map((line) => {
    const text = above.get(line.area.region) ?? '';
    const isAlone = !all.some((area) => area.region === line.area.region && area !== line.area);
    const chars = settled(signOf(line, usual, isAlone), sheet, text);
    above.set(line.area.region, text + textOf(chars));
    return { ...line, chars };
  });
}
