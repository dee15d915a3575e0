import { fileURLToPath } from 'node:url';
import { isAnyArrayBuffer } from 'node:util/types';
import { EvalxError } from '../errors.js';
import { readInput, STDIN } from '../files/input.js';
import { fileTooLarge } from '../limits.js';
import { messageOf } from '../messages/say.js';
import { shownPath } from '../text/path-bytes.js';
import { kindOf } from './kinds.js';

/**
 * A PDF: the path of a file, a `file:` URL (as `URL` or text), or its bytes as `Uint8Array` (`Buffer` is one), another view,
 * `ArrayBuffer`, `Blob` or `File`. What is given is not changed.
 */
export type PdfInput = string | URL | ArrayBufferView | ArrayBufferLike | Blob;

/** What was given: how it is called, and its path, or how its bytes are got at. */
export interface Source {
  /** What the document calls the file: the path, the name of a `File`, or `-`. */
  readonly name: string;
  readonly path: string | null;
  /** @throws {EvalxError} `file-too-large`, and what the system says of a file. */
  readonly bytes: (limit: number) => Uint8Array | Promise<Uint8Array>;
}

/** @throws {EvalxError} `usage` where it is nothing that can be read. */
export function sourceOf(input: unknown): Source {
  if (typeof input === 'string') return fromText(input);
  if (input instanceof URL) return fromUrl(input);
  if (ArrayBuffer.isView(input)) return fromBytes(new Uint8Array(input.buffer, input.byteOffset, input.byteLength));
  if (isAnyArrayBuffer(input)) return fromBytes(new Uint8Array(input));
  if (isBlob(input)) return fromBlob(input);
  if (typeof (input as PromiseLike<unknown> | null)?.then === 'function')
    throw new EvalxError(messageOf('inputIsPromise', {}));
  if (isStream(input)) throw new EvalxError(messageOf('inputIsStream', {}));
  throw new EvalxError(messageOf('inputOfOtherKind', { kind: kindOf(input) }));
}

/** By what it can do: a `Blob` may be of another realm, or of a package. */
const isBlob = (input: unknown): input is Blob & { readonly name?: unknown } =>
  typeof input === 'object' &&
  input !== null &&
  typeof (input as Blob).arrayBuffer === 'function' &&
  typeof (input as Blob).size === 'number';

const isStream = (input: unknown): boolean =>
  typeof input === 'object' && input !== null && ('getReader' in input || 'pipe' in input);

/** How a PDF begins, at the latest behind some white space or a mark. */
const PDF = /^\W{0,8}%PDF-/u;
const ADDRESS = /^([a-z][a-z\d+.-]+:)\/\//iu;

function fromText(text: string): Source {
  if (text === '') throw new EvalxError(messageOf('inputEmptyPath', {}));
  if (PDF.test(text)) throw new EvalxError(messageOf('inputIsText', {}));
  if (ADDRESS.test(text) && URL.canParse(text)) return fromUrl(new URL(text));
  // What stands for standard input on the command line is a file here.
  const path = text === STDIN ? `./${STDIN}` : text;
  return { name: shownPath(path), path, bytes: (limit) => readInput(path, limit) };
}

function fromUrl(url: URL): Source {
  const { protocol } = url;
  if (protocol !== 'file:') throw new EvalxError(messageOf('inputNotAFileUrl', { protocol }));
  let path: string;
  try {
    path = fileURLToPath(url);
  } catch (cause) {
    throw new EvalxError(messageOf('inputNotAFileUrl', { protocol: url.href }), { cause });
  }
  return { name: shownPath(path), path, bytes: (limit) => readInput(path, limit) };
}

const fromBytes = (bytes: Uint8Array): Source => ({ name: STDIN, path: null, bytes: () => bytes });

function fromBlob(blob: Blob & { readonly name?: unknown }): Source {
  return {
    name: typeof blob.name === 'string' && blob.name !== '' ? blob.name : STDIN,
    path: null,
    bytes: async (limit) => {
      if (blob.size > limit) throw fileTooLarge(limit);
      return new Uint8Array(await blob.arrayBuffer());
    },
  };
}
