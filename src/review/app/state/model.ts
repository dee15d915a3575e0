import type { BBox, EvalxDocument } from '../../../contract/document.js';
import type { Finding, Language } from '../../../contract/findings.js';
import { valueAt } from '../../../contract/pointer.js';
import type { Scalar } from '../../../contract/schema/corrections.js';
import { acceptFindings } from '../../../corrections/accept.js';
import { applyCorrections } from '../../../corrections/apply.js';
import { diagnosticFindings } from '../../../validator/diagnostics.js';
import { checkDocuments } from '../../../validator/validate.js';
import { type Point, pointsOf } from '../../points.js';
import type { ReviewData, ReviewedDocument } from '../../review-types.js';
import { correctionOf, type ReviewState } from '../../state.js';

/** A document as it stands with what was corrected, and what is to be said of it. */
export interface Seen {
  readonly sha256: string;
  readonly given: ReviewedDocument;
  /** As it was read. */
  readonly read: EvalxDocument;
  /** With what was corrected. */
  readonly document: EvalxDocument;
  readonly findings: readonly Finding[];
  readonly accepted: readonly { readonly finding: Finding; readonly why: string }[];
  readonly points: readonly Point[];
}

/** What a document begins with, and what of it needs to be looked at; the same whatever is corrected. */
export type Start = Pick<Seen, 'sha256' | 'given' | 'read' | 'points'>;

type Settings = Pick<ReviewData, 'severities' | 'tolerances'>;

export function startOf(given: ReviewedDocument, { severities }: Settings): Start {
  const { document } = given;
  const said = diagnosticFindings(document.source.file, document, severities);
  return { given, read: document, sha256: document.source.sha256, points: pointsOf(document, said) };
}

/** The document as it stands with all that was done. */
export function seenOf(start: Start, state: ReviewState, settings: Settings, lang: Language): Seen {
  const { sha256, read } = start;
  const own = state.corrections.filter((one) => one.sha256 === sha256);
  const { document } = own.length === 0 ? { document: read } : applyCorrections(read, own);
  const accepted = state.accepted.filter((one) => one.sha256 === sha256);
  const parted = acceptFindings(findingsOf(document, settings, lang), accepted);
  return {
    ...start,
    document,
    findings: parted.open,
    accepted: parted.accepted.map((finding) => ({ finding, why: finding.accepted.why })),
  };
}

function findingsOf(document: EvalxDocument, { severities, tolerances }: Settings, lang: Language): Finding[] {
  const places = document.evidence ? new Map(Object.entries(document.evidence)) : null;
  const { findings } = checkDocuments([{ file: document.source.file, document, places }], {
    ...{ severities, tolerances, lang },
  });
  return findings;
}

/** Where a field stands; one that is blank on the form where the nearest around it does. */
export function placeOf(
  { evidence = {} }: EvalxDocument,
  path: string,
): { readonly page: number; readonly bbox: BBox; readonly isOwn: boolean } | null {
  for (let at = path; at.split('/').length > 3; at = at.slice(0, at.lastIndexOf('/'))) {
    const own = evidence[at];
    if (own) return { page: own.page, bbox: own.bbox, isOwn: at === path };
    const under = Object.keys(evidence).find((key) => key.startsWith(`${at}/`));
    const place = under === undefined ? undefined : evidence[under];
    if (place) return { page: place.page, bbox: place.bbox, isOwn: false };
  }
  return null;
}

export const scalarAt = (document: EvalxDocument, path: string): Scalar => (valueAt(document, path) ?? null) as Scalar;

/** Whether a point was corrected, confirmed or looked at. */
export function isDone(point: Point, sha256: string, state: ReviewState): boolean {
  if (state.seen[sha256]?.includes(point.key)) return true;
  return point.path !== null && correctionOf(state, { sha256, path: point.path }) !== undefined;
}

/** The forms that were shown, and of which nothing is left to look at: by content hash. */
export function doneForms(starts: readonly Start[], state: ReviewState): Record<string, number[]> {
  return Object.fromEntries(
    starts.map(({ sha256, read, points }) => [
      sha256,
      read.reports.flatMap((_, report) => {
        const isShown = state.opened[sha256]?.includes(report) === true;
        const open = points.some((point) => point.report === report && !isDone(point, sha256, state));
        return isShown && !open ? [report] : [];
      }),
    ]),
  );
}

/** The index of the form that a pointer leads into; null where it leads into none. */
export const reportOf = (path: string | null): number | null => {
  const index = /^\/reports\/(\d+)/u.exec(path ?? '')?.[1];
  return index === undefined ? null : Number(index);
};
