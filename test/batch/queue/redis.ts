import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { root } from '../../cli/run.js';

export const hasRedis = (() => {
  try {
    execFileSync('redis-server', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** A Redis that can go away and come back with what it had. */
export class Redis {
  readonly folder = mkdtempSync(join(tmpdir(), 'evalx-redis-'));
  private server: ChildProcess | null = null;
  readonly port: number;
  private readonly options: readonly string[];

  private constructor(port: number, options: readonly string[]) {
    this.port = port;
    this.options = options;
  }

  static async begin(...options: string[]): Promise<Redis> {
    const redis = new Redis(await freePort(), options);
    await redis.start();
    return redis;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    const own = ['--bind', '127.0.0.1', '--port', String(this.port), '--dir', this.folder];
    const kept = ['--save', '', '--appendonly', 'yes', '--appendfsync', 'always'];
    this.server = spawn('redis-server', [...own, ...kept, ...this.options], { stdio: ['ignore', 'pipe', 'ignore'] });
    await new Promise<void>((resolve, reject) => {
      this.server?.on('error', reject).on('close', reject);
      this.server?.stdout?.on('data', (text) => String(text).includes('Ready to accept') && resolve());
    });
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    const { server } = this;
    if (!server || server.exitCode !== null || server.signalCode !== null) return;
    const closed = new Promise((resolve) => server.on('close', resolve));
    server.kill(signal);
    await closed;
  }

  async end(): Promise<void> {
    await this.stop('SIGKILL');
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export interface Worker {
  readonly child: ChildProcess;
  readonly said: () => string;
  /** Its exit code, or the signal that it died of. */
  readonly ended: Promise<number | string | null>;
}

/** A worker that goes on while the test does. */
export function work(redis: string, out: string, ...args: string[]): Worker {
  const all = ['bin/evalx.js', 'queue', 'work', '--redis', redis, '--out', out, ...args];
  const child = spawn(process.execPath, all, {
    cwd: root,
    env: { PATH: process.env['PATH'] ?? '', EVALX_OCR_ENGINE: 'none' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr?.on('data', (text) => {
    said += text;
  });
  const ended = new Promise<number | string | null>((resolve) =>
    child.on('close', (code, signal) => resolve(signal ?? code)),
  );
  return { child, said: () => said, ended };
}

export interface Line {
  readonly paths: readonly string[];
  readonly status: { readonly file: string; readonly sha256: string; readonly milliseconds: number };
}

/** The results of a folder. */
export function results(out: string): Line[] {
  const names = existsSync(out) ? readdirSync(out).filter((name) => name.endsWith('.jsonl')) : [];
  return names.map((name) => JSON.parse(readFileSync(join(out, name), 'utf8')));
}

export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await wait(50);
}
