import type { FailOn } from '../../../contract/config.js';
import type { CheckedFile, Finding, Language, Problem } from '../../../contract/findings.js';
import { EvalxError } from '../../../errors.js';
import { STDIN } from '../../../files/input.js';
import { realPath } from '../../../files/real-path.js';
import { COMPARE_IDS } from '../../../messages/checking/differences.js';
import { messageOf, sayWithFlags } from '../../../messages/say.js';
import type { FormKind } from '../../../pages/reading-options.js';
import { shownPath } from '../../../text/path-bytes.js';
import { checkedForm } from '../../../validator/checked-form.js';
import { type ComparedDocument, compareDocuments, differenceInfos } from '../../../validator/compare/compare.js';
import { diagnosticFindings, hasGaps } from '../../../validator/diagnostics.js';
import { allInfos, FINDING_IDS } from '../../../validator/rules.js';
import type { ValidationSettings } from '../../../validator/validate.js';
import { limitsOf, type ReadingFlags } from '../../options/reading.js';
import { ERROR_OUTCOMES, type Outcome } from '../../terminal/exit-code.js';
import { displayName, failure } from '../../terminal/failure.js';
import type { Messages } from '../../terminal/messages.js';
import { type ReadingThread, withReadingThread } from '../../thread/reading-thread.js';
import { conclude } from '../validate/conclude.js';
import { checkTargets, type WantedOutput, wantedOutputs } from '../validate/outputs.js';
import { withRelativePaths } from '../validate/relative.js';
import { type RuleFlags, settingsOf } from '../validate/settings.js';
import { readComparedFile } from './read.js';

export interface CompareFlags extends Omit<ReadingFlags, 'output' | 'kind'>, RuleFlags {
  readonly outputs: readonly WantedOutput[];
  readonly failOn?: FailOn;
  readonly maxWarnings?: number;
  readonly quiet?: true;
}

/** One of the two files, as far as it could be read. */
interface Side {
  readonly documents: readonly ComparedDocument[];
  readonly files: readonly CheckedFile[];
  readonly findings: readonly Finding[];
  readonly outcomes: readonly Outcome[];
}

/** Holds self-evaluations against the targets that were approved, writes every output, and returns the exit code. */
export async function runCompare(
  [approvedFile, evaluationFile]: readonly [approved: string, evaluation: string],
  flags: CompareFlags,
  messages: Messages,
): Promise<number> {
  if (approvedFile === STDIN && evaluationFile === STDIN) throw new EvalxError(messageOf('stdinTwice', {}));
  const outputs = wantedOutputs(flags.outputs, process.env);
  checkTargets(outputs, [approvedFile, evaluationFile]);
  const settings = settingsOf({}, flags, messages.lang, [...FINDING_IDS, ...COMPARE_IDS]);
  const [approved, evaluation] = await withReadingThread(
    'parse',
    limitsOf(flags),
    async (thread) =>
      [
        await readSide(approvedFile, 'targets', { thread, flags, settings, messages }),
        await readSide(evaluationFile, 'self-evaluation', { thread, flags, settings, messages }),
      ] as const,
  );
  const isWhole = approved.documents.some(hasForms) && evaluation.documents.some(hasForms);
  const found = isWhole ? compareDocuments(approved.documents, evaluation.documents, settings) : [];
  const validation = withRelativePaths(
    {
      schemaVersion: '1',
      config: null,
      files: [...approved.files, ...evaluation.files],
      findings: [...approved.findings, ...evaluation.findings, ...found],
    },
    shownPath(realPath('.')),
  );
  const { lang } = settings;
  const rules = [...differenceInfos(lang), ...allInfos(lang)];
  const { failOn = 'error', maxWarnings = null, quiet } = flags;
  const ending = { outputs, rules, lang, failOn, maxWarnings, isQuiet: quiet === true };
  return conclude(validation, [...approved.outcomes, ...evaluation.outcomes], ending, messages);
}

const hasForms = ({ document }: ComparedDocument): boolean => document.reports.length > 0;

interface Means {
  readonly thread: ReadingThread;
  readonly flags: CompareFlags;
  readonly settings: ValidationSettings;
  readonly messages: Messages;
}

async function readSide(file: string, kind: FormKind, { thread, flags, settings, messages }: Means): Promise<Side> {
  const { lang, severities } = settings;
  try {
    const documents = await readComparedFile(file, kind, { thread, flags, lang });
    const files = documents.map(({ file: name, document }): CheckedFile => {
      const isRead = !hasGaps(document, severities);
      return { file: name, read: isRead, reports: document.reports.map(checkedForm), problems: [] };
    });
    return {
      documents,
      files,
      findings: documents.flatMap(({ file: name, document }) => diagnosticFindings(name, document, severities)),
      outcomes: files.map(({ read }) => (read ? 'fine' : 'unread')),
    };
  } catch (error) {
    const { text } = failure(displayName(file, lang), error, lang);
    if (!(error instanceof EvalxError)) messages.say(text);
    const problem = problemOf(error, lang);
    const outcome = error instanceof EvalxError ? ERROR_OUTCOMES[error.code] : 'fault';
    return {
      documents: [],
      files: [{ file: shownPath(file), read: false, reports: [], problems: [problem] }],
      findings: [],
      outcomes: [outcome],
    };
  }
}

function problemOf(error: unknown, lang: Language): Problem {
  const said = error instanceof EvalxError ? error.said : messageOf('evalxFailedHere', {});
  const code = error instanceof EvalxError ? error.code : 'internal-error';
  return { code, severity: 'error', message: sayWithFlags(said, lang), page: null };
}
