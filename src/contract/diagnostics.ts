import type { FileStatus } from './batch.js';
import type { Diagnostic, EvalxDocument, Severity } from './document.js';
import type { Finding } from './findings.js';

/** Whether a part of the file was not read: then nothing can be said of what it does not hold. */
export const isUnread = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some((diagnostic) => diagnostic.severity === 'error');

/** How many there are of each severity. */
export function countSeverities(told: readonly { readonly severity: Severity }[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of told) counts[severity] += 1;
  return counts;
}

/** Tells the index of the one form that stands on a page; null where none does, or several, or it is about the whole file. */
export function formsByPage({ reports }: EvalxDocument): (page: number | null) => number | null {
  const forms = new Map<number, number | null>();
  for (const [index, { pages }] of reports.entries())
    for (const page of new Set(pages)) forms.set(page, forms.has(page) ? null : index);
  return (page) => (page === null ? null : (forms.get(page) ?? null));
}

export const diagnosticPath = (index: number): string => `/diagnostics/${index}`;

/** Whether a finding is a diagnostic of the document, and not what a rule found. */
export const isDiagnostic = ({ path }: Finding): boolean => path.startsWith('/diagnostics/');
/** Whether the file holds others, which are documents of their own. */
export const isHolder = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some(({ code }) => code === 'attached-documents');

/** What became of a file that was read. */
export function readStatus({
  source,
  reports,
  diagnostics,
}: EvalxDocument): Pick<FileStatus, 'status' | 'pages' | 'reports' | 'errorCode' | 'errorMessage'> {
  const worst =
    diagnostics.find(({ severity }) => severity === 'error') ??
    diagnostics.find(({ code }) => code === 'no-form-found');
  return {
    status: isUnread(diagnostics) ? 'partly' : 'read',
    pages: source.pageCount,
    reports: reports.length,
    errorCode: worst?.code ?? null,
    errorMessage: worst?.message ?? null,
  };
}
