import type { Finding, Problem } from '../../contract/findings.js';
import { escapeMarkup, visibleLine } from '../escape.js';
import { type FileGroup, type FormGroup, fileGroups } from './common/groups.js';
import { FINDINGS_WORDS, type FindingsWords, withPage } from './common/words.js';
import type { FindingsWriter } from './writer.js';

/** The attributes of a suite; a test that failed counts once, however many failures it has. */
interface Tally {
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
}

/**
 * JUnit XML as Jenkins and GitLab read it: a suite for each file, a test for each form, a failure for each error.
 * All findings of a form are in its output too: both show no more than its first failure.
 */
export const findingsJunit: FindingsWriter = (context) => {
  const words = FINDINGS_WORDS[context.lang];
  const groups = fileGroups(context);
  const tallies = groups.map(tallyOf);
  const sum = (key: keyof Tally): number => tallies.reduce((total, tally) => total + tally[key], 0);
  const all: Tally = { tests: sum('tests'), failures: sum('failures'), errors: sum('errors') };
  const { config } = context.validation;
  const suites = groups.map((group) => suite(group, config, words));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element(0, 'testsuites', { name: 'evalx', ...all }, suites)}`;
};

const isError = ({ severity }: Finding | Problem): boolean => severity === 'error';

/** Reading the file is a test of its own where it did not go well. */
const unread = ({ read, problems }: FileGroup): boolean => read !== 'yes' || problems.some(isError);

const tallyOf = (group: FileGroup): Tally => ({
  tests: group.forms.length + (unread(group) ? 1 : 0),
  failures: group.forms.filter(({ findings }) => findings.some(isError)).length,
  errors: unread(group) ? 1 : 0,
});

function suite(group: FileGroup, config: string | null, words: FindingsWords): string {
  const { file, problems, forms } = group;
  const remarks = problems.filter((problem) => !unread(group) || !isError(problem));
  return element(1, 'testsuite', { name: file, ...tallyOf(group), skipped: 0 }, [
    ...(config === null
      ? []
      : [element(2, 'properties', {}, [element(3, 'property', { name: 'config', value: config }, [])])]),
    ...(unread(group) ? [readingTest(group, words)] : []),
    ...forms.map((form) => formTest(file, form, words)),
    ...output(
      2,
      remarks.map((problem) => told(problem, problem.code, words)),
    ),
  ]);
}

/** Says why; where nothing is an error by its severity, all that is known is why. */
function readingTest({ file, problems }: FileGroup, words: FindingsWords): string {
  const errors = problems.some(isError) ? problems.filter(isError) : problems.slice(0, 1);
  return element(
    2,
    'testcase',
    { name: words.reading, classname: file },
    errors.map((problem) => defect('error', problem, problem.code, words)),
  );
}

function formTest(file: string, { name, findings }: FormGroup, words: FindingsWords): string {
  return element(2, 'testcase', { name, classname: file }, [
    ...findings.filter(isError).map((finding) => defect('failure', finding, finding.rule, words)),
    ...output(
      3,
      findings.map((finding) => told(finding, finding.rule, words)),
    ),
  ]);
}

function defect(kind: 'error' | 'failure', found: Finding | Problem, type: string, words: FindingsWords): string {
  const attributes = { message: withPage(words, found.page, found.message), type };
  return `${indent(3)}<${kind}${attributeText(attributes)}>${content(told(found, type, words))}</${kind}>\n`;
}

const told = ({ severity, page, message }: Finding | Problem, id: string, words: FindingsWords): string =>
  `${words.severities[severity]} ${withPage(words, page, message)}${words.inBrackets(id)}`;

const output = (depth: number, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [`${indent(depth)}<system-out>${lines.map(content).join('\n')}</system-out>\n`];

function element(
  depth: number,
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  children: readonly string[],
): string {
  const open = `${indent(depth)}<${name}${attributeText(attributes)}`;
  return children.length === 0 ? `${open}/>\n` : `${open}>\n${children.join('')}${indent(depth)}</${name}>\n`;
}

const attributeText = (attributes: Readonly<Record<string, string | number>>): string =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${content(String(value))}"`)
    .join('');

const content = (text: string): string => escapeMarkup(visibleLine(text));
const indent = (depth: number): string => '  '.repeat(depth);
