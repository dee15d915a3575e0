import { availableParallelism } from 'node:os';
import type { BatchSettings, Done, Job } from '../../batch/batch-types.js';
import { Journal, type Manifest, settingsDigest } from '../../batch/journal.js';
import { lockFolder } from '../../batch/lock.js';
import { RECYCLE_AFTER, runPool } from '../../batch/pool.js';
import { isMine, type Shard } from '../../batch/shard.js';
import type { Summary } from '../../batch/summary.js';
import { unfinished } from '../../batch/unfinished.js';
import { type BatchFormat, type Written, writeTables } from '../../batch/write-tables.js';
import type { FileResult } from '../../contract/batch.js';
import type { Language } from '../../contract/findings.js';
import { type CorrectionsSetup, KnownCorrections } from '../../corrections/find.js';
import { EvalxError } from '../../errors.js';
import type { WorkLimits } from '../../limits.js';
import { type Message, messageOf, sayWithFlags } from '../../messages/say.js';
import { message } from '../../output/message.js';
import type { Headers } from '../../output/records/record.js';
import { shownPath } from '../../text/path-bytes.js';
import { DEFAULT_SETTINGS } from '../../validator/validate.js';
import type { CorrectionsFlags } from '../corrections/flags.js';
import { findCorrections } from '../corrections/sources.js';
import { notingCorrected, tellCorrections } from '../corrections/tell.js';
import { readFileList } from '../options/file-list.js';
import { findInputs, isFolder } from '../options/find-inputs.js';
import { type LimitFlags, limitsOf, type OcrFlags, readingOptions } from '../options/reading.js';
import { type SearchFlags, searchOptions } from '../options/search-flags.js';
import { packageVersion } from '../options/version.js';
import { EXIT_CODES } from '../terminal/exit-code.js';
import { failure } from '../terminal/failure.js';
import { whenInterrupted, withCleanup } from '../terminal/interrupt.js';
import type { Messages } from '../terminal/messages.js';
import { createProgress } from '../terminal/progress.js';
import type { CorrectedDocument } from '../thread/jobs.js';

interface TableFlags {
  readonly out: string;
  readonly format?: readonly BatchFormat[];
  readonly headers?: Headers;
  readonly layout?: 'tables' | 'workpaper';
}

export interface BatchFlags extends TableFlags, LimitFlags, OcrFlags, SearchFlags, CorrectionsFlags {
  readonly filesFrom?: string;
  readonly jobs?: number;
  readonly password?: string;
  readonly resume?: true;
  readonly shard?: Shard;
  readonly timings: boolean;
}

export type MergeFlags = TableFlags;

/** Works on all files, then writes the tables. Returns the exit code. */
export async function runBatch(paths: readonly string[], flags: BatchFlags, messages: Messages): Promise<number> {
  const { lang } = messages;
  const { reading: limits, work: workLimits } = limitsOf(flags);
  const settings: BatchSettings = {
    ...DEFAULT_SETTINGS,
    lang,
    reading: { ...readingOptions(flags, lang), limits },
    timings: flags.timings,
  };
  const version = packageVersion();
  const given = [...paths, ...(flags.filesFrom === undefined ? [] : await readFileList(flags.filesFrom))];
  if (given.length === 0) throw new EvalxError(messageOf('nothingGiven', {}));
  const { files, empty } = await findInputs(given, searchOptions(flags));
  for (const pattern of empty)
    messages.say(message(shownPath(pattern), sayWithFlags(messageOf('noPdfHere', {}), lang)));
  const all = files.map((path, index): Job => ({ index, path }));
  const folders = given.filter(isFolder);
  const { shard } = flags;
  const jobs = shard ? all.filter(({ path }) => isMine(path, folders, shard)) : all;

  const corrections = await findCorrections(
    jobs.map(({ path }) => path),
    flags,
    messages,
  );
  const journal = new Journal(flags.out);
  const manifest: Manifest = { version, settings: settingsDigest(settings), total: all.length, jobs };
  return inOwnFolder(flags.out, messages, async () => {
    if (flags.resume) journal.resume();
    else journal.begin();
    journal.writeManifest(manifest);
    const open = flags.resume ? await undone(jobs, journal, manifest, corrections) : jobs;
    const interrupted = await work(open, jobs.length, {
      journal,
      settings,
      workLimits,
      version,
      corrections,
      flags,
      lang,
      messages,
    });
    if (interrupted) return EXIT_CODES.interrupted;
    const corrected: CorrectedDocument[] = [];
    const results = notingCorrected(resultsOf([{ journal, manifest }]), corrected);
    const written = await writeTables(results, tableOptions(flags));
    tellCorrections(corrections, corrected, messages, { isPart: shard !== undefined });
    return finish(written, empty.length, flags.out, messages);
  });
}

/** Works in a folder that no other run writes to meanwhile. Returns the exit code; what goes wrong is said. */
async function inOwnFolder(folder: string, messages: Messages, work: () => Promise<number>): Promise<number> {
  try {
    const release = lockFolder(folder);
    try {
      return await withCleanup(release, work);
    } finally {
      release();
    }
  } catch (error) {
    const isUsage = error instanceof EvalxError && error.code === 'usage';
    messages.say(
      isUsage ? message(sayWithFlags(error.said, messages.lang)) : failure(folder, error, messages.lang).text,
    );
    return EXIT_CODES.fault;
  }
}

/** Joins the shards of one run. */
export function runMerge(folders: readonly string[], flags: MergeFlags, messages: Messages): Promise<number> {
  return inOwnFolder(flags.out, messages, async () => {
    const shards = folders.map((folder) => {
      const journal = new Journal(folder);
      const manifest = journal.readManifest();
      if (!manifest) throw new EvalxError(messageOf('noBatchHere', { folder }));
      return { journal, manifest };
    });
    const [first] = shards.map(({ manifest }) => manifest);
    if (!first) throw new EvalxError(messageOf('shardsNotGiven', {}));
    for (const [i, { manifest }] of shards.entries()) {
      const same =
        manifest.version === first.version && manifest.settings === first.settings && manifest.total === first.total;
      if (!same) throw new EvalxError(messageOf('otherRun', { folder: folders[i] ?? '', first: folders[0] ?? '' }));
    }
    const indices = new Set(shards.flatMap(({ manifest }) => manifest.jobs.map(({ index }) => index)));
    if (indices.size < first.total) {
      const { total } = first;
      throw new EvalxError(messageOf('shardsMissing', { missing: total - indices.size, total }));
    }
    const written = await writeTables(resultsOf(shards), tableOptions(flags));
    return finish(written, 0, flags.out, messages);
  });
}

interface Work {
  readonly journal: Journal;
  readonly settings: BatchSettings;
  readonly workLimits: WorkLimits;
  readonly version: string;
  readonly corrections: CorrectionsSetup | null;
  readonly flags: BatchFlags;
  readonly lang: Language;
  readonly messages: Messages;
}

/** Works on the files that are not done yet. Returns whether it was interrupted before the end. */
async function work(
  jobs: readonly Job[],
  total: number,
  { journal, settings, workLimits, version, corrections, flags, lang, messages }: Work,
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
        ...{ out: flags.out, version, settings, corrections, workLimits },
        size: Math.min(flags.jobs ?? availableParallelism(), Math.max(jobs.length, 1)),
        recycleAfter: RECYCLE_AFTER,
        giveUp: (file, end): Done => {
          const result = unfinished(file, end, workLimits, lang);
          const again = end.failure === 'worker-crashed';
          journal.write({ version, settings: settingsId, path: file, result, again });
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
  const left = messageOf('interrupted', { done: total - (jobs.length - done), total });
  messages.say(message(flags.out, sayWithFlags(left, lang)));
  return true;
}

async function undone(
  jobs: readonly Job[],
  journal: Journal,
  { version, settings }: Manifest,
  corrections: CorrectionsSetup | null,
): Promise<Job[]> {
  const known = corrections && new KnownCorrections(corrections);
  const open: Job[] = [];
  for (const job of jobs) if (!(await journal.isDone(job.path, version, settings, known))) open.push(job);
  return open;
}

/** The results of all shards in the order of the inputs, each read from the disk when its turn comes. */
function* resultsOf(shards: readonly { journal: Journal; manifest: Manifest }[]): Generator<FileResult> {
  const jobs = shards.flatMap(({ journal, manifest }) => manifest.jobs.map((job) => ({ ...job, journal })));
  jobs.sort((a, b) => a.index - b.index);
  for (const [i, { path, index, journal }] of jobs.entries()) {
    if (jobs[i - 1]?.index === index) continue;
    const entry = journal.read(path);
    if (!entry) throw new EvalxError(messageOf('resultMissing', { path: shownPath(path) }));
    yield entry.result;
    yield* entry.result.attached ?? [];
  }
}

const tableOptions = ({ out, format, headers, layout }: TableFlags) => ({
  out,
  formats: format ?? (layout === 'workpaper' ? (['xlsx'] as const) : (['csv', 'jsonl'] as const)),
  headers: headers ?? 'en',
  workpaper: layout === 'workpaper',
});

function finish({ summary, cut }: Written, emptyPatterns: number, out: string, messages: Messages): number {
  for (const { sheet, cell, length } of cut) {
    messages.say(message(out, sheet, sayWithFlags(messageOf('textCut', { length, cell }), messages.lang)));
  }
  const { total, read } = summary.files;
  const isOurFault = Object.hasOwn(summary.errors, 'rule-crashed');
  if (process.stderr.isTTY || read < total) messages.say(message(out, sayWithFlags(told(summary), messages.lang)));
  if (isOurFault) return EXIT_CODES.fault;
  return read === total && emptyPatterns === 0 ? EXIT_CODES.fine : EXIT_CODES.unread;
}

/** What the rules found and what the reader said, together. */
function told({ files, reports, findings, diagnostics }: Summary): Message {
  const { total: all, partly, failed } = files;
  const unread = partly + failed === 0 ? messageOf('allRead', {}) : messageOf('notAllRead', { failed, partly });
  const [errors, warnings] = [findings.error + diagnostics.error, findings.warning + diagnostics.warning];
  return messageOf('batchSummary', { files: all, forms: reports, errors, warnings, unread });
}
