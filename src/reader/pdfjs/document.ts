import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import type { PDFDocumentLoadingTask, PDFDocumentProxy } from 'pdfjs-dist';
import { EvalxError } from '../../errors.js';
import { messageOf } from '../../messages/say.js';
import type { Ops } from '../interpreter/operators.js';
import { captureStreamErrors, captureWarnings, watched } from './damage.js';
import { openError } from './errors.js';
import { inflateHere } from './inflate.js';
import { loadPdfjs, type PdfjsApi } from './load.js';
import { type DecodingSwitches, LocalPort } from './port.js';
import { guardRejections } from './rejections.js';

export interface OpenOptions {
  /** Pages will be drawn: fonts are loaded with their outlines at once, and not a second time for it. */
  readonly outlines?: boolean | undefined;
  readonly password?: string | undefined;
}

/** An open file. */
export interface OpenDocument {
  readonly doc: PDFDocumentProxy;
  readonly ops: Ops;
  readonly repairs: Repairs;
  /**
   * Has pdfjs decode images, and build the outlines of glyphs where they are to be drawn, for as long as `use` works.
   * Otherwise images are left out of the operator list altogether, since text and lines need none and a scanned page takes
   * 100 times as long with its image. No page may be in work meanwhile.
   */
  withPictures<T>(what: Pictured, use: (doc: PDFDocumentProxy) => Promise<T>): Promise<T>;
}

/** What pdfjs put right by itself to open a file. */
export interface Repairs {
  /** It could not follow the cross-reference table, and looked for all objects. */
  readonly indexed: boolean;
  /** There are fewer pages than the file says, and it counted them. */
  readonly counted: boolean;
}

/** What pictures of pages are made from. */
export interface Pictured {
  readonly outlines: boolean;
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
  use: (open: OpenDocument) => Promise<T>,
): Promise<T> {
  if (bytes.length === 0) throw new EvalxError(messageOf('fileEmpty', {}));
  const pdfjs = await loadPdfjs(PLAIN);
  if (!pdfjs.worker) return withPlainDocument(pdfjs.api, bytes, options, { images: false }, use);
  const { api, worker: module } = pdfjs;
  const switches: DecodingSwitches = { images: false, outlines: options.outlines === true };
  const port = new LocalPort(switches);
  module.WorkerMessageHandler.initializeFromPort(port);
  const worker = new api.PDFWorker({ port: port as never, verbosity: WARNINGS });
  const inflateElsewhere = inflateHere();
  try {
    return await withTask(api, worker, bytes, { ...settings(options), disableFontFace: false }, (doc, repairs) =>
      use({
        doc,
        repairs,
        ops: api.OPS as unknown as Ops,
        withPictures: (what, take) => decoding(doc, switches, what, take),
      }),
    );
  } finally {
    port.terminate();
    inflateElsewhere();
  }
}

/** The same with pdfjs's own port, which cannot be switched: pictures are taken from the file opened once more. */
function withPlainDocument<T>(
  api: PdfjsApi,
  bytes: Uint8Array,
  options: OpenOptions,
  { images }: { readonly images: boolean },
  use: (open: OpenDocument) => Promise<T>,
): Promise<T> {
  const worker = new api.PDFWorker({ verbosity: WARNINGS });
  const all = { ...settings(options), ...(images ? { maxImageSize: -1 } : {}) };
  return withTask(api, worker, bytes, all, (doc, repairs) =>
    use({
      doc,
      repairs,
      ops: api.OPS as unknown as Ops,
      withPictures: (_, take) => withPlainDocument(api, bytes, options, { images: true }, (again) => take(again.doc)),
    }),
  );
}

/** Opens the document, and undoes at the end what being open has changed on the globals. */
async function withTask<T>(
  api: PdfjsApi,
  worker: InstanceType<PdfjsApi['PDFWorker']>,
  bytes: Uint8Array,
  settings: Record<string, unknown>,
  use: (doc: PDFDocumentProxy, repairs: Repairs) => Promise<T>,
): Promise<T> {
  const release = guardRejections();
  const silence = captureWarnings();
  let task: PDFDocumentLoadingTask | undefined;
  // A copy, as pdfjs writes into its bytes (it repairs embedded fonts in place); and never a Buffer, which it refuses.
  const open = (): Promise<PDFDocumentProxy> => {
    task = api.getDocument({ ...settings, data: new Uint8Array(bytes), worker });
    return task.promise;
  };
  try {
    await worker.promise;
    captureStreamErrors(worker.port as never);
    const { value: doc, damage } = await watched(open).catch((error: unknown) => {
      throw openError(error, bytes);
    });
    return await use(doc, repairsIn(damage));
  } finally {
    await task?.destroy().catch(() => {});
    worker.destroy();
    silence();
    release();
  }
}

const repairsIn = (damage: readonly string[]): Repairs => ({
  indexed: damage.some((how) => how.includes('Indexing all PDF objects')),
  counted: damage.some((how) => how.includes('checkLastPage - invalid')),
});

/** Switches decoding on for `use`. Fonts that were loaded without outlines are forgotten, to be loaded with them. */
async function decoding<T>(
  doc: PDFDocumentProxy,
  switches: DecodingSwitches,
  { outlines }: Pictured,
  use: (doc: PDFDocumentProxy) => Promise<T>,
): Promise<T> {
  const withdraw = lendOffscreenCanvas();
  // Outlines that are not needed do no harm.
  if (outlines && !switches.outlines) {
    await doc.cleanup();
    switches.outlines = true;
  }
  switches.images = true;
  try {
    return await use(doc);
  } finally {
    switches.images = false;
    withdraw();
  }
}

/**
 * pdfjs halves JPEG 2000 images with more pixels a side than a canvas can have. It finds that number by trying, and assumes
 * 2048 where there is no canvas. A canvas that claims to work stands in while pictures are taken.
 */
function lendOffscreenCanvas(): () => void {
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

function settings({ password }: OpenOptions): Record<string, unknown> {
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
    maxImageSize: 1,
    canvasMaxAreaInBytes: 2 ** 31 - 1,
    password,
    verbosity: WARNINGS,
  };
}
