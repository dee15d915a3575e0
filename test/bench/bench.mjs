// npm run bench: time and peak memory of `evalx parse` beside pdfjs alone, on 1, 20 and 200 pages of several producers.
// Both run as whole processes, in turn, so that a machine that slows down slows both; the ratio is what counts.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';

const RUNS = Number(process.env.BENCH_RUNS ?? 5);
const PAGES = [1, 20, 200];
const here = import.meta.dirname;
const root = join(here, '../..');
const producers = ['reports', 'chromium', 'writer', 'pdfkit'].filter((name) =>
  existsSync(join(root, `fixtures/reference/${name}.pdf`)),
);

/** A PDF of `pages` pages: those of a fixture over and over, each time as new objects. */
async function repeated(file, pages) {
  const out = await PDFDocument.create();
  const bytes = readFileSync(file);
  while (out.getPageCount() < pages) {
    const source = await PDFDocument.load(bytes);
    const wanted = Math.min(source.getPageCount(), pages - out.getPageCount());
    for (const page of await out.copyPages(
      source,
      Array.from({ length: wanted }, (_, i) => i),
    ))
      out.addPage(page);
  }
  return out.save();
}

function run(script, args) {
  return new Promise((resolve, reject) => {
    const start = process.hrtime.bigint();
    const child = spawn(process.execPath, ['--import', join(here, 'peak.mjs'), script, ...args], {
      stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
    });
    let peak = '';
    child.stdout.resume();
    child.stdio[3].on('data', (chunk) => {
      peak += chunk;
    });
    child.on('close', (code) => {
      const ms = Number(process.hrtime.bigint() - start) / 1e6;
      if (code === 0) resolve({ ms, mib: Number(peak) / 1024 });
      else reject(new Error(`${script} ended with ${code}`));
    });
  });
}

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

const print = (...cells) => process.stdout.write(`${cells.join(' ')}\n`);
const dir = mkdtempSync(join(tmpdir(), 'evalx-bench-'));
print(`node ${process.version}, ${RUNS} runs each after one warm-up, medians; ratio = evalx / pdfjs, pair by pair`);
print('producer    pages   evalx ms   pdfjs ms   ratio   evalx MiB   pdfjs MiB');
try {
  for (const producer of producers) {
    for (const pages of PAGES) {
      const file = join(dir, `${producer}-${pages}.pdf`);
      writeFileSync(file, await repeated(join(root, `fixtures/reference/${producer}.pdf`), pages));
      const pairs = [];
      for (let i = 0; i <= RUNS; i++) {
        const ours = await run(join(root, 'bin/evalx.js'), ['parse', file]);
        const alone = await run(join(here, 'pdfjs-alone.mjs'), [file]);
        if (i > 0) pairs.push({ ours, alone });
      }
      const cell = (value, width) => value.padStart(width);
      print(
        producer.padEnd(10),
        cell(String(pages), 6),
        cell(median(pairs.map((p) => p.ours.ms)).toFixed(0), 10),
        cell(median(pairs.map((p) => p.alone.ms)).toFixed(0), 10),
        cell(median(pairs.map((p) => p.ours.ms / p.alone.ms)).toFixed(2), 7),
        cell(median(pairs.map((p) => p.ours.mib)).toFixed(0), 11),
        cell(median(pairs.map((p) => p.alone.mib)).toFixed(0), 11),
      );
    }
  }
} finally {
  rmSync(dir, { recursive: true, force: true });
}
