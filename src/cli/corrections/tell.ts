import type { FileResult } from '../../contract/batch.js';
import type { CorrectionsSetup } from '../../corrections/find.js';
import { messageOf, sayWithFlags } from '../../messages/say.js';
import { message } from '../../output/message.js';
import type { Messages } from '../terminal/messages.js';
import type { CorrectedDocument } from '../thread/jobs.js';

/** Files of corrections named in a line. */
const MOST_NAMES = 3;

/** Tells once for a run what its corrections have done, so that none changes a result unseen, and what they could not do. */
export function tellCorrections(
  setup: CorrectionsSetup | null,
  corrected: readonly CorrectedDocument[],
  messages: Messages,
  lang = messages.lang,
): void {
  if (!setup) return;
  const seen = new Set(corrected.map(({ sha256 }) => sha256));
  const right = corrected.filter(({ fields }) => fields > 0);
  const fields = right.reduce((sum, one) => sum + one.fields, 0);
  const said = [...setup.files].map(({ name, content: { corrections, accepted } }) => ({
    name,
    unused: [...corrections, ...accepted].filter(({ sha256 }) => !seen.has(sha256)).length,
  }));
  const say = (files: typeof said, text: string): void => {
    const names = files.slice(0, MOST_NAMES).map(({ name }) => name);
    messages.say(message([...names, ...(files.length > names.length ? ['…'] : [])].join(', '), text));
  };
  if (fields > 0) {
    const done = messageOf('correctionsDone', { fields, files: right.length });
    say(said, sayWithFlags(done, lang));
  }
  const idle = said.filter(({ unused }) => unused > 0);
  const unused = idle.reduce((sum, one) => sum + one.unused, 0);
  if (unused > 0) say(idle, sayWithFlags(messageOf('correctionsUnused', { unused }), lang));
}

/** Notes of each result of a batch, as it passes, what was put right in it. */
export function* notingCorrected(results: Iterable<FileResult>, corrected: CorrectedDocument[]): Generator<FileResult> {
  for (const result of results) {
    const { sha256 } = result.status;
    const fields = Object.keys(result.document?.corrected ?? {}).length;
    if (sha256 !== null) corrected.push({ sha256, fields });
    yield result;
  }
}
