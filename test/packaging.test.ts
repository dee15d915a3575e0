import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectedReports, REPORTS } from './cli/run.js';

/** The packed package in an empty folder, with the dependencies that it declares and no other. */
const root = join(import.meta.dirname, '..');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const ENTRIES: readonly { types: string; default: string }[] = ['.', './contract', './output'].map(
  (name) => manifest.exports[name],
);
let folder: string;
let installed: string;

/** What is in the package and matches, but for what matches the other. */
const packed = (pattern: RegExp, other = /^node_modules/u): string[] =>
  readdirSync(installed, { recursive: true, encoding: 'utf8' })
    .filter((file) => !/^node_modules/u.test(file) && pattern.test(file) && !other.test(file))
    .filter((file) => statSync(join(installed, file)).isFile())
    .sort();

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'evalx-'));
  // Without scripts: dist/ is built already, and other tests are running it.
  execFileSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], { cwd: root });
  const tarball = join(folder, `evalx-${manifest.version}.tgz`);
  execFileSync('tar', ['-xzf', tarball, '-C', folder]);
  installed = join(folder, 'package');
  for (const name of Object.keys(manifest.dependencies)) {
    const link = join(installed, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(root, 'node_modules', name), link);
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the package', () => {
  it('holds what it needs and no more', () => {
    expect(readdirSync(installed).sort()).toEqual(
      [
        'LICENSE',
        'README.md',
        'README.zh.md',
        'bin',
        'dist',
        'docs',
        'examples',
        'node_modules',
        'package.json',
      ].sort(),
    );
    expect(packed(/^dist/u, /\.(?:d\.ts|cjs)$/u)).toEqual(
      [
        ...['dist/index.js', 'dist/library/output.js', 'dist/contract/document.js'],
        ...['dist/library/guarded/child.js', 'dist/batch/worker.js'],
        ...['dist/cli/start/start.js', 'dist/cli/thread/start.js'],
        ...['dist/review/page.js', 'dist/review/page.css', 'dist/review/LICENSES.txt'],
        ...['dist/bundle/LICENSES.txt', 'dist/bundle/build-id', 'dist/config.schema.json', 'dist/man/evalx.1'],
      ].sort(),
    );
    expect(packed(/./u).filter((file) => /\.(?:cache|map|webp|tsbuildinfo)$/u.test(file))).toEqual([]);
  });

  it('is small', () => {
    expect(statSync(join(folder, `evalx-${manifest.version}.tgz`)).size).toBeLessThan(1_500_000);
  });

  it('has the types that can be reached from what callers import, and no others', () => {
    const reached = new Set<string>();
    const visit = (file: string): void => {
      if (reached.has(file)) return;
      reached.add(file);
      const source = readFileSync(join(installed, file), 'utf8');
      for (const [, id = ''] of source.matchAll(/['"](\.{1,2}\/[^'"]+)\.js['"]/gu))
        visit(`${join(dirname(file), id)}.d.ts`);
    };
    for (const { types } of ENTRIES) visit(join(types));
    expect(packed(/\.d\.ts$/u)).toEqual([...reached].sort());
    expect(reached.size).toBeGreaterThan(10);
  });

  it('has all that its code names: modules, parts of the bundle, files that stand beside a module', () => {
    const named = new Set<string>();
    for (const file of packed(/^(?:bin|dist)\/.*\.c?js$/u, /^dist\/review/u)) {
      const source = readFileSync(join(installed, file), 'utf8');
      const ids = source.matchAll(
        /(?:^import|^\}?.*\bfrom|require\(|\? '\.\/work\.js' :) *["'](\.{1,2}\/[\w./-]+)["']/gmu,
      );
      for (const [, id = ''] of ids) named.add(join(dirname(file), id));
    }
    expect(named).toContain(join('dist/bundle/pdfjs.cjs'));
    expect(named).toContain(join('dist/bundle/worker.cjs'));
    expect(named).toContain(join('dist/cli/start/start.js'));
    for (const file of readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.ts')) continue;
      const source = readFileSync(join(root, 'src', file), 'utf8');
      if (!source.includes('import.meta.url')) continue;
      const paths = source.matchAll(/(?:new URL\(|\btext\()'(\.[^']+)'/gu);
      for (const [, path = ''] of paths) named.add(join('dist', dirname(file), path));
    }
    expect(named).toContain(join('package.json'));
    expect(named).toContain(join('dist/review/page.css'));
    expect([...named].filter((file) => !existsSync(join(installed, file)))).toEqual([]);
  });

  it('runs as a command', () => {
    const run = (...args: string[]): string =>
      execFileSync(process.execPath, [join(installed, manifest.bin.evalx), ...args], { cwd: folder, encoding: 'utf8' });
    expect(run('--version')).toBe(`${manifest.version}\n`);
    expect(JSON.parse(run('parse', join(root, REPORTS))).reports).toEqual(expectedReports(REPORTS));
    expect(JSON.parse(run('schema')).title).toBe('evalx document');
  });

  it('says what is missing where no canvas is installed', () => {
    const command = [join(installed, manifest.bin.evalx), 'inspect', join(root, REPORTS)];
    const svg = spawnSync(process.execPath, command, { cwd: folder, encoding: 'utf8' });
    expect([svg.status, svg.stderr]).toEqual([0, '']);
    expect(svg.stdout).toContain('<svg');
    const png = spawnSync(process.execPath, [...command, '--output', 'page.png'], { cwd: folder, encoding: 'utf8' });
    expect(png.stderr).toMatch(/^evalx: [^\n]*: PNG needs the package @napi-rs\/canvas; npm install [^\n]*\n$/);
    expect([png.status, png.stdout, existsSync(join(folder, 'page.png'))]).toEqual([2, '', false]);
  });

  it('exports the library and the schemas', () => {
    const script = `
      import { readFileSync } from 'node:fs';
      import * as evalx from 'evalx';
      import { documentSchema } from 'evalx/contract';
      const { document } = await evalx.parse(readFileSync(${JSON.stringify(join(root, REPORTS))}));
      documentSchema.parse(document);
      console.log(Object.keys(evalx).sort().join(), document.reports.length);`;
    const example = join(installed, 'example.mjs');
    writeFileSync(example, script);
    expect(execFileSync(process.execPath, [example], { encoding: 'utf8' })).toBe(
      'DEFAULT_SETTINGS,EvalxError,READING_LIMITS,WORK_LIMITS,acceptFindings,applyCorrections,findTables,inspect,listFamilies,mergeCorrections,parse,parseMany,validate 4\n',
    );
  });

  it('has one class of errors, whatever is imported, also of what another process throws', () => {
    const script = `
      import { EvalxError, parse } from 'evalx';
      import { toCsv } from 'evalx/output';
      const errors = [
        parse('none.pdf'),
        parse('none.pdf', { limits: { seconds: 60 } }),
        toCsv([], { table: 'none' }),
      ].map((promise) => promise.then(() => null, (error) => error instanceof EvalxError && error.code));
      console.log((await Promise.all(errors)).join());`;
    writeFileSync(join(installed, 'errors.mjs'), script);
    expect(execFileSync(process.execPath, [join(installed, 'errors.mjs')], { encoding: 'utf8' })).toBe(
      'file-not-found,file-not-found,usage\n',
    );
  });

  it('pins the reader of PDFs exactly', () => {
    expect(manifest.dependencies['pdfjs-dist']).toBe('5.6.205');
  });
});
