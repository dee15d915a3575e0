import { execFileSync } from 'node:child_process';
import {
  chownSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FINDINGS_FORMATS } from '../../../src/output/findings/formats.js';
import { evalx, fixture, REPORTS } from '../run.js';

let folder = '';
const at = (...names: string[]): string => join(folder, ...names);
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'evalx-config-')));
  mkdirSync(at('repo', '.git'), { recursive: true });
  mkdirSync(at('repo', 'work'));
  mkdirSync(at('repo', 'inbox'));
  mkdirSync(at('outside'));
  writeFileSync(at('repo', 'inbox', 'a.pdf'), fixture(REPORTS));
});
afterEach(() => rmSync(folder, { recursive: true }));

const CONFIG = JSON.stringify({ failOn: 'never' });
const put = (...names: string[]): string => {
  writeFileSync(at(...names), CONFIG);
  return at(...names);
};
const run = (args: readonly string[], cwd = at('repo', 'work'), env = {}) =>
  evalx(['validate', ...args, '--lang', 'en'], { cwd, env });

/** The config that a run would use. */
async function configIn(cwd: string, env = {}): Promise<string | null> {
  const { code, stdout, stderr } = await run(['a.pdf', '--print-config'], cwd, env);
  expect([code, stderr]).toEqual([0, '']);
  return JSON.parse(stdout).file;
}

async function refused(path: string, said: string, args: readonly string[] = ['a.pdf', '--print-config']) {
  const { code, stdout, stderr } = await run(args);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(/^[^\n]*\n$/);
  expect(stderr).toContain(`evalx: ${path}: ${said}`);
}

describe('the config', () => {
  it('is never that beside an input', async () => {
    put('repo', 'inbox', 'evalx.config.json');
    writeFileSync(at('repo', 'inbox', 'package.json'), JSON.stringify({ evalx: { failOn: 'never' } }));
    for (const input of ['../inbox/a.pdf', '../inbox', at('repo', 'inbox', '*.pdf')]) {
      const { code, stdout } = await run([input, '-f', 'json']);
      expect([code, JSON.parse(stdout).config]).toEqual([1, null]);
    }
  });

  it('is not obeyed where it stands with what is checked, unless that is trusted', async () => {
    const path = put('repo', 'inbox', 'evalx.config.json');
    const inbox = at('repo', 'inbox');
    for (const input of ['a.pdf', '.', '*.pdf', './a.pdf', '..']) {
      const { code, stdout, stderr } = await run([input, '-f', 'json'], inbox);
      expect([code, JSON.parse(stdout).config], input).toEqual([1, null]);
      expect(stderr).toContain(`evalx: ${path}: not obeyed`);
      expect(stderr).toContain('--trust-input-config');
    }
    for (const flags of [['--trust-input-config'], ['--config', 'evalx.config.json']]) {
      const { code, stderr } = await run(['a.pdf', ...flags], inbox);
      expect([code, stderr]).toEqual([0, '']);
    }
    const { code, stderr } = await run(['a.pdf', '--no-config'], inbox);
    expect([code, stderr]).toEqual([1, '']);
  });

  it('is not even read there: who hands in one that is broken stops nothing', async () => {
    const inbox = at('repo', 'inbox');
    writeFileSync(at('repo', 'inbox', 'evalx.config.yaml'), 'rules: [');
    writeFileSync(at('repo', 'inbox', 'package.json'), '{"evalx": {"failOn": "never"}}');
    const { code, stderr } = await run(['a.pdf'], inbox);
    expect(code).toBe(1);
    expect(stderr.match(/not obeyed/gu)).toHaveLength(2);
    const above = put('repo', 'evalx.config.json');
    expect((await run(['a.pdf'], inbox)).code).toBe(0);
    expect(JSON.parse((await run(['a.pdf', '-f', 'json'], inbox)).stdout).config).toBe(above);
  });

  it('may be YAML, of which nothing but plain values is taken', async () => {
    const yaml = at('repo', 'work', 'evalx.config.yaml');
    writeFileSync(yaml, '# strict\nrules:\n  # nothing yet\nfailOn: never\ntolerances: { score: 0.1 }\n');
    expect(await configIn(at('repo', 'work'))).toBe(yaml);
    for (const [text, said] of [
      ['failOn: [', 'it is no YAML ('],
      ['failOn: never\nfailOn: error', 'it is no YAML (Map keys must be unique'],
      ['failon: never', '"failon": there is no such setting (did you mean failOn?)'],
      ['rules: !!js/function "x"', 'it is no YAML ('],
      [
        'overrides:\n  - files: ["a"]\n    rule: {}',
        '"overrides.0.rule": there is no such setting (did you mean rules?)',
      ],
      ['overrides:\n  - files: ["a"]\n    rules: { x: off }', '"overrides.0.rules.x": there is no such rule'],
      ['suppressions:\n  - rule: rate-base\n    until: 2027-01-01', '"suppressions.0.reason": '],
      ['suppressions:\n  - { rule: rate-base, reason: x, until: soon }', '"suppressions.0.until": '],
      ['a: &a [1]\nb: [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]', 'it is no YAML ('],
    ] as const) {
      writeFileSync(yaml, text);
      await refused(yaml, said);
    }
    writeFileSync(yaml, '');
    const json = put('repo', 'work', 'evalx.config.json');
    await refused(yaml, `${json} stands beside it`);
  });

  it('is the nearest, up to the root of the repository', async () => {
    put('evalx.config.json');
    expect(await configIn(at('repo', 'work'))).toBeNull();
    const root = put('repo', 'evalx.config.json');
    expect(await configIn(at('repo', 'work'))).toBe(root);
    writeFileSync(at('repo', 'work', 'package.json'), JSON.stringify({ evalx: {} }));
    expect(await configIn(at('repo', 'work'))).toBe(at('repo', 'work', 'package.json'));
    const own = put('repo', 'work', 'evalx.config.json');
    expect(await configIn(at('repo', 'work'))).toBe(own);
    writeFileSync(at('repo', 'inbox', 'package.json'), JSON.stringify({ name: 'x' }));
    expect(await configIn(at('repo', 'inbox'))).toBe(root);
  });

  it('is looked for up to the home folder, and elsewhere in the working folder alone', async () => {
    const path = put('evalx.config.json');
    expect(await configIn(at('outside'), { HOME: folder })).toBe(path);
    expect(await configIn(at('outside'), { HOME: at('repo') })).toBeNull();
    expect(await configIn(folder, { HOME: at('repo') })).toBe(path);
  });

  it('is a small file that was read as a whole', async () => {
    const path = at('repo', 'work', 'evalx.config.json');
    writeFileSync(path, `{${' '.repeat(2 << 20)}}`);
    await refused(path, 'it is larger than 1 MB; ');
    rmSync(path);
    mkdirSync(path);
    await refused(path, 'it is no file; ');
    rmSync(path, { recursive: true });
    execFileSync('mkfifo', [path]);
    await refused(path, 'it is no file; ');
    await refused('evalx.config.json', 'it is no file; ', ['a.pdf', '--config', 'evalx.config.json']);
    await refused('/dev/zero', 'it is no file; ', ['a.pdf', '--config', '/dev/zero']);
    await refused('nowhere', 'it cannot be read (ENOENT)', ['a.pdf', '--config', 'nowhere']);
  });

  it('is no link, unless it is named', async () => {
    const path = at('repo', 'work', 'evalx.config.json');
    symlinkSync(put('outside', 'c.json'), path);
    await refused(path, 'it is a link');
    expect((await run(['../inbox/a.pdf', '--config', path])).code).toBe(0);
    rmSync(path);
    symlinkSync('nowhere', path);
    await refused(path, 'it is a link');
    rmSync(path);
    const ofPackage = at('repo', 'work', 'package.json');
    writeFileSync(at('outside', 'p.json'), JSON.stringify({ evalx: {} }));
    symlinkSync(at('outside', 'p.json'), ofPackage);
    await refused(ofPackage, 'it is a link');
    writeFileSync(at('outside', 'p.json'), JSON.stringify({ name: 'x' }));
    expect(await configIn(at('repo', 'work'))).toBeNull();
  });

  it.skipIf(process.getuid?.() !== 0)('is of the user, unless it is named', async () => {
    const path = put('repo', 'evalx.config.json');
    chownSync(path, 65534, 65534);
    await refused(path, 'it belongs to another user; ');
    expect((await run(['../inbox/a.pdf', '--config', path])).code).toBe(0);
    rmSync(path);
    const ofPackage = at('repo', 'package.json');
    writeFileSync(ofPackage, JSON.stringify({ name: 'x' }));
    chownSync(ofPackage, 65534, 65534);
    expect(await configIn(at('repo', 'work'))).toBeNull();
    writeFileSync(ofPackage, JSON.stringify({ evalx: {} }));
    await refused(ofPackage, 'it belongs to another user; ');
  });

  it('is named by every format', async () => {
    const path = put('repo', 'evalx.config.json');
    const formats = Object.keys(FINDINGS_FORMATS);
    const { code, stdout } = await run([
      ...['../inbox/a.pdf', '-f', 'text'],
      ...formats.filter((name) => name !== 'text').flatMap((name) => ['-f', name, '-o', at(name)]),
    ]);
    expect([code, stdout.includes(path)]).toEqual([0, true]);
    for (const name of formats.filter((one) => one !== 'text')) {
      expect(readFileSync(at(name), 'utf8').replaceAll('\\', ''), name).toContain(path);
    }
  });
});
