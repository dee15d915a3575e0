import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
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
let folder: string;
let installed: string;

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
    const files = readdirSync(join(installed, 'dist'), { recursive: true, encoding: 'utf8' });
    const modules = files.filter((file) => !file.startsWith('bundle'));
    // What the review page is made with.
    const page = /^review[\\/](?:page\.css|LICENSES\.txt)$/u;
    const rest = modules.filter((file) => file.includes('.') && !/\.(js|d\.ts)$/.test(file) && !page.test(file));
    expect(rest.sort()).toEqual(['config.schema.json', join('man', 'evalx.1')]);
    expect(modules.filter((file) => page.test(file))).toHaveLength(2);
    expect(existsSync(join(installed, 'dist/review/page.js'))).toBe(true);
    const bundle = files.filter((file) => /^bundle[\\/]/u.test(file));
    expect(bundle.filter((file) => !/\.cjs$|LICENSES\.txt$/.test(file))).toEqual([]);
    expect(bundle.length).toBeGreaterThan(10);
    for (const { types, default: code } of ['.', './contract', './output'].map((name) => manifest.exports[name])) {
      expect(existsSync(join(installed, types))).toBe(true);
      expect(existsSync(join(installed, code))).toBe(true);
    }
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

  it('pins the reader of PDFs exactly', () => {
    expect(manifest.dependencies['pdfjs-dist']).toBe('5.6.205');
  });
});
