import { countSeverities } from '../../contract/diagnostics.js';
import type { Finding, Problem } from '../../contract/findings.js';
import { escapeMarkdown, visibleLine } from '../escape.js';
import { allTold, type FileGroup, fileGroups, type StandingFinding, summaryOf } from './common/groups.js';
import { FINDINGS_WORDS, type FindingsWords } from './common/words.js';
import type { FindingsWriter } from './writer.js';

/** GitHub Flavored Markdown: a table of all files, then a section for each in which something was found. */
export const findingsMarkdown: FindingsWriter = (context) => {
  const words = FINDINGS_WORDS[context.lang];
  const groups = fileGroups(context);
  const parts = [
    `# evalx: ${words.heading}\n`,
    `${cell(summaryOf(context))}\n`,
    ...(context.validation.config === null ? [] : [`${cell(words.config(context.validation.config))}\n`]),
    ...(groups.length === 0 ? [] : [overview(groups, context.quiet, words)]),
    ...groups.filter(hasSomething).map((group) => section(group, words)),
  ];
  return parts.join('\n');
};

const hasSomething = (group: FileGroup): boolean => allTold(group).length + group.standing.length > 0;

function overview(groups: readonly FileGroup[], quiet: boolean, { columns, severities, read }: FindingsWords): string {
  const counted = quiet ? (['error'] as const) : (['error', 'warning', 'info'] as const);
  const header = [columns.file, columns.read, columns.forms, ...counted.map((severity) => severities[severity])];
  return table(
    header,
    ['---', '---', '---:', ...counted.map(() => '---:')],
    groups.map((group) => {
      const counts = countSeverities(allTold(group));
      const numbers = [group.forms.length, ...counted.map((severity) => counts[severity])];
      return [group.file, read[group.read], ...numbers.map(String)];
    }),
  );
}

function section({ file, problems, findings: ofFile, forms, standing }: FileGroup, words: FindingsWords): string {
  const { severity, form, page, message, rule } = words.columns;
  const rows = [
    ...problems.map((problem) => row('', problem, problem.code, words)),
    ...ofFile.map((finding) => row('', finding, finding.rule, words)),
    ...forms.flatMap(({ name, findings }) => findings.map((finding) => row(name, finding, finding.rule, words))),
    ...standing.map((one) => standingRow(one, forms, words)),
  ];
  const aligned = ['---', '---', '---:', '---', '---'];
  return `## ${cell(file)}\n\n${table([severity, form, page, message, rule], aligned, rows)}`;
}

const row = (form: string, { severity, page, message }: Finding | Problem, id: string, words: FindingsWords) => [
  words.severities[severity],
  form,
  page === null ? '' : String(page),
  message,
  id,
];

function standingRow(
  { finding, state, why }: StandingFinding,
  forms: FileGroup['forms'],
  words: FindingsWords,
): string[] {
  const form = forms.find(({ report }) => report === finding.report)?.name ?? '';
  const message = `${finding.message}${words.inBrackets(why)}`;
  return [state, ...row(form, { ...finding, message }, finding.rule, words).slice(1)];
}

const table = (header: readonly string[], rule: readonly string[], rows: readonly (readonly string[])[]): string =>
  [header.map(cell), rule, ...rows.map((cells) => cells.map(cell))]
    .map((cells) => `| ${cells.join(' | ')} |\n`)
    .join('');

const cell = (text: string): string => escapeMarkdown(visibleLine(text));
