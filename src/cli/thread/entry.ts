import { setFlagsFromString } from 'node:v8';
import { parentPort } from 'node:worker_threads';
import { KnownCorrections } from '../../corrections/find.js';
import { EvalxError } from '../../errors.js';
import { END_BY_YOURSELF } from '../../guard/thread.js';
import type { AtPage } from '../../guard/watch.js';
import type { Answer, FileJob, Jobs, OnPage, Question } from './jobs.js';

/** The thread that reads files for the command line: one job after another, each answered with a result or an error. */

type Works = {
  readonly [K in keyof Jobs]: () => Promise<
    (job: Jobs[K]['job'], onPage: OnPage, known: KnownCorrections | null) => Promise<Jobs[K]['result']>
  >;
};

const WORKS: Works = {
  parse: async () => (await import('./parse-work.js')).parseWork,
  tables: async () => (await import('./tables-work.js')).tablesWork,
  inspect: async () => (await import('./inspect-work.js')).inspectWork,
  describe: async () => (await import('../corrections/describe-work.js')).describeWork,
  check: async () => (await import('./check-work.js')).checkWork,
  review: async () => (await import('./review/review-work.js')).reviewWork,
  pictures: async () => (await import('./review/pictures-work.js')).picturesWork,
};

/**
 * Percent by which the heap grows before garbage is collected again. V8 would let it grow fourfold, though all but a little of
 * what a page takes is garbage with the next one.
 */
const GROWING_PERCENT = 80;
/** With another flag V8 refuses what was compiled without: by then all is loaded, and short files are through. */
const PAGES_BEFORE_TUNING = 8;
/** The corrections that hold for all files. */
let known: KnownCorrections | null = null;
/** Pages that this thread has begun. */
let pages = 0;

const post = (message: Answer | AtPage): void => parentPort?.postMessage(message);
const onPage: OnPage = (done, of, atPage, isPicture = false) => {
  if (++pages === PAGES_BEFORE_TUNING) setFlagsFromString(`--heap-growing-percent=${GROWING_PERCENT}`);
  post({ atPage, done, of, isPicture });
};

async function answer(kind: keyof Jobs, job: FileJob): Promise<Answer> {
  try {
    const work = (await WORKS[kind]()) as (
      job: FileJob,
      onPage: OnPage,
      known: KnownCorrections | null,
    ) => Promise<unknown>;
    return { result: await work(job, onPage, known) };
  } catch (error) {
    const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
    return { error: { said: error instanceof EvalxError ? error.said : null, message, stack } };
  }
}

parentPort?.on('message', async (message: Question | typeof END_BY_YOURSELF) => {
  if (message === END_BY_YOURSELF) return process.exit();
  if ('corrections' in message) {
    known = new KnownCorrections(message.corrections);
    return;
  }
  const { kind, job } = message;
  if (job) post(await answer(kind, job));
  else await preload(kind).catch(() => {});
});

/** Loads ahead; what fails fails again with the first file. What is checked may be JSON, for which pdfjs is not needed. */
async function preload(kind: keyof Jobs): Promise<void> {
  const work = WORKS[kind]();
  if (kind !== 'check') await (await import('../../pages/read-pages.js')).preloadReader();
  await work;
}
