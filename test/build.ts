import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** Builds dist/ once per test run: the command-line tests run what ships. No mutant is tested by them. */
export function setup(): void {
  if (process.env['EVALX_MUTATE']) return;
  const root = join(import.meta.dirname, '..');
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' });
  for (const script of ['bundle-review', 'bundle', 'man-page', 'config-schema']) {
    execFileSync(process.execPath, [`scripts/${script}.mjs`], { cwd: root, stdio: 'inherit' });
  }
}
