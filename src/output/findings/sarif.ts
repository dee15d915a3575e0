import type { AcceptedFinding, Finding, Problem, RuleInfo } from '../../contract/findings.js';
import { visibleLine } from '../escape.js';
import { toJson } from '../json.js';
import { findingFingerprints } from './common/fingerprint.js';
import { fileGroups } from './common/groups.js';
import { fileUri } from './common/uri.js';
import { FINDINGS_WORDS, type FindingsWords, withPage } from './common/words.js';
import type { FindingsContext, FindingsWriter } from './writer.js';

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const;
const LANGUAGES = { en: 'en-US', zh: 'zh-CN' } as const;

/**
 * SARIF 2.1.0 (OASIS, docs.oasis-open.org/sarif/sarif/v2.1.0). A PDF has no lines, so a result has no region: the page
 * is in its message, and page, box and JSON Pointer are in its properties. Why a file could not be read is a notification.
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
  const { validation, rules, lang, version } = context;
  const words = FINDINGS_WORDS[lang];
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  const { findings, accepted = [] } = validation;
  const all = [...findings, ...accepted];
  const fingerprints = findingFingerprints(all);
  const notifications = fileGroups(context).flatMap(({ file, problems }) =>
    problems.map((problem) => notification(file, problem, words)),
  );
  return {
    tool: { driver: { name: 'evalx', version, rules: rules.map((rule) => descriptor(rule, words)) } },
    language: LANGUAGES[lang],
    properties: { config: validation.config },
    invocations: [
      { executionSuccessful: validation.files.every(({ read }) => read), toolExecutionNotifications: notifications },
    ],
    results: all.map((finding, index) => ({
      ...result(finding, indexes.get(finding.rule), words),
      // Either all results say whether they are suppressed or none does (3.27.23).
      ...(accepted.length === 0 ? {} : { suppressions: suppressions(finding, words) }),
      partialFingerprints: { 'evalxFinding/v1': fingerprints[index] },
    })),
  };
}

function descriptor({ id, severity, title, why, source }: RuleInfo, words: FindingsWords) {
  const help = source === null ? why : `${why}\n${words.about(words.source, source)}`;
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: why },
    defaultConfiguration: { level: LEVELS[severity] },
    help: { text: help },
  };
}

function result(finding: Finding, ruleIndex: number | undefined, words: FindingsWords) {
  const { rule, severity, message, file, report, path, page, bbox } = finding;
  return {
    ruleId: rule,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: LEVELS[severity],
    message: { text: plainMessage(withPage(words, page, message)) },
    locations: [{ ...location(file), logicalLocations: [{ fullyQualifiedName: path }] }],
    properties: { report, path, page, bbox },
  };
}

const suppressions = (finding: Finding | AcceptedFinding, words: FindingsWords) => {
  if (!('accepted' in finding)) return [];
  const { who, when, why } = finding.accepted;
  const justification = plainMessage(words.acceptedBy(who, why));
  return [{ kind: 'external', status: 'accepted', justification, properties: { who, when } }];
};

function notification(file: string, { code, severity, message, page }: Problem, words: FindingsWords) {
  return {
    descriptor: { id: code },
    level: LEVELS[severity],
    message: { text: plainMessage(withPage(words, page, message)) },
    locations: [location(file)],
    properties: { page },
  };
}

const location = (file: string) => ({ physicalLocation: { artifactLocation: { uri: fileUri(file) } } });

/** A message in which no viewer finds a placeholder (3.11.5 of the standard) or a link (3.11.6). */
const plainMessage = (text: string): string =>
  visibleLine(text)
    .replace(/[{}]/g, (brace) => brace + brace)
    .replaceAll('](', '] (');
