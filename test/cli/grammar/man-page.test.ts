import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { allCommands, commandTree } from '../../../src/cli/completion/command-tree.js';
import { createProgram } from '../../../src/cli/start/program.js';
import { root } from '../run.js';

const path = join(root, 'dist/man/evalx.1');
const page = readFileSync(path, 'utf8');
/** As roff has it: a minus sign that is one. */
const inRoff = (text: string): string => text.replaceAll('-', '\\-');

it('the man page has every command, and every flag of it', () => {
  const leaves = allCommands(commandTree(createProgram('en'))).filter(
    ({ commands, path }) => commands.length === 0 && path.at(-1) !== 'help',
  );
  expect(leaves.length).toBeGreaterThan(15);
  for (const { path: words, options } of leaves) {
    const section = page.split('\n.SS ').find((one) => one.startsWith(`"${inRoff(['evalx', ...words].join(' '))} `));
    for (const flag of options.flatMap(({ flags }) => flags))
      if (!/^(?:-h|--help)$/u.test(flag)) expect(section, words.join(' ')).toContain(inRoff(flag));
  }
});

it.skipIf(spawnSync('groff', ['--version']).error !== undefined)('groff has nothing to say against it', () => {
  const { status, stderr } = spawnSync('groff', ['-man', '-ww', '-k', '-Tutf8', path], { encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
});
