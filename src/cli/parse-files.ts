import { withEvidence } from '../output/evidence.js';
import { type JsonStyle, toJson } from '../output/json.js';
import { diagnosticMessages } from '../output/message.js';
import { type ParseOptions, parse } from '../parse.js';
import { documentOutcome, type Outcome } from './exit-code.js';
import { displayName, failure } from './failure.js';
import { fileSink } from './file-sink.js';
import { readInput, STDIN } from './input.js';
import { withCleanup } from './interrupt.js';
import type { Messages } from './messages.js';
import { type Sink, streamSink } from './sink.js';

export interface ParseFlags {
  readonly output?: string;
  readonly evidence?: true;
  readonly password?: string;
  readonly pages?: readonly number[];
}

/** Parses the files one after another and writes a document for each that could be read. */
export async function parseFiles(
  files: readonly string[],
  flags: ParseFlags,
  messages: Messages,
): Promise<readonly Outcome[]> {
  const { output = STDIN } = flags;
  const name = output === STDIN ? 'standard output' : output;
  const outcomes: Outcome[] = [];
  try {
    const sink = output === STDIN ? streamSink(process.stdout) : fileSink(output);
    await withCleanup(sink.discard, async () => {
      const style = sink.isTerminal && files.length === 1 ? 'indented' : 'line';
      await writeAll(sink, parseEach(files, flags, style, messages, outcomes));
    });
  } catch (error) {
    const { text, outcome } = failure(name, error);
    messages.say(text);
    outcomes.push(outcome);
  }
  return outcomes;
}

async function writeAll(sink: Sink, texts: AsyncIterable<string>): Promise<void> {
  let written = false;
  try {
    for await (const text of texts) {
      if (!(await sink.write(text))) return;
      written = true;
    }
    if (written) sink.finish();
    else sink.discard();
  } catch (error) {
    sink.discard();
    throw error;
  }
}

async function* parseEach(
  files: readonly string[],
  flags: ParseFlags,
  style: JsonStyle,
  messages: Messages,
  outcomes: Outcome[],
): AsyncGenerator<string> {
  for (const [index, file] of files.entries()) {
    const place = files.length === 1 ? '' : `file ${index + 1}/${files.length}, `;
    const onPage = (done: number, of: number): void => messages.progress(`${place}page ${done}/${of}`);
    const { json, text, outcome } = await parseOne(file, flags, style, onPage);
    messages.clearProgress();
    outcomes.push(outcome);
    if (json !== null) yield json;
    if (text !== '') messages.say(text);
  }
}

/** A file's document, what is to be said of it, and how that counts. */
interface Parsed {
  readonly json: string | null;
  readonly text: string;
  readonly outcome: Outcome;
}

async function parseOne(
  file: string,
  flags: ParseFlags,
  style: JsonStyle,
  onPage: NonNullable<ParseOptions['onPage']>,
): Promise<Parsed> {
  const name = displayName(file);
  try {
    const { password, pages, evidence } = flags;
    const { document, places } = await parse(await readInput(file), {
      file,
      onPage,
      ...(password === undefined ? {} : { password }),
      ...(pages === undefined ? {} : { pages }),
    });
    return {
      json: toJson(evidence ? withEvidence(document, places) : document, style),
      text: diagnosticMessages(name, document.diagnostics).join(''),
      outcome: documentOutcome(document),
    };
  } catch (error) {
    return { json: null, ...failure(name, error) };
  }
}
