import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';

it('docs/contract.md says what the schemas say', () => {
  const check = () =>
    execFileSync(process.execPath, ['scripts/contract-docs.mjs', '--check'], {
      cwd: join(import.meta.dirname, '../..'),
      stdio: 'pipe',
    });
  expect(check, 'run npm run docs').not.toThrow();
});
