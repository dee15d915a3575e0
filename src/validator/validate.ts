import type { EvalxDocument, Evidence, Report, Severity } from '../contract/document.js';
import type { Finding, Language } from '../contract/findings.js';
import { DEFAULT_TOLERANCES, type ToleranceName, type Tolerances } from '../contract/tolerances.js';
import { EvalxError } from '../errors.js';
import { messageOf } from '../messages/say.js';
import { diagnosticFindings } from './diagnostics.js';
import { labelsOf } from './labels.js';
import { RULES } from './rules.js';
import type { Fault, OtherForm, Rule, RuleContext } from './validator-types.js';
import { sentence } from './words.js';

/** A document to check; `places` says where its fields stand, and is null for one that was read back. */
export interface CheckInput {
  /** As given on the command line. */
  readonly file: string;
  readonly document: EvalxDocument;
  readonly places: ReadonlyMap<string, Evidence> | null;
}

export interface ValidationSettings {
  /** By rule id or code of a diagnostic, where not its own. */
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  readonly tolerances: Tolerances;
  readonly lang: Language;
}

export const DEFAULT_SETTINGS: ValidationSettings = { severities: {}, tolerances: DEFAULT_TOLERANCES, lang: 'en' };

/** What was found and what the reader said, and the rules that threw: of those nothing is known, of all others everything. */
export interface Checks {
  readonly findings: Finding[];
  /** `rule-crashed`, one for each rule and document. */
  readonly crashes: readonly EvalxError[];
}

/**
 * Checks documents by all rules that are on. What the reader had to say of them, their diagnostics, are findings too.
 *
 * @returns findings sorted by file (in the order given), report, page, position and rule, no two alike.
 * @throws {EvalxError} `rule-crashed` where a rule throws: that is a fault of evalx, never of the form. `usage` where a
 *   tolerance is no number from 0 on.
 */
export function validate(inputs: readonly CheckInput[], settings: ValidationSettings = DEFAULT_SETTINGS): Finding[] {
  const { findings, crashes } = checkDocuments(inputs, settings);
  if (crashes[0]) throw crashes[0];
  return findings;
}

/** The same as {@link validate}, for those who go on where a rule throws. */
export function checkDocuments(inputs: readonly CheckInput[], settings: ValidationSettings): Checks {
  checkTolerances(settings.tolerances);
  const crashes: EvalxError[] = [];
  const findings = inputs.flatMap((input) => {
    const { file, document } = input;
    const places = input.places && byReport(input.places);
    const crashed = new Map<string, EvalxError>();
    const said = byForm(diagnosticFindings(file, document, settings.severities));
    const found = document.reports.map((_, index) => [
      ...(said.get(index) ?? []),
      ...checkReport(input, index, places?.get(index) ?? null, settings, crashed),
    ]);
    crashes.push(...crashed.values());
    return [said.get(null) ?? [], ...found].flatMap(sorted);
  });
  return { findings, crashes };
}

/** By the form that they are of; null for none. */
function byForm(findings: readonly Finding[]): ReadonlyMap<number | null, Finding[]> {
  const forms = new Map<number | null, Finding[]>();
  for (const finding of findings) {
    const own = forms.get(finding.report);
    if (own) own.push(finding);
    else forms.set(finding.report, [finding]);
  }
  return forms;
}

/** @throws {EvalxError} `usage` */
function checkTolerances(tolerances: Tolerances): void {
  for (const name of Object.keys(DEFAULT_TOLERANCES) as ToleranceName[]) {
    const value: unknown = tolerances[name];
    if (typeof value === 'number' && Number.isFinite(value) && value >= 0) continue;
    throw new EvalxError(messageOf('toleranceInvalid', { name, value: String(value) }));
  }
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

/** What all rules find in one form; a rule that throws finds nothing, and is kept in `crashed`. */
function checkReport(
  input: CheckInput,
  index: number,
  places: Places | null,
  settings: ValidationSettings,
  crashed: Map<string, EvalxError>,
): Finding[] {
  const { reports } = input.document;
  const confidence = recognisedIn(places, `/reports/${index}`);
  return RULES.flatMap((rule): Finding[] => {
    const wanted = settings.severities[rule.id];
    if (wanted === 'off') return [];
    try {
      return faultsOf(rule, reports, index, settings.tolerances, confidence).map((fault) => {
        const path = `/reports/${index}${fault.path}`;
        const place = placeOf(places, path);
        return {
          rule: rule.id,
          severity: wanted ?? fault.severity ?? rule.severity,
          message: sentence(rule, fault, settings.lang),
          file: input.file,
          report: index,
          path,
          page: place?.page ?? null,
          bbox: place?.bbox ?? null,
          labels: labelsOf(reports[index] as Report, fault.path),
          formula: fault.formula ?? null,
          source: rule.source,
          mend: rule.mend[settings.lang],
        };
      });
    } catch (error) {
      if (!crashed.has(rule.id)) crashed.set(rule.id, crashOf(rule, error));
      return [];
    }
  });
}

function crashOf({ id }: Rule, error: unknown): EvalxError {
  if (error instanceof EvalxError) return error;
  const what = error instanceof Error ? error.message : String(error);
  return new EvalxError(messageOf('ruleCrashed', { rule: id, error: what }), { cause: error });
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
    const others = rule.isOverFiles ? othersIn(reports, index) : [];
    return [...rule.check(reports[index] as Report, { tolerances, reports, index, others, confidence })];
  } catch (cause) {
    throw crashOf(rule, cause);
  }
}

const othersIn = (reports: readonly Report[], index: number): OtherForm[] =>
  reports.flatMap((report, i) => (i === index ? [] : [{ report, file: null, number: i + 1 }]));

/** Where a field stands; a field that is missing on the form stands where the nearest one around it does. */
export function placeOf(places: Places | null, path: string): Evidence | undefined {
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
    byIndex(a.path, b.path)
  );
}

/** Pointers in the order of the form: the tenth indicator behind the second. */
function byIndex(a: string, b: string): number {
  const [one, other] = [a, b].map((path) => path.replace(/\d+/gu, (digits) => digits.padStart(6, '0')));
  return one === other ? 0 : (one as string) < (other as string) ? -1 : 1;
}
