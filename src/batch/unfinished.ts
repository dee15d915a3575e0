import type { FileResult } from '../contract/batch.js';
import type { Language } from '../contract/findings.js';
import { type Failure, gaveUp } from '../guard/watch.js';
import type { WorkLimits } from '../limits.js';
import { say } from '../messages/say.js';
import { shownPath } from '../text/path-bytes.js';

/** What stands for a file that no process could finish. */
export function unfinished(file: string, end: Failure, limits: WorkLimits, lang: Language): FileResult {
  const { code, said } = gaveUp(end, limits);
  const blank = { pages: null, reports: null, milliseconds: null, sha256: null };
  return {
    status: {
      file: shownPath(file),
      status: 'failed',
      ...blank,
      errorCode: code,
      errorMessage: say(said, { lang, names: 'flags' }),
    },
    document: null,
    findings: [],
  };
}
