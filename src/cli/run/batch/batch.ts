import { availableParallelism } from 'node:os';
import { dirname } from 'node:path';
import type { BatchSettings, Done, Job } from '../../../batch/batch-types.js';
import { Journal, type Manifest, settingsDigest } from '../../../batch/journal.js';
import { requireFree } from '../../../batch/out/occupied.js';
import { commonFolder } from '../../../batch/out/reviews.js';
import { RECYCLE_AFTER, runPool } from '../../../batch/pool.js';
import { isMine, type Shard } from '../../../batch/shard.js';
import { unfinished } from '../../../batch/unfinished.js';
import type { Language } from '../../../contract/findings.js';
import { type CorrectionsSetup, KnownCorrections } from '../../../corrections/find.js';
import { EvalxError } from '../../../errors.js';
import { packageVersion } from '../../../files/own-package.js';
import type { WorkLimits } from '../../../limits.js';
import { messageOf, sayWithFlags } from '../../../messages/say.js';
import { message } from '../../../output/message.js';
import { shownPath } from '../../../text/path-bytes.js';
import { DEFAULT_SETTINGS } from '../../../validator/validate.js';
import type { CorrectionsFlags } from '../../corrections/flags.js';
import { findCorrections } from '../../corrections/sources.js';
import { notingCorrected, tellCorrections } from '../../corrections/tell.js';
import { readFileList } from '../../options/file-list.js';
import { findInputs, isFolder } from '../../options/find-inputs.js';
import { type LimitFlags, limitsOf, type OcrFlags, readingOptions } from '../../options/reading.js';
import { type SearchFlags, searchOptions } from '../../options/search-flags.js';
import { EXIT_CODES } from '../../terminal/exit-code.js';
import { whenInterrupted } from '../../terminal/interrupt.js';
import type { Messages } from '../../terminal/messages.js';
import { createProgress } from '../../terminal/progress.js';
import type { CorrectedDocument } from '../../thread/jobs.js';
import { inOwnFolder, resultsOf, type TableFlags, writeOutput } from './output.js';

export interface BatchFlags extends TableFlags, LimitFlags, OcrFlags, SearchFlags, CorrectionsFlags {
  readonly filesFrom?: string;
  readonly jobs?: number;
  readonly password?: string;
  readonly resume?: true;
  readonly shard?: Shard;
  readonly timings: boolean;
}

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
  const journal = new Journal(flags.output);
  const folder = commonFolder(files.map(dirname));
  const manifest: Manifest = { version, settings: settingsDigest(settings), total: all.length, folder, jobs };
  return inOwnFolder(flags.output, messages, async () => {
    requireFree(flags.output, folders, { resume: flags.resume === true, force: flags.force === true });
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
    const told = () => tellCorrections(corrections, corrected, messages, { isPart: shard !== undefined });
    return writeOutput(results, { folder, emptyPatterns: empty.length, told }, flags, messages);
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
        ...{ out: flags.output, version, settings, corrections, workLimits },
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
  messages.say(message(flags.output, sayWithFlags(left, lang)));
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
