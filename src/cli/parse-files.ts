import { readInput } from '../files/input.js';
import { withEvidence } from '../output/evidence.js';
import { toJson } from '../output/json.js';
import { diagnosticMessages } from '../output/message.js';
import { parse } from '../parse.js';
import { documentOutcome, type Outcome } from './exit-code.js';
import { displayName } from './failure.js';
import type { Messages } from './messages.js';
import { type ReadingFlags, readingOptions } from './reading.js';
import { writeFiles } from './write-files.js';

export interface ParseFlags extends ReadingFlags {
  readonly evidence?: true;
}

/** Parses the files and writes a document for each that could be read. */
export function parseFiles(
  files: readonly string[],
  flags: ParseFlags,
  messages: Messages,
): Promise<readonly Outcome[]> {
  return writeFiles(files, flags, messages, async (file, { style, onPage }) => {
    const { document, places } = await parse(await readInput(file), { file, onPage, ...readingOptions(flags) });
    return {
      written: toJson(flags.evidence ? withEvidence(document, places) : document, style),
      said: diagnosticMessages(displayName(file), document.diagnostics).join(''),
      outcome: documentOutcome(document),
    };
  });
}
