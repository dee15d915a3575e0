/** What a classic cross-reference table says wrongly. */
export interface XrefFaults {
  /** Objects begin elsewhere than where the table says. */
  readonly misplaced: boolean;
  /** Objects that something refers to begin nowhere. */
  readonly missing: boolean;
}

/**
 * Checks whether a classic cross-reference table (PDF 32000-1, 7.5.4) points to wrong places: pdfjs believes such a table and
 * reads nothing where the object should be. Tables that cannot be followed are ignored here: pdfjs notices them by itself.
 */
export function xrefFaults(bytes: Uint8Array): XrefFaults {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const wrong = wrongEntries(file);
  // Some programs leave entries of objects that they dropped: those that nothing refers to do not count.
  const nowhere = wrong.filter((entry) => !isUncompressed(file, entry));
  return {
    misplaced: nowhere.length < wrong.length,
    missing: nowhere.some(({ num, gen }) => stands(file, `${num} ${gen} R`)),
  };
}

/** Whether an object stands by itself somewhere in the file, outside of object streams. */
export const isUncompressed = (file: Buffer, { num, gen }: Entry): boolean => stands(file, `${num} ${gen} obj`);

interface Entry {
  readonly num: number;
  readonly gen: number;
}

/** Sections of the table that are followed, wrong entries, and places looked at for each, at most: bounds the work on hostile files. */
const MAX_SECTIONS = 1000;
const MAX_WRONG = 20;
const MAX_LOOKS = 100;
/** No row of a table is shorter, in bytes: objects with larger numbers than there can be rows are not looked at. */
const MIN_ROW = 16;
/** How far from the end the way to the table is looked for, and how long a trailer may be, in bytes. */
const TAIL = 2048;
const MAX_TRAILER = 8192;
/** No file needs larger numbers. */
const MAX_DIGITS = 15;
/** The header stands in the first so many bytes; offsets count from it. */
const HEAD = 1024;

/** The entries at which their objects do not begin, each object as the newest section has it, as far as all are classic. */
function wrongEntries(file: Buffer): Entry[] {
  const table: Table = {
    ...{ file, base: Math.max(0, file.subarray(0, HEAD).indexOf('%PDF-')) },
    ...{ known: new Uint8Array(file.length / MIN_ROW), wrong: [] },
  };
  const visited = new Set<number>();
  let start = lastNumber(file.toString('latin1', Math.max(0, file.length - TAIL)), /startxref\s+(\d{1,15})/gu);
  while (start !== null && !visited.has(start) && visited.size < MAX_SECTIONS) {
    visited.add(start);
    const scan = new Scanner(file, table.base + start);
    if (!scan.word('xref') || !checkSection(scan, table) || !scan.word('trailer')) break;
    const trailer = file.toString('latin1', scan.at, scan.at + MAX_TRAILER).split('startxref', 1)[0] as string;
    start = lastNumber(trailer, /\/Prev\s+(\d{1,15})/gu);
  }
  return table.wrong;
}

interface Table {
  readonly file: Buffer;
  /** Where the file begins that offsets count from. */
  readonly base: number;
  /** 1 for each object that a newer section has. */
  readonly known: Uint8Array;
  readonly wrong: Entry[];
}

/** Looks at a section row by row, without making anything of the good ones: there may be tens of thousands. False where it ends. */
function checkSection(scan: Scanner, { file, base, known, wrong }: Table): boolean {
  for (let first = scan.number(); first !== null; first = scan.number()) {
    const count = scan.number() ?? 0;
    for (let i = 0; i < count; i++) {
      const offset = scan.number();
      const gen = scan.number();
      const isUsed = scan.word('n');
      if (offset === null || gen === null || !(isUsed || scan.word('f'))) return false;
      // A table whose first entry is that of the free object 0 begins there, whatever it says.
      if (i === 0 && first === 1 && !isUsed) first = 0;
      const num = first + i;
      if (known[num] !== 0) continue;
      known[num] = 1;
      // Nothing stands before the header: programs write such entries for objects that there are not.
      if (!isUsed || offset === 0 || isObjectAt(file, base + offset, num, gen)) continue;
      if (wrong.push({ num, gen }) >= MAX_WRONG) return false;
    }
  }
  return true;
}

const ZERO_OBJ = Buffer.from(' 0 obj');

/** Most objects begin as `12 0 obj`, which is looked at first. */
function isObjectAt(file: Buffer, at: number, num: number, gen: number): boolean {
  let next = at;
  let value = 0;
  while (isDigit(file[next])) value = value * 10 + (file[next++] as number) - 0x30;
  if (value === num && gen === 0 && holds(file, next, ZERO_OBJ)) return true;
  const scan = new Scanner(file, at);
  return scan.number() === num && scan.number() === gen && scan.word('obj');
}

function holds(file: Buffer, at: number, bytes: Buffer): boolean {
  for (let i = 0; i < bytes.length; i++) if (file[at + i] !== bytes[i]) return false;
  return true;
}

function stands(file: Buffer, words: string): boolean {
  for (let at = file.indexOf(words), look = 0; at >= 0 && look < MAX_LOOKS; at = file.indexOf(words, at + 1), look++) {
    if (at === 0 || !isDigit(file[at - 1])) return true;
  }
  return false;
}

function lastNumber(text: string, pattern: RegExp): number | null {
  const found = [...text.matchAll(pattern)].at(-1)?.[1];
  return found === undefined ? null : Number(found);
}

/** White space as PDF has it (PDF 32000-1, 7.2.2). */
const isSpace = (byte: number | undefined): boolean =>
  byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09 || byte === 0x0c || byte === 0x00;

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39;

/** Reads numbers and words one after another; what does not fit stays. */
class Scanner {
  constructor(
    private readonly file: Buffer,
    public at: number,
  ) {}

  number(): number | null {
    this.skipSpace();
    let value = 0;
    const start = this.at;
    while (isDigit(this.file[this.at]) && this.at - start < MAX_DIGITS) {
      value = value * 10 + (this.file[this.at++] as number) - 0x30;
    }
    return this.at === start ? null : value;
  }

  word(word: string): boolean {
    this.skipSpace();
    for (let i = 0; i < word.length; i++) {
      if (this.file[this.at + i] !== word.charCodeAt(i)) return false;
    }
    this.at += word.length;
    return true;
  }

  private skipSpace(): void {
    while (isSpace(this.file[this.at])) this.at++;
  }
}
