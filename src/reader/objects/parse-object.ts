/** A reference to an object. */
export class Ref {
  constructor(
    readonly num: number,
    readonly gen: number,
  ) {}
}

export type Dict = ReadonlyMap<string, PdfObject>;

/** An object of a PDF (PDF 32000-1, 7.3); names begin with `/`, the text of strings is left out. */
export type PdfObject = null | boolean | number | string | Ref | Dict | readonly PdfObject[];

/** What a string is read as. */
const STRING = '()';
/** Deeper objects are not read: bounds the stack on hostile files. */
const MAX_DEPTH = 60;

const TOKEN = /(?:[\0\t\n\f\r ]|%[^\r\n]*)*(<<|>>|[[\](<>]|\/[^\0\t\n\f\r ()<>[\]{}/%]*|[^\0\t\n\f\r ()<>[\]{}/%]+)/uy;
const NUMBER = /^[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)$/u;
const REST_OF_REF = /[\0\t\n\f\r ]+([0-9]{1,5})[\0\t\n\f\r ]+R(?![A-Za-z0-9])/uy;

/** Reads objects one after another from a text of Latin-1 characters. */
export class ObjectParser {
  constructor(
    private readonly text: string,
    public at = 0,
  ) {}

  /** The next token; null at the end of the text. */
  token(): string | null {
    TOKEN.lastIndex = this.at;
    const [all, token] = TOKEN.exec(this.text) ?? [];
    if (all === undefined || token === undefined) return null;
    this.at += all.length;
    return token;
  }

  /** The next object. @throws {SyntaxError} where there is none. */
  object(depth = 0): PdfObject {
    const token = this.token();
    if (token === null || depth > MAX_DEPTH) throw new SyntaxError('no object');
    if (token === '<<') return this.dict(depth);
    if (token === '[') return this.list(depth);
    if (token === '(') return this.skipString();
    if (token === '<') return this.skipHex();
    if (token.startsWith('/')) {
      return token.replace(/#([0-9a-f]{2})/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
    }
    if (NUMBER.test(token)) return this.numberOrRef(token);
    if (token === 'null') return null;
    if (token === 'true' || token === 'false') return token === 'true';
    throw new SyntaxError(`no object: ${token}`);
  }

  private dict(depth: number): Dict {
    const dict = new Map<string, PdfObject>();
    for (let key = this.token(); key !== '>>'; key = this.token()) {
      if (!key?.startsWith('/')) throw new SyntaxError('no key');
      dict.set(key, this.object(depth + 1));
    }
    return dict;
  }

  private list(depth: number): PdfObject[] {
    const list: PdfObject[] = [];
    for (;;) {
      const before = this.at;
      if (this.token() === ']') return list;
      this.at = before;
      list.push(this.object(depth + 1));
    }
  }

  private numberOrRef(token: string): number | Ref {
    REST_OF_REF.lastIndex = this.at;
    const [all, gen] = /^[0-9]{1,10}$/u.test(token) ? (REST_OF_REF.exec(this.text) ?? []) : [];
    if (all === undefined) return Number(token);
    this.at += all.length;
    return new Ref(Number(token), Number(gen));
  }

  private skipString(): string {
    for (let depth = 1; depth > 0; this.at++) {
      const char = this.text[this.at];
      if (char === undefined) throw new SyntaxError('string without end');
      if (char === '\\') this.at++;
      else if (char === '(') depth++;
      else if (char === ')') depth--;
    }
    return STRING;
  }

  private skipHex(): string {
    const end = this.text.indexOf('>', this.at);
    if (end < 0) throw new SyntaxError('string without end');
    this.at = end + 1;
    return STRING;
  }

  /** Where the data of a stream begins, if the object before was the dictionary of one. */
  streamStart(): number | null {
    const before = this.at;
    if (this.token() !== 'stream') {
      this.at = before;
      return null;
    }
    if (this.text[this.at] === '\r') this.at++;
    if (this.text[this.at] === '\n') this.at++;
    return this.at;
  }
}

export const textAt = (file: Buffer, at: number, length: number): string => file.toString('latin1', at, at + length);

/** An object with its number, and where its data begins if it is a stream. */
export interface Numbered {
  readonly object: PdfObject;
  readonly data: number | null;
}

/** The object at the beginning of a text; `none` where there is none, or one with another number; `cut` where it is not whole. */
export function objectIn(text: string, num: number | null): Numbered | 'none' | 'cut' {
  const parser = new ObjectParser(text);
  const [own, , word] = [parser.token(), parser.token(), parser.token()];
  if ((num !== null && own !== String(num)) || word !== 'obj') return 'none';
  try {
    const object = parser.object();
    return { object, data: parser.streamStart() };
  } catch {
    return 'cut';
  }
}
