import { readInput } from '../../files/input.js';
import { withEvidence } from '../../output/evidence.js';
import { toJson } from '../../output/json.js';
import { diagnosticMessages } from '../../output/message.js';
import { parse } from '../../parse.js';
import { shownPath } from '../../text/path-bytes.js';
import { documentOutcome } from '../terminal/exit-code.js';
import { displayName } from '../terminal/failure.js';
import type { OnPage, ParseJob, Work } from './jobs.js';

export async function parseWork(job: ParseJob, onPage: OnPage): Promise<Work> {
  const { file, evidence, style, ...reading } = job;
  const bytes = job.bytes ?? (await readInput(file, job.limits.bytes));
  const { document, places, account } = await parse(bytes, { ...reading, file: shownPath(file), onPage });
  return {
    written: toJson(evidence ? withEvidence(document, places, account) : document, style),
    said: diagnosticMessages(displayName(file, job.lang), document.diagnostics, job.lang).join(''),
    outcome: documentOutcome(document),
  };
}
