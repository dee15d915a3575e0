import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { evalx, fixture, REPORTS, root } from './run.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'evalx-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('standard input and output', () => {
  it('reads standard input as -', async () => {
    const [fromFile, fromStdin] = await Promise.all([
      evalx(['parse', REPORTS]),
      evalx(['parse', '-'], { input: fixture(REPORTS) }),
    ]);
    const expected = JSON.parse(fromFile.stdout);
    expected.source.file = '-';
    expect(expected.reports).toHaveLength(4);
    expect(JSON.parse(fromStdin.stdout)).toEqual(expected);
    expect(fromStdin.code).toBe(0);
  });

  it('names standard input in a message', async () => {
    const { code, stderr } = await evalx(['parse', '-'], { input: 'no PDF' });
    expect(stderr).toBe('evalx: standard input: this is not a PDF; convert it to PDF first\n');
    expect(code).toBe(3);
  });

  it('ends quietly when the reader has seen enough', () => {
    // More documents than a pipe holds, so that evalx is still writing when head leaves.
    const files = Array(8).fill(REPORTS).join(' ');
    const script = `"$0" bin/evalx.js parse ${files} | head -n 1 | wc -l; echo "\${PIPESTATUS[0]}"`;
    const { stdout, stderr } = spawnSync('bash', ['-c', script, process.execPath], { cwd: root, encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(stdout.trim().split(/\s+/)).toEqual(['1', '0']);
  });

  it.skipIf(!existsSync('/dev/full'))('says when a device that it is to write is full', async () => {
    const { code, stdout, stderr } = await evalx(['parse', REPORTS, '-o', '/dev/full']);
    expect(stderr).toBe('evalx: /dev/full: it cannot be written (ENOSPC); check the folder and the free space\n');
    expect([code, stdout]).toEqual([2, '']);
  });

  it.skipIf(!existsSync('/dev/full'))('says when standard output is full', () => {
    const script = `"$0" bin/evalx.js parse ${REPORTS} > /dev/full`;
    const { status, stderr } = spawnSync('bash', ['-c', script, process.execPath], { cwd: root, encoding: 'utf8' });
    expect(stderr).toMatch(/^evalx: standard output: it cannot be written \(ENOSPC\); .*\n$/);
    expect(status).toBe(2);
  });
});

describe('--output', () => {
  it('writes what standard output would get', async () => {
    const out = join(folder, 'out.jsonl');
    const files = [REPORTS, 'fixtures/bad/no-form.pdf'];
    const [printed, written] = await Promise.all([evalx(['parse', ...files]), evalx(['parse', ...files, '-o', out])]);
    expect(printed.stdout.split('\n')).toHaveLength(3);
    expect(readFileSync(out, 'utf8')).toBe(printed.stdout);
    expect(written).toEqual({ ...printed, stdout: '' });
    expect(readdirSync(folder)).toEqual(['out.jsonl']);
  });

  it('leaves an old file as it is where nothing could be read', async () => {
    const out = join(folder, 'out.json');
    writeFileSync(out, 'old');
    const { code } = await evalx(['parse', 'fixtures/bad/text.pdf', '-o', out]);
    expect(code).toBe(3);
    expect(readFileSync(out, 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['out.json']);
  });

  it('does not overwrite an input', async () => {
    const pdf = join(folder, 'form.pdf');
    writeFileSync(pdf, fixture(REPORTS));
    const { code, stderr } = await evalx(['parse', pdf, '-o', pdf]);
    expect(stderr).toBe(`evalx: --output ${pdf} is one of the files to read; name another\n`);
    expect(code).toBe(2);
    expect(readFileSync(pdf).equals(fixture(REPORTS))).toBe(true);
  });
});

describe('an interrupt', () => {
  it.each([
    ['SIGINT', [null, 'SIGINT']],
    ['SIGTERM', [null, 'SIGTERM']],
    ['SIGHUP', [null, 'SIGHUP']],
  ] as const)('%s ends with %j and leaves nothing half written', async (signal, expected) => {
    const out = join(folder, 'out.jsonl');
    // The second input never ends.
    const child = spawn(process.execPath, ['bin/evalx.js', 'parse', REPORTS, '-', '-o', out], { cwd: root });
    const ended = new Promise<[number | null, string | null]>((resolve) => {
      child.on('exit', (code, by) => resolve([code, by]));
    });
    const temporary = (): string | undefined => readdirSync(folder)[0];
    await expect
      .poll(() => readFileSync(join(folder, temporary() ?? ''), 'utf8').length, { timeout: 10_000 })
      .toBeGreaterThan(0);
    child.kill(signal);
    expect(await ended).toEqual(expected);
    expect(readdirSync(folder)).toEqual([]);
  });
});
