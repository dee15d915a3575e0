import { isDiagnostic } from '../../../contract/diagnostics.js';
import { sha256 } from '../../../contract/digest.js';
import type { Finding, Problem } from '../../../contract/findings.js';

/**
 * What a finding was in the last run too: a hex digest of its file, rule and place, never of its words. A diagnostic's number in
 * the document is no place: it changes with what else is said.
 */
export function findingFingerprints(findings: readonly Finding[]): string[] {
  return fingerprints(
    findings.map((finding) => {
      const { file, rule, path, report, page } = finding;
      return isDiagnostic(finding) ? ['diagnostic', file, rule, page] : ['finding', file, rule, path, report];
    }),
  );
}

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
