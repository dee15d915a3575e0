import { packageHome, packageVersion } from '../../files/own-package.js';
import { FINDINGS_FORMATS, type FindingsFormat } from '../../output/findings/formats.js';
import { allInfos } from '../../validator/rules.js';
import { type Result, validationOf, type WriteOptions, writingOf } from './results.js';

const write = (format: FindingsFormat, results: Result | readonly Result[], options: WriteOptions): string => {
  const writing = writingOf(results, options);
  const { lang } = writing.settings;
  const about = {
    rules: allInfos(lang),
    lang,
    version: packageVersion(),
    home: packageHome(),
    colour: false,
    quiet: false,
  };
  return FINDINGS_FORMATS[format]({ validation: validationOf(writing), ...about });
};

/**
 * What was found as SARIF 2.1.0, which GitHub and others show beside the files.
 *
 * @throws {EvalxError} `usage`, `rule-crashed`
 */
export const toSarif = (results: Result | readonly Result[], options: WriteOptions = {}): string =>
  write('sarif', results, options);

/**
 * What was found as JUnit XML: a suite for each file, a test for each form, a failure for each error.
 *
 * @throws {EvalxError} `usage`, `rule-crashed`
 */
export const toJunit = (results: Result | readonly Result[], options: WriteOptions = {}): string =>
  write('junit', results, options);

/**
 * What was found as a report of GitLab's code quality (Code Climate).
 *
 * @throws {EvalxError} `usage`, `rule-crashed`
 */
export const toGitlab = (results: Result | readonly Result[], options: WriteOptions = {}): string =>
  write('gitlab', results, options);

/**
 * What was found as Markdown, for a comment or a summary.
 *
 * @throws {EvalxError} `usage`, `rule-crashed`
 */
export const toMarkdown = (results: Result | readonly Result[], options: WriteOptions = {}): string =>
  write('markdown', results, options);

/**
 * What was found as text for people, without colours.
 *
 * @throws {EvalxError} `usage`, `rule-crashed`
 */
export const toText = (results: Result | readonly Result[], options: WriteOptions = {}): string =>
  write('text', results, options);
