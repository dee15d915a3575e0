import { isDiagnostic } from '../contract/diagnostics.js';
import type { BBox, EvalxDocument, Evidence, Severity } from '../contract/document.js';
import type { Finding } from '../contract/findings.js';
import { allFields, fieldsOf } from './fields.js';

/** A place that a reviewer has to look at: a field, or a part of a page of which no field was made. */
export interface Point {
  /** The same for the same place whatever is corrected. */
  readonly key: string;
  /** Index of the form; null for what is said of the file, or of a page of no form. */
  readonly report: number | null;
  /** JSON Pointer of the field; null where there is none. */
  readonly path: string | null;
  readonly page: number | null;
  readonly bbox: BBox | null;
  /** How sure the reading is of it, 0 to 1. */
  readonly confidence: number;
  /** What is said of the place. */
  readonly said: readonly { readonly severity: Severity; readonly message: string }[];
}

type EvidenceByPath = Readonly<Record<string, Evidence>>;

/**
 * What is to be looked at because the reading is not sure: fields with confidence below 1, and places of which the reader said
 * something. Form by form: first what is most doubtful, each part in the order of the form; what is of no form comes first.
 */
export function pointsOf(document: EvalxDocument, findings: readonly Finding[]): Point[] {
  const evidence = document.evidence ?? {};
  const said = findings.filter((finding) => isDiagnostic(finding) && finding.severity !== 'info');
  const points = document.reports.flatMap((report, index) => {
    const own = said.filter((finding) => finding.report === index);
    const fields = allFields(fieldsOf(report)).map(({ path }) => `/reports/${index}${path}`);
    return formPoints(index, fields, evidence, own);
  });
  return [...said.filter(({ report }) => report === null).map((finding) => placePoint(finding)), ...points];
}

function formPoints(
  report: number,
  fields: readonly string[],
  evidence: EvidenceByPath,
  said: readonly Finding[],
): Point[] {
  const left = new Set(said);
  const points = fields.flatMap((path): Point[] => {
    const place = evidence[path];
    if (!place) return [];
    const own = said.filter(({ page, bbox }) => page === place.page && bbox !== null && overlaps(bbox, place.bbox));
    if (place.confidence >= 1 && own.length === 0) return [];
    for (const finding of own) left.delete(finding);
    const { page, bbox, confidence } = place;
    return [{ key: path, report, path, page, bbox, confidence, said: own.map(saidBy) }];
  });
  const all = [...[...left].map((finding) => placePoint(finding)), ...points];
  return [...all.filter(isGrave), ...all.filter((point) => !isGrave(point))];
}

/** Below this an engine of OCR is as often wrong as right. */
const GRAVE_CONFIDENCE = 0.6;

const isGrave = ({ said, confidence }: Point): boolean => said.length > 0 || confidence < GRAVE_CONFIDENCE;

const saidBy = ({ severity, message }: Finding) => ({ severity, message });

const placePoint = (finding: Finding): Point => ({
  key: JSON.stringify([finding.rule, finding.page, finding.bbox]),
  report: finding.report,
  path: null,
  page: finding.page,
  bbox: finding.bbox,
  confidence: 1,
  said: [saidBy(finding)],
});

/** Whether most of the smaller of two boxes lies in the other. */
function overlaps(a: BBox, b: BBox): boolean {
  const width = Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
  const height = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
  return width > 0 && height > 0 && width * height > 0.5 * Math.min(areaOf(a), areaOf(b));
}

const areaOf = ([x0, y0, x1, y1]: BBox): number => (x1 - x0) * (y1 - y0);
