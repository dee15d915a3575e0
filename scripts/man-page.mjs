/**
 * `node scripts/man-page.mjs`: writes dist/man/evalx.1 from the commands themselves, so that the page and `--help` say the same.
 * The markup is man(7), which groff and mandoc both know.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createProgram } from '../dist/cli/start/program.js';

const root = join(import.meta.dirname, '..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const program = createProgram('en');

/** A backslash, a minus sign, and a line that begins like a request are what roff would take for its own. */
const escaped = (text) =>
  text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll(/^(?=[.'])/gmu, '\\&');
const paragraphs = (text) =>
  text
    .trim()
    .split(/\n\s*\n/u)
    .map((one) => escaped(one.replaceAll(/\s+/gu, ' ')));
const bold = (text) => `\\fB${escaped(text)}\\fR`;

const nameOf = (command) => (command.parent === null ? command.name() : `${nameOf(command.parent)} ${command.name()}`);

function notes({ argChoices, defaultValue, defaultValueDescription }) {
  const choices = argChoices ? [`one of ${argChoices.join(', ')}`] : [];
  const isGiven = defaultValue !== undefined && !(Array.isArray(defaultValue) && defaultValue.length === 0);
  const said = [...choices, ...(isGiven ? [`default ${defaultValueDescription ?? defaultValue}`] : [])];
  return said.length === 0 ? '' : ` (${said.join('; ')})`;
}

const items = (entries) => entries.flatMap(([term, text]) => ['.TP', bold(term), escaped(text)]);

function sectionOf(command) {
  const help = command.createHelp();
  const options = help.visibleOptions(command).filter(({ long }) => long !== '--help');
  return [
    `.SS "${escaped(`${nameOf(command)} ${command.usage()}`)}"`,
    paragraphs(command.description() || command.summary()).join('\n.PP\n'),
    ...items(command.registeredArguments.map((one) => [one.name(), one.description + notes(one)])),
    ...items(options.map((one) => [one.flags, one.description + notes(one)])),
  ];
}

const leaves = (command) => {
  const own = command
    .createHelp()
    .visibleCommands(command)
    .filter((one) => one.name() !== 'help');
  return own.length === 0 ? [command] : own.flatMap(leaves);
};

const page = [
  `.TH EVALX 1 "" "evalx ${version}" "User Commands"`,
  '.SH NAME',
  `evalx \\- ${escaped(program.description().replace(/\.$/u, ''))}`,
  '.SH SYNOPSIS',
  '.B evalx',
  '.I command',
  '.RI [ options ]',
  '.RI [ paths ...]',
  '.SH COMMANDS',
  ...leaves(program).flatMap(sectionOf),
  '.SH EXIT STATUS',
  ...items([
    ['0', 'fine'],
    ['1', 'findings that fail the run'],
    ['2', 'wrong usage, or a fault of evalx itself'],
    ['3', 'some input could not be read'],
    ['130', 'interrupted'],
  ]),
  '.SH ENVIRONMENT',
  ...items([
    [
      'LC_ALL, LC_MESSAGES, LANG',
      'the language of all that is said: Chinese where it begins with zh, else English; --lang goes before',
    ],
    ['NO_COLOR, FORCE_COLOR', 'no colours, or colours also where there is no terminal'],
    ['EVALX_OCR_ENGINE', 'the engine that reads pictures: paddle, tesseract or none; --ocr-engine goes before'],
    ['EVALX_DEBUG', 'where it is set, a fault of evalx itself shows where it happened'],
  ]),
  '.SH FILES',
  ...items([
    ['evalx.config.json, evalx.config.yaml', 'settings of validate and review'],
    ['corrections.json', 'what a person has put right; it lies beside the PDF files'],
  ]),
];

mkdirSync(join(root, 'dist/man'), { recursive: true });
writeFileSync(join(root, 'dist/man/evalx.1'), `${page.join('\n')}\n`);
