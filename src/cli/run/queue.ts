import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import type { BatchSettings } from '../../batch/batch-types.js';
import { Journal, settingsDigest } from '../../batch/journal.js';
import { RECYCLE_AFTER } from '../../batch/pool.js';
import { addFiles, queueStatus, workOnQueue } from '../../batch/queue.js';
import { unfinished } from '../../batch/unfinished.js';
import { shownPath } from '../../files/path-bytes.js';
import { messageOf, sayWithFlags } from '../../messages/say.js';
import { toJson } from '../../output/json.js';
import { message } from '../../output/message.js';
import { DEFAULT_SETTINGS } from '../../validator/validate.js';
import { findInputs } from '../options/find-inputs.js';
import { type LimitFlags, limitsOf, type OcrFlags, readingOptions } from '../options/reading.js';
import { type SearchFlags, searchOptions } from '../options/search-flags.js';
import { packageVersion } from '../options/version.js';
import { EXIT_CODES } from '../terminal/exit-code.js';
import { failure } from '../terminal/failure.js';
import { whenInterrupted } from '../terminal/interrupt.js';
import type { Messages } from '../terminal/messages.js';
import { streamSink } from '../terminal/sink.js';

export interface QueueFlags {
  readonly redis: string;
  readonly name: string;
}

export interface AddFlags extends QueueFlags, SearchFlags {}

export interface WorkFlags extends QueueFlags, LimitFlags, OcrFlags {
  readonly out: string;
  readonly jobs?: number;
  readonly untilEmpty?: true;
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

/** Works on the queue. Its own notes are kept apart from those of other machines. */
export async function runWork(flags: WorkFlags, messages: Messages): Promise<number> {
  return guarded(messages, async () => {
    const { reading: limits, work: workLimits } = limitsOf(flags);
    const settings: BatchSettings = {
      ...DEFAULT_SETTINGS,
      lang: messages.lang,
      reading: { ...readingOptions(flags, messages.lang), limits },
      timings: true,
    };
    const version = packageVersion();
    const notes = `${flags.out}/.worker-${process.pid}`;
    const journal = new Journal(notes);
    journal.begin();
    const stop = new AbortController();
    let stopped = false;
    const calm = whenInterrupted(() => {
      stopped = true;
      stop.abort();
    });
    try {
      await workOnQueue(
        {
          ...{ redis: flags.redis, name: flags.name, out: flags.out, journal },
          jobs: flags.jobs ?? availableParallelism(),
          untilEmpty: flags.untilEmpty === true,
          reader: {
            ...{ out: notes, version, settings, workLimits },
            recycleAfter: RECYCLE_AFTER,
            giveUp: (file, end) => {
              const result = unfinished(file, end, workLimits, settings.lang);
              journal.write({ version, settings: settingsDigest(settings), path: file, result, again: false });
              return result.status;
            },
          },
          onDone: (path, reason) => {
            if (reason !== null) messages.say(message(shownPath(path), reason));
          },
        },
        stop.signal,
      );
    } finally {
      calm();
      journal.remove();
    }
    return stopped ? EXIT_CODES.interrupted : EXIT_CODES.fine;
  });
}

async function guarded(messages: Messages, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    messages.say(failure('queue', error, messages.lang).text);
    return EXIT_CODES.fault;
  }
}
