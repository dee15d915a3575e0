/**
 * Writes docs/api.md and docs/api.zh.md: what `evalx` and `evalx/output` export, with signatures and doc comments as the TypeScript
 * compiler has them; or with --check says whether the pages are so. It reads the sources.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { API, SymbolFlags } from 'typescript/unstable/sync';
import { EXAMPLE, WORDS } from './api-words.mjs';

const root = join(import.meta.dirname, '..');
const ENTRIES = [
  { name: 'evalx', path: join(root, 'src/index.ts') },
  { name: 'evalx/output', path: join(root, 'src/library/output.ts') },
];
/** Types of the documents have a page of their own. */
const CONTRACT = join(root, 'src/contract/schema/types.ts');

const config = join(root, 'tsconfig.build.json');
const api = new API({ cwd: root });
const project = api.updateSnapshot({ openProjects: [config] }).getProject(config);
const { checker, program } = project;

/** Every export of an entry: what it is, where it is declared, and what is said of it. */
function exportsOf(path) {
  const module = checker.getSymbolAtLocation(program.getSourceFile(path));
  return checker.getExportsOfModule(module).map((exported) => {
    const symbol = exported.flags & SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
    const [handle] = symbol.declarations;
    return { name: exported.name, symbol, node: handle.resolve(project), path: handle.path };
  });
}

const docOf = (symbol) => checker.getDocumentationCommentOfSymbol(symbol).trim();
const typeText = (type) => checker.typeToString(type);
const cell = (text) => text.replaceAll('|', '\\|').replaceAll(/\s*\n\s*/gu, ' ');
const code = (text) => (text === '' ? '' : `\`${cell(text)}\``);

function functionText({ name, symbol, node }, words, lang) {
  const summary = lang === 'en' ? docOf(symbol) : words.functions[name];
  if (!summary) throw new Error(`nothing is said of ${name} in ${lang}`);
  const signature = typeText(checker.getTypeOfSymbolAtLocation(symbol, node));
  const said = [summary, ...tagged(symbol, words)];
  return [`### \`${name}\``, '', '```ts', `${name}: ${signature}`, '```', '', ...said.flatMap((part) => [part, ''])];
}

/** The other tags of a comment, one a line. */
function tagged(symbol, words) {
  const lines = checker.getJsDocTagsOfSymbol(symbol).map(({ name, text = '' }) => {
    const said = (typeof text === 'string' ? text : text.map((part) => part.text).join('')).trim();
    return `- ${words.tags[name] ?? name}: ${linked(subjectOf(name, said)).replaceAll(/\s*\n\s*/gu, ' ')}`;
  });
  return lines.length === 0 ? [] : [lines.join('\n')];
}

/** A parameter, or the class of an error, begins what is said of it. */
const subjectOf = (tag, text) =>
  tag === 'param' || tag === 'throws' ? text.replace(/^\{?(\w+)\}?/u, (_, subject) => `\`${subject}\``) : text;

const linked = (text) => text.replaceAll(/\{@link (\w+)\}/gu, (_, name) => `\`${name}\``);

function membersText({ symbol }, words) {
  const type = checker.getDeclaredTypeOfSymbol(symbol);
  const rows = checker.getPropertiesOfType(type).map((member) => {
    const [handle] = member.declarations;
    const shown = handle ? typeText(checker.getTypeOfSymbolAtLocation(member, handle.resolve(project))) : '';
    const optional = member.flags & SymbolFlags.Optional ? '?' : '';
    return `| \`${member.name}${optional}\` | ${code(shown)} | ${cell(docOf(member))} |`;
  });
  return [words.columns, '| --- | --- | --- |', ...rows, ''];
}

function typeSection(one, words) {
  const { name, symbol, node } = one;
  const head = [`### \`${name}\``, '', ...(docOf(symbol) === '' ? [] : [docOf(symbol), ''])];
  const hasMembers = symbol.flags & (SymbolFlags.Interface | SymbolFlags.Class);
  if (hasMembers) return [...head, ...membersText(one, words)];
  const source = readFileSync(node.getSourceFile().fileName, 'utf8').slice(node.getStart(), node.end);
  return [...head, '```ts', source.replace(/^export /u, ''), '```', ''];
}

function valueSection({ name, symbol, node }) {
  const shown = typeText(checker.getTypeOfSymbolAtLocation(symbol, node));
  return [
    `### \`${name}\``,
    '',
    '```ts',
    `const ${name}: ${shown}`,
    '```',
    '',
    ...(docOf(symbol) ? [docOf(symbol), ''] : []),
  ];
}

const isFunction = ({ symbol, node }) => {
  if (symbol.flags & SymbolFlags.Function) return true;
  if (!(symbol.flags & SymbolFlags.Variable)) return false;
  return checker.getSignaturesOfType(checker.getTypeOfSymbolAtLocation(symbol, node), 0).length > 0;
};
const isValue = ({ symbol }) => (symbol.flags & SymbolFlags.Variable) !== 0;
const isContract = ({ path }) => path.toLowerCase() === CONTRACT.toLowerCase();

function pageOf(lang) {
  const words = WORDS[lang];
  const sections = ENTRIES.flatMap(({ name, path }) => {
    const all = exportsOf(path).sort((a, b) => (a.name < b.name ? -1 : 1));
    const functions = all.filter(isFunction);
    const values = all.filter((one) => !isFunction(one) && isValue(one));
    const contract = all.filter(isContract);
    const types = all.filter((one) => !isFunction(one) && !isValue(one) && !isContract(one));
    return [
      `## ${words.entry(name)}`,
      '',
      ...functions.flatMap((one) => functionText(one, words, lang)),
      ...values.flatMap(valueSection),
      ...types.flatMap((one) => typeSection(one, words)),
      ...(contract.length === 0 ? [] : [words.contract(contract.map((one) => `\`${one.name}\``).join(', ')), '']),
    ];
  });
  return `${[words.head, '```js', EXAMPLE.trim(), '```', '', words.more, '', ...sections].join('\n').trimEnd()}\n`;
}

for (const lang of Object.keys(WORDS)) {
  const path = join(root, 'docs', WORDS[lang].file);
  const text = pageOf(lang);
  if (!process.argv.includes('--check')) writeFileSync(path, text);
  else if (readFileSync(path, 'utf8') !== text) {
    console.error(`docs/${WORDS[lang].file} is not what the exports say; run npm run docs`);
    process.exitCode = 1;
  }
}
api.close();
