import { decodeStream } from './decode-stream.js';
import { type Dict, ObjectParser, objectIn, textAt } from './parse-object.js';

/** Where an object stands: by itself, or in an object stream. */
export type Entry = { readonly offset: number; readonly gen: number } | { readonly stream: number };

/** The cross-reference tables of a file (PDF 32000-1, 7.5.4 and 7.5.8), the newest entry of each object; null where it is free. */
export interface Tables {
  readonly entries: ReadonlyMap<number, Entry | null>;
  readonly trailer: Dict;
  /** Where the file begins that offsets count from. */
  readonly base: number;
  /** A table behind the newest one cannot be read. */
  readonly isBroken: boolean;
}

/** Tables that are followed, and entries that are kept, at most: bounds the work on hostile files. */
const MAX_TABLES = 200;
const MAX_ENTRIES = 2_000_000;
/** How long a table may be, and its head alone, in bytes. */
const MAX_TABLE = 1 << 25;
const WINDOW = 1 << 16;
/** The header stands in the first so many bytes. */
const HEAD = 1024;

/** Null where the newest table cannot be read. */
export function readTables(file: Buffer): Tables | null {
  const base = Math.max(0, file.subarray(0, HEAD).indexOf('%PDF-'));
  const at = file.lastIndexOf('startxref');
  const queue = at < 0 ? [] : [Number(/^startxref\s+(\d{1,15})/u.exec(textAt(file, at, 64))?.[1] ?? Number.NaN)];
  const entries = new Map<number, Entry | null>();
  const seen = new Set<number>();
  let trailer: Dict | null = null;
  let isBroken = false;
  for (let start = queue.shift(); start !== undefined && seen.size < MAX_TABLES; start = queue.shift()) {
    if (seen.has(start)) continue;
    seen.add(start);
    const dict = readTable(file, base + start, entries);
    if (!dict && !trailer) return null;
    if (!dict) isBroken = true;
    trailer ??= dict;
    for (const key of ['/XRefStm', '/Prev']) {
      const next = dict?.get(key);
      if (typeof next === 'number') queue.push(next);
    }
  }
  return trailer && { entries, trailer, base, isBroken };
}

/** Reads one table, and gives its trailer; null where it cannot be read. */
function readTable(file: Buffer, at: number, entries: Map<number, Entry | null>): Dict | null {
  if (!(at >= 0 && at < file.length)) return null;
  for (let window = WINDOW; window <= MAX_TABLE; window <<= 3) {
    const text = textAt(file, at, window);
    const isClassic = /^[\0\t\n\f\r ]*xref(?![A-Za-z])/u.test(text);
    const dict = isClassic ? readClassic(text, entries) : readStream(file, at, text, entries);
    if (dict || window >= file.length) return dict;
  }
  return null;
}

function readClassic(text: string, entries: Map<number, Entry | null>): Dict | null {
  const parser = new ObjectParser(text);
  parser.token();
  for (let word = parser.token(); word !== 'trailer'; word = parser.token()) {
    let first = Number(word);
    const count = Number(parser.token());
    if (word === null || !Number.isInteger(first) || !Number.isInteger(count)) return null;
    for (let i = 0; i < count; i++) {
      const [offset, gen, kind] = [Number(parser.token()), Number(parser.token()), parser.token()];
      if (!Number.isInteger(offset) || !Number.isInteger(gen) || (kind !== 'n' && kind !== 'f')) return null;
      // As pdfjs reads it: a table whose first entry is that of the free object 0 begins there, whatever it says.
      if (i === 0 && first === 1 && kind === 'f') first = 0;
      keep(entries, first + i, kind === 'n' && offset > 0 ? { offset, gen } : null);
    }
  }
  try {
    const dict = parser.object();
    return dict instanceof Map ? dict : null;
  } catch {
    return null;
  }
}

function readStream(file: Buffer, at: number, text: string, entries: Map<number, Entry | null>): Dict | null {
  const found = objectIn(text, null);
  if (typeof found === 'string' || found.data === null || !(found.object instanceof Map)) return null;
  const dict: Dict = found.object;
  const [widths, length] = [dict.get('/W'), dict.get('/Length')];
  if (!isNumbers(widths) || typeof length !== 'number') return null;
  const index = dict.get('/Index') ?? [0, dict.get('/Size') ?? 0];
  const start = at + found.data;
  const raw = file.subarray(start, start + length);
  const data = decodeStream(raw, dict.get('/Filter') ?? null, dict.get('/DecodeParms') ?? null);
  if (!data || !isNumbers(index)) return null;
  const [typeWidth = 0, placeWidth = 0, lastWidth = 0] = widths;
  const number = (from: number, width: number): number => {
    let value = 0;
    for (let i = from; i < from + width; i++) value = value * 256 + (data[i] as number);
    return value;
  };
  let row = 0;
  for (let k = 0; k + 1 < index.length; k += 2) {
    for (let i = 0; i < (index[k + 1] as number); i++, row += typeWidth + placeWidth + lastWidth) {
      if (row + typeWidth + placeWidth + lastWidth > data.length || typeWidth + placeWidth + lastWidth === 0)
        return null;
      const type = typeWidth === 0 ? 1 : number(row, typeWidth);
      const place = number(row + typeWidth, placeWidth);
      const gen = number(row + typeWidth + placeWidth, lastWidth);
      const entry = type === 2 ? { stream: place } : type === 1 && place > 0 ? { offset: place, gen } : null;
      keep(entries, (index[k] as number) + i, entry);
    }
  }
  return dict;
}

const isNumbers = (value: unknown): value is readonly number[] =>
  Array.isArray(value) && value.every((one) => Number.isInteger(one) && one >= 0);

/** A newer table comes before an older one. */
function keep(entries: Map<number, Entry | null>, num: number, entry: Entry | null): void {
  if (entries.size < MAX_ENTRIES && !entries.has(num)) entries.set(num, entry);
}
