import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const page = (name: string): string => readFileSync(join(root, 'docs', name), 'utf8');
const exampleOf = (text: string): string => /^```js\n(.*?)^```/msu.exec(text)?.[1] ?? '';

describe('docs/api.md', () => {
  it('has an example that works as it stands', async () => {
    const example = exampleOf(page('api.md'));
    const run = promisify(execFile)(process.execPath, ['--input-type=module', '--eval', example], { cwd: root });
    const { stdout, stderr } = await run;
    expect(stderr).toBe('');
    const lines = stdout.trim().split('\n');
    expect(lines[0]).toBe('missing.pdf: file-not-found');
    expect(lines.at(-1)).toBe('true 2.1.0');
    expect(lines.slice(1, -1).length).toBeGreaterThan(0);
    for (const line of lines.slice(1, -1)) expect(line).toMatch(/^page \d+: .+ \([a-z0-9-]+\)$/u);
  });

  it('has the same example and headings in both languages', () => {
    const headings = (text: string): string[] => text.match(/^##+ .*$/gmu) ?? [];
    expect(exampleOf(page('api.zh.md'))).toBe(exampleOf(page('api.md')));
    expect(headings(page('api.zh.md'))).toEqual(headings(page('api.md')));
    expect(headings(page('api.md')).length).toBeGreaterThan(40);
  });
});
