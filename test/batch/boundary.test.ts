import { spawn, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sha256 } from '../../src/contract/digest.js';
import { evalx, root } from '../cli/run.js';

const folder = mkdtempSync(join(tmpdir(), 'evalx-boundary-'));
const at = (...names: string[]): string => join(folder, ...names);
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const batch = (out: string, ...args: string[]) => evalx(['batch', at('in'), '--out', out, '--no-timings', ...args]);
const outputs = (out: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(out)
      .filter((name) => name !== '.evalx')
      .map((name) => [name, readFileSync(join(out, name), 'utf8')]),
  );
const noteOf = (out: string, path: string): string => {
  const name = sha256(Buffer.from(path));
  return join(out, '.evalx/files', name.slice(0, 2), `${name}.json`);
};
const untrusted = (out: string): string =>
  `evalx: ${out}: ${out}/.evalx may have been written by others, so that its results cannot be trusted; remove it, or begin anew with --force\n`;

let whole: Record<string, string> = {};
beforeAll(async () => {
  mkdirSync(at('in'));
  for (const name of ['f01-calc.pdf', 'f07-calc.pdf'])
    copyFileSync(join(root, 'fixtures/families', name), at('in', name));
  expect((await batch(at('whole'))).code).toBe(0);
  whole = outputs(at('whole'));
}, 60_000);

describe.skipIf(process.platform === 'win32')('links that wait where a batch writes', { timeout: 240_000 }, () => {
  const out = at('out');
  const outside = at('outside');
  beforeEach(() => {
    for (const path of [out, outside]) rmSync(path, { recursive: true, force: true });
    for (const path of [out, outside]) mkdirSync(path);
    writeFileSync(join(outside, 'victim'), 'untouched');
  });
  const untouched = (): void => {
    expect(outputs(outside)).toEqual({ victim: 'untouched' });
  };

  it('lead nowhere: its outputs, their temporary names, its notes', async () => {
    for (const name of Object.keys(whole)) {
      symlinkSync(join(outside, 'victim'), join(out, name));
      symlinkSync(join(outside, 'victim'), join(out, `.${name}.tmp`));
    }
    symlinkSync(join(outside, 'new'), join(out, '.findings.csv.tmp.2'));
    symlinkSync(outside, join(out, '.evalx'));
    expect((await batch(out)).code).toBe(2);
    untouched();
    expect((await batch(out, '--force')).code).toBe(0);
    untouched();
    rmSync(join(out, '.findings.csv.tmp.2'));
    expect(outputs(out)).toEqual(whole);
  });

  it.each([
    ['.evalx', () => symlinkSync(outside, join(out, '.evalx'))],
    [
      'a folder of notes',
      () => {
        const name = noteOf(out, at('in', 'f01-calc.pdf')).split('/').at(-2) as string;
        rmSync(join(out, '.evalx/files', name), { recursive: true });
        symlinkSync(outside, join(out, '.evalx/files', name));
      },
    ],
  ])('are refused by --resume: %s', async (what, plant) => {
    if (what !== '.evalx') await batch(out);
    plant();
    const { code, stderr } = await batch(out, '--resume');
    expect([code, stderr]).toEqual([2, untrusted(out)]);
    untouched();
  });

  it('lead nowhere under the temporary name of --output', () => {
    const args = ['bin/evalx.js', 'parse', at('in', 'f01-calc.pdf'), '-o', join(out, 'x.json')];
    const script = 'ln -s "$1" "$2/.x.json.$$.tmp" && shift 2 && exec "$@"';
    const { status } = spawnSync('sh', ['-c', script, 'sh', join(outside, 'victim'), out, process.execPath, ...args], {
      cwd: root,
      stdio: 'ignore',
    });
    expect(status).toBe(0);
    untouched();
    expect(readdirSync(out)).toEqual(['x.json']);
  });
});

describe('the folder of a batch', { timeout: 240_000 }, () => {
  const slow = at('slow');
  const start = (out: string, ...args: string[]) => {
    const all = ['bin/evalx.js', 'batch', slow, '--out', out, '--no-timings', '--jobs', '1', ...args];
    const child = spawn(process.execPath, all, { cwd: root, stdio: 'ignore' });
    return { child, ended: new Promise((resolve) => child.on('close', (code, signal) => resolve(signal ?? code))) };
  };
  /** Processes that a process has started (Linux). */
  const childrenOf = (pid: number | undefined): number[] =>
    readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
  const cpuOf = (pid: number): number => Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(' ')[13]);
  beforeAll(() => {
    mkdirSync(slow);
    copyFileSync(join(root, 'fixtures/hostile/font-endless.pdf'), join(slow, 'slow.pdf'));
  });

  it('belongs to one run at a time', async () => {
    const out = at('shared');
    const first = start(out, '--page-timeout', '60');
    while (!existsSync(join(out, '.evalx/manifest.json'))) await wait(20);
    for (const command of [
      ['batch', at('in')],
      ['batch', at('in'), '--resume'],
      ['merge', at('whole')],
    ]) {
      const { code, stderr } = await evalx([...command, '--out', out]);
      expect([code, stderr.split('\n').length]).toEqual([2, 2]);
      expect(stderr).toMatch(
        new RegExp(`^evalx: ${out}: process ${first.child.pid} on .* is writing there; wait for it, `),
      );
    }
    first.child.kill('SIGTERM');
    // 143 in a shell.
    expect(await first.ended).toBe('SIGTERM');
    expect(readdirSync(out)).toEqual(['.evalx']);
  });

  it.skipIf(process.platform !== 'linux')('has a page again that was left out as its process was killed', async () => {
    const out = at('killed');
    const first = start(out, '--page-timeout', '60');
    while (!existsSync(join(out, '.evalx/manifest.json'))) await wait(20);
    let pid: number | undefined;
    // A second of work (in hundredths): it is at the page that never ends.
    while (pid === undefined) {
      await wait(50);
      pid = childrenOf(first.child.pid).find((child) => cpuOf(child) > 100);
    }
    process.kill(pid, 'SIGKILL');
    expect(await first.ended).toBe(3);
    expect(outputs(out)['files.csv']).toMatch(/slow\.pdf,partly,.*page-unreadable/);
    const again = ['batch', slow, '--no-timings', '--page-timeout', '6'];
    expect((await evalx([...again, '--out', out, '--resume'])).code).toBe(3);
    await evalx([...again, '--out', at('unbroken')]);
    expect(outputs(out)['files.csv']).toMatch(/slow\.pdf,partly,.*page-over-limit/);
    expect(outputs(out)).toEqual(outputs(at('unbroken')));
  });
});

describe('notes that were forged', { timeout: 240_000 }, () => {
  const forge = (out: string, path: string): void => {
    const note = readFileSync(noteOf(out, path), 'utf8');
    const [, ...text] = note.split('\n');
    const entry = JSON.parse(text.join('\n'));
    entry.result.document.reports = [];
    entry.result.findings = [];
    writeFileSync(noteOf(out, path), `${note.split('\n')[0]}\n${JSON.stringify(entry)}`);
  };

  it('are not believed by --resume: the file is read again', async () => {
    const out = at('forged');
    await batch(out);
    for (const name of readdirSync(at('in'))) forge(out, at('in', name));
    for (const name of Object.keys(whole)) rmSync(join(out, name));
    expect((await batch(out, '--resume')).code).toBe(0);
    expect(outputs(out)).toEqual(whole);
  });

  it('are refused by merge, which takes shards of others', async () => {
    for (const i of [1, 2]) await batch(at(`shard${i}`), '--shard', `${i}/2`);
    // As of another user, whose key cannot be read.
    for (const i of [1, 2]) rmSync(at(`shard${i}`, '.evalx/key'));
    expect((await evalx(['merge', at('shard1'), at('shard2'), '--out', at('merged')])).code).toBe(0);
    expect(outputs(at('merged'))).toEqual(whole);
    const shard = [1, 2].find((i) => existsSync(noteOf(at(`shard${i}`), at('in', 'f01-calc.pdf')))) as number;
    forge(at(`shard${shard}`), at('in', 'f01-calc.pdf'));
    const { code, stderr } = await evalx(['merge', at('shard1'), at('shard2'), '--out', at('refused')]);
    expect(code).toBe(2);
    expect(stderr).toBe(
      `evalx: ${at('in', 'f01-calc.pdf')}: its result is missing, or that run did not write it; run evalx batch --resume first\n`,
    );
    expect(readdirSync(at('refused'))).toEqual([]);
  });
});

it.skipIf(process.platform === 'win32')('a full disk leaves nothing half', { timeout: 240_000 }, () => {
  for (const blocks of [0, 8]) {
    const out = at(`full${blocks}`);
    const args = ['bin/evalx.js', 'batch', at('in'), '--out', out, '--no-timings', '--format', 'csv,jsonl'];
    const { status, stderr } = spawnSync(
      'bash',
      ['-c', `ulimit -f ${blocks}; exec "$@"`, 'bash', process.execPath, ...args],
      {
        cwd: root,
        encoding: 'utf8',
      },
    );
    expect([status, stderr.split('\n').length, stderr]).toEqual([
      2,
      2,
      expect.stringMatching(/the output cannot be written \((EFBIG|ENOSPC)\); check the folder and the free space/),
    ]);
    expect(readdirSync(out).filter((name) => name !== '.evalx')).toEqual([]);
  }
});
