import { countSeverities, isDiagnostic } from '../contract/diagnostics.js';
import type { EvalxDocument } from '../contract/document.js';
import type { Accepted } from '../contract/schema/corrections.js';
import { acceptFindings } from '../corrections/accept.js';
import { checkDocuments, type ValidationSettings } from '../validator/validate.js';
import { pointsOf } from './points.js';
import type { FormEntry } from './review-types.js';

/** The forms of a document, which has evidence, as a list of a folder has them. */
export function formEntries(
  document: EvalxDocument,
  settings: ValidationSettings,
  accepted: readonly Accepted[] = [],
): FormEntry[] {
  const places = new Map(Object.entries(document.evidence ?? {}));
  const checks = checkDocuments([{ file: document.source.file, document, places }], settings);
  const { open: findings } = acceptFindings(checks.findings, accepted);
  const points = pointsOf(document, findings);
  return document.reports.map(({ title, year, pages, project, total }, report) => ({
    sha256: document.source.sha256,
    report,
    title,
    project: project.name,
    unit: project.implementingUnit,
    year,
    page: pages[0] ?? 1,
    score: total.score,
    doubtful: points.filter((point) => point.report === report).length,
    findings: countSeverities(findings.filter((finding) => finding.report === report && !isDiagnostic(finding))),
  }));
}
