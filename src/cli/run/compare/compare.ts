import { dirname } from 'node:path';
import type { FailOn } from '../../../contract/config.js';
import type { CheckedFile, Finding, Language, Problem } from '../../../contract/findings.js';
import { acceptFindings } from '../../../corrections/accept.js';
import { type CorrectionsSetup, KnownCorrections } from '../../../corrections/find.js';
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
import type { CorrectionsFlags } from '../../corrections/flags.js';
import { findCorrections } from '../../corrections/sources.js';
import { tellCorrections } from '../../corrections/tell.js';
import { limitsOf, type ReadingFlags } from '../../options/reading.js';
import { ERROR_OUTCOMES, type Outcome } from '../../terminal/exit-code.js';
import { displayName, failure } from '../../terminal/failure.js';
import type { Messages } from '../../terminal/messages.js';
import type { CorrectedDocument } from '../../thread/jobs.js';
import { type ReadingThread, withReadingThread } from '../../thread/reading-thread.js';
import { againstBaseline, type BaselineFlags, knownBefore } from '../validate/baseline.js';
import { conclude } from '../validate/conclude.js';
import { checkTargets, type WantedOutput, wantedOutputs } from '../validate/outputs.js';
import { withRelativePaths } from '../validate/relative.js';
import {
  type ConfigFlags,
  configOf,
  nameOf,
  type RuleFlags,
  settingsByFile,
  settingsOf,
} from '../validate/settings.js';
import { withoutSuppressed } from '../validate/suppress.js';
import { readComparedFile } from './read.js';

export interface CompareFlags
  extends Omit<ReadingFlags, 'output' | 'kind'>,
    CorrectionsFlags,
    ConfigFlags,
    RuleFlags,
    BaselineFlags {
  readonly outputs: readonly WantedOutput[];
  readonly failOn?: FailOn;
  readonly maxWarnings?: number;
  readonly quiet?: true;
}

/** One of the two files, as far as it could be read. */
interface Side {
  readonly file: string;
  readonly corrected: readonly CorrectedDocument[];
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
  const files = [approvedFile, evaluationFile];
  const outputs = wantedOutputs(flags.outputs, process.env);
  const written = flags.updateBaseline && flags.baseline !== undefined ? [{ file: flags.baseline }] : [];
  checkTargets([...outputs, ...written], [...files, ...(flags.corrections || [])]);
  const found = await configOf(flags, messages, files);
  const known = knownBefore(flags);
  const settings = settingsOf(found.config, flags, messages.lang, ALL_IDS);
  const { lang } = settings;
  const settingsFor = settingsByFile(found, flags, settings, ALL_IDS);
  const corrections = await findCorrections(files, flags, messages, lang);
  const [approved, evaluation] = await withReadingThread(
    'parse',
    limitsOf(flags),
    async (thread) => {
      const means = { thread, flags, corrections, messages, settingsFor };
      return [
        await readSide(approvedFile, 'targets', means),
        await readSide(evaluationFile, 'self-evaluation', means),
      ] as const;
    },
    corrections,
  );
  const corrected = [...approved.corrected, ...evaluation.corrected];
  tellCorrections(corrections, corrected, messages, { lang });
  const all = withRelativePaths(
    {
      schemaVersion: '1',
      config: nameOf(found),
      files: [...approved.files, ...evaluation.files],
      ...withoutAccepted([approved, evaluation], differences(approved, evaluation, settingsFor), corrections),
    },
    shownPath(realPath('.')),
  );
  const open = await againstBaseline(withoutSuppressed(all, found, lang, messages), flags, known);
  const rules = [...differenceInfos(lang), ...allInfos(lang)];
  const { failOn = found.config.failOn ?? 'error', maxWarnings = found.config.maxWarnings ?? null, quiet } = flags;
  const ending = { outputs, rules, lang, failOn, maxWarnings, isQuiet: quiet === true };
  return conclude(open, [...approved.outcomes, ...evaluation.outcomes], ending, messages);
}

const ALL_IDS: readonly string[] = [...FINDING_IDS, ...COMPARE_IDS];

/** How the two differ, where both were read; an override of the config holds for the self-evaluation that it names. */
function differences(approved: Side, evaluation: Side, settingsFor: Means['settingsFor']): Finding[] {
  if (!approved.documents.some(hasForms) || !evaluation.documents.some(hasForms)) return [];
  return compareDocuments(approved.documents, evaluation.documents, settingsFor(evaluation.file));
}

/** All findings, without those that corrections let stand; these apart. */
function withoutAccepted(sides: readonly Side[], found: readonly Finding[], corrections: CorrectionsSetup | null) {
  const all = [...sides.flatMap(({ findings }) => findings), ...found];
  const known = corrections && new KnownCorrections(corrections);
  if (!known) return { findings: all };
  const owners = sides.flatMap(({ file, documents }) => documents.map((one) => ({ ...one, folder: dirname(file) })));
  const byName = new Map(
    owners.map(({ file, folder, document }) => [file, known.of(folder, document.source.sha256)?.accepted ?? []]),
  );
  const parted = all.map((finding) => acceptFindings([finding], byName.get(finding.file) ?? []));
  const accepted = parted.flatMap((one) => one.accepted);
  return { findings: parted.flatMap(({ open }) => open), ...(accepted.length === 0 ? {} : { accepted }) };
}

const hasForms = ({ document }: ComparedDocument): boolean => document.reports.length > 0;

interface Means {
  readonly thread: ReadingThread;
  readonly flags: CompareFlags;
  readonly corrections: CorrectionsSetup | null;
  readonly messages: Messages;
  /** By the path of an input. */
  readonly settingsFor: (file: string) => ValidationSettings;
}

async function readSide(file: string, kind: FormKind, means: Means): Promise<Side> {
  const { lang, severities } = means.settingsFor(file);
  try {
    const { documents, corrected } = await readComparedFile(file, kind, { ...means, lang });
    const files = documents.map(({ file: name, document }): CheckedFile => {
      const isRead = !hasGaps(document, severities);
      return { file: name, read: isRead, reports: document.reports.map(checkedForm), problems: [] };
    });
    return {
      ...{ file, documents, corrected, files },
      findings: documents.flatMap(({ file: name, document }) => diagnosticFindings(name, document, severities)),
      outcomes: files.map(({ read }) => (read ? 'fine' : 'unread')),
    };
  } catch (error) {
    const { text } = failure(displayName(file, lang), error, lang);
    if (!(error instanceof EvalxError)) means.messages.say(text);
    const problem = problemOf(error, lang);
    const outcome = error instanceof EvalxError ? ERROR_OUTCOMES[error.code] : 'fault';
    return {
      ...{ file, documents: [], corrected: [] },
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
