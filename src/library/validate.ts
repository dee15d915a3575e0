import type { Finding, Language } from '../contract/findings.js';
import type { EvalxDocument, Evidence, Severity } from '../contract/schema/types.js';
import { DEFAULT_TOLERANCES, type Tolerances } from '../contract/tolerances.js';
import { EvalxError } from '../errors.js';
import { messageOf } from '../messages/say.js';
import { FINDING_IDS } from '../validator/rules.js';
import {
  type CheckInput,
  DEFAULT_SETTINGS,
  type ValidationSettings,
  validate as validateAll,
} from '../validator/validate.js';
import { aLanguage, type Check, checkOptions, finiteAmount, oneOf, within } from './check-options.js';
import { kindOf } from './kinds.js';
import type { Some } from './reading-options.js';

/** What can be checked: what {@link parse} returns, or a document, as `evalx parse` prints it too. */
export type Checkable =
  | EvalxDocument
  | {
      readonly document: EvalxDocument;
      /** Where its fields stand; default the `evidence` of the document. */
      readonly places?: ReadonlyMap<string, Evidence> | null | undefined;
      /** What the file is called in findings; default `source.file` of the document. */
      readonly file?: string | undefined;
    };

/** How documents are checked; what is not given is as the rules have it. */
export interface CheckSettings {
  /** Severities by rule id or code of a diagnostic, or `off`. */
  readonly severities?: Readonly<Record<string, Severity | 'off'>> | undefined;
  /** How far printed numbers may differ. */
  readonly tolerances?: Some<Tolerances> | undefined;
  /** Language of messages; default `en`. */
  readonly lang?: Language | undefined;
}

const all = (names: readonly string[], check: Check): Check =>
  within(Object.fromEntries(names.map((name) => [name, check])));

const CHECKS: Readonly<Record<keyof CheckSettings, Check>> = {
  severities: all(FINDING_IDS, oneOf(['error', 'warning', 'info', 'off'])),
  tolerances: all(Object.keys(DEFAULT_TOLERANCES), finiteAmount),
  lang: aLanguage,
};

/**
 * Checks what was read by all rules that are on. What the reader had to say of it, the diagnostics, are findings too.
 *
 * @param results what {@link parse} returns, or documents: one, or an array of them.
 * @returns findings sorted by file (in the order given), report, page, position and rule, no two alike.
 * @throws {EvalxError} `rule-crashed` where a rule throws: that is a fault of evalx, never of the form. `usage` where a rule, a
 *   tolerance or a setting is not known, or of another type.
 */
export function validate(results: Checkable | readonly Checkable[], settings: CheckSettings = {}): Finding[] {
  return validateAll(inputsOf(results), settingsOf(settings));
}

/** @throws {EvalxError} `usage` */
export function settingsOf(settings: CheckSettings): ValidationSettings {
  checkOptions(settings, CHECKS, 'settings');
  return {
    severities: { ...DEFAULT_SETTINGS.severities, ...given(settings.severities) },
    tolerances: { ...DEFAULT_SETTINGS.tolerances, ...given(settings.tolerances) },
    lang: settings.lang ?? DEFAULT_SETTINGS.lang,
  };
}

const given = <T extends object>(values: Some<T> | undefined): T =>
  Object.fromEntries(Object.entries(values ?? {}).filter(([, value]) => value !== undefined)) as T;

/** @throws {EvalxError} `usage` */
function inputsOf(results: Checkable | readonly Checkable[]): CheckInput[] {
  return (Array.isArray(results) ? results : [results]).map(inputOf);
}

/** @throws {EvalxError} `usage` */
export function inputOf(result: Checkable): CheckInput {
  const holder = result as { readonly document?: unknown } | null | undefined;
  const { document, places, file } = (isDocument(holder) ? { document: holder } : (holder ?? {})) as {
    readonly document?: EvalxDocument;
    readonly places?: ReadonlyMap<string, Evidence> | null;
    readonly file?: string;
  };
  if (!isDocument(document)) throw new EvalxError(messageOf('resultOfOtherKind', { kind: kindOf(result) }));
  const { evidence, source } = document;
  return {
    file: file ?? source.file,
    document,
    places: places ?? (evidence ? new Map(Object.entries(evidence)) : null),
  };
}

/** By the lists that the rules go through; `documentSchema` of `evalx/contract` checks the rest. */
const isDocument = (value: unknown): value is EvalxDocument =>
  typeof value === 'object' &&
  value !== null &&
  Array.isArray((value as EvalxDocument).reports) &&
  Array.isArray((value as EvalxDocument).diagnostics) &&
  typeof (value as EvalxDocument).source === 'object';
