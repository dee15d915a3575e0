import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { EvalxError } from '../errors.js';
import type { Ops } from './interpret.js';
import { LocalPort } from './pdfjs-port.js';

type PdfjsApi = typeof import('pdfjs-dist/legacy/build/pdf.mjs');

interface WorkerModule {
  readonly WorkerMessageHandler: { initializeFromPort(port: unknown): void };
}

export interface OpenOptions {
  readonly password?: string;
}

/** Whether pdfjs runs as its makers ship it, for comparing: with its own fake worker, polyfills and cloning. */
const PLAIN = process.env['EVALX_PLAIN_PDFJS'] === '1';

let loaded: Promise<{ api: PdfjsApi; worker: WorkerModule | null }> | undefined;

/**
 * Opens a PDF, hands it to `use`, and closes it again, also where `use` throws.
 *
 * @throws {EvalxError} `file-empty`, `not-a-pdf`, `pdf-damaged`, `password-needed`, `password-wrong`.
 */
export async function withDocument<T>(
  bytes: Uint8Array,
  options: OpenOptions,
  use: (doc: PDFDocumentProxy, ops: Ops) => Promise<T>,
): Promise<T> {
  if (bytes.length === 0) throw new EvalxError('file-empty', 'the file is empty; export or download it again');
  loaded ??= load();
  const { api, worker } = await loaded;
  const channel = worker ? connect(api, worker) : null;
  const task = api.getDocument({
    ...settings(),
    // pdfjs takes over the bytes that it is given: the caller's stay as they are.
    data: bytes.slice(),
    ...(options.password === undefined ? {} : { password: options.password }),
    ...(channel ? { worker: channel.worker } : {}),
  });
  try {
    const doc = await task.promise.catch((error: unknown) => {
      throw openError(error, bytes, options.password !== undefined);
    });
    return await use(doc, api.OPS as unknown as Ops);
  } finally {
    await task.destroy().catch(() => {});
    channel?.close();
  }
}

function settings(): Record<string, unknown> {
  const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const folder = (name: string): string => join(root, name) + sep;
  return {
    cMapUrl: folder('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: folder('standard_fonts'),
    wasmUrl: folder('wasm'),
    iccUrl: folder('iccs'),
    useWorkerFetch: false,
    useSystemFonts: false,
    disableFontFace: true,
    isEvalSupported: false,
    enableXfa: false,
    stopAtErrors: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    // Images larger than this many pixels are not decoded: text and lines need none.
    maxImageSize: 1,
    verbosity: 0,
  };
}

function connect(api: PdfjsApi, worker: WorkerModule): { worker: InstanceType<PdfjsApi['PDFWorker']>; close(): void } {
  const port = new LocalPort();
  worker.WorkerMessageHandler.initializeFromPort(port);
  const pdfWorker = new api.PDFWorker({ port: port as never, verbosity: 0 });
  return {
    worker: pdfWorker,
    close: () => {
      pdfWorker.destroy();
      port.terminate();
    },
  };
}

async function load(): Promise<{ api: PdfjsApi; worker: WorkerModule | null }> {
  if (PLAIN) return { api: await import('pdfjs-dist/legacy/build/pdf.mjs'), worker: null };
  const restore = prepareGlobals();
  try {
    const api = await import('pdfjs-dist/legacy/build/pdf.mjs');
    const worker = (await import('pdfjs-dist/legacy/build/pdf.worker.mjs' as string)) as WorkerModule;
    return { api, worker };
  } finally {
    restore();
  }
}

/**
 * pdf.mjs loads the canvas package while it is imported, which costs 100 ms and is needed for drawing only. It gets an
 * empty package and stand-ins for the classes that it makes at once. What pdf.mjs puts on the globals goes again.
 */
function prepareGlobals(): () => void {
  const globals = globalThis as Record<string, unknown>;
  const names = ['DOMMatrix', 'ImageData', 'Path2D', 'navigator', 'pdfjsWorker'];
  const before = names.map((name) => Object.getOwnPropertyDescriptor(globals, name));
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) globals[name] ??= class {};
  const push = Array.prototype.push;
  const getBuiltinModule = process.getBuiltinModule;
  process.getBuiltinModule = ((name: string) =>
    name === 'module' ? { createRequire: () => () => ({}) } : getBuiltinModule(name)) as typeof getBuiltinModule;
  return () => {
    process.getBuiltinModule = getBuiltinModule;
    // pdfjs's polyfill of push is slow, and Node's own has been right all along.
    Object.defineProperty(Array.prototype, 'push', { value: push, writable: true, configurable: true });
    for (const [i, name] of names.entries()) {
      const descriptor = before[i];
      if (descriptor) Object.defineProperty(globals, name, descriptor);
      else delete globals[name];
    }
  };
}

function openError(error: unknown, bytes: Uint8Array, passwordGiven: boolean): unknown {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') {
    return passwordGiven
      ? new EvalxError('password-wrong', 'the password is wrong; give the right one with --password', { cause: error })
      : new EvalxError('password-needed', 'the file is encrypted; give its password with --password', { cause: error });
  }
  if (!startsLikePdf(bytes)) {
    return new EvalxError('not-a-pdf', 'this is not a PDF; convert it to PDF first', { cause: error });
  }
  return new EvalxError('pdf-damaged', 'the PDF is damaged and cannot be opened; export or download it again', {
    cause: error,
  });
}

/** The header stands in the first 1024 bytes (PDF 32000-1, annex H.3.4.1). */
function startsLikePdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).includes('%PDF-');
}
