import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { evalx, REPORTS, root } from './run.js';

/** What evalx does outside of itself: no network, no program, no file but those that were named. */
const folder = mkdtempSync(join(tmpdir(), 'evalx-trap-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const TRAP = pathToFileURL(join(import.meta.dirname, 'trap/trap.mjs')).href;
let runs = 0;
const trapping = () => ({ EVALX_TRAP: join(folder, `log-${runs++}`), NODE_OPTIONS: `--import=${TRAP}` });
const trapped = ({ EVALX_TRAP: log }: { EVALX_TRAP: string }): [string, string][] =>
  existsSync(log)
    ? readFileSync(log, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
    : [];

async function traced(...args: string[]) {
  const env = trapping();
  const run = await evalx(args, { env });
  const found = trapped(env);
  const of = (what: string): string[] => [
    ...new Set(
      found
        .filter(([kind, path]) => kind === what && !/^\d+$/u.test(path)) // of a number: open already
        .map(([, path]) => (path.startsWith('/') ? path : resolve(root, path))),
    ),
  ];
  // What a package brings with it is its own; /proc tells how much memory a process holds.
  const read = of('read').filter((path) => !/[\\/](?:node_modules|dist|bin)[\\/]|^\/proc\/|package\.json$/u.test(path));
  return { ...run, network: of('network'), programs: of('program'), written: of('write'), read };
}

describe('the trap', () => {
  it.each([
    ['network', 'fetch("http://127.0.0.1:1").catch(() => {})'],
    ['network', 'import("node:net").then((net) => net.connect(1, "127.0.0.1")).catch(() => {})'],
    ['network', 'import("node:dns/promises").then((dns) => dns.lookup("localhost")).catch(() => {})'],
    [
      'network',
      'new (require("node:worker_threads").Worker)(new URL("data:text/javascript,await fetch(`http://a.invalid`)")).on("error", () => {})',
    ],
    ['write', 'import("node:fs").then((fs) => fs.writeFileSync("/dev/null", ""))'],
    ['write', 'import("node:fs").then((fs) => fs.createWriteStream("/dev/null").end("x"))'],
    ['read', 'import("node:fs/promises").then((fs) => fs.readFile("/dev/null"))'],
    ['program', 'import("node:child_process").then((c) => c.spawnSync("true"))'],
  ])('catches %s: %s', (what, program) => {
    const env = trapping();
    spawnSync(process.execPath, ['-e', program], { env: { ...process.env, ...env } });
    expect(trapped(env).map(([kind]) => kind)).toContain(what);
  });
});

describe('nothing but what was asked for', () => {
  const FILES = [REPORTS, ...['actions', 'external', 'xfa', 'injection'].map((name) => `fixtures/hostile/${name}.pdf`)];

  it.each([
    ['parse', ...FILES],
    ['tables', ...FILES],
    ['validate', ...FILES, '--no-config'],
    ...FILES.map((file) => ['inspect', file]),
  ])('%s %s', async (...args) => {
    const { code, network, programs, written, read } = await traced(...args);
    expect(code).not.toBe(2);
    expect([network, programs, written]).toEqual([[], [], []]);
    const named = args.filter((arg) => arg.endsWith('.pdf')).map((file) => resolve(root, file));
    expect(read.sort()).toEqual(named.sort());
  });

  it('parse -o writes that file alone', async () => {
    const file = join(folder, 'out.json');
    const { code, network, programs, written } = await traced('parse', REPORTS, '-o', file);
    expect([code, network, programs]).toEqual([0, [], []]);
    for (const path of written) expect(path.startsWith(`${folder}/.out.json.`) || path === file).toBe(true);
    expect(readdirSync(folder).filter((name) => !name.startsWith('log-'))).toEqual(['out.json']);
  });

  it('batch writes into its folder, and starts nothing but itself', async () => {
    const out = join(folder, 'batch');
    const inputs = FILES.map((file) => join(root, file));
    const { code, network, programs, written, read } = await traced('batch', ...inputs, '--out', out, '--jobs', '2');
    // One of them writes in a font whose map of characters is elsewhere, and is not fetched.
    expect(code).toBe(3);
    expect(network).toEqual([]);
    expect(new Set(programs)).toEqual(new Set([join(root, 'dist/batch/worker.js')]));
    for (const path of written) expect(path === out || path.startsWith(`${out}/`)).toBe(true);
    for (const path of read) expect(inputs.includes(path) || path.startsWith(`${out}/`)).toBe(true);
  });
});
