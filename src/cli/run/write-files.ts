import type { Language } from '../../contract/findings.js';
import { STDIN } from '../../files/input.js';
import { messageOf, sayWithFlags } from '../../messages/say.js';
import type { JsonStyle } from '../../output/json.js';
import type { Frame } from '../../output/tables/writer.js';
import type { Outcome } from '../terminal/exit-code.js';
import { displayName, failure } from '../terminal/failure.js';
import { fileSink } from '../terminal/file-sink.js';
import { withCleanup } from '../terminal/interrupt.js';
import type { Messages } from '../terminal/messages.js';
import { type Sink, streamSink } from '../terminal/sink.js';
import type { Work } from '../thread/jobs.js';

/** How the work on a file is to be written, and whom to tell of its progress. */
export interface WorkOptions {
  readonly style: JsonStyle;
  readonly onPage: (done: number, of: number) => void;
}

type Part = string | Uint8Array;

const BARE: Frame = { fileMark: '', head: '', between: '', tail: '' };

export interface WriteOptions {
  /** A file; default standard output. */
  readonly output?: string;
  readonly frame?: Frame;
  /** For a format that is made of all documents at once: what is written of their parts. */
  readonly whole?: (parts: readonly Part[]) => Promise<Part>;
}

/** Works on the files one after another and writes what comes of each that could be read. */
export async function writeFiles(
  files: readonly string[],
  { output = STDIN, frame = BARE, whole }: WriteOptions,
  messages: Messages,
  work: (file: string, options: WorkOptions) => Promise<Work>,
): Promise<readonly Outcome[]> {
  const { lang } = messages;
  const name = output === STDIN ? sayWithFlags(messageOf('standardOutput', {}), lang) : output;
  const outcomes: Outcome[] = [];
  try {
    const sink = output === STDIN ? streamSink(process.stdout) : fileSink(output);
    const head = output === STDIN ? frame.head : frame.fileMark + frame.head;
    await withCleanup(sink.discard, async () => {
      const style = sink.isTerminal && files.length === 1 ? 'indented' : 'line';
      const parts = workOnEach(files, style, messages, work, outcomes);
      await writeAll(sink, { ...frame, head }, whole ? atOnce(parts, whole) : parts);
    });
  } catch (error) {
    const { text, outcome } = failure(name, error, lang);
    messages.say(text);
    outcomes.push(outcome);
  }
  return outcomes;
}

async function writeAll(sink: Sink, frame: Frame, parts: AsyncIterable<Part>): Promise<void> {
  let worked = false;
  let begun = false;
  try {
    for await (const part of parts) {
      worked = true;
      if (part.length === 0) continue;
      const before = begun ? frame.between : frame.head;
      if (before !== '' && !(await sink.write(before))) return;
      if (!(await sink.write(part))) return;
      begun = true;
    }
    if (begun && frame.tail !== '' && !(await sink.write(frame.tail))) return;
    if (worked) sink.finish();
    else sink.discard();
  } catch (error) {
    sink.discard();
    throw error;
  }
}

async function* atOnce(
  parts: AsyncIterable<Part>,
  whole: (parts: readonly Part[]) => Promise<Part>,
): AsyncGenerator<Part> {
  const all: Part[] = [];
  for await (const part of parts) all.push(part);
  if (all.length > 0) yield await whole(all);
}

async function* workOnEach(
  files: readonly string[],
  style: JsonStyle,
  messages: Messages,
  work: (file: string, options: WorkOptions) => Promise<Work>,
  outcomes: Outcome[],
): AsyncGenerator<Part> {
  for (const [index, file] of files.entries()) {
    const onPage = (page: number, pages: number): void => {
      const place = { file: index + 1, files: files.length, page, pages };
      messages.progress(sayWithFlags(messageOf(files.length === 1 ? 'pageOf' : 'pageOfFile', place), messages.lang));
    };
    const done = await work(file, { style, onPage }).catch((error) => failed(file, error, messages.lang));
    messages.clearProgress();
    outcomes.push(done.outcome);
    yield* done.written;
    if (done.said !== '') messages.say(done.said);
  }
}

function failed(file: string, error: unknown, lang: Language): Work {
  const { text, outcome } = failure(displayName(file, lang), error, lang);
  return { written: [], said: text, outcome };
}
