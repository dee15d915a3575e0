import { decodeStream } from './decode-stream.js';
import { type Dict, ObjectParser, objectIn, type PdfObject, Ref, textAt } from './parse-object.js';
import { type Entry, readTables, type Tables } from './xref-tables.js';

/** How far an object is read at first, and at most, in bytes. */
const WINDOW = 1 << 12;
const MAX_WINDOW = 1 << 20;
/** Bytes that long objects take together: bounds the work on hostile files. */
const MAX_LONG = 1 << 26;
/** Bytes of object streams that are kept decoded; what is behind them is not looked at. */
const MAX_DECODED = 1 << 26;

/**
 * The objects of a file as its cross-reference tables have them, for what pdfjs does not tell: it takes what is not there for
 * null, and believes counts. Reads no more than it is asked for.
 */
export class FileObjects {
  private readonly streams = new Map<number, ReadonlyMap<number, PdfObject> | undefined>();
  private decoded = 0;
  private left = MAX_LONG;

  private constructor(
    private readonly file: Buffer,
    private readonly tables: Tables,
  ) {}

  /** Null where the newest table cannot be read: pdfjs looks for the objects by itself then. */
  static of(bytes: Uint8Array): FileObjects | null {
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    const tables = readTables(file);
    return tables && new FileObjects(file, tables);
  }

  /** An older table cannot be read: objects that it alone has are lost. */
  get lacksTable(): boolean {
    return this.tables.isBroken;
  }

  get catalog(): PdfObject | undefined {
    return this.resolve(this.tables.trailer.get('/Root') ?? null);
  }

  /** What an object is, through references to it; undefined where that cannot be told. */
  resolve(object: PdfObject): PdfObject | undefined {
    return object instanceof Ref ? this.entryOf(object, (entry) => this.open(entry, object)?.object) : object;
  }

  /** Whether a reference leads to a stream; undefined where that cannot be told. */
  isStream(ref: Ref): boolean | undefined {
    return (
      this.entryOf(ref, (entry) => this.open(entry, ref)?.isStream) ?? (this.resolve(ref) === null ? false : undefined)
    );
  }

  private entryOf<T>(ref: Ref, use: (entry: Entry) => T): T | null {
    const entry = this.tables.entries.get(ref.num);
    return entry ? use(entry) : null;
  }

  private open(entry: Entry, { num, gen }: Ref): { object: PdfObject; isStream: boolean } | undefined {
    if ('stream' in entry) {
      const object = this.inStream(entry.stream)?.get(num);
      return object === undefined ? undefined : { object, isStream: false };
    }
    if (entry.gen !== gen) return undefined;
    const start = this.tables.base + entry.offset;
    let found = objectIn(textAt(this.file, start, WINDOW), num);
    for (let window = WINDOW << 4; found === 'cut' && window <= MAX_WINDOW && this.left > window; window <<= 4) {
      this.left -= window;
      found = objectIn(textAt(this.file, start, window), num);
    }
    return found === 'cut' || found === 'none' ? undefined : { object: found.object, isStream: found.data !== null };
  }

  /** The objects in an object stream (PDF 32000-1, 7.5.7), by number. */
  private inStream(num: number): ReadonlyMap<number, PdfObject> | undefined {
    if (!this.streams.has(num)) this.streams.set(num, this.readStream(num));
    return this.streams.get(num);
  }

  private readStream(num: number): ReadonlyMap<number, PdfObject> | undefined {
    const entry = this.tables.entries.get(num);
    // What is in streams is encrypted as well.
    if (!entry || 'stream' in entry || this.tables.trailer.has('/Encrypt') || this.decoded > MAX_DECODED)
      return undefined;
    const start = this.tables.base + entry.offset;
    const found = objectIn(textAt(this.file, start, WINDOW), num);
    if (typeof found === 'string' || found.data === null || !(found.object instanceof Map)) return undefined;
    const dict: Dict = found.object;
    const length = this.resolve(dict.get('/Length') ?? null);
    const [first, count] = [dict.get('/First'), dict.get('/N')];
    if (typeof length !== 'number' || typeof first !== 'number' || typeof count !== 'number') return undefined;
    const data = this.file.subarray(start + found.data, start + found.data + length);
    const text = decodeStream(data, dict.get('/Filter') ?? null, dict.get('/DecodeParms') ?? null)?.toString('latin1');
    this.decoded += text?.length ?? 0;
    return text === undefined ? undefined : objectsIn(text, first, count);
  }
}

function objectsIn(text: string, first: number, count: number): ReadonlyMap<number, PdfObject> {
  const objects = new Map<number, PdfObject>();
  const head = new ObjectParser(text);
  for (let i = 0; i < count; i++) {
    const [num, offset] = [head.token(), head.token()];
    try {
      objects.set(Number(num), new ObjectParser(text, first + Number(offset ?? Number.NaN)).object());
    } catch {
      break;
    }
  }
  return objects;
}
