import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseString } from 'fast-csv';
import { parquetReadObjects } from 'hyparquet';
import markdownIt from 'markdown-it';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentSchema, type EvalxDocument, type Report } from '../src/contract/document.js';
import { evalx, root } from './cli/run.js';
import { type Element, readMarkup, textOf } from './output/markup.js';
import { readXlsx } from './output/xlsx-reader.js';

/**
 * One form that carries harm in every field, in labels and in the name of its file, through every format that evalx
 * writes. What came of it is read back by the format's own rules: all of it is to be there, as text.
 */
const folder = mkdtempSync(join(tmpdir(), 'evalx-injection-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (...names: string[]): string => join(folder, ...names);

const PDF = 'fixtures/hostile/injection.pdf';
const CELLS: string[][] = JSON.parse(readFileSync(join(root, 'fixtures/hostile/injection-cells.json'), 'utf8'));
const FILE = '=1+1,"\u001b[2J\n::error file=x::<b>|`y`](z) ##[group]\'.pdf';
const CONTROLS = /[\p{Cc}\p{Bidi_Control}\u2028\u2029\ufeff\uffff]/gu;
const squeezed = (text: string): string => text.replace(CONTROLS, '').replace(/\s+/gu, '');
/** How many of the cells hold harm: what every complete format carries. */
const HARMFUL = CELLS.flat().filter((text) => text.includes('<script>'));

const text = (name: string): string => readFileSync(at(name), 'utf8');
const parsed = (json: string): EvalxDocument => JSON.parse(json);

let json: string;
beforeAll(async () => {
  mkdirSync(at('in'));
  copyFileSync(join(root, PDF), at('in', FILE));
  json = (await evalx(['parse', PDF])).stdout;
});

/** No line of a terminal or of a build's log holds a control character or begins with a command. */
function expectInert(lines: string): void {
  expect(lines.replaceAll('\n', '')).not.toMatch(CONTROLS);
  expect(lines).not.toMatch(/^\s*::|##\w*\[/mu);
}

const isFormula = (value: string): boolean =>
  /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(value) && !/^[-+]?[\d.,%]+$/u.test(value);

function csvRows(content: string): Promise<string[][]> {
  return new Promise((resolve, reject) => {
    const rows: string[][] = [];
    parseString<string[], string[]>(content.replace(/^\ufeff/u, ''))
      .on('error', reject)
      .on('data', (row) => rows.push(row))
      .on('end', () => resolve(rows));
  });
}

function every(element: Element, visit: (element: Element) => void): void {
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    visit(child);
    every(child, visit);
  }
}

/** Whatever is in the markup, nothing in it runs or leads anywhere. */
function expectHarmless(markup: string, allowed: readonly string[]): Element {
  const tree = readMarkup(markup);
  every(tree, ({ name, attributes }) => {
    expect(allowed).toContain(name);
    for (const attribute of Object.keys(attributes)) expect(attribute).not.toMatch(/^on|href$|^src$/iu);
  });
  return tree;
}

describe('a form with harm in every field', () => {
  it('is read as it is', async () => {
    const { code, stdout, stderr } = await evalx(['parse', PDF]);
    expect(code).toBe(0);
    expect(stdout.replaceAll('\n', '')).not.toMatch(CONTROLS);
    expectInert(stderr.replace(/^evalx: /gmu, ''));
    const [report] = parsed(stdout).reports as [Report];
    const all = squeezed(JSON.stringify(report));
    for (const cell of HARMFUL) expect(all).toContain(JSON.stringify(squeezed(cell)).slice(1, -1));
    const texts = CELLS.map((row) => row.map(squeezed));
    const { level1, level2, level3, target, actual, weight, score, deviation } = report
      .indicators[1] as Report['indicators'][0];
    const values = [level1, level2, level3, target, actual, weight, score, deviation];
    expect(values.map((value) => squeezed(String(value)))).toEqual(texts[11]);
    expect(squeezed(report.project.name as string)).toBe(texts[0]?.[1]);
    expect(squeezed(report.goals.actual as string)).toBe(texts[8]?.[2]);
  });

  it('has its labels as keys of its own, whatever they are', () => {
    const [report] = parsed(json).reports as [Report];
    const own = Object.fromEntries(Object.entries(report.extra).map(([key, value]) => [key, squeezed(value)]));
    expect(Object.keys(own)).toEqual(
      expect.arrayContaining(['__proto__', 'constructor', 'toString', expect.stringContaining('<b onload')]),
    );
    expect(Object.entries(report.extra)).toContainEqual(['__proto__', expect.stringContaining('<script>')]);
    expect(Object.getPrototypeOf(report.extra)).toBe(Object.prototype);
    expect(documentSchema.safeParse(parsed(json)).error).toBeUndefined();
  });

  it.each(['json', 'csv', 'markdown', 'html'])('as tables in %s', async (format) => {
    const { code, stdout } = await evalx(['tables', PDF, '--format', format]);
    expect(code).toBe(0);
    expect(stdout.replace(/^\ufeff/u, '').replace(/[\r\n]/gu, '')).not.toMatch(CONTROLS);
    if (format === 'json') {
      const cells = JSON.parse(stdout).tables.flatMap((table: { cells: { text: string }[] }) => table.cells);
      const found = cells.map((cell: { text: string }) => squeezed(cell.text));
      for (const harm of HARMFUL) expect(found).toContain(squeezed(harm));
    } else if (format === 'csv') {
      const cells = (await csvRows(stdout)).flat();
      expect(cells.filter(isFormula)).toEqual([]);
      for (const harm of HARMFUL)
        expect(cells.map((cell) => squeezed(cell).replace(/^'/u, ''))).toContain(squeezed(harm));
    } else {
      const markup = format === 'html' ? stdout : rendered(stdout);
      const tree = expectHarmless(markup, ['html', 'head', 'meta', 'title', 'style', 'body', ...MARKDOWN]);
      const cells = [...cellsOf(tree)].map(squeezed);
      for (const harm of HARMFUL) expect(cells).toContain(squeezed(harm));
    }
  });

  it.each(['items', 'rulings', 'regions', 'separators', 'rows', 'cells', 'tables'])(
    'drawn with its %s',
    async (stage) => {
      const { code, stdout } = await evalx(['inspect', PDF, '--stage', stage]);
      expect(code).toBe(0);
      expectHarmless(stdout, [
        'svg',
        'title',
        'desc',
        'style',
        'defs',
        'g',
        'rect',
        'path',
        'line',
        'text',
        'tspan',
        'circle',
      ]);
      expect(stdout).not.toMatch(/@import|url\(/u);
    },
  );
});

const MARKDOWN = [
  'h1',
  'h2',
  'h3',
  'p',
  'table',
  'caption',
  'thead',
  'tbody',
  'tr',
  'th',
  'td',
  'br',
  'code',
  'strong',
  'em',
];

/** Markdown as a renderer shows it that lets HTML through and makes links of addresses; comments are left out. */
const renderer = markdownIt({ html: true, linkify: true, xhtmlOut: true });
renderer.linkify.add('//', null); // GitHub links no address without its scheme
const rendered = (markdown: string): string =>
  renderer
    .render(markdown)
    .replace(/<!--.*?-->/gsu, '')
    .replace(/(?<=<t[hd]) style="text-align:\w+"/gu, '');

function* cellsOf(element: Element): Generator<string> {
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    if (child.name === 'td' || child.name === 'th') yield textOf(child);
    else yield* cellsOf(child);
  }
}

describe('its findings, and those of a document in which control characters stand themselves', () => {
  const FORMATS = ['text', 'json', 'sarif', 'junit', 'github', 'gitlab', 'markdown'];
  const input = () => {
    // A document from elsewhere may hold what our reader leaves out.
    const harmful = JSON.parse(json, (_, value) =>
      typeof value === 'string' ? `${value}\u001b]0;x\u0007\u202e\r\n::error::y` : value,
    );
    harmful.schemaVersion = '1';
    for (const diagnostic of harmful.diagnostics) diagnostic.severity = diagnostic.severity.split('\u001b')[0];
    for (const diagnostic of harmful.diagnostics) diagnostic.code = diagnostic.code.split('\u001b')[0];
    for (const { funds } of harmful.reports) for (const row of funds.rows) row.kind = row.kind.split('\u001b')[0];
    harmful.source.sha256 = parsed(json).source.sha256;
    writeFileSync(at('harmful.json'), JSON.stringify(harmful));
    return [at('in', FILE), at('harmful.json')];
  };

  it.each(['en', 'zh'])('in every format, in %s', async (lang) => {
    const outputs = FORMATS.flatMap((format) => ['-f', format, '-o', at(`findings.${format}`)]);
    const { code, stdout, stderr } = await evalx(['validate', ...input(), ...outputs, '--lang', lang]);
    expect([code, stdout]).toEqual([1, '']);
    expectInert(stderr);
    for (const format of FORMATS) expect(text(`findings.${format}`).replaceAll('\n', '')).not.toMatch(CONTROLS);

    expect(JSON.parse(text('findings.json')).files.map(({ file }: { file: string }) => file)).toContain(at('in', FILE));
    expect(JSON.parse(text('findings.sarif')).runs[0].results.length).toBeGreaterThan(2);
    expect(JSON.parse(text('findings.gitlab')).length).toBeGreaterThan(2);
    expectHarmless(text('findings.junit').replace(/^<\?xml.*?\?>\s*/u, ''), [
      ...['testsuites', 'testsuite', 'testcase', 'failure', 'error', 'skipped', 'system-out', 'properties', 'property'],
    ]);
    expectInert(text('findings.text'));
    for (const line of text('findings.github').trim().split('\n')) {
      expect(line).toMatch(/^::(error|warning|notice) file=[^:]*::/u);
      expect(line.replace(/^::\w+ [^:]*::/u, '')).not.toMatch(/^\s*::|\r/u);
    }
    expectHarmless(rendered(text('findings.markdown')), MARKDOWN);
  });
});

describe('its tables of a batch', () => {
  const batch = (out: string, ...args: string[]) =>
    evalx(['batch', at('in'), '--out', at(out), '--no-timings', '--lang', 'zh', ...args]);
  const isOurs = (name: string): boolean => /^[a-z]+\.(csv|jsonl|xlsx|parquet)$|^summary\.json$|^\./u.test(name);

  it('are text in every format, in files of our own names', async () => {
    const before = readdirSync(folder);
    const { code, stdout, stderr } = await batch('out', '--format', 'csv,jsonl,xlsx,parquet');
    expect(code).toBeLessThan(2);
    expectInert(stdout);
    expectInert(stderr.replace(/^evalx: /gmu, ''));
    expect(readdirSync(folder).filter((name) => !before.includes(name))).toEqual(['out']);
    const names = readdirSync(at('out'), { recursive: true, encoding: 'utf8' });
    expect(names.filter((name) => !isOurs(name))).toEqual([]);
    for (const name of names) {
      if (name.endsWith('.csv')) expect((await csvRows(text(`out/${name}`))).flat().filter(isFormula)).toEqual([]);
      if (name.endsWith('.jsonl')) for (const line of text(`out/${name}`).trim().split('\n')) JSON.parse(line);
      if (name.endsWith('.parquet')) {
        const bytes = readFileSync(at('out', name));
        const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
        expect((await parquetReadObjects({ file })).length).toBeGreaterThan(0);
      }
      if (name.endsWith('.xlsx')) expectNoFormula(name);
    }
    const indicators = (await csvRows(text('out/indicators.csv')))
      .flat()
      .map((cell) => squeezed(cell).replace(/^'/u, ''));
    for (const harm of CELLS[11] as string[]) expect(indicators).toContain(squeezed(harm));
    expect((await csvRows(text('out/files.csv'))).flat().join('')).toContain('::error file=x::<b>');
  });

  it('are sheets of legal names in the workpaper, whose own formulas are all there are', async () => {
    expect((await batch('paper', '--layout', 'workpaper', '--format', 'xlsx')).code).toBeLessThan(2);
    const [name] = readdirSync(at('paper')).filter((entry) => entry.endsWith('.xlsx')) as [string];
    for (const sheet of readXlsx(readFileSync(at('paper', name)))) {
      expect(sheet.name).toMatch(/^[^[\]:*?/\\]{1,31}$/u);
      every(sheet.xml, (element) => {
        const formula = element.name === 'f' ? textOf(element).replace(/'(?:[^']|'')+'!/gu, 'S!') : '';
        expect(formula).toMatch(/^[\w\s()+\-*/=<>,.:"$&!]*$/u);
        expectOwnLink(element);
      });
    }
    expect(existsSync('/tmp/evalx')).toBe(false);
  });

  function expectNoFormula(name: string): void {
    for (const sheet of readXlsx(readFileSync(at('out', name)))) {
      every(sheet.xml, (element) => {
        expect(element.name).not.toBe('f');
        expectOwnLink(element);
      });
    }
  }

  /** Links lead to other sheets of the workbook alone. */
  function expectOwnLink({ name, attributes }: Element): void {
    expect(name).not.toBe('oleObject');
    if (name !== 'hyperlink') return;
    expect(attributes).not.toHaveProperty('r:id');
    expect(attributes['location']).toMatch(/^'(?:[^']|'')+'![A-Z]+\d+$/u);
  }
});
