import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Language } from '../../contract/findings.js';
import { shown } from '../../corrections/correct-read.js';
import type { CorrectionsSetup } from '../../corrections/find.js';
import { mergeCorrections } from '../../corrections/merge.js';
import { EvalxError } from '../../errors.js';
import { sha256OfFile } from '../../files/digest.js';
import { STDIN } from '../../files/input.js';
import { messageOf, sayWithFlags } from '../../messages/say.js';
import { inertLine } from '../../output/escape.js';
import { toJson } from '../../output/json.js';
import { message } from '../../output/message.js';
import { pathOf, systemPath } from '../../text/path-bytes.js';
import { findInputs } from '../options/find-inputs.js';
import { limitsOf, type ReadingFlags, readingOptions } from '../options/reading.js';
import { type SearchFlags, searchOptions } from '../options/search-flags.js';
import { EXIT_CODES } from '../terminal/exit-code.js';
import { displayName, failure } from '../terminal/failure.js';
import { fileSink } from '../terminal/file-sink.js';
import type { Messages } from '../terminal/messages.js';
import { streamSink } from '../terminal/sink.js';
import type { DescribedDocument } from '../thread/jobs.js';
import { withReadingThread } from '../thread/reading-thread.js';
import { checkedText, listedText } from './describe.js';
import type { CorrectionsFlags } from './flags.js';
import { findCorrections } from './sources.js';

export interface CheckCorrectionsFlags extends ReadingFlags, SearchFlags, CorrectionsFlags {}

/** Says in words what files of corrections hold, of the PDFs beside them with what stands there. */
export async function runList(files: readonly string[], flags: ReadingFlags, messages: Messages): Promise<number> {
  const { lang } = messages;
  const setup = await findCorrections([], { corrections: files }, messages);
  if (!setup) return EXIT_CODES.fine;
  const inputs = [...new Set(files.map(dirname))].flatMap(pdfsIn);
  const described = await describeAll(await withHash(inputs, hashesOf(setup)), setup, flags, messages);
  await print(listedText(setup, described, lang));
  return EXIT_CODES.fine;
}

/** Says which corrections do not fit. Of a PDF that was not given, or has changed, none does. */
export async function runCheck(
  paths: readonly string[],
  flags: CheckCorrectionsFlags,
  messages: Messages,
): Promise<number> {
  const { lang } = messages;
  const { files } = await findInputs(paths, searchOptions(flags));
  const setup = await findCorrections(files, flags, messages);
  if (!setup) throw new EvalxError(messageOf('noCorrectionsHere', {}));
  const hashes = hashesOf(setup);
  const own = await withHash(files, hashes);
  // What is not the content of a file may be that of an attachment.
  const isAll = new Set(own.map(({ hash }) => hash)).size === hashes.size;
  const toRead = isAll ? own : files.map((path) => ({ path }));
  const { text, refused } = checkedText(setup, await describeAll(toRead, setup, flags, messages), lang);
  await print(text);
  return refused === 0 ? EXIT_CODES.fine : EXIT_CODES.findings;
}

/** Joins files of corrections into one; tells what contradicts itself. */
export async function runMergeCorrections(
  files: readonly string[],
  { output = STDIN }: { readonly output?: string },
  messages: Messages,
): Promise<number> {
  const { lang } = messages;
  const setup = await findCorrections([], { corrections: files }, messages);
  const { merged, conflicts } = mergeCorrections(setup?.files.map(({ content }) => content) ?? []);
  const sink = output === STDIN ? streamSink(process.stdout) : fileSink(output);
  await sink.write(toJson(merged, 'indented'));
  sink.finish();
  for (const { sha256, path, corrections } of conflicts) {
    const values = corrections.map(({ new: value, who }) => `${shown(value)} (${who})`).join(', ');
    const said = messageOf('correctionsConflict', { path, hash: sha256.slice(0, 12), values });
    messages.say(message(sayWithFlags(said, lang)));
  }
  return conflicts.length === 0 ? EXIT_CODES.fine : EXIT_CODES.findings;
}

const print = (lines: readonly string[]): Promise<unknown> =>
  streamSink(process.stdout).write(lines.map((line) => `${inertLine(line)}\n`).join(''));

const hashesOf = ({ files }: CorrectionsSetup): ReadonlySet<string> =>
  new Set(files.flatMap(({ content }) => [...content.corrections, ...content.accepted].map(({ sha256 }) => sha256)));

function pdfsIn(folder: string): string[] {
  const names = readdirSync(systemPath(folder), 'buffer')
    .map(pathOf)
    .filter((name) => /\.pdf$/iu.test(name));
  return names.sort().map((name) => join(folder, name));
}

interface Hashed {
  readonly path: string;
  readonly hash?: string;
}

/** Those of the files whose content is one of these. */
async function withHash(files: readonly string[], hashes: ReadonlySet<string>): Promise<Hashed[]> {
  const found: Hashed[] = [];
  for (const path of files) {
    const hash = path === STDIN ? null : await sha256OfFile(path);
    if (hash !== null && hashes.has(hash)) found.push({ path, hash });
  }
  return found;
}

async function describeAll(
  files: readonly Hashed[],
  setup: CorrectionsSetup,
  flags: ReadingFlags,
  messages: Messages,
): Promise<DescribedDocument[]> {
  const { lang }: { readonly lang: Language } = messages;
  const described: DescribedDocument[] = [];
  if (files.length === 0) return described;
  await withReadingThread(
    'describe',
    limitsOf(flags),
    async (thread) => {
      for (const { path } of files) {
        try {
          described.push(...(await thread.do('describe', { ...readingOptions(flags, lang), file: path })));
        } catch (error) {
          messages.say(failure(displayName(path, lang), error, lang).text);
        }
      }
    },
    setup,
  );
  return described;
}
