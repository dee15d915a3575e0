/**
 * Bundles dist/ for the command line, which then reads one page in two thirds of the time: `dist/bundle/main.cjs` is the command line,
 * `thread.cjs` the thread that reads files, `pdfjs.cjs` what it reads them with; what few commands need is apart. Beside each
 * stands what V8 compiled of it while it did its work once (see `warm-up.mjs`); V8 takes it where version and flags are
 * the same, and compiles anew elsewhere.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { rolldown } from 'rolldown';

const dist = join(import.meta.dirname, '../dist');
const folder = join(dist, 'bundle');
/** Optional packages, and pdfjs as its makers ship it, which serves for comparing. */
const LEFT_OUT = ['@napi-rs/canvas', 'bullmq', 'ioredis', 'onnxruntime-node', /^pdfjs-dist\/legacy/u];

const inPaths = (pattern) => new RegExp(pattern.replaceAll('/', '[\\\\/]'));
const START = 'terminal/(?:exit-code|failure|interrupt|sink)|thread/program|options/language';
const COMMANDS = [
  'start/(?:program|chinese-help)|commands/.*|grammar/.*|run/(?:parse|write-files)|options/(?:reading|help|page-list)',
  'thread/reading-thread|terminal/(?:file-sink|messages)',
].join('|');

/** What is loaded together stands together: each file costs its time. The rest is divided by who needs it. */
const GROUPS = [
  { name: 'pdfjs', test: inPaths('/node_modules/pdfjs-dist/') },
  {
    name: 'base',
    test: inPaths(
      `/dist/(?:errors|limits|messages/(?!commands|codes).*|contract/(?:diagnostics|digest|tolerances)|geometry/box|text/(?:display-width|path-bytes)|ocr/options|files/.*|guard/(?:thread|watch)|output/(?:escape|json|message)|cli/(?:${START}))[.]js$`,
    ),
  },
  {
    name: 'reading',
    test: inPaths(
      '/dist/(?:(?:reader|geometry|grid|layout|sections|text)/.*|pages/(?!scanned-pages).*|parse|cli/thread/parse-work)[.]js$',
    ),
  },
  {
    name: 'commands',
    test: inPaths(`/node_modules/commander/|/dist/(?:cli/(?:${COMMANDS})|messages/commands|output/tables/.*)[.]js$`),
  },
  {
    name: 'ocr',
    test: inPaths('/dist/(?:raster/.*|ocr/(?!options).*|pages/scanned-pages)[.]js$'),
  },
];

const urlPath = (path) => path.split(sep).join('/');

/** Whatever stands beside a module is still found there. */
const placed = {
  name: 'placed',
  transform: (code, id) =>
    id.startsWith(dist) && code.includes('import.meta.url')
      ? code.replaceAll('import.meta.url', `new URL(${JSON.stringify(urlPath(relative(folder, id)))}, __folder).href`)
      : null,
};

/** Parts of Node that take long to load and serve few commands: they are loaded when they are used. */
const LATE = 'child_process crypto fs/promises os stream/consumers stream/promises timers/promises zlib'.split(' ');
const REQUIRE_LATE = new RegExp(
  `^(\\s*(?:let|const) \\w+ = )require\\(("node:(?:${LATE.join('|')})")\\);$`.replaceAll('/', '\\/'),
  'gmu',
);
const LATE_LOADER = 'const __late = (name) => new Proxy({}, { get: (_, key) => require(name)[key] });\n';

/** In ASCII alone, V8 keeps the source in half the memory. */
const escaped = (chars) =>
  [...Array(chars.length)].map((_, i) => `\\u${chars.charCodeAt(i).toString(16).padStart(4, '0')}`).join('');

function chunkSource(code) {
  const loading = code.replace(/(?<![\w$.])import\(/gu, '__import(');
  const late = loading.replace(REQUIRE_LATE, '$1__late($2);');
  const source = `(function (exports, require, module, __filename, __folder, __import) {${late === loading ? '' : LATE_LOADER}${late}\n})`;
  return source.replace(/[^\0-\x7f]/gu, escaped);
}

const build = await rolldown({
  input: { main: join(dist, 'cli/start/main.js'), thread: join(dist, 'cli/thread/entry.js') },
  platform: 'node',
  external: LEFT_OUT,
  plugins: [placed],
  onLog: (level, { code, message }) => {
    if (code !== 'EVAL') process.stderr.write(`${level}: ${message}\n`);
  },
});
const { output } = await build.generate({
  format: 'cjs',
  entryFileNames: '[name].cjs',
  chunkFileNames: '[name].cjs',
  codeSplitting: { groups: GROUPS },
  // Names stay: commander and others ask for those of their classes, and a stack trace says where it was.
  minify: { compress: true, mangle: false, codegen: { removeWhitespace: true } },
});
await build.close();

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
const packages = new Set();
for (const { fileName, code, moduleIds } of output) {
  writeFileSync(join(folder, fileName), chunkSource(code), 'latin1');
  for (const id of moduleIds) packages.add(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/u.exec(urlPath(id))?.[0]);
}

const licences = [...packages]
  .filter(Boolean)
  .sort()
  .map((path) => {
    const { name, version, license } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
    const file = readdirSync(path).find((entry) => /^licen[cs]e/iu.test(entry));
    return `${name} ${version} (${license})\n\n${file ? readFileSync(join(path, file), 'utf8').trim() : ''}\n`;
  });
writeFileSync(join(folder, 'LICENSES.txt'), licences.join(`\n${'-'.repeat(80)}\n\n`));

const warmUp = join(import.meta.dirname, 'warm-up.mjs');
for (const name of ['main', 'thread']) {
  execFileSync(process.execPath, [warmUp, name], { stdio: ['ignore', 'ignore', 'inherit'] });
}
