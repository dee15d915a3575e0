import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evalx, REPORTS, root } from '../run.js';

/** The command line runs from a bundle; without it, or without what V8 had compiled of it, it does the same. */
const folder = mkdtempSync(join(tmpdir(), 'evalx-boot-'));
const bundle = join(folder, 'dist/bundle');
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeAll(() => {
  for (const name of ['bin', 'dist', 'package.json']) cpSync(join(root, name), join(folder, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
});

const FILES = [REPORTS, 'fixtures/bad/truncated.pdf', 'fixtures/hostile/trailer-gone.pdf'];
const commands = [
  ['parse', ...FILES],
  ['tables', REPORTS, '--format', 'markdown'],
  ['inspect', REPORTS],
  ['validate', REPORTS, '--format', 'json'],
  ['rules', '--format', 'json'],
  ['schema'],
  ['families'],
  ['doctor'],
];

/** Everything from the copied package. */
const copied = (args: readonly string[]) =>
  execFileSync(
    process.execPath,
    [
      '-e',
      `process.argv.splice(1, 0, 'evalx'); import(${JSON.stringify(join(folder, 'bin/evalx.js'))})`,
      '--',
      ...args,
    ],
    { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] },
  ).toString();

describe('the bundle', () => {
  it.each(commands)('does what the modules do: %s', async (...args) => {
    const [bundled, modules] = await Promise.all([evalx(args), evalx(args, { env: { EVALX_NO_BUNDLE: '1' } })]);
    expect(bundled).toEqual(modules);
  });

  it.each(['main', 'thread'])('brings compiled what it needs, and V8 takes it: %s', (name) => {
    const program = `
      const { loadBundle, loadedScripts } = await import(${JSON.stringify(join(root, 'dist/cli/thread/bundle.js'))});
      loadBundle(${JSON.stringify(name)});
      const refused = [...loadedScripts()].filter(([, script]) => script.cachedDataRejected !== false);
      process.stdout.write(JSON.stringify([loadedScripts().size, refused.map(([file]) => file)]));
      process.exit();`;
    const said = execFileSync(process.execPath, ['--input-type=module', '-e', program]).toString();
    const [loaded, refused] = JSON.parse(said);
    expect(loaded).toBeGreaterThan(1);
    expect(refused).toEqual([]);
  });

  /** The parts that are loaded with one at once, not when they are asked for. */
  const atOnce = (name: string, known = new Set<string>()): Set<string> => {
    if (known.has(name)) return known;
    known.add(name);
    const source = readFileSync(join(root, 'dist/bundle', name), 'utf8');
    for (const [, part = ''] of source.matchAll(/(?:const |,)require_[\w$]+=require\("\.\/([^"]+)"\)/gu))
      atOnce(part, known);
    return known;
  };
  const HEAVY = ['reading', 'ocr', 'pdfjs', 'zod', 'hucre', 'yaml', 'fast-csv', 'hyparquet-writer'];

  it.each([
    ['main', []],
    ['commands', []],
    ['thread', []],
    ['worker', ['reading']],
    ['child', []],
    ['library', []],
    ['writers', []],
    ['contract', ['zod']],
    ['reading', ['reading']],
  ])('%s loads at once no more of what is heavy than %j', (name, heavy) => {
    const loaded = atOnce(`${name}.cjs`);
    expect(loaded.size).toBeGreaterThan(2);
    expect(HEAVY.filter((part) => loaded.has(`${part}.cjs`))).toEqual(heavy);
    for (const part of HEAVY) expect(existsSync(join(root, 'dist/bundle', `${part}.cjs`))).toBe(true);
  });

  it('brings the licences of what is in it', () => {
    const text = execFileSync('cat', [join(root, 'dist/bundle/LICENSES.txt')]).toString();
    expect(text).toContain('pdfjs-dist 5.6.205 (Apache-2.0)');
    expect(text).toContain('commander 14.');
  });

  it('is compiled anew where nothing fits, and left where it is not there', () => {
    const expected = copied(['parse', REPORTS]);
    expect(JSON.parse(expected).reports).toHaveLength(4);
    const caches = readdirSync(bundle).filter((name) => name.endsWith('.cache'));
    expect(caches.length).toBeGreaterThan(4);
    for (const name of caches) truncateSync(join(bundle, name), 20);
    expect(copied(['parse', REPORTS])).toBe(expected);
    for (const name of caches) writeFileSync(join(bundle, name), 'not of V8'.repeat(1000));
    expect(copied(['parse', REPORTS])).toBe(expected);
    for (const name of caches) rmSync(join(bundle, name));
    expect(copied(['parse', REPORTS])).toBe(expected);
    rmSync(bundle, { recursive: true });
    expect(copied(['parse', REPORTS])).toBe(expected);
  });
});
