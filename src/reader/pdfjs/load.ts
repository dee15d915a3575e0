import { addMissingFunctions } from './polyfills.js';

export type PdfjsApi = typeof import('pdfjs-dist');

export interface WorkerModule {
  readonly WorkerMessageHandler: { initializeFromPort(port: unknown): void };
}

/** The two halves of pdfjs: the one that a program calls, and the one that reads the file. */
export interface Pdfjs {
  readonly api: PdfjsApi;
  /** Null where pdfjs loads and connects it by itself. */
  readonly worker: WorkerModule | null;
}

let loaded: Promise<Pdfjs> | undefined;

/**
 * Loads pdfjs on first use: `plain` as its makers ship it for Node, with its own polyfills, canvas and cloning port, else
 * without them. The first call decides.
 */
export function loadPdfjs(plain: boolean): Promise<Pdfjs> {
  loaded ??= plain ? loadPlain() : loadLean();
  return loaded;
}

async function loadPlain(): Promise<Pdfjs> {
  return { api: (await import('pdfjs-dist/legacy/build/pdf.mjs')) as unknown as PdfjsApi, worker: null };
}

async function loadLean(): Promise<Pdfjs> {
  addMissingFunctions();
  const restore = prepareGlobals();
  try {
    const api = await import('pdfjs-dist');
    const worker = (await import('pdfjs-dist/build/pdf.worker.mjs' as string)) as WorkerModule;
    return { api, worker };
  } finally {
    restore();
  }
}

/** What pdf.mjs says to everybody who loads it in Node without core-js. */
const LEGACY_ADVICE = /Please use the `legacy` build/u;

/**
 * While it is loaded, pdf.mjs makes a `DOMMatrix`, of a class that only browsers and canvas packages have; it is needed
 * for drawing alone, so that a stand-in does. It also prints an advice, and puts itself on the globals. All that is
 * undone when it is loaded.
 */
function prepareGlobals(): () => void {
  const globals = globalThis as Record<string, unknown>;
  const names = ['DOMMatrix', 'pdfjsLib', 'pdfjsWorker', '_pdfjsTestingUtils'];
  const before = names.map((name) => Object.getOwnPropertyDescriptor(globals, name));
  globals['DOMMatrix'] ??= class {};
  const { warn } = console;
  console.warn = (...args: unknown[]) => {
    if (!LEGACY_ADVICE.test(String(args[0]))) warn.apply(console, args);
  };
  return () => {
    console.warn = warn;
    for (const [i, name] of names.entries()) {
      const descriptor = before[i];
      if (descriptor) Object.defineProperty(globals, name, descriptor);
      else delete globals[name];
    }
  };
}
