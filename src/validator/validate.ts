import type { EvalxDocument, Evidence, Report, Severity } from '../contract/document.js';
import type { Finding, Language } from '../contract/findings.js';
import { DEFAULT_TOLERANCES, type Tolerances } from '../contract/tolerances.js';
import { EvalxError } from '../errors.js';
import { messageOf } from '../messages/say.js';
import { RULES } from './rules.js';
import type { Fault, Rule, RuleContext } from './validator-types.js';
import { sentence } from './words.js';

/** A document to check; `places` says where its fields stand, and is null for one that was read back. */
export interface CheckInput {
  /** As given on the command line. */
  readonly file: string;
  readonly document: EvalxDocument;
  readonly places: ReadonlyMap<string, Evidence> | null;
}

export interface ValidationSettings {
  /** By rule id, where not the rule's own. */
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  readonly tolerances: Tolerances;
  readonly lang: Language;
}

export const DEFAULT_SETTINGS: ValidationSettings = { severities: {}, tolerances: DEFAULT_TOLERANCES, lang: 'en' };

/**
 * Checks documents by all rules that are on.
 *
 * @returns findings sorted by file (in the order given), report, page, position and rule, no two alike.
 * @throws {EvalxError} `rule-crashed` where a rule throws: that is a fault of evalx, never of the form.
 */
export function validate(inputs: readonly CheckInput[], settings: ValidationSettings = DEFAULT_SETTINGS): Finding[] {
  return inputs.flatMap((input) => {
    const { reports } = input.document;
    const places = input.places && byReport(input.places);
    return reports.flatMap((_, index) => sorted(checkReport(input, index, places?.get(index) ?? null, settings)));
  });
}

type Places = ReadonlyMap<string, Evidence>;

/** The places of each report apart, by its index. */
function byReport(places: Places): ReadonlyMap<number, Places> {
  const reports = new Map<number, Map<string, Evidence>>();
  for (const [pointer, place] of places) {
    const index = Number.parseInt(pointer.slice('/reports/'.length), 10);
    const own = reports.get(index);
    if (own) own.set(pointer, place);
    else reports.set(index, new Map([[pointer, place]]));
  }
  return reports;
}

function checkReport(input: CheckInput, index: number, places: Places | null, settings: ValidationSettings): Finding[] {
  const { reports } = input.document;
  const findings: Finding[] = [];
  const confidence = recognisedIn(places, `/reports/${index}`);
  for (const rule of RULES) {
    const wanted = settings.severities[rule.id];
    if (wanted === 'off') continue;
    for (const fault of faultsOf(rule, reports, index, settings.tolerances, confidence)) {
      const path = `/reports/${index}${fault.path}`;
      const place = placeOf(places, path);
      findings.push({
        rule: rule.id,
        severity: wanted ?? fault.severity ?? rule.severity,
        message: sentence(rule, fault, settings.lang),
        file: input.file,
        report: index,
        path,
        page: place?.page ?? null,
        bbox: place?.bbox ?? null,
      });
    }
  }
  return findings;
}

const NOTHING_RECOGNISED: RuleContext['confidence'] = new Map();

function recognisedIn(places: Places | null, prefix: string): RuleContext['confidence'] {
  const recognised = [...(places ?? [])].filter(([, { confidence }]) => confidence < 1);
  return new Map(recognised.map(([pointer, { confidence }]) => [pointer.slice(prefix.length), confidence]));
}

/** What one rule finds in one form. */
export function faultsOf(
  rule: Rule,
  reports: readonly Report[],
  index: number,
  tolerances: Tolerances,
  confidence: RuleContext['confidence'] = NOTHING_RECOGNISED,
): Fault[] {
  try {
    return [...rule.check(reports[index] as Report, { tolerances, reports, index, confidence })];
  } catch (cause) {
    const what = cause instanceof Error ? cause.message : String(cause);
    throw new EvalxError(messageOf('ruleCrashed', { rule: rule.id, error: what }), { cause });
  }
}

/** Where a field stands; a field that is missing on the form stands where the nearest one around it does. */
function placeOf(places: Places | null, path: string): Evidence | undefined {
  if (!places) return undefined;
  for (let at = path; at.split('/').length > 2; at = at.slice(0, at.lastIndexOf('/'))) {
    const place = places.get(at) ?? firstUnder(places, `${at}/`);
    if (place) return place;
  }
  return undefined;
}

function firstUnder(places: Places, prefix: string): Evidence | undefined {
  for (const [pointer, place] of places) if (pointer.startsWith(prefix)) return place;
  return undefined;
}

/** By page and position on it, then rule; without places by path. Equal findings are one. */
function sorted(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  const unique = findings.filter((finding) => {
    const key = JSON.stringify([finding.rule, finding.path, finding.message]);
    return !seen.has(key) && seen.add(key);
  });
  return unique
    .map((finding, order) => ({ finding, order }))
    .sort((a, b) => compare(a.finding, b.finding) || a.order - b.order)
    .map(({ finding }) => finding);
}

function compare(a: Finding, b: Finding): number {
  return (
    (a.page ?? 0) - (b.page ?? 0) ||
    (a.bbox?.[1] ?? 0) - (b.bbox?.[1] ?? 0) ||
    (a.bbox?.[0] ?? 0) - (b.bbox?.[0] ?? 0) ||
    (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)
  );
}
