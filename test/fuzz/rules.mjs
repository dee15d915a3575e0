/**
 * npm run fuzz:rules -- [RUNS] [SEED]: hostile documents through all rules, all formats of findings and all tables of a batch.
 * It is test/fuzz/rules.test.ts with more runs than `npm test` has; what fails names its run.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const [runs = '20000', seed = '1'] = process.argv.slice(2);
const root = join(import.meta.dirname, '../..');
const { status } = spawnSync(
  process.execPath,
  [join(root, 'node_modules/vitest/vitest.mjs'), 'run', 'test/fuzz/rules.test.ts'],
  { cwd: root, stdio: 'inherit', env: { ...process.env, EVALX_FUZZ_RUNS: runs, EVALX_FUZZ_SEED: seed } },
);
process.exit(status ?? 1);
