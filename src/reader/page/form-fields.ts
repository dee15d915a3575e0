import { midY } from '../../geometry/box.js';
import type { DrawnGlyph } from '../interpreter/drawing.js';
import { type Matrix, mapRect } from '../interpreter/matrix.js';
import { READER_TOLERANCES } from '../tolerances.js';

/** The value of an AcroForm field and its rectangle in PDF user space. */
export interface FieldValue {
  readonly id: string;
  readonly value: string;
  readonly rect: readonly number[];
  readonly multiLine: boolean;
}

/**
 * Glyphs for fields whose value the page does not draw (no appearance stream; a viewer makes one up, pdfjs does not).
 * They are laid line by line into the field's rectangle.
 */
export function fieldGlyphs(
  fields: readonly FieldValue[],
  drawn: readonly DrawnGlyph[],
  viewport: Matrix,
): DrawnGlyph[] {
  const withText = new Set(drawn.filter((g) => g.text.trim() !== '').map((g) => g.annotation));
  return fields.filter((f) => f.value.trim() !== '' && !withText.has(f.id)).flatMap((f) => layOut(f, viewport));
}

function layOut(field: FieldValue, m: Matrix): DrawnGlyph[] {
  const box = mapRect(m, field.rect);
  if (!box) return [];
  const lines = field.value.split(/\r\n|\r|\n/);
  const longest = lines.reduce((most, line) => Math.max(most, [...line].length), 1);
  const { fieldSize, fieldLeading } = READER_TOLERANCES;
  const step = Math.min(fieldSize, (box.x1 - box.x0) / longest);
  const lineHeight = Math.min(fieldSize * fieldLeading, (box.y1 - box.y0) / lines.length);
  const top = midY(box) - (lineHeight * lines.length) / 2;
  return lines.flatMap((line, row) =>
    [...line].map((text, col) => ({
      text,
      box: {
        x0: box.x0 + col * step,
        x1: box.x0 + (col + 1) * step,
        y0: top + row * lineHeight,
        y1: top + (row + 1) * lineHeight,
      },
      size: Math.min(fieldSize, lineHeight),
      angle: 0,
      vertical: false,
      font: '',
      invisible: false,
      color: '#000000',
      order: Number.MAX_SAFE_INTEGER,
      annotation: field.id,
    })),
  );
}
