import { constants, inflateSync } from 'node:zlib';
import type { PdfObject } from './parse-object.js';

/** No stream of objects or of a cross-reference table is larger, in bytes: bounds the memory on hostile files. */
const MAX_LENGTH = 1 << 24;
/** Predictors from here on are those of PNG (PDF 32000-1, 7.4.4.4). */
const PNG = 10;

/** The data of a stream that holds objects; null where it cannot be decoded here. */
export function decodeStream(data: Buffer, filter: PdfObject, params: PdfObject): Buffer | null {
  const one = (value: PdfObject): PdfObject => (Array.isArray(value) && value.length === 1 ? value[0] : value) ?? null;
  const name = one(filter);
  if (name === null) return data;
  if (name !== '/FlateDecode' && name !== '/Fl') return null;
  try {
    const plain = inflateSync(data, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: MAX_LENGTH });
    const dict = one(params);
    if (!(dict instanceof Map)) return plain;
    const predictor = dict.get('/Predictor') ?? 1;
    if (predictor === 1) return plain;
    const columns = dict.get('/Columns') ?? 1;
    const isBytes = (dict.get('/Colors') ?? 1) === 1 && (dict.get('/BitsPerComponent') ?? 8) === 8;
    if (typeof predictor !== 'number' || predictor < PNG || typeof columns !== 'number' || !isBytes) return null;
    return withoutPredictor(plain, columns);
  } catch {
    return null;
  }
}

/** Undoes the prediction of rows of single bytes, each with its kind in front (PNG, section 9). */
function withoutPredictor(data: Buffer, columns: number): Buffer {
  const rows = Math.floor(data.length / (columns + 1));
  const out = Buffer.alloc(rows * columns);
  for (let row = 0; row < rows; row++) {
    const kind = data[row * (columns + 1)];
    for (let col = 0; col < columns; col++) {
      const at = row * columns + col;
      const left = col > 0 ? (out[at - 1] as number) : 0;
      const up = row > 0 ? (out[at - columns] as number) : 0;
      const corner = row > 0 && col > 0 ? (out[at - columns - 1] as number) : 0;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][kind as number] ?? 0;
      out[at] = (data[row * (columns + 1) + 1 + col] as number) + guess;
    }
  }
  return out;
}

function paeth(left: number, up: number, corner: number): number {
  const [a, b, c] = [up - corner, left - corner, left + up - 2 * corner].map(Math.abs) as [number, number, number];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}
