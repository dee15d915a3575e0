/**
 * `node stages.mjs FILE`: what each stage of reading and checking a file takes, in milliseconds, as one line of JSON. The
 * stages run into one another, page by page: V8's profiler looks every 0.2 ms which one is at work, by the innermost
 * function that belongs to one.
 */
import { readFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';

const STAGES = [
  ['text', /\/reader\/(?:text-pen|readable|fields|visible)\./u],
  ['rulings', /\/reader\/(?:paths|fill-edges)\./u],
  ['walk', /\/reader\/(?:interpret|interpreter|drawing|matrix|operators|read)\./u],
  ['layout', /\/dist\/layout\//u],
  ['sections', /\/dist\/(?:sections|text)\//u],
  ['validate', /\/dist\/validator\//u],
  ['pdfjs', /\/pdfjs-dist\/|\/reader\/pdfjs/u],
];

const begin = performance.now();
const { preloadReader } = await import('../../dist/pages/read-pages.js');
const { parse } = await import('../../dist/parse.js');
const { DEFAULT_SETTINGS, validate } = await import('../../dist/validator/validate.js');
await preloadReader();
const imported = performance.now();

const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.setSamplingInterval', { interval: 200 });
const bytes = new Uint8Array(readFileSync(process.argv[2]));
await session.post('Profiler.start');
const start = performance.now();
let opened = start;
const onPage = (done) => {
  if (done === 0) opened = performance.now();
};
const { document, places } = await parse(bytes, { file: 'bench.pdf', onPage });
const parsed = performance.now();
validate([{ file: 'bench.pdf', document, places }], DEFAULT_SETTINGS);
const end = performance.now();
const { profile } = await session.post('Profiler.stop');

const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
const parents = new Map(profile.nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])));
function stageOf(id) {
  for (let at = id; at !== undefined; at = parents.get(at)) {
    const { url, functionName } = nodes.get(at).callFrame;
    if (functionName === '(garbage collector)') return 'collect';
    const stage = STAGES.find(([, files]) => files.test(url));
    if (stage) return stage[0];
  }
  return 'other';
}
const shares = {};
let at = profile.startTime;
for (const [i, sample] of profile.samples.entries()) {
  at += profile.timeDeltas[i];
  if ((at - profile.startTime) / 1000 < opened - start) continue;
  const stage = stageOf(sample);
  shares[stage] = (shares[stage] ?? 0) + profile.timeDeltas[i] / 1000;
}
const { validate: _, ...rest } = shares;
const times = { import: imported - begin, open: opened - start, ...rest, validate: end - parsed, total: end - start };
const rounded = Object.entries(times).map(([name, ms]) => [name, Math.round(ms * 10) / 10]);
process.stdout.write(`${JSON.stringify({ pages: document.source.pageCount, ...Object.fromEntries(rounded) })}\n`);
