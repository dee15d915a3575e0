import { execFile, execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { CI_FILES } from '../src/cli/init/ci-files.js';
import { REPORTS, root } from './cli/run.js';

const folder = mkdtempSync(join(tmpdir(), 'evalx-ci-'));
const project = join(folder, 'project');
/** Where an installed evalx would be. */
const bin = join(folder, 'runner/evalx/bin');
afterAll(() => rmSync(folder, { recursive: true }));

const read = (name: string): string => readFileSync(join(root, name), 'utf8');
const git = (...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', '-c', 'init.defaultBranch=main', ...args], {
    cwd: project,
    encoding: 'utf8',
  });

/** A project whose main branch is strict, and a branch that hands in a form along with a config that turns a rule off. */
beforeAll(() => {
  mkdirSync(join(project, 'reports'), { recursive: true });
  mkdirSync(bin, { recursive: true });
  symlinkSync(join(root, 'bin/evalx.js'), join(bin, 'evalx'));
  git('init', '--quiet');
  git('remote', 'add', 'origin', project);
  writeFileSync(join(project, 'evalx.config.yaml'), 'rules:\n  funds-sum-mismatch: error\n');
  git('add', '-A');
  git('commit', '--quiet', '-m', 'strict');
  git('checkout', '--quiet', '-b', 'handed-in');
  cpSync(join(root, REPORTS), join(project, 'reports', '-a $(b).pdf'));
  writeFileSync(join(project, 'evalx.config.yaml'), 'rules:\n  funds-sum-mismatch: off\n');
  git('add', '-A');
  git('commit', '--quiet', '-m', 'handed in');
});
beforeEach(() => void git('checkout', '--quiet', '--force', 'handed-in', '--', '.'));

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a script as a build server does, in the checkout of what is handed in. */
const bash = (script: string, env: Readonly<Record<string, string>> = {}): Promise<Ended> =>
  new Promise((resolve) => {
    const PATH = `${bin}:${process.env['PATH'] ?? ''}`;
    const options = { cwd: project, env: { PATH, LANG: 'en_US.UTF-8', HOME: folder, ...env } };
    execFile('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], options, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
    );
  });

describe.each(['docs/ci.md', 'docs/ci.zh.md'])('%s', (name) => {
  it.each(Object.entries(CI_FILES))('shows the file of %s that evalx init writes', (_, { path, content }) => {
    expect(read(name)).toContain(`\n${content}\`\`\`\n`);
    expect(read(name)).toContain(`\`${path}\``);
  });
});

/** The script of a file, from where evalx is installed; and what stands in it of the branch that it goes to. */
const SCRIPTS = {
  gitlab: () => [
    parse(CI_FILES.gitlab.content).forms.script.slice(2).join('\n'),
    'CI_MERGE_REQUEST_TARGET_BRANCH_NAME',
  ],
  azure: () => [scriptOf(parse(CI_FILES.azure.content).steps[1].bash), 'SYSTEM_PULLREQUEST_TARGETBRANCH'],
  gitea: () => [scriptOf(parse(CI_FILES.gitea.content).jobs.validate.steps[1].run), 'GITHUB_BASE_REF'],
  jenkins: () => [scriptOf(/sh '''\n(.*?)'''/su.exec(CI_FILES.jenkins.content)?.[1] ?? ''), 'CHANGE_TARGET'],
} as const satisfies Record<string, () => string[]>;

const scriptOf = (text: string): string =>
  text
    .split('\n')
    .filter((line) => !/curl|npm install/u.test(line))
    .join('\n');

describe.each(Object.entries(SCRIPTS))('the file of %s', (name, parts) => {
  const [script = '', target = ''] = parts();

  it('obeys the config of the branch that a request goes to', async () => {
    const env = { NPM_CONFIG_PREFIX: join(bin, '..') };
    const asked = await bash(script, { ...env, [target]: name === 'azure' ? 'refs/heads/main' : 'main' });
    expect([asked.code, asked.stdout.includes('funds-sum-mismatch')]).toEqual([1, true]);
    git('checkout', '--quiet', '--force', 'handed-in', '--', '.');
    expect((await bash(script, env)).stdout).not.toContain('funds-sum-mismatch');
  });
});

it('the workflow of GitHub gives the action what it takes', () => {
  const { with: given } = parse(CI_FILES.github.content).jobs.validate.steps[1];
  const { inputs } = parse(read('action.yml'));
  expect(Object.keys(given).filter((input) => !(input in inputs))).toEqual([]);
  expect(Object.keys(inputs)).toEqual(['paths', 'config', 'options', 'tarball']);
});

it('the hook takes the names of files', async () => {
  const entry = /entry: (evalx .*)/.exec(read('docs/ci.md'))?.[1];
  const { code, stdout } = await bash(`cd reports && ${entry} '-a $(b).pdf'`);
  expect([code, /^ +error +page 1 /mu.test(stdout)]).toEqual([1, true]);
});

describe('action.yml', () => {
  const action = join(root, '.ci/action.sh');
  const env = { RUNNER_TEMP: join(folder, 'runner'), GITHUB_ACTIONS: 'true', EVALX_CONFIG: '', EVALX_OPTIONS: '' };

  it('checks the paths, each a line, and marks the files', async () => {
    const { code, stdout } = await bash(`bash ${action} validate`, {
      ...env,
      EVALX_PATHS: 'reports\n',
      EVALX_CONFIG: 'evalx.config.yaml',
      GITHUB_BASE_REF: 'main',
    });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^::error file=reports\/-a \$\(b\)\.pdf/m);
    expect(stdout).toContain('funds-sum-mismatch');
    expect(stdout).toContain('1 file, 4 forms');
  });

  it('passes options word by word, and runs nothing of them', async () => {
    const EVALX_OPTIONS = '--rule=funds-sum-mismatch=off\n\n--format=json\n--output=$(touch owned) out.json';
    const EVALX_PATHS = 'reports/-a $(b).pdf\n$(touch owned).pdf';
    const { code, stderr } = await bash(`bash ${action} validate`, { ...env, EVALX_PATHS, EVALX_OPTIONS });
    expect(code).toBe(3);
    expect(stderr).toContain('evalx: $(touch owned).pdf: there is no PDF file here');
    expect(JSON.parse(readFileSync(join(project, '$(touch owned) out.json'), 'utf8')).files).toHaveLength(2);
    expect((await bash('test ! -e owned')).code).toBe(0);
  });

  it.each(['main', '0a1b2c3', 'v1'])('says which tag it needs at %s', async (tag) => {
    const asked = { ...env, EVALX_TARBALL: '', EVALX_REPOSITORY: 'https://example.invalid/o/evalx', EVALX_TAG: tag };
    const { code, stdout } = await bash(`bash ${action} install`, asked);
    expect([code, stdout.startsWith('::error::evalx: use the action at the tag of a release')]).toEqual([2, true]);
  });

  it('runs that script, with what it takes as variables', () => {
    const steps = parse(read('action.yml')).runs.steps.slice(1);
    expect(steps.map(({ run }: { run: string }) => run)).toEqual([
      'bash "$GITHUB_ACTION_PATH/.ci/action.sh" install',
      'bash "$GITHUB_ACTION_PATH/.ci/action.sh" validate',
    ]);
    const taken = (text: string): string[] =>
      [...new Set([...text.matchAll(/\$\{?(EVALX_\w+)/gu)].map(([, one]) => one ?? ''))].sort();
    expect(steps.flatMap(({ env: given }: { env: object }) => Object.keys(given)).sort()).toEqual(
      taken(read('.ci/action.sh')),
    );
  });
});
