import type { Finding, Problem } from '../../contract/findings.js';
import { visibleControls } from '../escape.js';
import { fileGroups, isReadingError } from './common/groups.js';
import { FINDINGS_WORDS, type FindingsWords, withPage } from './common/words.js';
import type { FindingsWriter } from './writer.js';

const COMMANDS = { error: 'error', warning: 'warning', info: 'notice' } as const;

/**
 * Workflow commands of GitHub Actions, a line each: annotations of the files, without a line since a PDF has none.
 * What was not read comes first, so that no limit on annotations hides it.
 */
export const findingsGithub: FindingsWriter = (context) => {
  const { validation, rules, lang } = context;
  const words = FINDINGS_WORDS[lang];
  const { config, accepted = [], suppressed = [], baseline } = validation;
  const standing = words.standingCount({
    accepted: accepted.length,
    suppressed: suppressed.length,
    known: baseline?.known.length ?? 0,
    fixed: baseline?.fixed.length ?? 0,
  });
  const titles = new Map(rules.map(({ id, title }) => [id, title]));
  return [
    ...(config === null ? [] : [`::notice title=config::${data(words.config(config))}\n`]),
    ...(standing === null ? [] : [`::notice title=accepted::${data(standing)}\n`]),
    ...fileGroups(context).flatMap(({ file, problems }) =>
      problems.map((problem) => command(file, problem.code, problem, problem.code, words)),
    ),
    ...[
      ...validation.findings.filter(isReadingError),
      ...validation.findings.filter((one) => !isReadingError(one)),
    ].map((finding) => command(finding.file, titles.get(finding.rule) ?? finding.rule, finding, finding.rule, words)),
  ].join('');
};

function command(file: string, title: string, told: Finding | Problem, id: string, words: FindingsWords): string {
  const message = `${withPage(words, told.page, told.message)}${words.inBrackets(id)}`;
  return `::${COMMANDS[told.severity]} file=${property(file)},title=${property(title)}::${data(message)}\n`;
}

/** Escaped as `@actions/core` does (escapeData of its command.ts); other controls become visible. */
const data = (text: string): string =>
  visibleControls(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

/** The same for a property (escapeProperty). */
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
