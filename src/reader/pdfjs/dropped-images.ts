import type { OperatorList } from '../interpreter/interpret.js';
import { IDENTITY, type Matrix, multiply, toMatrix } from '../interpreter/matrix.js';
import type { Ops } from '../interpreter/operators.js';
import { READER_TOLERANCES } from '../tolerances.js';

const PAINTING = [
  'showText',
  'showSpacedText',
  'nextLineShowText',
  'nextLineSetSpacingShowText',
  'shadingFill',
  'rawFillPath',
  'paintImageXObject',
  'paintInlineImageXObject',
  'paintInlineImageXObjectGroup',
  'paintImageXObjectRepeat',
  'paintImageMaskXObject',
  'paintImageMaskXObjectGroup',
  'paintImageMaskXObjectRepeat',
  'paintSolidColorImageMask',
];

/** What happened since a `save`. */
interface Level {
  ctm: Matrix;
  transformed: boolean;
  painted: boolean;
}

/**
 * The operator list with its dropped images put back as `paintImageXObject` without a name. Where images are not decoded,
 * pdfjs leaves them out, and with them the place where they stand. Producers draw an image as `q matrix cm name Do Q`:
 * what remains is a level of graphics state that enlarges the unit square and then paints nothing.
 */
export function withDroppedImages(list: OperatorList, ops: Ops): OperatorList {
  const { save: SAVE, restore: RESTORE, transform, paintFormXObjectBegin, paintFormXObjectEnd, constructPath } = ops;
  const painting: boolean[] = [];
  for (const name of PAINTING) painting[ops[name] as number] = true;
  const levels: Level[] = [];
  let level: Level = { ctm: IDENTITY, transformed: false, painted: false };
  const found: number[] = [];

  const save = (): void => {
    levels.push(level);
    level = { ctm: level.ctm, transformed: false, painted: false };
  };
  const restore = (at: number): void => {
    const image = isImage(level);
    if (image) found.push(at);
    const painted = level.painted || image;
    level = levels.pop() ?? level;
    level.painted ||= painted;
  };
  const concat = (m: Matrix | null): void => {
    if (m) level.ctm = multiply(level.ctm, m);
  };

  for (let i = 0; i < list.fnArray.length; i++) {
    const op = list.fnArray[i];
    const args = list.argsArray[i] as ArrayLike<unknown> | null;
    if (op === SAVE) save();
    else if (op === RESTORE) restore(i);
    else if (op === transform) {
      concat(toMatrix(args as ArrayLike<number>));
      level.transformed = true;
    } else if (op === paintFormXObjectBegin) {
      save();
      concat(toMatrix(args?.[0] as ArrayLike<number> | null));
      // Even an empty form is something that was painted.
      level.painted = true;
    } else if (op === paintFormXObjectEnd) restore(i);
    else if (painting[op as number]) level.painted = true;
    else if (op === constructPath && args?.[0] !== ops['endPath']) level.painted = true;
  }
  while (levels.length > 0) restore(list.fnArray.length);
  if (isImage(level)) found.push(list.fnArray.length);
  return found.length === 0 ? list : insertImages(list, found, ops['paintImageXObject'] as number);
}

function isImage(level: Level): boolean {
  const [a, b, c, d] = level.ctm;
  const shortest = Math.min(Math.hypot(a, b), Math.hypot(c, d));
  return level.transformed && !level.painted && shortest >= READER_TOLERANCES.minImageSide;
}

function insertImages(list: OperatorList, found: readonly number[], op: number): OperatorList {
  const fnArray: number[] = [];
  const argsArray: unknown[] = [];
  let next = 0;
  for (let i = 0; i <= list.fnArray.length; i++) {
    for (; found[next] === i; next++) {
      fnArray.push(op);
      argsArray.push([null]);
    }
    if (i === list.fnArray.length) break;
    fnArray.push(list.fnArray[i] as number);
    argsArray.push(list.argsArray[i]);
  }
  return { fnArray, argsArray };
}
