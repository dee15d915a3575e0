/**
 * npm run fuzz -- [RUNS] [SEED] [FOLDER]: mutates the PDFs of fixtures/ (or a folder of it) and reads each mutant in a process that can be killed. Says
 * what crashed, broke the schema or was put aside for its cost, keeps those files in a folder, and ends with 1 where one
 * crashed or broke the schema. Scans are read by the engine that EVALX_OCR_ENGINE names: by none where it is not set.
 */
import { mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { processHost } from '../../dist/guard/process.js';
import { isFailure, work } from '../../dist/guard/watch.js';
import { endlessPdfs, FIXTURES, fixturePdfs } from '../fixtures.mjs';
import { mutantOf } from './mutate.mjs';

const runs = Number(process.argv[2] ?? 1000);
const seed = Number(process.argv[3] ?? 1);
const only = process.argv[4] ?? '';
process.env.EVALX_OCR_ENGINE ??= 'none';
const LIMITS = { seconds: 60, pageSeconds: 20, pictureSeconds: 40, mostSeconds: 600, megabytes: 1024 };
/** A mutant of a larger file takes long and finds no more. */
const MAX_SIZE = 250_000;
const RECYCLE = 400;

const endless = endlessPdfs();
const files = fixturePdfs()
  .filter((file) => !endless.includes(file) && file.startsWith(only))
  .map((file) => join(FIXTURES, file))
  .filter((file) => statSync(file).size <= MAX_SIZE);

const say = (line) => process.stdout.write(`${line}\n`);
const counts = new Map();
const count = (what) => counts.set(what, (counts.get(what) ?? 0) + 1);
let bad = 0;
let folder = null;
let next = 0;

async function report(job, what) {
  folder ??= mkdtempSync(join(tmpdir(), 'evalx-fuzz-'));
  const { bytes, file } = await mutantOf(job);
  const path = join(folder, `${job.seed}-${job.run}.pdf`);
  writeFileSync(path, bytes);
  say(`run ${job.run}, of ${file.slice(FIXTURES.length + 1)}: ${what}\n  ${path}`);
}

async function lane() {
  let host = null;
  let done = 0;
  while (next < runs) {
    const job = { run: next++, seed, files };
    host ??= processHost(new URL('./worker.mjs', import.meta.url), LIMITS);
    const end = await work(host, job, LIMITS);
    // A mutant may well cost more than it may: it is put aside, which is what the limits are for, and told of.
    if (isFailure(end)) {
      count(end.failure);
      if (end.failure === 'worker-crashed') bad++;
      await report(job, `${end.failure} on page ${end.page}`);
      host = null;
    } else if ('crash' in end) {
      count('crash');
      bad++;
      await report(job, end.crash);
    } else {
      count(end.end);
      if (end.reports > 0) count('with forms');
    }
    if (host && ++done % RECYCLE === 0) {
      host.end();
      host = null;
    }
    if (job.run > 0 && job.run % 1000 === 0) say(`${job.run} runs, ${JSON.stringify(Object.fromEntries(counts))}`);
  }
  host?.end();
}

const start = performance.now();
await Promise.all(Array.from({ length: availableParallelism() }, lane));
const seconds = Math.round((performance.now() - start) / 1000);
say(
  `${runs} runs with seed ${seed} on ${files.length} files in ${seconds} s: ${JSON.stringify(Object.fromEntries(counts))}`,
);
process.exit(bad > 0 ? 1 : 0);
