import { countSeverities, isDiagnostic } from '../contract/diagnostics.js';
import type { EvalxDocument } from '../contract/document.js';
import { checkDocuments, type ValidationSettings } from '../validator/validate.js';
import { pointsOf } from './points.js';
import type { FormEntry } from './review-types.js';

/** The forms of a document, which has evidence, as a list of a folder has them. */
export function formEntries(document: EvalxDocument, settings: ValidationSettings): FormEntry[] {
  const places = new Map(Object.entries(document.evidence ?? {}));
  const { findings } = checkDocuments([{ file: document.source.file, document, places }], settings);
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
