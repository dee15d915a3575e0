import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { inNewSpelling } from '../../../src/cli/grammar/old-spellings.js';
import { createProgram } from '../../../src/cli/start/program.js';
import { evalx } from '../run.js';

const leaves = (command: Command): Command[] =>
  command.commands.length === 0 ? [command] : command.commands.flatMap(leaves);
const nameOf = (command: Command): string => (command.parent ? `${nameOf(command.parent)} ${command.name()}` : 'evalx');
const COMMANDS = leaves(createProgram('en'))
  .filter((command) => command.name() !== 'help')
  .map((command) => ({ name: nameOf(command), options: command.options }));

describe('one grammar of flags', () => {
  it.each(COMMANDS)('$name calls alike what is alike', ({ options }) => {
    const byName = new Map(options.map((option) => [option.long, option]));
    expect(byName.has('--lang')).toBe(true);
    expect(byName.has('--out')).toBe(false);
    expect(byName.has('--page')).toBe(false);
    if (byName.has('--output')) expect(byName.get('--output')?.short).toBe('-o');
    const format = byName.get('--format');
    if (format) {
      expect(format.short).toBe('-f');
      expect(byName.has('--json')).toBe(format.argChoices?.includes('json') === true);
    }
  });

  it('--json is -f json', async () => {
    const [long, short] = await Promise.all([evalx(['families', '-f', 'json']), evalx(['families', '--json'])]);
    expect(short).toEqual(long);
    expect(JSON.parse(short.stdout)).toHaveLength(JSON.parse(long.stdout).length);
  });

  it('one format is taken where one is written', async () => {
    expect(await evalx(['tables', 'x.pdf', '-f', 'csv,xlsx'])).toEqual({
      code: 2,
      stdout: '',
      stderr:
        "evalx: option '-f, --format <format>' argument 'csv,xlsx' is invalid. Give one format here; see evalx tables --help\n",
    });
  });

  it.each([
    [
      'sometimes',
      "evalx: option '--ocr [mode]' argument 'sometimes' is invalid. Allowed choices are auto, always, never; see evalx parse --help\n",
    ],
    ['fixtures/bad/text.pdf', 'evalx: fixtures/bad/text.pdf: this is not a PDF; convert it to PDF first\n'],
  ])('--ocr %s', async (word, stderr) => {
    expect(
      (await evalx(['parse', '--ocr', word, ...(word === 'sometimes' ? ['fixtures/bad/text.pdf'] : [])])).stderr,
    ).toBe(stderr);
  });

  it.each([
    [['queue', 'add'], 'evalx queue add --help'],
    [['corrections', 'merge', '--no'], 'evalx corrections merge --help'],
    [['nothing'], 'evalx --help'],
  ])('an error of %j names its help', async (args, help) => {
    expect((await evalx(args)).stderr.trimEnd().endsWith(`see ${help}`)).toBe(true);
  });
});

describe('old spellings', () => {
  it('are kept, and told', () => {
    expect(inNewSpelling(['node', 'evalx', 'batch', 'x', '--out', 'y', '--page=3', '--output', 'z'])).toEqual({
      argv: ['node', 'evalx', 'batch', 'x', '--output', 'y', '--pages=3', '--output', 'z'],
      told: [
        { old: '--out', now: '--output' },
        { old: '--page', now: '--pages' },
      ],
    });
  });

  it('behind -- are files', () => {
    expect(inNewSpelling(['parse', '--', '--out'])).toEqual({ argv: ['parse', '--', '--out'], told: [] });
  });

  it('do the same', async () => {
    const [old, now] = await Promise.all([
      evalx(['inspect', 'fixtures/reference/reports.pdf', '--page', '2']),
      evalx(['inspect', 'fixtures/reference/reports.pdf', '--pages', '2']),
    ]);
    expect(old).toEqual(now);
    expect(now.stdout).toContain('<svg ');
  });
});
