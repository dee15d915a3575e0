import { constants, inflateSync } from 'node:zlib';
import { noteDamage } from './damage.js';

/** Documents that are open now; one replacement serves them all. */
let open = 0;
let original: PropertyDescriptor | undefined;

/**
 * Lets pdfjs inflate in this thread, until the returned function is called. pdfjs hands each compressed stream as a
 * whole to a `DecompressionStream`, which in Node sends it to another thread and back in pieces: the waiting takes a
 * sixth of the time of a document. The stand-in is a transform stream as the standard has it (Compression Streams,
 * section 3), for whoever else may use it meanwhile; only that it gives out everything at the end.
 */
export function inflateHere(): () => void {
  if (open++ === 0) {
    original = Object.getOwnPropertyDescriptor(globalThis, 'DecompressionStream');
    // Called with `new`, which gives out the object that is returned. Node loads its own where it is asked for it.
    const value = function inflater(format: Format): object {
      return format === 'deflate' ? inflateStream() : new (nativeStream())(format);
    };
    Object.defineProperty(globalThis, 'DecompressionStream', { value, configurable: true, writable: true });
  }
  return () => {
    if (--open === 0 && original) Object.defineProperty(globalThis, 'DecompressionStream', original);
  };
}

type Format = ConstructorParameters<typeof DecompressionStream>[0];

function nativeStream(): typeof DecompressionStream {
  return original?.get ? original.get.call(globalThis) : original?.value;
}

function inflateStream(): TransformStream<Uint8Array, Uint8Array> {
  const chunks: Uint8Array[] = [];
  return new TransformStream({
    transform: (chunk: Uint8Array) => void chunks.push(chunk),
    flush: (controller) => {
      const [first] = chunks;
      controller.enqueue(inflated(chunks.length === 1 && first ? first : Buffer.concat(chunks)));
    },
  });
}

/**
 * Where the data is damaged, pdfjs inflates again by itself as far as it comes, and looks at no checksum. Data that only
 * ends too early is common and mostly whole: programs leave out the checksum. A damaged font still says what its text is.
 */
function inflated(bytes: Uint8Array): Uint8Array {
  try {
    return inflateSync(bytes);
  } catch (error) {
    const { code, message } = error as { readonly code?: unknown; readonly message: string };
    if (code === 'Z_DATA_ERROR' && !isFont(bytes)) noteDamage(message);
    throw error;
  }
}

/** So many compressed bytes, and never the checksum, give the first ones of what is in them. */
const HEAD = 512;
/** How the files of fonts begin: TrueType, collections, OpenType, bare CFF, Type 1. */
const FONTS = ['00010000', '74727565', '74746366', '4f54544f', '010004', '2521'];

function isFont(bytes: Uint8Array): boolean {
  try {
    const head = bytes.subarray(0, Math.min(HEAD, bytes.length >> 1));
    const start = inflateSync(head, { finishFlush: constants.Z_SYNC_FLUSH }).toString('hex', 0, 4);
    return FONTS.some((font) => start.startsWith(font));
  } catch {
    return false;
  }
}
