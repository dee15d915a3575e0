import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VALIDATE_FORMATS } from '../src/cli/commands/checking/outputs.js';
import { configSchema, FAIL_ON } from '../src/contract/config.js';
import { RULES } from '../src/validator/rules.js';
import { REPORTS, root } from './cli/run.js';

const folder = mkdtempSync(join(tmpdir(), 'evalx-ci-'));
beforeAll(() => {
  mkdirSync(join(folder, 'reports'));
  cpSync(join(root, REPORTS), join(folder, 'reports', '-a $(b).pdf'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const read = (name: string): string => readFileSync(join(root, name), 'utf8');

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a script as a build server does, in a folder with reports/. */
const bash = (script: string, env: Readonly<Record<string, string>> = {}): Promise<Ended> =>
  new Promise((resolve) => {
    const options = { cwd: folder, env: { PATH: process.env['PATH'] ?? '', ...env } };
    execFile('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], options, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
    );
  });

describe.each(['docs/validate.md', 'docs/validate.zh.md'])('%s', (name) => {
  const text = read(name);
  const blocks = (language: string): string[] =>
    [...text.matchAll(/^```(\w+)\n(.*?)^```/gms)].flatMap(([, of, block]) => (of === language && block ? [block] : []));

  it('shows a config that is right', async () => {
    const [config = ''] = blocks('json');
    expect(configSchema.safeParse(JSON.parse(config)).error).toBeUndefined();
    const known = new Set(RULES.map(({ id }) => id));
    expect(Object.keys(JSON.parse(config).rules).filter((id) => !known.has(id))).toEqual([]);
  });

  it('names every format, severity and exit code', () => {
    for (const word of [...VALIDATE_FORMATS, ...FAIL_ON]) expect(text).toMatch(new RegExp(`\\b${word}\``));
    for (const code of [0, 1, 2, 3]) expect(text).toMatch(new RegExp(`^\\| ${code} `, 'm'));
  });

  it('has a job of GitLab whose command writes the reports that it names', async () => {
    const [, gitlab = ''] = blocks('yaml');
    const command = /- (node \/tmp\/evalx\/.*)/.exec(gitlab)?.[1] ?? '';
    const { code, stdout, stderr } = await bash(command.replaceAll('/tmp/evalx', root));
    expect([code, stderr]).toEqual([1, '']);
    expect(stdout).toContain('funds-sum-mismatch');
    const [, json = '', xml = ''] = /codequality: (\S+)\s+junit: (\S+)/.exec(gitlab) ?? [];
    expect(JSON.parse(readFileSync(join(folder, json), 'utf8'))).toHaveLength(16);
    expect(readFileSync(join(folder, xml), 'utf8')).toContain('</testsuites>');
  });

  it('has a workflow of GitHub that gives the action what it takes', () => {
    const [github = ''] = blocks('yaml');
    const given = [...(github.split('with:')[1]?.matchAll(/^ {10}(\w+):/gm) ?? [])].map(([, input]) => input);
    const taken = [...(read('action.yml').split('runs:')[0] ?? '').matchAll(/^ {2}(\w+):$/gm)].map(
      ([, input]) => input,
    );
    expect(taken).toEqual(['paths', 'options']);
    expect(given).toEqual(taken);
  });

  it('has a hook that takes the names of files', async () => {
    const [, , hook = ''] = blocks('yaml');
    const entry = /entry: evalx (.*)/.exec(hook)?.[1];
    const { code, stdout } = await bash(`cd reports && node ${root}/bin/evalx.js ${entry} '-a $(b).pdf'`);
    expect([code, stdout.includes('funds-sum-mismatch')]).toEqual([1, true]);
  });
});

describe('action.yml', () => {
  const script = (/ {6}run: \|\n(( {8}.*\n)+)$/.exec(read('action.yml'))?.[1] ?? '').replaceAll(/^ {8}/gm, '');
  const env = { EVALX_BIN: join(root, 'bin/evalx.js'), GITHUB_ACTIONS: 'true', LANG: 'en_US.UTF-8' };

  it('checks the paths, each a line, and marks the files', async () => {
    const { code, stdout } = await bash(script, { ...env, EVALX_PATHS: 'reports\n', EVALX_OPTIONS: '' });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^::error file=reports\/-a \$\(b\)\.pdf/m);
    expect(stdout).toContain('1 file, 4 forms');
  });

  it('passes options word by word, and runs nothing of them', async () => {
    const EVALX_OPTIONS = '--rule=funds-sum-mismatch=off\n\n--format=json\n--output=$(touch owned) out.json';
    const EVALX_PATHS = 'reports/-a $(b).pdf\n$(touch owned).pdf';
    const { code, stderr } = await bash(script, { ...env, EVALX_PATHS, EVALX_OPTIONS });
    expect(code).toBe(3);
    expect(stderr).toContain('evalx: $(touch owned).pdf: there is no PDF file here');
    expect(JSON.parse(readFileSync(join(folder, '$(touch owned) out.json'), 'utf8')).files).toHaveLength(2);
    expect((await bash('test ! -e owned')).code).toBe(0);
  });
});
