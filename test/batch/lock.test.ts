import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { lockFolder } from '../../src/batch/lock.js';

const folder = mkdtempSync(join(tmpdir(), 'evalx-lock-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const out = join(folder, 'out');
const lock = join(out, '.evalx.lock');
const write = (owner: unknown): void => writeFileSync(lock, typeof owner === 'string' ? owner : JSON.stringify(owner));
/** A process that has ended. */
const gone = (): number => spawnSync(process.execPath, ['-e', '']).pid;

describe('the lock of a folder', () => {
  beforeEach(() => {
    rmSync(out, { recursive: true, force: true });
    mkdirSync(out);
  });

  it('is held by one, and given back', () => {
    rmSync(out, { recursive: true });
    const release = lockFolder(out);
    expect(() => lockFolder(out)).toThrow(
      `process ${process.pid} on ${hostname()} is writing there; wait for it, name another folder with --output, or remove ${lock} if it is gone`,
    );
    release();
    release();
    expect(readdirSync(out)).toEqual([]);
    lockFolder(out)();
  });

  it('is taken over where its process is gone', () => {
    write({ pid: gone(), host: hostname(), began: null });
    const release = lockFolder(out);
    expect(JSON.parse(readFileSync(lock, 'utf8'))).toMatchObject({ pid: process.pid });
    expect(readdirSync(out)).toEqual(['.evalx.lock']);
    release();
  });

  it.skipIf(!existsSync('/proc/self/stat'))('is taken over where its number was given to another process', () => {
    write({ pid: process.pid, host: hostname(), began: '1' });
    lockFolder(out)();
  });

  it('is kept for a process of another machine, of which nothing is known', () => {
    write({ pid: gone(), host: `${hostname()}-other`, began: null });
    expect(() => lockFolder(out)).toThrow('-other is writing there');
  });

  it.each(['', '{', 'null', '7', '{"pid": "1", "host": 2}', 'x'.repeat(5000)])(
    'is kept where it says nothing: %j',
    (text) => {
      write(text);
      expect(() => lockFolder(out)).toThrow('process ? on ? is writing there');
      expect(readFileSync(lock, 'utf8')).toBe(text);
    },
  );

  it('does not follow a link, and waits for no pipe', () => {
    const victim = join(folder, 'victim');
    symlinkSync(victim, lock);
    expect(() => lockFolder(out)).toThrow('is writing there');
    expect(existsSync(victim)).toBe(false);
    rmSync(lock);
    if (spawnSync('mkfifo', [lock]).status !== 0) return;
    expect(() => lockFolder(out)).toThrow('is writing there');
  });

  it('is not removed where another has taken it meanwhile', () => {
    const release = lockFolder(out);
    write({ pid: 1, host: 'other', began: null });
    release();
    expect(existsSync(lock)).toBe(true);
  });

  it('of a process that is gone goes to one of many', async () => {
    write({ pid: gone(), host: hostname(), began: null });
    const program = `
      const { lockFolder } = await import(${JSON.stringify(join(import.meta.dirname, '../../dist/batch/lock.js'))});
      try { lockFolder(${JSON.stringify(out)}); process.stdout.write('mine'); } catch { process.stdout.write('theirs'); }
      process.stdin.resume().on('end', () => process.exit());`;
    const said = await Promise.all(
      Array.from({ length: 6 }, () => {
        const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
          stdio: ['pipe', 'pipe', 'inherit'],
        });
        return new Promise<{ text: string; end: () => void }>((resolve) => {
          child.stdout.once('data', (data) => resolve({ text: String(data), end: () => child.stdin.end() }));
        });
      }),
    );
    for (const { end } of said) end();
    expect(said.filter(({ text }) => text === 'mine').length).toBe(1);
  });
});
