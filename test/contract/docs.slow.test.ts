import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';

it.each([
  ['src/contract/schema/types.ts says what the schemas say', 'scripts/contract-types.mjs'],
  ['docs/contract.md says what the schemas say', 'scripts/contract-docs.mjs'],
  ['docs/rules.md says what the rules say', 'scripts/rules-docs.mjs'],
  ['docs/columns.md says what the tables say', 'scripts/columns-docs.mjs'],
  ['docs/api.md says what the exports say', 'scripts/api-docs.mjs'],
  ['ARCHITECTURE.md says who may import whom', 'scripts/arrows-docs.mjs'],
])('%s', (_, script) => {
  const check = () =>
    execFileSync(process.execPath, [script, '--check'], {
      cwd: join(import.meta.dirname, '../..'),
      stdio: 'pipe',
    });
  expect(check, 'run npm run docs').not.toThrow();
});
