import { describe, expect, it } from 'vitest';
import { REPORTS } from '../cli/run.js';
import { node, root } from './installed.js';

/** The files of ours, and the packages, that a program loads; those of the bundle by their names there. */
function loads(program: string): Set<string> {
  const told = `
    process.on('exit', () => process.stdout.write(JSON.stringify(Object.keys(createRequire(import.meta.url).cache))));`;
  const source = `import { createRequire } from 'node:module';${told}\n${program}`;
  const { code, stdout, stderr } = node(root, '--input-type=module', '--eval', source);
  expect([code, stderr]).toEqual([0, '']);
  return new Set((JSON.parse(stdout) as string[]).map((path) => /bundle[\\/](.*)\.cjs$/u.exec(path)?.[1] ?? path));
}

/** Each package has a part of its own in the bundle, but for commander. */
const ALL = ['zod', 'pdfjs', 'fast-csv', 'hyparquet-writer', 'hucre', 'yaml', 'commands'];
const packages = (loaded: Set<string>): string[] => ALL.filter((name) => loaded.has(name));

describe('the library loads what it needs', () => {
  it('to be there: nothing that reads or writes', () => {
    const loaded = loads("await import('evalx'); await import('evalx/output');");
    expect(loaded).toContain('library');
    expect(packages(loaded)).toEqual([]);
    expect(loaded).not.toContain('reading');
  });

  it('to read: pdfjs alone', () => {
    const loaded = loads(
      `const { parse } = await import('evalx'); await parse('${REPORTS}', { pictureCheck: 'never' });`,
    );
    expect(packages(loaded)).toEqual(['pdfjs']);
  });

  it('to read within limits: nothing here, where another process reads', () => {
    const loaded = loads(
      `const { parse } = await import('evalx'); await parse('${REPORTS}', { limits: { seconds: 300 } });`,
    );
    expect(packages(loaded)).toEqual([]);
    expect(loaded).not.toContain('reading');
  });

  it('to write: what the format needs', () => {
    const write = (name: string): string => `const o = await import('evalx/output'); await o.${name}([]);`;
    expect(packages(loads(write('toCsv')))).toEqual(['fast-csv']);
    expect(packages(loads(write('toParquet')))).toEqual(['hyparquet-writer']);
    expect(packages(loads(write('toSarif')))).toEqual([]);
  });

  it('to check a document that is read back: zod, with evalx/contract alone', () => {
    expect(packages(loads("await import('evalx/contract');"))).toEqual(['zod']);
  });
});
