import type { ErrorCode } from '../../../contract/error-code.js';
import type {
  AcceptedFinding,
  CheckedFile,
  Finding,
  Language,
  Problem,
  Validation,
} from '../../../contract/findings.js';
import type { CorrectionsSetup } from '../../../corrections/find.js';
import { EvalxError } from '../../../errors.js';
import { STDIN } from '../../../files/input.js';
import { messageOf, sayWithFlags } from '../../../messages/say.js';
import { shownPath } from '../../../text/path-bytes.js';
import { checkRun } from '../../../validator/run/check-run.js';
import type { FormDigest } from '../../../validator/run/form-digest.js';
import type { ValidationSettings } from '../../../validator/validate.js';
import type { CorrectionsFlags } from '../../corrections/flags.js';
import { findCorrections } from '../../corrections/sources.js';
import { tellCorrections } from '../../corrections/tell.js';
import { limitsOf, type ReadingFlags, readingOptions } from '../../options/reading.js';
import { ERROR_OUTCOMES, type Outcome } from '../../terminal/exit-code.js';
import { displayName, failure } from '../../terminal/failure.js';
import type { Messages } from '../../terminal/messages.js';
import type { CheckWork, CorrectedDocument } from '../../thread/jobs.js';
import { type ReadingThread, withReadingThread } from '../../thread/reading-thread.js';
import type { Cache } from './cache.js';

/** What an input is: a PDF, or documents that `evalx parse` wrote. */
export type InputKind = 'pdf' | 'documents';

export interface CheckFlags extends ReadingFlags, CorrectionsFlags {
  /** Default by the end of the name. */
  readonly input?: InputKind;
  /** Files that are read at once. */
  readonly jobs?: number;
}

/** How each file is checked. */
export interface CheckSetup {
  readonly lang: Language;
  readonly settingsOf: (file: string) => ValidationSettings;
  readonly cache: Cache | null;
}

const DOCUMENTS = /\.(?:json|jsonl|ndjson)$/iu;

/** Never by the content: who submits a file must not choose how it is read. */
export const kindOf = (file: string, { input }: Pick<CheckFlags, 'input'>): InputKind =>
  input ?? (DOCUMENTS.test(file) ? 'documents' : 'pdf');

/** What a run found, and how each input ended. */
export interface Checked {
  readonly checked: Pick<Validation, 'files' | 'findings' | 'accepted'>;
  readonly outcomes: readonly Outcome[];
}

/** What came of one input. */
interface Ended {
  readonly files: readonly CheckedFile[];
  readonly outcomes: readonly Outcome[];
  readonly work: CheckWork | null;
}

/**
 * Reads and checks all inputs, some of them at once; of each document only its findings are kept, and what is compared with other
 * files. The result has the order of the inputs, however many are read at once.
 */
export async function validateFiles(
  { files, empty }: { readonly files: readonly string[]; readonly empty: readonly string[] },
  setup: CheckSetup,
  flags: CheckFlags,
  messages: Messages,
): Promise<Checked> {
  const { lang } = setup;
  const corrections = await findCorrections(files, flags, messages, lang);
  const ended: Ended[] = [];
  const next = files.entries();
  let begun = 0;
  const checkNext = async (thread: ReadingThread): Promise<void> => {
    for (const [i, file] of next) {
      begun += 1;
      messages.progress(sayWithFlags(messageOf('fileOf', { file: begun, files: files.length }), lang));
      ended[i] = await checkFile(file, thread, { setup, flags, corrections, messages });
    }
  };
  const threads = Math.max(1, Math.min(flags.jobs ?? 1, files.length));
  const work = Array.from({ length: threads }, () =>
    withReadingThread('check', limitsOf(flags), checkNext, corrections),
  );
  await Promise.all(work);
  messages.clearProgress();
  const works = ended.flatMap(({ work }) => work ?? []);
  tellCorrections(corrections, correctedIn(works), messages, { lang });
  const nothing = empty.map(
    (pattern): Ended => ({ files: [unread(pattern, nothingThere(lang))], outcomes: ['unread'], work: null }),
  );
  return joined([...nothing, ...ended], setup);
}

const correctedIn = (works: readonly CheckWork[]): CorrectedDocument[] => works.flatMap(({ corrected }) => corrected);

/** All together, and what is found by comparing the files with one another. */
function joined(ended: readonly Ended[], { settingsOf }: CheckSetup): Checked {
  const findings: Finding[] = [];
  const accepted: AcceptedFinding[] = [];
  const forms: (FormDigest & { readonly settings: ValidationSettings })[] = [];
  for (const { work } of ended) {
    if (!work) continue;
    for (const finding of work.findings) findings.push(finding);
    for (const finding of work.accepted) accepted.push(finding);
    for (const form of work.forms) forms.push({ ...form, settings: settingsOf(form.file) });
  }
  const files = ended.flatMap((one) => one.files);
  const over = checkRun(forms);
  return {
    checked: {
      files,
      findings: over.length === 0 ? findings : inOrder([...findings, ...over], files),
      ...(accepted.length === 0 ? {} : { accepted }),
    },
    outcomes: ended.flatMap(({ outcomes }) => outcomes),
  };
}

/** Findings by file and form again, those of a form in the order in which they are given. */
function inOrder(findings: readonly Finding[], files: readonly CheckedFile[]): Finding[] {
  const order = new Map(files.map(({ file }, i) => [file, i]));
  const place = ({ file }: Finding): number => order.get(file) ?? order.size;
  return findings
    .map((finding, i) => ({ finding, i }))
    .sort(
      (a, b) => place(a.finding) - place(b.finding) || (a.finding.report ?? -1) - (b.finding.report ?? -1) || a.i - b.i,
    )
    .map(({ finding }) => finding);
}

interface Means {
  readonly setup: CheckSetup;
  readonly flags: CheckFlags;
  readonly corrections: CorrectionsSetup | null;
  readonly messages: Messages;
}

async function checkFile(file: string, thread: ReadingThread, means: Means): Promise<Ended> {
  const { setup, messages } = means;
  const { lang } = setup;
  try {
    const work = await cachedWork(file, thread, means);
    const files = [...work.files, ...(work.problem ? [unread(file, work.problem)] : [])];
    const outcomes = [...work.files.map(outcomeOf), ...(work.problem ? [problemOutcome(work.problem)] : [])];
    return { files, outcomes, work };
  } catch (error) {
    const { outcome, text } = failure(displayName(file, lang), error, lang);
    if (!(error instanceof EvalxError)) messages.say(text);
    return { files: [unread(file, problemOf(error, lang))], outcomes: [outcome], work: null };
  }
}

/** The work on a file, from the cache where the same was done before. */
async function cachedWork(file: string, thread: ReadingThread, means: Means): Promise<CheckWork> {
  const { setup, flags, corrections } = means;
  const { cache, lang } = setup;
  const settings = setup.settingsOf(file);
  const given = { ...readingOptions(flags, lang), isJudged: true, input: kindOf(file, flags), settings };
  const about = [given, limitsOf(flags).reading, corrections, process.env['EVALX_OCR_ENGINE'] ?? null];
  const key = file === STDIN || !cache ? null : await cache.key(file, about);
  const before = key === null ? null : (cache?.get(key) ?? null);
  if (before) return before;
  const work = await thread.do('check', { ...given, file });
  if (key !== null) cache?.put(key, work);
  return work;
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
