import { readFileSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { buffer } from 'node:stream/consumers';
import type { BatchSettings, Done, Job } from '../../batch/batch-types.js';
import { Journal, type Manifest, settingsDigest } from '../../batch/journal.js';
import { RECYCLE_AFTER, runPool } from '../../batch/pool.js';
import { isMine, type Shard } from '../../batch/shard.js';
import type { Summary } from '../../batch/summary.js';
import { unfinished } from '../../batch/unfinished.js';
import { type BatchFormat, type Written, writeTables } from '../../batch/write-tables.js';
import type { FileResult } from '../../contract/batch.js';
import type { Language } from '../../contract/findings.js';
import { EvalxError } from '../../errors.js';
import { STDIN } from '../../files/input.js';
import type { WorkLimits } from '../../limits.js';
import { message } from '../../output/message.js';
import type { Headers } from '../../output/records/record.js';
import { DEFAULT_SETTINGS } from '../../validator/validate.js';
import { findInputs } from '../options/find-inputs.js';
import { languageOf } from '../options/language.js';
import { type LimitFlags, limitsOf, type OcrFlags, readingOptions } from '../options/reading.js';
import { packageVersion } from '../options/version.js';
import { EXIT_CODES } from '../terminal/exit-code.js';
import { failure } from '../terminal/failure.js';
import { whenInterrupted } from '../terminal/interrupt.js';
import type { Messages } from '../terminal/messages.js';
import { createProgress } from '../terminal/progress.js';

interface TableFlags {
  readonly out: string;
  readonly format?: readonly BatchFormat[];
  readonly headers?: Headers;
  readonly layout?: 'tables' | 'workpaper';
}

export interface BatchFlags extends TableFlags, LimitFlags, OcrFlags {
  readonly filesFrom?: string;
  readonly jobs?: number;
  readonly password?: string;
  readonly resume?: true;
  readonly shard?: Shard;
  readonly timings: boolean;
  readonly lang?: Language;
}

export type MergeFlags = TableFlags;

/** Works on all files, then writes the tables. Returns the exit code. */
export async function runBatch(paths: readonly string[], flags: BatchFlags, messages: Messages): Promise<number> {
  const lang = flags.lang ?? languageOf(process.env);
  const { reading: limits, work: workLimits } = limitsOf(flags);
  const settings: BatchSettings = {
    ...DEFAULT_SETTINGS,
    lang,
    reading: { ...readingOptions(flags), limits },
    timings: flags.timings,
  };
  const version = packageVersion();
  const given = [...paths, ...(flags.filesFrom === undefined ? [] : await readList(flags.filesFrom))];
  if (given.length === 0) throw new EvalxError('usage', 'give the PDF files or folders to read, or --files-from');
  const { files, empty } = await findInputs(given);
  for (const pattern of empty) messages.say(message(pattern, 'there is no PDF file here; check the path'));
  const all = files.map((path, index): Job => ({ index, path }));
  const folders = given.filter((path) => statSync(path, { throwIfNoEntry: false })?.isDirectory());
  const { shard } = flags;
  const jobs = shard ? all.filter(({ path }) => isMine(path, folders, shard)) : all;

  const journal = new Journal(flags.out);
  const manifest: Manifest = { version, settings: settingsDigest(settings), total: all.length, jobs };
  try {
    if (!flags.resume) journal.clear();
    journal.writeManifest(manifest);
    const open = flags.resume ? await undone(jobs, journal, manifest) : jobs;
    const interrupted = await work(open, jobs.length, {
      journal,
      settings,
      workLimits,
      version,
      flags,
      lang,
      messages,
    });
    if (interrupted) return EXIT_CODES.interrupted;
    const written = await writeTables(resultsOf([{ journal, manifest }]), tableOptions(flags, lang));
    return finish(written, empty.length, flags.out, messages);
  } catch (error) {
    const { text } = failure(flags.out, error);
    messages.say(text);
    return EXIT_CODES.fault;
  }
}

/** Joins the shards of one run. */
export async function runMerge(folders: readonly string[], flags: MergeFlags, messages: Messages): Promise<number> {
  try {
    const shards = folders.map((folder) => {
      const journal = new Journal(folder);
      const manifest = journal.readManifest();
      if (!manifest) throw new EvalxError('usage', `${folder}: there is no output of evalx batch here`);
      return { journal, manifest };
    });
    const [first] = shards.map(({ manifest }) => manifest);
    if (!first) throw new EvalxError('usage', 'give the folders of all shards');
    for (const [i, { manifest }] of shards.entries()) {
      const same =
        manifest.version === first.version && manifest.settings === first.settings && manifest.total === first.total;
      if (!same)
        throw new EvalxError(
          'usage',
          `${folders[i]}: it comes of another run than ${folders[0]}: other files, settings or version`,
        );
    }
    const indices = new Set(shards.flatMap(({ manifest }) => manifest.jobs.map(({ index }) => index)));
    if (indices.size < first.total) {
      throw new EvalxError(
        'usage',
        `${first.total - indices.size} of ${first.total} files are in none of these folders; give all shards`,
      );
    }
    const lang = languageOf(process.env);
    const written = await writeTables(resultsOf(shards), tableOptions(flags, lang));
    return finish(written, 0, flags.out, messages);
  } catch (error) {
    const usage = error instanceof EvalxError && error.code === 'usage';
    messages.say(usage ? message(error.message) : failure(flags.out, error).text);
    return EXIT_CODES.fault;
  }
}

interface Work {
  readonly journal: Journal;
  readonly settings: BatchSettings;
  readonly workLimits: WorkLimits;
  readonly version: string;
  readonly flags: BatchFlags;
  readonly lang: Language;
  readonly messages: Messages;
}

/** Works on the files that are not done yet. Returns whether it was interrupted before the end. */
async function work(
  jobs: readonly Job[],
  total: number,
  { journal, settings, workLimits, version, flags, lang, messages }: Work,
): Promise<boolean> {
  const stop = new AbortController();
  const progress = createProgress(process.stderr, total, total - jobs.length, lang);
  const settingsId = settingsDigest(settings);
  let done = 0;
  const calm = whenInterrupted(() => stop.abort());
  try {
    await runPool(
      jobs.map(({ path }) => path),
      {
        ...{ out: flags.out, version, settings, workLimits },
        size: Math.min(flags.jobs ?? availableParallelism(), Math.max(jobs.length, 1)),
        recycleAfter: RECYCLE_AFTER,
        giveUp: (file, end): Done => {
          const result = unfinished(file, end, workLimits);
          journal.write({ version, settings: settingsId, path: file, result });
          return result.status;
        },
        onDone: (_, { status }) => {
          done++;
          progress.step(status === 'failed');
        },
      },
      stop.signal,
    );
  } finally {
    calm();
    progress.clear();
  }
  if (done === jobs.length) return false;
  const left = `${total - (jobs.length - done)} of ${total} files are done and kept; go on with --resume`;
  messages.say(message(flags.out, `interrupted: ${left}`));
  return true;
}

async function undone(jobs: readonly Job[], journal: Journal, { version, settings }: Manifest): Promise<Job[]> {
  const open: Job[] = [];
  for (const job of jobs) if (!(await journal.isDone(job.path, version, settings))) open.push(job);
  return open;
}

/** The results of all shards in the order of the inputs, each read from the disk when its turn comes. */
function* resultsOf(shards: readonly { journal: Journal; manifest: Manifest }[]): Generator<FileResult> {
  const jobs = shards.flatMap(({ journal, manifest }) => manifest.jobs.map((job) => ({ ...job, journal })));
  jobs.sort((a, b) => a.index - b.index);
  for (const [i, { path, index, journal }] of jobs.entries()) {
    if (jobs[i - 1]?.index === index) continue;
    const entry = journal.read(path);
    if (!entry) throw new EvalxError('usage', `${path}: its result is missing; run evalx batch --resume first`);
    yield entry.result;
  }
}

const tableOptions = ({ out, format, headers, layout }: TableFlags, lang: Language) => ({
  out,
  formats: format ?? (layout === 'workpaper' ? (['xlsx'] as const) : (['csv', 'jsonl'] as const)),
  headers: headers ?? 'en',
  workpaper: layout === 'workpaper',
  lang,
});

function finish({ summary, cut }: Written, emptyPatterns: number, out: string, messages: Messages): number {
  for (const { sheet, cell, length } of cut) {
    const what = `the text of ${length} characters at ${cell} is cut: a cell holds 32,767; it is whole in documents.jsonl`;
    messages.say(message(out, sheet, what));
  }
  const { total, read } = summary.files;
  if (process.stderr.isTTY || read < total) messages.say(message(out, told(summary)));
  return read === total && emptyPatterns === 0 ? EXIT_CODES.fine : EXIT_CODES.unread;
}

function told({ files, reports, findings }: Summary): string {
  const bad = files.partly + files.failed;
  const unread =
    bad === 0 ? 'all read' : `${files.failed} not read, ${files.partly} read only in part: see the table of files`;
  return `${files.total} files, ${reports} forms, ${findings.error} errors, ${findings.warning} warnings; ${unread}`;
}

/** Paths from a list: separated by NUL where one is in it, else one a line. */
async function readList(file: string): Promise<string[]> {
  let text: string;
  try {
    text = file === STDIN ? (await buffer(process.stdin)).toString('utf8') : readFileSync(file, 'utf8');
  } catch (error) {
    throw new EvalxError('usage', `--files-from ${file}: it cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
  return text.split(text.includes('\0') ? '\0' : /\r?\n/u).filter((path) => path !== '');
}
