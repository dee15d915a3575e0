import { type Box, midX, midY } from '../../geometry/box.js';
import type { DrawnGlyph } from '../interpreter/drawing.js';
import { type Matrix, mapRect } from '../interpreter/matrix.js';
import type { FieldDifference } from '../reader-types.js';
import { READER_TOLERANCES } from '../tolerances.js';

/** What an AcroForm field or a comment says, and its rectangle in PDF user space. */
export interface FieldValue {
  readonly id: string;
  readonly value: string;
  readonly rect: readonly number[];
  /** A box to tick, and no text: the value is the sign of its state. */
  readonly isButton?: true;
  /** The file says what it looks like: no viewer makes that up. */
  readonly hasAppearance?: boolean;
}

/** What pdfjs says of an annotation, as far as it is read. */
type Annotation = Readonly<Record<string, unknown>>;

/** What the annotations of a page say that the page may not draw: values of fields, boxes that are ticked or not, texts of comments. */
export const fieldValues = (annotations: readonly Annotation[]): FieldValue[] =>
  annotations.flatMap((a) => {
    const value = a['hidden'] === true ? null : saidBy(a);
    if (value === null || !Array.isArray(a['rect'])) return [];
    return [
      {
        id: String(a['id']),
        value,
        rect: a['rect'],
        ...(a['fieldType'] === 'Btn' ? { isButton: true } : {}),
        hasAppearance: a['hasAppearance'] === true,
      },
    ];
  });

function saidBy(a: Annotation): string | null {
  if (a['subtype'] === 'FreeText') {
    const { str } = (a['contentsObj'] ?? {}) as { str?: unknown };
    return typeof str === 'string' ? str : null;
  }
  if (a['subtype'] !== 'Widget') return null;
  const value = Array.isArray(a['fieldValue']) ? a['fieldValue'].join(' ') : a['fieldValue'];
  switch (a['fieldType']) {
    case 'Tx':
    case 'Ch':
      return typeof value === 'string' ? value : null;
    case 'Btn':
      if (a['checkBox'] === true) return value === a['exportValue'] ? '☑' : '□';
      return a['radioButton'] === true ? (value === a['buttonValue'] ? '◉' : '○') : null;
    default:
      return null;
  }
}

/**
 * The glyphs of a page with those of its fields: of a value that the page does not draw (no appearance stream: a viewer makes
 * one up, pdfjs does not) or draws in part, since it is longer than its field, and of the state of boxes. They take the place of what
 * is drawn there.
 */
export function withFields(
  drawn: readonly DrawnGlyph[],
  fields: readonly FieldValue[],
  viewport: Matrix,
): DrawnGlyph[] {
  const texts = textsByField(drawn);
  const added: DrawnGlyph[] = [];
  const replaced = new Set<string>();
  const boxes: Box[] = [];
  for (const [i, field] of fields.entries()) {
    const box = mapRect(viewport, field.rect);
    if (!box || !isLacking(field, texts.get(field.id) ?? '')) continue;
    replaced.add(field.id);
    const order = Number.MAX_SAFE_INTEGER - i;
    if (!field.isButton) added.push(...layOut(field, box, order));
    else {
      boxes.push(box);
      added.push(glyphOf(field, field.value, squareIn(box), order));
    }
  }
  if (added.length === 0) return [...drawn];
  const isReplaced = (g: DrawnGlyph): boolean =>
    (g.annotation !== null && replaced.has(g.annotation)) ||
    (PRINTED_BOX.test(g.text) && boxes.some((b) => holds(b, g)));
  return [...drawn.filter((g) => !isReplaced(g)), ...added];
}

/** The box that a page has for a field to tick. */
const PRINTED_BOX = /^[□☐○◯❏❑]$/u;

const NUMBER = /^[+-]?[\d.,]+%?$/u;

const squeeze = (text: string): string => text.replace(/\s+/gu, '');

/** Whether the page does not show all of a value. */
function isLacking({ value, isButton }: FieldValue, drawn: string): boolean {
  const whole = squeeze(value);
  // A number of which a part is drawn is another number.
  if (NUMBER.test(whole) && drawn !== '') return false;
  return isButton || (whole !== '' && (drawn === '' || (drawn.length < whole.length && whole.includes(drawn))));
}

function holds(b: Box, { box }: DrawnGlyph): boolean {
  const [x, y] = [midX(box), midY(box)];
  return x >= b.x0 && x <= b.x1 && y >= b.y0 && y <= b.y1;
}

/** The fields that say another thing than their appearance shows; of long texts it shows a part. */
export function differingFields(
  drawn: readonly DrawnGlyph[],
  fields: readonly FieldValue[],
  viewport: Matrix,
): FieldDifference[] {
  const texts = textsByField(drawn);
  return fields.flatMap(({ id, value, rect, isButton, hasAppearance }) => {
    const box = mapRect(viewport, rect);
    const [whole, shown] = [squeeze(value), texts.get(id) ?? ''];
    if (isButton || !hasAppearance || whole === '' || whole === shown || !box) return [];
    const isPart = shown !== '' && whole.includes(shown) && !NUMBER.test(whole);
    return isPart ? [] : [{ value, shown, box }];
  });
}

function textsByField(drawn: readonly DrawnGlyph[]): Map<string, string> {
  const texts = new Map<string, string>();
  for (const { annotation, text } of drawn) {
    if (annotation !== null) texts.set(annotation, (texts.get(annotation) ?? '') + squeeze(text));
  }
  return texts;
}

/** The mark of a button stands in its middle. */
function squareIn(box: Box): Box {
  const half = Math.min(box.x1 - box.x0, box.y1 - box.y0, READER_TOLERANCES.fieldSize) / 2;
  const [x, y] = [midX(box), midY(box)];
  return { x0: x - half, x1: x + half, y0: y - half, y1: y + half };
}

function layOut(field: FieldValue, box: Box, order: number): DrawnGlyph[] {
  const lines = field.value.split(/\r\n|\r|\n/);
  const longest = lines.reduce((most, line) => Math.max(most, [...line].length), 1);
  const { fieldSize, fieldLeading } = READER_TOLERANCES;
  const step = Math.min(fieldSize, (box.x1 - box.x0) / longest);
  const lineHeight = Math.min(fieldSize * fieldLeading, (box.y1 - box.y0) / lines.length);
  const top = midY(box) - (lineHeight * lines.length) / 2;
  return lines.flatMap((line, row) =>
    [...line].map((text, col) =>
      glyphOf(
        field,
        text,
        {
          x0: box.x0 + col * step,
          x1: box.x0 + (col + 1) * step,
          y0: top + row * lineHeight,
          y1: top + (row + 1) * lineHeight,
        },
        order,
      ),
    ),
  );
}

const glyphOf = ({ id }: FieldValue, text: string, box: Box, order: number): DrawnGlyph => ({
  ...{ text, box, order, annotation: id },
  ...{ size: Math.min(READER_TOLERANCES.fieldSize, box.y1 - box.y0), angle: 0, vertical: false },
  ...{ font: '', invisible: false, color: '#000000' },
});
