/**
 * Which constants do the tests hold? Changes each number of each `*_TOLERANCES` in src to its half and to one and a half of
 * it, runs the fast tests of its stage, and prints how many failed; "survived" means that no test noticed.
 *
 *   npm run mutate:constants                       every stage
 *   npm run mutate:constants -- grid layout        some stages (folders of src)
 *   npm run mutate:constants -- layout.sameLine    some constants
 *
 * All runs share one Vitest, in a process that is replaced where a changed constant makes the code run for ever (that is
 * noticed, too), without the build of dist/ that the whole suite begins with. test/mutate.ts, which Vitest loads
 * before each test file, changes the number that EVALX_MUTATE names. The exit code is 0 whatever survives: a constant may
 * be free within bounds (a limit of memory, a cost), so a reader judges, not the script.
 */
import { fork } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createVitest } from 'vitest/node';

/** Where the fast tests of a stage stand, if not in the folder of test/ with its name alone. */
const TESTS = {
  contract: ['test/validator'],
  pages: ['test/pages', 'test/ocr/parts.test.ts'],
};
/** What takes long: whole pages, hundreds of random tables, the command line. */
const SLOW = [
  ...['test/ocr/scans.test.ts', 'test/layout/properties.test.ts', 'test/reader/pdfjs/plain.test.ts'],
  ...['**/*.slow.test.ts', 'test/cli/**', 'test/batch/**'],
];
const FACTORS = [0.5, 1.5];

/** A changed constant with which the tests take longer than this (milliseconds) makes the code run for ever. */
const PATIENCE = 120_000;
const RUNNER = '--runner';

/** The process in which the tests run: answers each mutant with how many tests ran and failed. */
async function serve() {
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
  process.on('message', async ({ stage, mutant, file }) => {
    process.send(file === undefined ? await tested(vitest, stage, mutant) : await constantsOf(vitest, file));
  });
}

async function tested(vitest, stage, mutant) {
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

/** The constants of a file as [object, property, value]. */
async function constantsOf(vitest, file) {
  const objects = Object.entries(await vitest.import(`./${file}`)).filter(([name]) => name.endsWith('_TOLERANCES'));
  return objects.flatMap(([object, values]) =>
    Object.entries(values).flatMap(([name, value]) => (typeof value === 'number' ? [[object, name, value]] : [])),
  );
}

let runner = null;

/** The runner's answer; null where it runs for ever, and is replaced. */
async function ask(question) {
  runner ??= fork(process.argv[1], [RUNNER], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const asked = runner;
  return await new Promise((resolve) => {
    const end = (answer) => {
      clearTimeout(timer);
      asked.removeAllListeners();
      if (answer === null) {
        asked.kill('SIGKILL');
        runner = null;
      }
      resolve(answer);
    };
    const timer = setTimeout(() => end(null), PATIENCE);
    asked.once('message', end);
    asked.once('exit', () => end(null));
    asked.send(question);
  });
}

const said = (answer) => (answer === null ? 'for ever' : answer.failed === 0 ? 'survived' : `${answer.failed} fail`);
const isNoticed = (answer) => answer === null || answer.failed > 0;

async function main() {
  const wanted = process.argv.slice(2);
  const totals = new Map();
  const files = readdirSync('src', { recursive: true }).map((path) => `src/${path.replaceAll('\\', '/')}`);
  for (const file of files.filter((path) => path.endsWith('/tolerances.ts')).sort()) {
    const stage = file.split('/')[1];
    const constants = ((await ask({ file })) ?? []).filter(
      ([, name]) => wanted.length === 0 || wanted.includes(stage) || wanted.includes(`${stage}.${name}`),
    );
    if (constants.length === 0) continue;
    const plain = await ask({ stage, mutant: 'none' });
    if (plain === null || plain.failed > 0) throw new Error(`tests of ${stage} fail with the constants as they are`);
    console.log(`\n${file}: ${constants.length} constants, ${plain.ran} tests`);
    for (const [object, name, value] of constants) {
      const answers = [];
      for (const factor of FACTORS) answers.push(await ask({ stage, mutant: `${file}:${object}.${name}*${factor}` }));
      const row = answers.map((answer, i) => `*${FACTORS[i]} ${said(answer)}`.padEnd(16)).join('');
      console.log(`  ${name.padEnd(24)}${String(value).padEnd(10)}${row}`);
      const total = totals.get(stage) ?? { constants: 0, noticed: 0, mutants: 0, killed: 0 };
      total.constants++;
      total.noticed += answers.some(isNoticed) ? 1 : 0;
      total.mutants += answers.length;
      total.killed += answers.filter(isNoticed).length;
      totals.set(stage, total);
    }
  }
  console.log();
  for (const [stage, { constants, noticed, mutants, killed }] of totals) {
    console.log(`${stage}: ${noticed} of ${constants} constants noticed, ${killed} of ${mutants} changes`);
  }
  runner?.kill();
}

await (process.argv[2] === RUNNER ? serve() : main());
