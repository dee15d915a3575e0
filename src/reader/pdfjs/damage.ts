import { isOfPdfjs } from './origin.js';

/**
 * The warnings of pdfjs that say that it left out a part of a page and went on; it tells in no other way. Not among them: a
 * form that draws itself, which is left out rightly; the filter `Crypt`, which by itself changes nothing; and what only looks
 * different (colours, outlines of glyphs, patterns). Operators with characters that no operator has are data taken for content.
 */
const DAMAGE = new RegExp(
  [
    'getOperatorList - ignoring (?:XObject|errors|annotation)(?!.*circular reference)',
    'getContentStream - ignoring sub-stream',
    '_parsedAnnotations',
    'Invalid stream',
    'Filter "(?!Crypt")[^"]*" is not supported',
    'loadFont - lookup failed',
    'readToUnicode - ignoring',
    'Unknown command ".*[^ -~].*"',
    // While a file is opened.
    'Indexing all PDF objects',
    'checkLastPage - invalid',
  ].join('|'),
  'su',
);

/** How pdfjs begins each of its warnings. */
const WARNING = 'Warning: ';
/** `StreamKind.ERROR` in the messages between pdfjs's halves: an error in the middle of a page, which pdfjs keeps to itself. */
const STREAM_ERROR = 5;

/** Documents that are open now; one replacement of `console.warn` serves them all. */
let open = 0;
let { warn: original } = console;
let damage: string[] = [];
let last: Promise<unknown> = Promise.resolve();

/** How many notes are kept: hostile pages have damage by the thousand. */
const MAX_NOTES = 20;

/** Says of the page that is in work that some of its data is damaged, and how. */
export function noteDamage(how: string): void {
  if (damage.length < MAX_NOTES) damage.push(how);
}

/**
 * Takes the warnings of pdfjs, which go to the console, until the returned function is called; nothing of them is printed.
 * What others say meanwhile goes where it would go.
 */
export function captureWarnings(): () => void {
  if (open++ === 0) {
    ({ warn: original } = console);
    console.warn = hear;
  }
  return () => {
    // The last warnings come with the microtasks that closing causes.
    setImmediate(() => {
      const { warn } = console;
      if (--open === 0 && warn === hear) console.warn = original;
    });
  };
}

function hear(...args: unknown[]): void {
  const [said] = args;
  const isWarning = open > 0 && args.length === 1 && typeof said === 'string' && said.startsWith(WARNING);
  if (!isWarning || !isOfPdfjs(new Error())) original.apply(console, args);
  else if (DAMAGE.test(said)) noteDamage(said);
}

interface Port {
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

/** Notes the errors that end the reading of a page: pdfjs hands out what it has till then as if it were whole. */
export function captureStreamErrors(port: Port): void {
  port.addEventListener('message', ({ data }) => {
    const { stream, reason } = (data ?? {}) as { readonly stream?: unknown; readonly reason?: unknown };
    if (stream === STREAM_ERROR) noteDamage(reason instanceof Error ? reason.message : String(reason));
  });
}

/** What some work gave, and the damage that was noted meanwhile. */
export interface Watched<T> {
  readonly value: T;
  readonly damage: readonly string[];
}

/**
 * Does some work, opening a file or reading a page, and looks for damage. Such work waits for that of other documents, since
 * nothing in a warning tells what it is of.
 */
export async function watched<T>(work: () => Promise<T>): Promise<Watched<T>> {
  const before = last;
  let resolve = (): void => {};
  last = new Promise<void>((done) => {
    resolve = done;
  });
  await before;
  damage = [];
  try {
    const value = await work();
    return { value, damage };
  } finally {
    resolve();
  }
}
