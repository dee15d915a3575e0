import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { EvalxError } from '../../errors.js';
import { messageOf } from '../../messages/say.js';
import type { Ops } from '../interpreter/operators.js';
import { hearErrors, hearWarnings } from './damage.js';
import { openError } from './errors.js';
import { inflateHere } from './inflate.js';
import { loadPdfjs, type PdfjsApi, type WorkerModule } from './load.js';
import { LocalPort } from './port.js';
import { guardRejections } from './rejections.js';

export interface OpenOptions {
  readonly password?: string;
  /**
   * Decode images. By default they are left out of the operator list altogether, since text and lines need none and a
   * scanned page takes 100 times as long with its image.
   */
  readonly images?: boolean;
  /** Build the outlines of glyphs, for drawing pages. */
  readonly outlines?: boolean;
}

/** Run pdfjs as its makers ship it, which is slower: for comparing. */
const PLAIN = process.env['EVALX_PLAIN_PDFJS'] === '1';

/** pdfjs's `VerbosityLevel.WARNINGS`: what it leaves out of a page it tells by warnings alone. */
const WARNINGS = 1;

/** Loads pdfjs ahead of the first file. */
export async function preloadPdfjs(): Promise<void> {
  await loadPdfjs(PLAIN);
}

/**
 * Opens a PDF, hands it to `use`, and closes it again, also where `use` throws. The one way to pdfjs; it is loaded when
 * this is called for the first time.
 *
 * @throws {EvalxError} `file-empty`, `not-a-pdf`, `pdf-damaged`, `password-needed`, `password-wrong`; and what `use` throws.
 */
export async function withDocument<T>(
  bytes: Uint8Array,
  options: OpenOptions,
  use: (doc: PDFDocumentProxy, ops: Ops) => Promise<T>,
): Promise<T> {
  if (bytes.length === 0) throw new EvalxError(messageOf('fileEmpty', {}));
  const { api, worker: module } = await loadPdfjs(PLAIN);
  const channel = module && connect(api, module, options);
  const worker = channel?.worker ?? new api.PDFWorker({ verbosity: WARNINGS });
  const release = guardRejections();
  const silence = hearWarnings();
  const inflateElsewhere = channel ? inflateHere() : () => {};
  const withdraw = options.images === true ? lendProbe() : () => {};
  const task = api.getDocument({
    ...settings(options),
    // A copy, as pdfjs writes into its bytes (it mends embedded fonts in place); and never a Buffer, which it refuses.
    data: new Uint8Array(bytes),
    worker,
    ...(channel ? { disableFontFace: options.outlines === true } : {}),
  });
  try {
    await worker.promise;
    hearErrors(worker.port as never);
    const doc = await task.promise.catch((error: unknown) => {
      throw openError(error, bytes);
    });
    return await use(doc, api.OPS as unknown as Ops);
  } finally {
    await task.destroy().catch(() => {});
    worker.destroy();
    channel?.close();
    silence();
    inflateElsewhere();
    withdraw();
    release();
  }
}

/**
 * pdfjs halves JPEG 2000 of more pixels a side than a canvas can have, which it finds out by trying; where there is no canvas
 * it takes that for 2048. A canvas that claims to work stands in as long as a document is open.
 */
function lendProbe(): () => void {
  const globals = globalThis as Record<string, unknown>;
  if ('OffscreenCanvas' in globals) return () => {};
  const context = { fillRect: () => {}, getImageData: () => ({ data: [0, 0, 0, 255] }) };
  globals['OffscreenCanvas'] = class {
    getContext = () => context;
  };
  return () => {
    delete globals['OffscreenCanvas'];
  };
}

function settings(options: OpenOptions): Record<string, unknown> {
  const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const folder = (name: string): string => join(root, name) + sep;
  return {
    // Without the character maps, text in fonts that are not embedded vanishes silently.
    cMapUrl: folder('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: folder('standard_fonts'),
    wasmUrl: folder('wasm'),
    iccUrl: folder('iccs'),
    useWorkerFetch: false,
    useSystemFonts: false,
    // True has the outlines of all glyphs built for drawing; see `withAttachedFont` for the lean way around.
    disableFontFace: true,
    isEvalSupported: false,
    enableXfa: false,
    stopAtErrors: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    // In pixels: larger images are dropped.
    ...(options.images === true ? {} : { maxImageSize: 1 }),
    canvasMaxAreaInBytes: 2 ** 31 - 1,
    ...(options.password === undefined ? {} : { password: options.password }),
    verbosity: WARNINGS,
  };
}

/** Joins the two halves of pdfjs in this thread for one document. */
function connect(
  api: PdfjsApi,
  module: WorkerModule,
  { outlines = false }: OpenOptions,
): { worker: InstanceType<PdfjsApi['PDFWorker']>; close(): void } {
  const port = new LocalPort({ attachesFonts: !outlines });
  module.WorkerMessageHandler.initializeFromPort(port);
  const worker = new api.PDFWorker({ port: port as never, verbosity: WARNINGS });
  return {
    worker,
    close: () => port.terminate(),
  };
}
