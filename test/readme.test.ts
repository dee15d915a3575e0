import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { expectedReports, REPORTS } from './cli/run.js';

const run = promisify(execFile);
const root = join(import.meta.dirname, '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

const blocks = (language: string): string[] =>
  [...readme.matchAll(/^```(\w+)\n(.*?)^```/gms)].flatMap(([, name, text]) =>
    name === language && text ? [text] : [],
  );

/** Commands word for word, without what installs or runs these tests: .ci/run runs those. */
const commands = blocks('sh')
  .flatMap((block) => block.split('\n'))
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.replace(/^npm ci && (?!npm test)/, ''))
  .filter((line) => line !== 'npm ci && npm test');

/** Whether all that the excerpt shows stands in the whole; an array may go on. */
function shows(whole: unknown, excerpt: unknown): boolean {
  if (typeof excerpt !== 'object' || excerpt === null) return whole === excerpt;
  return Object.entries(excerpt).every(([key, part]) => shows((whole as Record<string, unknown>)[key], part));
}

const DOCS = ['README.md', 'SECURITY.md', 'CONTRIBUTING.md', 'ARCHITECTURE.md', 'action.yml'];

describe('the docs', () => {
  const files = [...DOCS, ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`), 'src/cli/run/doctor.ts'];

  it('name one way to install evalx: the name is not ours in any registry', () => {
    const lines = files.flatMap((name) => {
      const text = readFileSync(join(root, name), 'utf8');
      return [...text.matchAll(/(?:npm (?:install|i|exec|add)|npx)(?: [-\w]+)* [^\s`']*evalx[^\s`']*/gu)].map(
        ([line]) => line,
      );
    });
    expect(lines.length).toBeGreaterThan(3);
    expect([...new Set(lines)]).toEqual(['npm install --global ./evalx-*.tgz']);
  });
});

describe('README', () => {
  it('has the commands that newcomers run', () => {
    expect(readme).toContain(`\nnpm ci && node bin/evalx.js parse ${REPORTS}\n`);
    expect(readme).toContain('\nnpm ci && npm test\n');
    expect(commands.length).toBeGreaterThan(5);
  });

  it.each(commands)('%s', async (command) => {
    const { stdout, stderr } = await run('bash', ['-c', command], { cwd: root });
    expect(stderr).toBe('');
    if (/ (families|validate)( |$)/.test(command)) expect(stdout.trim().split('\n').length).toBeGreaterThan(5);
    else
      for (const line of stdout.includes('$schema') ? [stdout] : stdout.split('\n').filter(Boolean)) JSON.parse(line);
  });

  it('shows what the first command prints', async () => {
    const { stdout } = await run('bash', ['-c', commands[0] ?? ''], { cwd: root });
    const [excerpt = ''] = blocks('json');
    expect(JSON.parse(excerpt).reports[0].indicators).toHaveLength(1);
    expect(shows(JSON.parse(stdout), JSON.parse(excerpt))).toBe(true);
    expect(JSON.parse(stdout).reports).toEqual(expectedReports(REPORTS));
  });

  it('has a library example that works as it stands', async () => {
    const [example = ''] = blocks('js');
    const { stdout, stderr } = await run(process.execPath, ['--input-type=module', '--eval', example], { cwd: root });
    expect(stderr).toBe('');
    const reports = expectedReports(REPORTS) as { project: { name: string }; total: { score: number } }[];
    const lines = reports.map(({ project, total }, i) => `${project.name} ${total.score} page ${i + 1}\n`);
    expect(stdout).toBe(lines.join(''));
  });
});
