import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { allCommands, commandTree } from '../../../src/cli/completion/command-tree.js';
import { SHELLS } from '../../../src/cli/completion/shells.js';
import { createProgram } from '../../../src/cli/start/program.js';

const folder = mkdtempSync(join(tmpdir(), 'evalx-'));
afterAll(() => rmSync(folder, { recursive: true }));

const tree = commandTree(createProgram('en'));
const has = (program: string): boolean => spawnSync(program, ['--version']).error === undefined;

/** What bash offers for the last of the words. */
function offered(...words: string[]): string[] {
  const script = join(folder, 'evalx.bash');
  writeFileSync(script, SHELLS.bash(tree));
  writeFileSync(join(folder, 'report.pdf'), '');
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is bash.
  const ask = 'source "$0"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _evalx; printf "%s\\n" "${COMPREPLY[@]}"';
  const text = execFileSync('bash', ['--norc', '-c', ask, script, 'evalx', ...words], {
    cwd: folder,
    encoding: 'utf8',
  });
  return text.split('\n').filter(Boolean);
}

describe.skipIf(!has('bash'))('in bash', () => {
  it.each([
    [['pa'], ['parse']],
    [['queue', 'a'], ['add']],
    [['queue', 'add', '--re'], ['--redis']],
    [
      ['tables', '-f', ''],
      ['json', 'csv', 'markdown', 'html', 'xlsx'],
    ],
    [['tables', '--format', 'm'], ['markdown']],
    [['batch', 'x', '-f', 'csv,x'], ['csv,xlsx']],
    [['completion', 'z'], ['zsh']],
    [['parse', 'rep'], ['report.pdf']],
    [['parse', 'report.pdf', '-o', 'rep'], ['report.pdf']],
    [['explain', 'rep'], []],
  ])('%j is completed', (words, expected) => {
    expect(offered(...words)).toEqual(expected);
  });
});

describe.each(Object.entries(SHELLS))('the script for %s', (name, script) => {
  const text = script(tree);

  it('knows every command, every flag and every value', () => {
    for (const { path, options, choices } of allCommands(tree)) {
      for (const word of [...path, ...choices]) expect(text).toContain(word);
      for (const { flags, choices: values } of options) {
        // fish writes `-l output` for `--output`.
        for (const flag of flags) expect(text).toContain(name === 'fish' ? flag.replace(/^-+/u, '') : flag);
        for (const value of values) expect(text).toContain(value);
      }
    }
  });

  it.skipIf(name === 'powershell' || !has(name))('is understood by the shell', () => {
    const file = join(folder, `evalx.${name}`);
    writeFileSync(file, text);
    const { status, stderr } = spawnSync(name, ['-n', file], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
  });
});

it.skipIf(!has('fish'))('fish offers values and files where they belong', () => {
  const file = join(folder, 'evalx.fish');
  writeFileSync(file, SHELLS.fish(tree));
  const ask = (line: string): string[] =>
    execFileSync('fish', ['-N', '-c', `source ${file}; complete -C'${line}'`], { cwd: folder, encoding: 'utf8' })
      .split('\n')
      .filter(Boolean)
      .map((one) => one.split('\t')[0] ?? '');
  writeFileSync(join(folder, 'report.pdf'), '');
  expect(ask('evalx queue a')).toEqual(['add']);
  expect(ask('evalx completion ')).toEqual(['bash', 'fish', 'powershell', 'zsh']);
  expect(ask('evalx parse rep')).toEqual(['report.pdf']);
  expect(ask('evalx tables --form')).toEqual(['--format']);
});

it('what the help does not show is not offered', () => {
  const inspect = tree.commands.find(({ path }) => path[0] === 'inspect');
  expect(inspect?.options.flatMap(({ flags }) => flags)).not.toContain('--png');
});
