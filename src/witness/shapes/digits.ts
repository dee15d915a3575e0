import { DIGIT_SHAPES } from './digit-shapes.js';
import { COLUMNS, likeness, ROWS, type Shape, shapeOfBits } from './shape.js';

type Drawn = Pick<Shape, 'grid' | 'aspect'>;

/** How alike a shape is to each digit, from -1 to 1, in the font of all known ones that is nearest to it. */
export type DigitFits = readonly number[];

let known: (readonly Drawn[])[] | undefined;

/** By digit: how it looks in each font. */
function knownShapes(): (readonly Drawn[])[] {
  known ??= Array.from({ length: 10 }, (_, digit) =>
    DIGIT_SHAPES.map((font) => {
      const [aspect = '1', hex = ''] = (font.split(' ')[digit] ?? '').split(':');
      const bits = [...hex].flatMap((char) => [8, 4, 2, 1].map((bit) => (Number.parseInt(char, 16) & bit) > 0));
      return shapeOfBits(bits.slice(0, COLUMNS * ROWS), Number(aspect));
    }),
  );
  return known;
}

export const digitFits = (shape: Drawn): DigitFits =>
  knownShapes().map((fonts) => Math.max(...fonts.map((font) => likeness(shape, font))));

/** The digit that fits best. */
export const bestDigit = (fits: DigitFits): number =>
  fits.reduce((best, fit, i) => (fit > (fits[best] as number) ? i : best), 0);
