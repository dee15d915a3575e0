import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export const root = join(import.meta.dirname, '../..');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  version: string;
  dependencies: Record<string, string>;
};

/**
 * An empty folder with the packed package installed, the dependencies that it declares and what every project in TypeScript has, and
 * nothing else: what `npm install` makes, without a network.
 */
export function emptyProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'evalx-project-'));
  // Without scripts: dist/ is built already, and other tests are running it.
  execFileSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], { cwd: root });
  const modules = join(folder, 'node_modules');
  mkdirSync(join(modules, 'evalx'), { recursive: true });
  const tarball = join(folder, `evalx-${manifest.version}.tgz`);
  execFileSync('tar', ['-xzf', tarball, '--strip-components=1', '-C', join(modules, 'evalx')]);
  for (const name of [...Object.keys(manifest.dependencies), '@types/node', 'undici-types']) {
    const link = join(modules, name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(root, 'node_modules', name), link);
  }
  return folder;
}

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs Node.js in a folder. */
export function node(cwd: string, ...args: string[]): Ran {
  const env = { PATH: process.env['PATH'] ?? '', EVALX_OCR_ENGINE: 'none', EVALX_NO_CODE_CACHE: '1' };
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, env, encoding: 'utf8' });
  return { code: status, stdout, stderr };
}

/** Runs the compiler: an empty text is what it has to say where all is well. */
export const tsc = (cwd: string, ...args: string[]): string =>
  node(cwd, join(root, 'node_modules/typescript/bin/tsc'), ...args).stdout;
