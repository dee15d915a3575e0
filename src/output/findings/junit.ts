import type { Finding } from '../../contract/findings.js';
import { escapeMarkup, visibleLine } from '../escape.js';
import { type FileGroup, type FormGroup, fileGroups, isReadingError } from './common/groups.js';
import { FINDINGS_WORDS, type FindingsWords, withPage } from './common/words.js';
import type { FindingsWriter } from './writer.js';

/** The attributes of a suite; a test that failed counts once, however many failures it has. */
interface Tally {
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
}

/**
 * JUnit XML as Jenkins and GitLab read it: a suite for each file, a test for each form, a failure for each error that a rule
 * found, an error for what was not read. All findings of a form are in its output too: both show no more than its first failure.
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

const isError = ({ severity }: Pick<Finding, 'severity'>): boolean => severity === 'error';
const isFailure = (finding: Finding): boolean => isError(finding) && !isReadingError(finding);

/** What is told of a finding or of a problem. */
type Told = Pick<Finding, 'severity' | 'page' | 'message'> & { readonly id: string };

/** What is said of the file, apart from its forms. */
const saidOf = ({ problems, findings }: FileGroup): Told[] => [
  ...problems.map(({ code, ...problem }) => ({ ...problem, id: code })),
  ...findings.map(ofFinding),
];

const ofFinding = ({ rule, ...finding }: Finding): Told => ({ ...finding, id: rule });

/** Reading the file is a test of its own where it did not go well. */
const unread = (group: FileGroup): boolean => group.problems.some(isError) || group.findings.some(isError);

function tallyOf(group: FileGroup): Tally {
  const having = (is: (finding: Finding) => boolean): number =>
    group.forms.filter(({ findings }) => findings.some(is)).length;
  const reading = unread(group) ? 1 : 0;
  return {
    tests: group.forms.length + reading,
    failures: having(isFailure),
    errors: having(isReadingError) + reading,
  };
}

function suite(group: FileGroup, config: string | null, words: FindingsWords): string {
  const { file, forms } = group;
  const said = saidOf(group);
  return element(1, 'testsuite', { name: file, ...tallyOf(group), skipped: 0 }, [
    ...(config === null
      ? []
      : [element(2, 'properties', {}, [element(3, 'property', { name: 'config', value: config }, [])])]),
    ...(unread(group) ? [readingTest(file, said.filter(isError), words)] : []),
    ...forms.map((form) => formTest(file, form, words)),
    ...output(2, [
      ...said.filter((one) => !isError(one)).map((one) => told(one, words)),
      ...group.standing.map(({ finding, why }) => words.about(why, told(ofFinding(finding), words))),
      ...group.fixed.map(({ form, field, rule }) =>
        words.about(words.fixed, `${form ?? ''} ${field}${words.inBrackets(rule)}`),
      ),
    ]),
  ]);
}

const readingTest = (file: string, errors: readonly Told[], words: FindingsWords): string =>
  element(
    2,
    'testcase',
    { name: words.reading, classname: file },
    errors.map((error) => defect('error', error, words)),
  );

function formTest(file: string, { name, findings }: FormGroup, words: FindingsWords): string {
  return element(2, 'testcase', { name, classname: file }, [
    ...findings.filter(isReadingError).map((finding) => defect('error', ofFinding(finding), words)),
    ...findings.filter(isFailure).map((finding) => defect('failure', ofFinding(finding), words)),
    ...output(
      3,
      findings.map((finding) => told(ofFinding(finding), words)),
    ),
  ]);
}

function defect(kind: 'error' | 'failure', found: Told, words: FindingsWords): string {
  const attributes = { message: withPage(words, found.page, found.message), type: found.id };
  return `${indent(3)}<${kind}${attributeText(attributes)}>${content(told(found, words))}</${kind}>\n`;
}

const told = ({ severity, page, message, id }: Told, words: FindingsWords): string =>
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
