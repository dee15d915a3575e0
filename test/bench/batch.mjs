/**
 * npm run bench:batch [FILES]: a folder of different PDFs (three in a hundred of them broken), read by one process and by two,
 * then killed three times and resumed. Prints the speeds, the memory of the parent along the way, and whether the bytes are
 * the same.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { PDFDocument } from 'pdf-lib';

const root = join(import.meta.dirname, '../..');
const count = Number(process.argv[2] ?? 2000);
const folder = mkdtempSync(join(tmpdir(), 'evalx-bench-'));
const input = join(folder, 'in');

/** Pages of these, one to six to a file, each file another choice. */
const sources = ['f01-pdfkit', 'f05-pdfkit', 'f06-pdfkit', 'f08-pdfkit', 'f11-pdfkit', 'f12-pdfkit', 'f15-pdfkit'];
const damage = [
  (bytes) => bytes.subarray(0, bytes.length >> 1),
  () => Buffer.alloc(0),
  () => Buffer.from('no PDF at all'),
  (bytes) => Buffer.concat([bytes.subarray(0, 400), Buffer.alloc(600, 0x20), bytes.subarray(1000)]),
];

async function makeInput() {
  mkdirSync(input);
  const pages = [];
  for (const name of sources) {
    const document = await PDFDocument.load(readFileSync(join(root, 'fixtures/families', `${name}.pdf`)));
    for (let i = 0; i < document.getPageCount(); i++) pages.push([document, i]);
  }
  let seed = 7;
  const random = (limit) => {
    seed = (seed * 48271) % 2147483647;
    return seed % limit;
  };
  for (let i = 0; i < count; i++) {
    const document = await PDFDocument.create();
    document.setSubject(`number ${i}`);
    for (let k = 1 + random(6); k > 0; k--) {
      const [source, index] = pages[random(pages.length)];
      const [page] = await document.copyPages(source, [index]);
      document.addPage(page);
    }
    const bytes = Buffer.from(await document.save());
    const isBad = i % 100 < 3;
    const sub = join(input, String(i % 20));
    mkdirSync(sub, { recursive: true });
    writeFileSync(join(sub, `${i}.pdf`), isBad ? damage[random(damage.length)](bytes) : bytes);
  }
}

const args = (out, ...more) => [
  'bin/evalx.js',
  'batch',
  input,
  '--out',
  join(folder, out),
  '--no-timings',
  '--lang',
  'en',
  ...more,
];

function memoryOf(pid) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
}

/** Runs it; the memory of the parent is looked at every 200 ms, with the number of files done. */
async function run(out, ...more) {
  const start = performance.now();
  const child = spawn(process.execPath, args(out, ...more), { cwd: root, stdio: 'ignore' });
  const seen = [];
  const files = join(folder, out, '.evalx/files');
  const watch = setInterval(() => {
    try {
      const done = readdirSync(files).reduce((sum, sub) => sum + readdirSync(join(files, sub)).length, 0);
      seen.push([done, memoryOf(child.pid)]);
    } catch {}
  }, 200);
  const code = await new Promise((resolve) => child.on('close', resolve));
  clearInterval(watch);
  return { code, seconds: (performance.now() - start) / 1000, seen };
}

function digest(out) {
  const names = readdirSync(join(folder, out)).filter((name) => name !== '.evalx');
  const hash = createHash('sha256');
  for (const name of names.sort()) hash.update(name).update(readFileSync(join(folder, out, name)));
  return hash.digest('hex').slice(0, 16);
}

await makeInput();
console.log(`${count} files, ${spawnSync('du', ['-sh', input]).stdout.toString().split('\t')[0]}`);
const two = await run('two', '--jobs', '2');
const one = await run('one', '--jobs', '1');
console.log(
  `one process ${one.seconds.toFixed(1)} s, two ${two.seconds.toFixed(1)} s: ${(one.seconds / two.seconds).toFixed(2)}x`,
);
// Before the tables are written: that takes more, and is measured by the last figure.
const at = (files) => two.seen.filter(([done]) => done <= files).at(-1) ?? [0, 0];
const last = two.seen.at(-1) ?? [0, 0];
console.log(
  `memory of the parent: ${at(count / 10)[1]} MB at ${at(count / 10)[0]} files, ${at(count - 10)[1]} MB at ${at(count - 10)[0]}, at most ${Math.max(...two.seen.map(([, mb]) => mb))} MB, last ${last[1]} MB`,
);
for (let i = 0; i < 3; i++) {
  const child = spawn(process.execPath, args('killed', '--jobs', '2', '--resume'), { cwd: root, stdio: 'ignore' });
  const closed = new Promise((resolve) => child.on('close', resolve));
  await wait(two.seconds * 1000 * 0.3 * (0.5 + Math.random() / 2));
  child.kill('SIGKILL');
  await closed;
}
const resumed = await run('killed', '--jobs', '2', '--resume');
console.log(
  `killed three times and resumed: exit ${resumed.code}, bytes ${digest('killed') === digest('two') ? 'the same' : 'DIFFERENT'} (${digest('two')}, one process ${digest('one')})`,
);
const summary = JSON.parse(readFileSync(join(folder, 'two/summary.json'), 'utf8'));
console.log(JSON.stringify(summary.files), `${summary.reports} forms`, JSON.stringify(summary.errors));
rmSync(folder, { recursive: true });
