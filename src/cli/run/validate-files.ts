import type { ErrorCode } from '../../contract/error-code.js';
import type { AcceptedFinding, CheckedFile, Finding, Language, Problem, Validation } from '../../contract/findings.js';
import { EvalxError } from '../../errors.js';
import { messageOf, sayWithFlags } from '../../messages/say.js';
import { shownPath } from '../../text/path-bytes.js';
import type { ValidationSettings } from '../../validator/validate.js';
import type { CorrectionsFlags } from '../corrections/flags.js';
import { findCorrections } from '../corrections/sources.js';
import { tellCorrections } from '../corrections/tell.js';
import { limitsOf, type ReadingFlags, readingOptions } from '../options/reading.js';
import { ERROR_OUTCOMES, type Outcome } from '../terminal/exit-code.js';
import { displayName, failure } from '../terminal/failure.js';
import type { Messages } from '../terminal/messages.js';
import type { CorrectedDocument } from '../thread/jobs.js';
import { type ReadingThread, withReadingThread } from '../thread/reading-thread.js';

/** What an input is: a PDF, or documents that `evalx parse` wrote. */
export type InputKind = 'pdf' | 'documents';

export interface CheckFlags extends ReadingFlags, CorrectionsFlags {
  /** Default by the end of the name. */
  readonly input?: InputKind;
}

const DOCUMENTS = /\.(?:json|jsonl|ndjson)$/iu;

/** Never by the content: who submits a file must not choose how it is read. */
const kindOf = (file: string, { input }: CheckFlags): InputKind =>
  input ?? (DOCUMENTS.test(file) ? 'documents' : 'pdf');

/** What a run found, and how each input ended. */
export interface Checked {
  readonly checked: Pick<Validation, 'files' | 'findings' | 'accepted'>;
  readonly outcomes: readonly Outcome[];
}

/** Reads and checks one input after another; of each document only its findings and the names of its forms are kept. */
export async function validateFiles(
  files: readonly string[],
  empty: readonly string[],
  settings: ValidationSettings,
  flags: CheckFlags,
  messages: Messages,
): Promise<Checked> {
  const { lang } = settings;
  const checked: CheckedFile[] = empty.map((pattern) => unread(pattern, nothingThere(lang)));
  const outcomes: Outcome[] = empty.map(() => 'unread');
  const findings: Finding[] = [];
  const accepted: AcceptedFinding[] = [];
  const corrected: CorrectedDocument[] = [];
  const corrections = await findCorrections(files, flags, messages, lang);
  const checkAll = async (thread: ReadingThread): Promise<void> => {
    for (const [i, file] of files.entries()) {
      messages.progress(sayWithFlags(messageOf('fileOf', { file: i + 1, files: files.length }), lang));
      try {
        const work = await thread.do('check', {
          ...{ ...readingOptions(flags, lang), isJudged: true },
          file,
          kind: kindOf(file, flags),
          settings,
        });
        for (const finding of work.findings) findings.push(finding);
        for (const finding of work.accepted) accepted.push(finding);
        corrected.push(...work.corrected);
        for (const one of work.files) {
          checked.push(one);
          outcomes.push(outcomeOf(one));
        }
        if (work.problem) {
          checked.push(unread(file, work.problem));
          outcomes.push(problemOutcome(work.problem));
        }
      } catch (error) {
        const { outcome, text } = failure(displayName(file, lang), error, lang);
        if (!(error instanceof EvalxError)) messages.say(text);
        checked.push(unread(file, problemOf(error, lang)));
        outcomes.push(outcome);
      }
    }
  };
  await withReadingThread('check', limitsOf(flags), checkAll, corrections);
  messages.clearProgress();
  tellCorrections(corrections, corrected, messages, { lang });
  return { checked: { files: checked, findings, ...(accepted.length === 0 ? {} : { accepted }) }, outcomes };
}

const nothingThere = (lang: Language): Problem => ({
  code: 'no-file-found',
  severity: 'error',
  message: sayWithFlags(messageOf('noPdfHere', {}), lang),
  page: null,
});

/** A rule that crashed is a fault of evalx, not of the file. */
const outcomeOf = ({ read, problems }: CheckedFile): Outcome =>
  problems.some(({ code }) => code === 'rule-crashed') ? 'fault' : read ? 'fine' : 'unread';

const problemOutcome = ({ code }: Problem): Outcome => ERROR_OUTCOMES[code as ErrorCode];

function problemOf(error: unknown, lang: Language): Problem {
  const known = error instanceof EvalxError;
  const code = known ? error.code : 'internal-error';
  const said = known ? error.said : messageOf('evalxFailedHere', {});
  return { code, severity: 'error', message: sayWithFlags(said, lang), page: null };
}

const unread = (file: string, problem: Problem): CheckedFile => ({
  file: shownPath(file),
  read: false,
  reports: [],
  problems: [problem],
});
