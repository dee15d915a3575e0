import { isDiagnostic } from '../../../contract/diagnostics.js';
import { sha256 } from '../../../contract/digest.js';
import type { CheckedFile, Finding, KnownEntry, Problem } from '../../../contract/findings.js';

/** Where a finding is, in names that stay: those of a form and of its fields, never a page, a number of a row, or a value. */
type Place = Omit<KnownEntry, 'fingerprint'>;

/**
 * What each finding was in the last run too, in their order: its fingerprint, and what that is of. Of a file it takes the name, so
 * the same faults of two files are two; findings that are alike in everything are told apart by their number.
 */
export function knownEntries(findings: readonly Finding[], files: readonly CheckedFile[]): KnownEntry[] {
  const forms = new Map(files.map(({ file, reports }) => [file, reports]));
  const places = findings.map((finding): Place => {
    const { name = null, title = null } =
      (finding.report === null ? null : forms.get(finding.file)?.[finding.report]) ?? {};
    return {
      file: finding.file.replace(/^(?:\.\/+)+/u, ''),
      form: name ?? title,
      rule: finding.rule,
      field: isDiagnostic(finding) ? '' : fieldOf(finding),
    };
  });
  const digests = fingerprints(places.map(({ file, form, rule, field }) => [file, form, rule, field]));
  return places.map((place, i) => ({ fingerprint: digests[i] as string, ...place }));
}

/** The fingerprints alone. */
export const findingFingerprints = (findings: readonly Finding[], files: readonly CheckedFile[]): string[] =>
  knownEntries(findings, files).map(({ fingerprint }) => fingerprint);

/** The printed names that lead to the field, and its key: `产出指标/数量指标/培训人次/score`. */
const fieldOf = ({ path, labels }: Finding): string =>
  [
    ...labels,
    ...path.split('/').filter((part) => part !== '' && !/^(?:reports|indicators|rows|\d+)$/u.test(part)),
  ].join('/');

/** The same for what kept the file from being checked. */
export function problemFingerprints(file: string, problems: readonly Problem[]): string[] {
  return fingerprints(problems.map(({ code, page }) => ['problem', file, code, page]));
}

/** A digest for each; those that are alike are told apart by their number. */
function fingerprints(identities: readonly (readonly unknown[])[]): string[] {
  const seen = new Map<string, number>();
  return identities.map((identity) => {
    const key = JSON.stringify(identity);
    const occurrence = seen.get(key) ?? 0;
    seen.set(key, occurrence + 1);
    return sha256(`${key}${occurrence}`);
  });
}
