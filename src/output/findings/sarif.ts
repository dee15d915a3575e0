import type {
  AcceptedFinding,
  Finding,
  KnownEntry,
  Problem,
  RuleInfo,
  SuppressedFinding,
} from '../../contract/findings.js';
import { escapeMarkdown, visibleLine } from '../escape.js';
import { toJson } from '../json.js';
import { findingFingerprints } from './common/fingerprint.js';
import { fileGroups } from './common/groups.js';
import { fileUri } from './common/uri.js';
import { FINDINGS_WORDS, type FindingsWords, withPage } from './common/words.js';
import type { FindingsContext, FindingsWriter } from './writer.js';

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const;
const LANGUAGES = { en: 'en-US', zh: 'zh-CN' } as const;

/**
 * SARIF 2.1.0 (OASIS, docs.oasis-open.org/sarif/sarif/v2.1.0). A PDF has no lines, but GitHub shows no result without a region
 * that begins with one: it is the first. The page is in the message, and page, box and JSON Pointer are in the properties. Why a
 * file could not be read is a notification.
 */
export const findingsSarif: FindingsWriter = (context) =>
  toJson(
    {
      $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
      version: '2.1.0',
      runs: [run(context)],
    },
    'indented',
  );

function run(context: FindingsContext) {
  const { validation, rules, lang, version, home } = context;
  const words = FINDINGS_WORDS[lang];
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  const { findings, accepted = [], suppressed = [], baseline } = validation;
  const all = [...findings, ...accepted, ...suppressed, ...(baseline?.known ?? [])];
  const standing = accepted.length + suppressed.length;
  const known = new Set<Finding>(baseline?.known);
  const fingerprints = findingFingerprints(all, validation.files);
  const notifications = fileGroups(context).flatMap(({ file, problems }) =>
    problems.map((problem) => notification(file, problem, words)),
  );
  return {
    tool: {
      driver: {
        ...{ name: 'evalx', version, ...(home === null ? {} : { informationUri: home }) },
        rules: rules.map((rule) => descriptor(rule, home, words)),
      },
    },
    language: LANGUAGES[lang],
    properties: { config: validation.config },
    invocations: [
      { executionSuccessful: validation.files.every(({ read }) => read), toolExecutionNotifications: notifications },
    ],
    results: [
      ...all.map((finding, index) => ({
        ...result(finding, indexes.get(finding.rule), words),
        // Either all results say whether they are suppressed or none does (3.27.23).
        ...(standing === 0 ? {} : { suppressions: suppressions(finding, words) }),
        ...(baseline ? { baselineState: known.has(finding) ? 'unchanged' : 'new' } : {}),
        partialFingerprints: printsOf(fingerprints[index] as string),
      })),
      ...(baseline?.fixed ?? []).map((entry) => ({
        ...gone(entry, indexes.get(entry.rule), words),
        ...(standing === 0 ? {} : { suppressions: [] }),
      })),
    ],
  };
}

/** GitHub tells results apart by the second; without it, it would hash the bytes of the PDF. */
const printsOf = (fingerprint: string) => ({
  'evalxFinding/v2': fingerprint,
  primaryLocationLineHash: `${fingerprint.slice(0, 16)}:1`,
});

/** A finding that the baseline knew, and that is gone. */
function gone(
  { fingerprint, file, form, rule, field }: KnownEntry,
  ruleIndex: number | undefined,
  words: FindingsWords,
) {
  const where = [form, field].filter((part) => part).join(' ');
  return {
    ruleId: rule,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: 'none',
    kind: 'pass',
    message: { text: plainMessage(words.about(words.fixed, where === '' ? rule : where)) },
    locations: [location(file)],
    baselineState: 'absent',
    partialFingerprints: printsOf(fingerprint),
  };
}

function descriptor({ id, severity, title, why, source }: RuleInfo, home: string | null, words: FindingsWords) {
  const lines = source === null ? [why] : [why, words.about(words.source, source)];
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: why },
    defaultConfiguration: { level: LEVELS[severity] },
    // An absolute URI is asked for; a name is one, where nobody has said on which site the rules stand.
    helpUri: home === null ? `urn:evalx:rule:${id}` : `${home.replace(/#.*$/u, '')}#${id}`,
    help: { text: lines.join('\n'), markdown: lines.map(escapeMarkdown).join('\n\n') },
  };
}

function result(finding: Finding, ruleIndex: number | undefined, words: FindingsWords) {
  const { rule, severity, message, file, report, path, page, bbox, labels, formula, source, mend } = finding;
  return {
    ruleId: rule,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: LEVELS[severity],
    message: { text: plainMessage(withPage(words, page, message)) },
    locations: [{ ...location(file), logicalLocations: [{ fullyQualifiedName: path }] }],
    properties: { report, path, page, bbox, labels, formula, source, mend },
  };
}

const suppressions = (finding: Finding | AcceptedFinding | SuppressedFinding, words: FindingsWords) => {
  if ('accepted' in finding) {
    const { who, when, why } = finding.accepted;
    const justification = plainMessage(words.acceptedBy(who, why));
    return [{ kind: 'external', status: 'accepted', justification, properties: { who, when } }];
  }
  if (!('suppressed' in finding)) return [];
  const { reason, until } = finding.suppressed;
  const justification = plainMessage(words.suppressedUntil(until, reason));
  return [{ kind: 'external', status: 'accepted', justification, properties: { until } }];
};

function notification(file: string, { code, severity, message, page }: Problem, words: FindingsWords) {
  return {
    descriptor: { id: code },
    level: LEVELS[severity],
    message: { text: plainMessage(withPage(words, page, message)) },
    locations: [{ physicalLocation: artifact(file) }],
    properties: { page },
  };
}

const artifact = (file: string) => ({ artifactLocation: { uri: fileUri(file) } });

const location = (file: string) => ({ physicalLocation: { ...artifact(file), region: { startLine: 1 } } });

/** A message in which no viewer finds a placeholder (3.11.5 of the standard) or a link (3.11.6). */
const plainMessage = (text: string): string =>
  visibleLine(text)
    .replace(/[{}]/g, (brace) => brace + brace)
    .replaceAll('](', '] (');
