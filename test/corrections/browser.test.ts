import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** What a module imports that is there when it runs, of ours and of others. */
function importsOf(path: string): string[] {
  const source = readFileSync(path, 'utf8');
  return [...source.matchAll(/^(?:import|export) (?!type\b)[^;]*?from '([^']+)';|import\('([^']+)'\)/gmu)]
    .filter(([statement]) => !/^(?:import|export) \{(?:\s*type [^,}]+,?)+\s*\}/u.test(statement))
    .map(([, from, loaded]) => from ?? loaded ?? '');
}

describe('what the review page takes of the corrections', () => {
  it.each(['apply', 'accept', 'merge', 'fields', 'correct-read', 'find'])('%s runs in a browser', (name) => {
    const seen = new Set<string>();
    const others = new Set<string>();
    const follow = (path: string): void => {
      if (seen.has(path)) return;
      seen.add(path);
      for (const from of importsOf(path)) {
        if (from.startsWith('.')) follow(join(dirname(path), from.replace(/\.js$/u, '.ts')));
        else others.add(from);
      }
    };
    follow(join(import.meta.dirname, `../../src/corrections/${name}.ts`));
    expect([...others]).toEqual([]);
    expect(seen.size).toBeLessThan(25);
  });

  it('sees what is no type', () => {
    expect(importsOf(join(import.meta.dirname, '../../src/contract/schema/corrections.ts'))).toEqual(['zod']);
  });
});
