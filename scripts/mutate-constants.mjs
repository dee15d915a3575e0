/**
 * Which constants do the tests hold? Changes each number of each `*_TOLERANCES` in src to its half and to one and a half of
 * it, runs the fast tests of its stage, and prints how many failed; "survived" means that no test noticed.
 *
 *   npm run mutate:constants                       every stage
 *   npm run mutate:constants -- grid layout        some stages (folders of src)
 *   npm run mutate:constants -- layout.sameLine    some constants
 *
 * All runs share one Vitest, without the build of dist/ that the whole suite begins with. test/mutate.ts, which Vitest loads
 * before each test file, changes the number that EVALX_MUTATE names. The exit code is 0 whatever survives: a constant may
 * be free within bounds (a limit of memory, a cost), so a reader judges, not the script.
 */
import { readdirSync } from 'node:fs';
import { createVitest } from 'vitest/node';

/** Where the fast tests of a stage stand, if not in the folder of test/ with its name alone. */
const TESTS = {
  contract: ['test/validator'],
  pages: ['test/pages', 'test/ocr/parts.test.ts'],
};
/** What takes long: whole pages, hundreds of random tables, the command line. */
const SLOW = ['test/ocr/scans.test.ts', 'test/layout/properties.test.ts', 'test/cli/**', 'test/batch/**'];
const FACTORS = [0.5, 1.5];

process.env.EVALX_MUTATE = 'none';
const vitest = await createVitest('test', {
  watch: false,
  reporters: [{}],
  pool: 'threads',
  isolate: false,
  fileParallelism: false,
  setupFiles: ['test/mutate.ts'],
  exclude: [...SLOW, '**/node_modules/**'],
});

/** How many tests fail, with a constant changed. */
async function failures(stage, mutant) {
  for (const project of vitest.projects) project.config.env.EVALX_MUTATE = mutant;
  vitest.state.filesMap.clear();
  const { testModules, unhandledErrors } = await vitest.start(TESTS[stage] ?? [`test/${stage}`]);
  const modules = testModules.map((module) => {
    const tests = [...module.children.allTests()];
    const failed = tests.filter((test) => test.result().state === 'failed').length;
    return { ran: tests.length, failed: failed || (module.ok() ? 0 : 1) };
  });
  const sum = (key) => modules.reduce((total, module) => total + module[key], 0);
  return { ran: sum('ran'), failed: sum('failed') + unhandledErrors.length };
}

/** The constants of a stage as [object, property, value]. */
async function constantsOf(file) {
  const objects = Object.entries(await vitest.import(`./${file}`)).filter(([name]) => name.endsWith('_TOLERANCES'));
  return objects.flatMap(([object, values]) =>
    Object.entries(values).flatMap(([name, value]) => (typeof value === 'number' ? [[object, name, value]] : [])),
  );
}

const wanted = process.argv.slice(2);
const totals = new Map();
const files = readdirSync('src', { recursive: true }).map((path) => `src/${path.replaceAll('\\', '/')}`);
for (const file of files.filter((path) => path.endsWith('/tolerances.ts')).sort()) {
  const stage = file.split('/')[1];
  const constants = (await constantsOf(file)).filter(
    ([, name]) => wanted.length === 0 || wanted.includes(stage) || wanted.includes(`${stage}.${name}`),
  );
  if (constants.length === 0) continue;
  const { ran, failed } = await failures(stage, 'none');
  console.log(`\n${file}: ${constants.length} constants, ${ran} tests`);
  if (failed > 0) throw new Error(`${failed} tests of ${stage} fail with the constants as they are`);
  for (const [object, name, value] of constants) {
    const counts = [];
    for (const factor of FACTORS) {
      counts.push((await failures(stage, `${file}:${object}.${name}*${factor}`)).failed);
    }
    const said = counts.map((count, i) => `*${FACTORS[i]} ${count === 0 ? 'survived' : `${count} fail`}`.padEnd(16));
    console.log(`  ${name.padEnd(24)}${String(value).padEnd(10)}${said.join('')}`);
    const total = totals.get(stage) ?? { constants: 0, noticed: 0, mutants: 0, killed: 0 };
    total.constants++;
    total.noticed += counts.some((count) => count > 0) ? 1 : 0;
    total.mutants += counts.length;
    total.killed += counts.filter((count) => count > 0).length;
    totals.set(stage, total);
  }
}
console.log();
for (const [stage, { constants, noticed, mutants, killed }] of totals) {
  console.log(`${stage}: ${noticed} of ${constants} constants noticed, ${killed} of ${mutants} changes`);
}
await vitest.close();
