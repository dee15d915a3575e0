import { mkdirSync, mkdtempSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import type { BatchSettings } from '../../batch/batch-types.js';
import { Journal, settingsDigest, unwritable } from '../../batch/journal.js';
import { RECYCLE_AFTER } from '../../batch/pool.js';
import { addFiles } from '../../batch/queue/add.js';
import { queueStatus } from '../../batch/queue/status.js';
import { type WorkOptions, workOnQueue } from '../../batch/queue/work.js';
import { unfinished } from '../../batch/unfinished.js';
import type { CorrectionsSetup } from '../../corrections/find.js';
import { packageVersion } from '../../files/own-package.js';
import { messageOf, sayWithFlags } from '../../messages/say.js';
import { toJson } from '../../output/json.js';
import { message } from '../../output/message.js';
import { shownPath } from '../../text/path-bytes.js';
import { DEFAULT_SETTINGS } from '../../validator/validate.js';
import { findCorrections } from '../corrections/sources.js';
import { findInputs } from '../options/find-inputs.js';
import { type LimitFlags, limitsOf, type OcrFlags, readingOptions } from '../options/reading.js';
import { type SearchFlags, searchOptions } from '../options/search-flags.js';
import { EXIT_CODES } from '../terminal/exit-code.js';
import { failure } from '../terminal/failure.js';
import { whenInterrupted, withCleanup } from '../terminal/interrupt.js';
import type { Messages } from '../terminal/messages.js';
import { streamSink } from '../terminal/sink.js';

export interface QueueFlags {
  readonly redis: string;
  readonly name: string;
}

export interface AddFlags extends QueueFlags, SearchFlags {}

export interface WorkFlags extends QueueFlags, LimitFlags, OcrFlags {
  readonly output: string;
  readonly jobs?: number;
  readonly untilEmpty?: true;
  /** What stands beside the files of others is not looked for: they may come from many machines. */
  readonly corrections?: readonly string[];
}

/** Adds files under their absolute paths: another machine has another working folder. */
export async function runAdd(paths: readonly string[], flags: AddFlags, messages: Messages): Promise<number> {
  return guarded(messages, async () => {
    const { files, empty } = await findInputs(paths, searchOptions(flags));
    for (const pattern of empty)
      messages.say(message(shownPath(pattern), sayWithFlags(messageOf('noPdfHere', {}), messages.lang)));
    const { added, known, unreadable } = await addFiles(
      flags,
      files.map((file) => resolve(file)),
    );
    for (const file of unreadable) {
      messages.say(message(shownPath(file), sayWithFlags(messageOf('unreadableHere', {}), messages.lang)));
    }
    await streamSink(process.stdout).write(toJson({ added, known, unreadable: unreadable.length }, 'line'));
    return empty.length + unreadable.length > 0 ? EXIT_CODES.unread : EXIT_CODES.fine;
  });
}

export async function runStatus(flags: QueueFlags, messages: Messages): Promise<number> {
  return guarded(messages, async () => {
    const status = await queueStatus(flags);
    await streamSink(process.stdout).write(toJson(status, 'indented'));
    return status.failed > 0 ? EXIT_CODES.unread : EXIT_CODES.fine;
  });
}

/** Works on the queue. Returns 3 where jobs have failed for good. */
export async function runWork(flags: WorkFlags, messages: Messages): Promise<number> {
  return guarded(messages, async () => {
    const corrections = await findCorrections([], { corrections: flags.corrections ?? false }, messages);
    const journal = new Journal(ownFolder(flags.output));
    journal.begin();
    const stop = new AbortController();
    const calm = whenInterrupted(() => stop.abort());
    const remove = (): void => journal.remove();
    try {
      const failed = await withCleanup(remove, () =>
        workOnQueue(workOptions(flags, journal, corrections, messages), stop.signal),
      );
      if (failed > 0) return EXIT_CODES.unread;
      return stop.signal.aborted ? EXIT_CODES.interrupted : EXIT_CODES.fine;
    } finally {
      calm();
      remove();
    }
  });
}

/** Notes of this worker, apart from those of others: another machine may have a process of the same number. */
function ownFolder(out: string): string {
  try {
    mkdirSync(out, { recursive: true });
    return mkdtempSync(join(out, `.worker-${process.pid}-`));
  } catch (error) {
    throw unwritable(error);
  }
}

function workOptions(
  flags: WorkFlags,
  journal: Journal,
  corrections: CorrectionsSetup | null,
  messages: Messages,
): WorkOptions {
  const { lang } = messages;
  const { reading: limits, work: workLimits } = limitsOf(flags);
  const settings: BatchSettings = {
    ...DEFAULT_SETTINGS,
    lang,
    reading: { ...readingOptions(flags, lang), limits },
    timings: true,
  };
  const version = packageVersion();
  const say = (where: string, said: string): void => messages.say(message(where, said));
  return {
    ...{ redis: flags.redis, name: flags.name, out: flags.output, journal },
    jobs: flags.jobs ?? availableParallelism(),
    untilEmpty: flags.untilEmpty === true,
    reader: {
      ...{ out: journal.out, version, settings, corrections, workLimits },
      recycleAfter: RECYCLE_AFTER,
      giveUp: (file, end) => {
        const result = unfinished(file, end, workLimits, lang);
        journal.write({ version, settings: settingsDigest(settings), path: file, result, again: false });
        return result.status;
      },
    },
    onFailure: (path, reason) => say(path ?? QUEUE, reason),
    onAway: (isAway) => say(QUEUE, sayWithFlags(messageOf(isAway ? 'redisAway' : 'redisBack', {}), lang)),
  };
}

/** What a line is about that is about no file. */
const QUEUE = 'queue';

async function guarded(messages: Messages, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    messages.say(failure(QUEUE, error, messages.lang).text);
    return EXIT_CODES.fault;
  }
}
