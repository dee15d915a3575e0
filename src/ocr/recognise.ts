import type { Box } from '../geometry/box.js';
import { scaledWarp, type Warp } from '../geometry/warp.js';
import type { Grid, GridCell } from '../grid/grid-types.js';
import { ruledGrids } from '../grid/ruled-grids.js';
import { mergeRulings } from '../grid/segments.js';
import type { InkLine } from '../raster/lines/rulings.js';
import { evened } from '../raster/paper/illumination.js';
import { grayWithoutSeals } from '../raster/paper/remove-seals.js';
import type { Area, Gray, Ink } from '../raster/raster-types.js';
import { quarterTurned, reduced, type Sheet, sheetOf } from '../raster/sheet.js';
import { type TextLineArea, textLines } from '../raster/xy-cut.js';
import type { Picture } from '../reader/picture/from-images.js';
import type { Glyph, Ruling } from '../reader/reader-types.js';
import { type KnownLabels, type MatchedLabel, withLabels } from './correct/labels.js';
import { safeNumbers } from './lines/numbers.js';
import { readLines, type Surroundings } from './lines/read-lines.js';
import { readTwice } from './lines/second-reader.js';
import { type Engine, meanConfidence, type ReadChar, type ReadLine } from './ocr-types.js';
import { OCR_TOLERANCES as TOL } from './tolerances.js';

/** What was recognised on a picture, in points of the page turned upright and levelled. */
export interface Recognised {
  /** Degrees, clockwise, by which the page was turned to stand upright: 0, 90, 180 or 270. */
  readonly angle: number;
  /** Degrees by which the upright page's lines fell to the right. */
  readonly skew: number;
  /** How it was bent then, in points; null where it was flat. */
  readonly warp: Warp | null;
  readonly rulings: readonly Ruling[];
  readonly glyphs: readonly RecognisedGlyph[];
  /** Texts that were taken for labels which they are not quite. */
  readonly labels: readonly MatchedLabel[];
  /** Whether there is nothing on it: the back of a sheet. */
  readonly isBlank: boolean;
}

/** A glyph with what the engine thought of it. */
export interface RecognisedGlyph extends Glyph, Pick<ReadChar, 'confidence' | 'others'> {}

/** Reads a picture: its text as glyphs, its lines as rulings. Texts that are nearly one of the `known` labels are put right. */
export async function recognise(picture: Picture, engine: Engine, known: KnownLabels): Promise<Recognised> {
  const gray = evened(grayWithoutSeals(picture));
  let best: Attempt | null = null;
  for (const side of sidesOf(gray, picture.scale)) {
    const attempt = await begin(side, engine);
    if (!best || attempt.confidence > best.confidence) best = attempt;
    if (attempt.confidence >= TOL.upright || side.areas.length === 0) break;
  }
  const { sheet, angle, lines, rest, around } = best as Attempt;
  const all = safeNumbers([...lines, ...(await readLines(rest, around, engine, lines))], sheet.ink);
  const labelled = withLabels(await readTwice(all, around, engine), known);
  return {
    angle,
    skew: sheet.skew,
    warp: warpIn(sheet),
    rulings: rulingsOf(sheet),
    glyphs: labelled.lines.flatMap((line) => glyphsOf(line, sheet.scale, around.usual)),
    labels: labelled.matched,
    isBlank: around.all.length === 0 && sheet.lines.length === 0,
  };
}

/** A picture one way round, and the lines that its text has then. */
interface Side {
  readonly angle: number;
  readonly sheet: Sheet;
  readonly areas: readonly TextLineArea[];
  /** Usual height of a line in pixels. */
  readonly height: number;
}

/** The ways round that a picture may have to be turned, the likelier ones first; each is looked at when it is asked for. */
function* sidesOf(gray: Gray, scale: number): Generator<Side> {
  const side = (angle: number): Side => {
    const sheet = sheetOf(quarterTurned(gray, angle), scale);
    return { angle, sheet, ...linesOf(sheet) };
  };
  const level = side(0);
  const square = level.areas.filter(({ x0, x1, y0, y1 }) => x1 - x0 <= TOL.squareShape * (y1 - y0)).length;
  const turned = square > TOL.squareLines * level.areas.length ? side(90) : null;
  const lies = turned !== null && turned.areas.length * TOL.moreLines < level.areas.length;
  if (lies) {
    yield turned;
    yield side(270);
  }
  yield level;
  yield side(180);
  if (lies) return;
  yield turned ?? side(90);
  yield side(270);
}

/** A picture one way round, of which the longest lines are read, to see how well that goes. */
interface Attempt {
  readonly sheet: Sheet;
  readonly angle: number;
  readonly lines: readonly ReadLine[];
  readonly rest: readonly TextLineArea[];
  readonly around: Surroundings;
  readonly confidence: number;
}

async function begin({ angle, sheet, areas, height }: Side, engine: Engine): Promise<Attempt> {
  const sample = new Set(longest(areas, TOL.sampledLines));
  const around = { sheet, all: areas, usual: height };
  const lines = await readLines([...sample], around, engine);
  const confidence = meanConfidence(lines.flatMap((line) => line.chars));
  return { sheet, angle, lines, rest: areas.filter((area) => !sample.has(area)), around, confidence };
}

/** The lines of a picture alone. */
export function recogniseRulings(picture: Picture): Pick<Recognised, 'angle' | 'skew' | 'warp' | 'rulings'> {
  const sheet = sheetOf(evened(grayWithoutSeals(picture)), picture.scale);
  return { angle: 0, skew: sheet.skew, warp: warpIn(sheet), rulings: rulingsOf(sheet) };
}

const warpIn = ({ warp, scale }: Sheet): Warp | null => warp && scaledWarp(warp, scale);

const longest = (areas: readonly TextLineArea[], count: number): TextLineArea[] =>
  [...areas].sort((a, b) => b.x1 - b.x0 - (a.x1 - a.x0)).slice(0, count);

/** Where a picture may have text, in points, before any of it is read. */
export interface Written {
  /** Lines in the cells of tables. */
  readonly inCells: readonly Box[];
  /** Lines that stand in no table. */
  readonly outside: readonly Box[];
}

/** Looks for lines of text on a picture, whatever an engine may make of them: on a smaller one, since it may be a photograph. */
export function writtenOn(picture: Picture): Written {
  const factor = Math.floor((picture.scale * 72) / TOL.lookedAtDpi);
  const scale = picture.scale / Math.max(1, factor);
  const { areas, cellLines } = linesOf(sheetOf(evened(grayWithoutSeals(reduced(picture, factor))), scale));
  const boxes = areas.map((area): Box => boxOf(area, scale));
  return { inCells: boxes.slice(0, cellLines), outside: boxes.slice(cellLines) };
}

const boxOf = ({ x0, y0, x1, y1 }: Area, scale: number): Box => ({
  x0: x0 / scale,
  y0: y0 / scale,
  x1: x1 / scale,
  y1: y1 / scale,
});

/** The lines of text in the cells that the rulings make, so many of them, and those outside. */
function linesOf(sheet: Sheet): { areas: TextLineArea[]; cellLines: number; height: number } {
  const { ink, scale } = sheet;
  const { grids } = ruledGrids(mergeRulings(rulingsOf(sheet)));
  const cells = grids.flatMap((grid) => grid.cells.map((cell) => cellArea(grid, cell, scale, ink)));
  const page = { x0: 0, y0: 0, x1: ink.width, y1: ink.height };
  const inside = textLines(ink, cells, scale);
  const outside = textLines(without(ink, cells), [page], scale);
  const areas = [...inside.lines, ...outside.lines];
  return { areas, cellLines: inside.lines.length, height: cells.length > 0 ? inside.height : outside.height };
}

const rulingsOf = ({ lines, scale }: Sheet): Ruling[] =>
  lines.map(({ axis, at, from, to, width }: InkLine) => ({
    axis,
    at: at / scale,
    from: from / scale,
    to: to / scale,
    width: width / scale,
  }));

function cellArea({ xs, ys }: Grid, cell: GridCell, scale: number, { width, height }: Ink): Area {
  const px = (points: number | undefined, most: number): number =>
    Math.min(most, Math.max(0, Math.round((points as number) * scale)));
  return {
    x0: px(xs[cell.col], width),
    y0: px(ys[cell.row], height),
    x1: px(xs[cell.col + cell.colSpan], width),
    y1: px(ys[cell.row + cell.rowSpan], height),
  };
}

function without({ width, height, bits }: Ink, areas: readonly Area[]): Ink {
  const left = bits.slice();
  for (const { x0, y0, x1, y1 } of areas) {
    for (let y = y0; y < y1; y++) left.fill(0, y * width + x0, y * width + x1);
  }
  return { width, height, bits: left };
}

function glyphsOf({ area, chars }: ReadLine, scale: number, usual: number): RecognisedGlyph[] {
  const height = area.y1 - area.y0;
  const isUsual = height >= TOL.minUsualHeight * usual && height <= TOL.maxUsualHeight * usual;
  const size = (isUsual ? usual : height) / scale;
  return chars.map(({ text, confidence, others, at }, i): RecognisedGlyph => {
    const before = chars[i - 1];
    const after = chars[i + 1];
    const x0 = Math.max(at - (TOL.maxCharWidth * height) / 2, before ? (before.at + at) / 2 : area.x0);
    const x1 = Math.min(at + (TOL.maxCharWidth * height) / 2, after ? (after.at + at) / 2 : area.x1);
    const box: Box = {
      x0: Math.min(x0, at) / scale,
      y0: area.y0 / scale,
      x1: Math.max(x1, at) / scale,
      y1: area.y1 / scale,
    };
    return { text, box, size, angle: 0, vertical: false, confidence, others };
  });
}
