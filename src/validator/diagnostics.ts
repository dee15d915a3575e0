import { diagnosticPath, formsByPage, isHolder } from '../contract/diagnostics.js';
import type { Diagnostic, EvalxDocument, Severity } from '../contract/document.js';
import type { Finding } from '../contract/findings.js';

/** Settings by rule id and code of a diagnostic. */
type Severities = Readonly<Record<string, Severity | 'off'>>;
type Told = Pick<Diagnostic, 'code' | 'severity'>;

/** How much a diagnostic weighs as a finding: where there is no form, nothing was checked, and nothing has passed. */
export const ownSeverity = ({ code, severity }: Told): Severity => (code === 'no-form-found' ? 'error' : severity);

const severityIn = (severities: Severities, told: Told): Severity | 'off' => severities[told.code] ?? ownSeverity(told);

/** Every diagnostic of a document as a finding, but for those that are switched off. */
export function diagnosticFindings(file: string, document: EvalxDocument, severities: Severities): Finding[] {
  const formOf = formsByPage(document);
  return document.diagnostics.flatMap((diagnostic, index): Finding[] => {
    const severity = severityIn(severities, diagnostic);
    if (severity === 'off') return [];
    const { code, message, page, bbox } = diagnostic;
    const where = { file, report: formOf(page), path: diagnosticPath(index), page, bbox };
    return [{ rule: code, severity, message, ...where, labels: [], formula: null, source: null, mend: null }];
  });
}

const NO_FORM = { code: 'no-form-found', severity: 'warning' } as const satisfies Told;

/**
 * Whether a part of a file was not read, or it holds no form: such a file has not passed. A code that is set to less than
 * an error counts no longer: whoever sets it has seen to it.
 */
export function hasGaps({ reports, diagnostics }: EvalxDocument, severities: Severities): boolean {
  const counts = (told: Told): boolean => ownSeverity(told) === 'error' && severityIn(severities, told) === 'error';
  // What is attached is checked by itself.
  const lacksForm = reports.length === 0 && !isHolder(diagnostics);
  return (lacksForm && counts(NO_FORM)) || diagnostics.some(counts);
}
