import type { Finding, Problem } from '../../contract/findings.js';
import { visibleLine } from '../escape.js';
import { toJson } from '../json.js';
import { findingFingerprints, problemFingerprints } from './common/fingerprint.js';
import { fileGroups, isReadingError } from './common/groups.js';
import { FINDINGS_WORDS, type FindingsWords, withPage } from './common/words.js';
import type { FindingsWriter } from './writer.js';

const SEVERITIES = { error: 'major', warning: 'minor', info: 'info' } as const;
/** What was not read is worse than anything that was found. */
const READING_SEVERITIES = { ...SEVERITIES, error: 'critical' } as const;

/** GitLab's Code Quality report. */
export const findingsGitlab: FindingsWriter = (context) => {
  const { findings, config } = context.validation;
  const words = FINDINGS_WORDS[context.lang];
  const ofFindings = findingFingerprints(findings, context.validation.files);
  return toJson(
    [
      ...(config === null ? [] : [configIssue(config, words)]),
      ...fileGroups(context).flatMap(({ file, problems }) => {
        const ofProblems = problemFingerprints(file, problems);
        return problems.map((problem, index) => ({
          ...issue(file, problem.code, problem, words),
          fingerprint: ofProblems[index],
          severity: READING_SEVERITIES[problem.severity],
        }));
      }),
      ...findings.map((finding, index) => ({
        ...issue(finding.file, finding.rule, finding, words),
        fingerprint: ofFindings[index],
        severity: (isReadingError(finding) ? READING_SEVERITIES : SEVERITIES)[finding.severity],
      })),
    ],
    'indented',
  );
};

/** The format has no other place for it; where a config comes newly into force, a merge request shows it. */
const configIssue = (config: string, words: FindingsWords) => ({
  description: visibleLine(words.config(config)),
  check_name: 'config',
  location: { path: config, lines: { begin: 1 } },
  fingerprint: problemFingerprints(config, [{ code: 'config', severity: 'info', message: '', page: null }])[0],
  severity: SEVERITIES.info,
});

/** The format asks for a line; a PDF has none, so it is the first, and the page is in the description. */
const issue = (file: string, check: string, { page, message }: Finding | Problem, words: FindingsWords) => ({
  description: visibleLine(withPage(words, page, message)),
  check_name: check,
  location: { path: file.replace(/^(?:\.\/+)+/, ''), lines: { begin: 1 } },
});
