import { countSeverities, isDiagnostic } from '../../../contract/diagnostics.js';
import type { CheckedFile, Finding, KnownEntry, Problem, Validation } from '../../../contract/findings.js';
import type { FindingsContext } from '../writer.js';
import { type Counts, FINDINGS_WORDS, type FindingsWords } from './words.js';

export type FindingsState = 'yes' | 'partly' | 'no';

/** A form and its findings; `name` has its 1-based number in the file in front. */
export interface FormGroup {
  readonly report: number;
  readonly name: string;
  readonly page: number | null;
  readonly findings: readonly Finding[];
}

/** A finding that counts for nothing, and why: people let it stand, the config suppresses it, the baseline knows it. */
export interface StandingFinding {
  readonly finding: Finding;
  /** In a word. */
  readonly state: string;
  /** In a sentence. */
  readonly why: string;
}

/** A file, why it was not checked, what was found outside its forms, and all of these, those without findings too. */
export interface FileGroup {
  readonly file: string;
  readonly read: FindingsState;
  readonly problems: readonly Problem[];
  readonly findings: readonly Finding[];
  readonly forms: readonly FormGroup[];
  /** What counts for nothing, in the file and in its forms. */
  readonly standing: readonly StandingFinding[];
  /** What the baseline knew, and is gone. */
  readonly fixed: readonly KnownEntry[];
}

/**
 * The findings under their files and forms, in the order of the run. A file that only findings name (the PDF of a
 * document read back from JSON) gets a group of its own; inputs of one name share one.
 */
export function fileGroups(context: FindingsContext): FileGroup[] {
  const { files, findings, baseline } = context.validation;
  const standing = groupBy(standingIn(context.validation, FINDINGS_WORDS[context.lang]), ({ finding }) => finding.file);
  const fixed = groupBy(baseline?.fixed ?? [], ({ file }) => file);
  const checked = groupBy(files, ({ file }) => file);
  const found = groupBy(findings, ({ file }) => file);
  return [...new Set([...checked.keys(), ...found.keys()])].map((file) => ({
    ...fileGroup(file, checked.get(file) ?? [], found.get(file) ?? [], context),
    standing: standing.get(file) ?? [],
    fixed: fixed.get(file.replace(/^(?:\.\/+)+/u, '')) ?? [],
  }));
}

/** All that was found and counts for nothing. */
function standingIn({ accepted = [], suppressed = [], baseline }: Validation, words: FindingsWords): StandingFinding[] {
  return [
    ...accepted.map((finding) => {
      const { who, why } = finding.accepted;
      return { finding, state: words.accepted, why: words.acceptedBy(who, why) };
    }),
    ...suppressed.map((finding) => {
      const { reason, until } = finding.suppressed;
      return { finding, state: words.suppressed, why: words.suppressedUntil(until, reason) };
    }),
    ...(baseline?.known ?? []).map((finding) => ({ finding, state: words.known, why: words.inBaseline })),
  ];
}

function fileGroup(
  file: string,
  inputs: readonly CheckedFile[],
  findings: readonly Finding[],
  { lang }: FindingsContext,
): Omit<FileGroup, 'standing' | 'fixed'> {
  const words = FINDINGS_WORDS[lang];
  const reports = inputs.reduce<CheckedFile['reports']>((most, input) => {
    return input.reports.length > most.length ? input.reports : most;
  }, []);
  const byReport = groupBy(findings, ({ report }) => report);
  const found = [...byReport.keys()].filter((report) => report !== null);
  const numbers = [...new Set([...reports.keys(), ...found])].sort((a, b) => a - b);
  const forms = numbers.map((report): FormGroup => {
    const { name = null, title = null, page = null } = reports[report] ?? {};
    const called = name ?? title;
    const label = called === null ? words.form(report + 1) : `${report + 1} ${called}`;
    return { report, name: label, page, findings: byReport.get(report) ?? [] };
  });
  const states = inputs.map(stateOf);
  const read = states.find((state) => state === 'no') ?? states.find((state) => state === 'partly') ?? 'yes';
  const problems = inputs.flatMap((input) => input.problems);
  const isTold =
    read === 'yes' || problems.some(({ severity }) => severity === 'error') || findings.some(isReadingError);
  return {
    file,
    read,
    // No format may pass over a file that was not read, whether or not it is known why.
    problems: isTold
      ? problems
      : [{ code: 'unread', severity: 'error', message: words.unread, page: null }, ...problems],
    findings: byReport.get(null) ?? [],
    forms,
  };
}

const stateOf = ({ read, reports }: CheckedFile): FindingsState => {
  if (read) return 'yes';
  return reports.length > 0 ? 'partly' : 'no';
};

/** Whether the finding says that something was not read. */
export const isReadingError = (finding: Finding): boolean => finding.severity === 'error' && isDiagnostic(finding);

/** All that is to be told of a file. */
export const allTold = ({ problems, findings, forms }: FileGroup): readonly (Problem | Finding)[] => [
  ...problems,
  ...findings,
  ...forms.flatMap((form) => form.findings),
];

/** One sentence on the whole run, without a full stop. */
export function summaryOf(context: FindingsContext): string {
  const { validation, lang, quiet } = context;
  const { files, accepted = [], suppressed = [], baseline } = validation;
  const states = files.map(stateOf);
  const counts: Counts = {
    files: files.length,
    forms: files.reduce((sum, { reports }) => sum + reports.length, 0),
    unread: states.filter((state) => state === 'no').length,
    partly: states.filter((state) => state === 'partly').length,
    severities: countSeverities(fileGroups(context).flatMap(allTold)),
    accepted: accepted.length,
    suppressed: suppressed.length,
    known: baseline?.known.length ?? 0,
    fixed: baseline?.fixed.length ?? 0,
    quiet,
  };
  return FINDINGS_WORDS[lang].summary(counts);
}

function groupBy<Value, Key>(values: readonly Value[], keyOf: (value: Value) => Key): Map<Key, Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
