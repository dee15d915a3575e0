import { Chalk } from 'chalk';
import type { Finding, KnownEntry, Problem } from '../../contract/findings.js';
import { padColumns } from '../../text/display-width.js';
import { inertLine } from '../escape.js';
import { columnWidths } from './common/columns.js';
import { type FileGroup, type FormGroup, fileGroups, summaryOf } from './common/groups.js';
import { FINDINGS_WORDS, type FindingsWords } from './common/words.js';
import type { FindingsWriter } from './writer.js';

const STYLES = { error: 'red', warning: 'yellow', info: 'cyan', bold: 'bold', dim: 'dim' } as const;

type Paint = (style: keyof typeof STYLES, text: string) => string;

/** With the sixteen colours that every terminal has, or none: who calls has asked the terminal and the environment. */
function painter(colour: boolean): Paint {
  const chalk = new Chalk({ level: colour ? 1 : 0 });
  return (style, text) => chalk[STYLES[style]](text);
}

/** What a line tells of a finding or of a problem. */
type Told = Pick<Finding, 'severity' | 'page' | 'message'> & { readonly id: string };

/** For a person: the findings under their files and forms, a line each; files without any are in the summary alone. */
export const findingsText: FindingsWriter = (context) => {
  const words = FINDINGS_WORDS[context.lang];
  const paint = painter(context.colour);
  const files = fileGroups(context).map((group) => fileText(group, words, paint));
  const { config } = context.validation;
  const end = [summaryOf(context), ...(config === null ? [] : [words.config(config)])];
  return [...files.filter((text) => text !== ''), end.map((line) => `${inertLine(line)}\n`).join('')].join('\n');
};

function fileText({ file, problems, findings, forms, fixed }: FileGroup, words: FindingsWords, paint: Paint): string {
  const found = forms.filter(({ findings }) => findings.length > 0);
  const ofFile = [...problems.map(ofProblem), ...findings.map(ofFinding)];
  if (ofFile.length + found.length + fixed.length === 0) return '';
  const cells = (told: Told): string[] => cellsOf(told, words);
  const widths = columnWidths([...ofFile, ...found.flatMap((form) => form.findings.map(ofFinding))].map(cells));
  const lines = (indent: string, told: readonly Told[]): string[] =>
    told.map((one) => `${indent}${lineOf(one.severity, cells(one), widths, paint)}`);
  return [
    paint('bold', inertLine(file)),
    ...lines('  ', ofFile),
    ...found.flatMap((form) => [`  ${formName(form, words)}`, ...lines('    ', form.findings.map(ofFinding))]),
    ...fixed.map((one) => `  ${fixedLine(one, words, paint)}`),
    '',
  ].join('\n');
}

const fixedLine = ({ form, field, rule }: KnownEntry, words: FindingsWords, paint: Paint): string =>
  [
    words.fixed,
    ...[form ?? '', field].filter((part) => part !== '').map(inertLine),
    paint('dim', inertLine(rule)),
  ].join('  ');

const ofProblem = ({ code, ...problem }: Problem): Told => ({ ...problem, id: code });
const ofFinding = ({ rule, ...finding }: Finding): Told => ({ ...finding, id: rule });

const formName = ({ name, page }: FormGroup, words: FindingsWords): string =>
  inertLine(page === null ? name : `${name}${words.inBrackets(words.page(page))}`);

const cellsOf = ({ severity, page, message, id }: Told, words: FindingsWords): string[] =>
  [words.severities[severity], page === null ? '' : words.page(page), message, id].map(inertLine);

function lineOf(severity: Told['severity'], cells: readonly string[], widths: readonly number[], paint: Paint): string {
  const styles = [severity, null, null, 'dim'] as const;
  const last = cells.length - 1;
  return cells
    .map((cell, column) => {
      const style = styles[column] ?? null;
      const shown = style === null ? cell : paint(style, cell);
      const spaces = padColumns(cell, widths[column] ?? 0).slice(cell.length);
      return column === last ? shown : shown + spaces;
    })
    .filter((_cell, column) => widths[column] !== 0)
    .join('  ');
}
