import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { proseIn } from './scan.js';

const src = join(import.meta.dirname, '../../src');

/** Where sentences stand: the catalogue, the rules with theirs, what is printed on forms, the names of the rules of joining, scripts for shells. */
const AT_HOME =
  /^(?:messages|validator\/rules|sections\/vocabulary)\/|^validator\/explain-sum|^output\/findings\/common\/words|^text\/join|^cli\/(?:completion\/|init\/ci-files)/u;

/** Descriptions in JSON Schemas: for programs, in English as the standard is. */
const SCHEMAS = /^contract\//u;

/** What no person is told, or is not ours to say. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  // Mistakes of ours, which fail as `internal error`.
  'batch/queue/work.ts': ['more jobs than readers'],
  'batch/work.ts': ['a file came before the setup'],
  // How Node wraps a module.
  'cli/thread/bundle.ts': ['(function (exports, require, module, __filename, __dirname) {'],
  // What only the reader itself hears: they become messages, or nothing.
  'reader/objects/page-check.ts': ['content that is no stream'],
  'reader/objects/parse-object.ts': ['string without end', 'string without end'],
  // Texts of pdfjs and of JavaScript.
  'reader/pdfjs/damage.ts': ['Filter "(?!Crypt")[^"]*" is not supported', 'Indexing all PDF objects'],
  'reader/pdfjs/document.ts': ['Indexing all PDF objects'],
  'reader/pdfjs/polyfills.ts': ['Reduce of empty iterator with no initial value'],
  // What is printed on forms and on the reviewers' sheet, in whatever language evalx speaks.
  'output/records/workpaper-project.ts': ['{}（调整前：{}）', '自评表总分：{}'],
  'sections/blocks/label-value.ts': ['单位：{}'],
};

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts') && !AT_HOME.test(file) && !SCHEMAS.test(file));

describe('sentences outside the catalogue', () => {
  it.each(files)('%s has none', (file) => {
    expect(proseIn(readFileSync(join(src, file), 'utf8'))).toEqual(ALLOWED[file] ?? []);
  });

  it.each([
    ["throw new Error('the file cannot be read')", 'the file cannot be read'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is source
    ['const a = `page ${n} was left out`;', 'page {} was left out'],
    ["say('文件无法读取；请重新导出')", '文件无法读取；请重新导出'],
    ["const words = { en: 'all of it', zh: '全部' };", 'all of it'],
  ])('are seen in %s', (source, sentence) => {
    expect(proseIn(source)).toEqual([sentence]);
  });

  it.each([
    "spawn('npm install evalx')",
    "// the file cannot be read\nconst a = 'file-unreadable';",
    "const label = '年度总体目标';",
  ])('are not seen in %s', (source) => {
    expect(proseIn(source)).toEqual([]);
  });
});
