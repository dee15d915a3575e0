/**
 * Bundles dist/ for the command line, which then reads one page in two thirds of the time: `dist/bundle/main.cjs` is the command line,
 * `thread.cjs` the thread that reads files, `pdfjs.cjs` what it reads them with; what few commands need is apart. Beside each
 * stands what V8 compiled of it while it did its work once (see `warm-up.mjs`); V8 takes it where version and flags are
 * the same, and compiles anew elsewhere.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { rolldown } from 'rolldown';
import { LIBRARY, placedIn, refuseTwice, writeEntries } from './entries.mjs';

const dist = join(import.meta.dirname, '../dist');
const folder = join(dist, 'bundle');
const pdfjs = join(import.meta.dirname, '../node_modules/pdfjs-dist/build');
/** Optional packages, and pdfjs as its makers ship it, which serves for comparing. */
const LEFT_OUT = ['@napi-rs/canvas', 'bullmq', 'ioredis', 'onnxruntime-node', /^pdfjs-dist\/legacy/u];

/** What begins by itself: the command line, its thread, the processes of `batch` and of the library. */
const PROGRAMS = {
  main: 'cli/start/main.js',
  thread: 'cli/thread/entry.js',
  worker: 'batch/work.js',
  child: 'library/guarded/work.js',
};

/** The package that a module is of, by its name and its folder; null for those of ours. */
function packageOf(id) {
  const [folder, name] = /^.*node_modules\/((?:@[^/]+\/)?[^/]+)/u.exec(urlPath(id)) ?? [];
  return name ? { folder, name } : null;
}

const inPaths = (pattern) => new RegExp(pattern.replaceAll('/', '[\\\\/]'));
const START = 'terminal/(?:exit-code|failure|interrupt|sink)|thread/program|options/language';
const COMMANDS = [
  'start/(?:program|chinese-help)|commands/.*|grammar/.*|run/(?:parse|write-files)|options/(?:reading|help|page-list)',
  'thread/reading-thread|terminal/(?:file-sink|messages)',
].join('|');

/** What is loaded together stands together: each file costs its time. The rest is divided by who needs it. */
const GROUPS = [
  { name: 'pdfjs', test: inPaths('/node_modules/pdfjs-dist/') },
  // Packages that few commands need: each apart, whoever needs it.
  {
    debugName: 'packages',
    name: (id) => packageOf(id)?.name.replace('@', '').replace('/', '-') ?? null,
    test: inPaths('/node_modules/(?!commander/)'),
  },
  {
    name: 'base',
    test: inPaths(
      `/dist/(?:errors|limits|messages/(?!commands|codes).*|contract/(?:diagnostics|digest|pointer|tolerances)|pages/(?:form-kinds|reading-options)|geometry/box|text/(?:display-width|path-bytes)|ocr/options|files/.*|guard/(?:thread|watch)|output/(?:escape|json|message)|cli/(?:${START}))[.]js$`,
    ),
  },
  // What rules and writers need as well, which load no reader.
  {
    name: 'vocabulary',
    test: inPaths(
      '/dist/(?:text/.*|sections/(?:vocabulary/.*|family-of|tolerances)|contract/schema/shared-fields|corrections/(?:apply|chain|fields)|output/evidence)[.]js$',
    ),
  },
  {
    name: 'reading',
    test: inPaths(
      '/dist/(?:(?:reader|geometry|grid|layout|sections)/.*|pages/(?!scanned-pages).*|parse|cli/thread/parse-work)[.]js$',
    ),
  },
  {
    name: 'commands',
    test: inPaths(
      `/node_modules/commander/|/dist/(?:cli/(?:${COMMANDS})|messages/commands|output/tables/(?:csv|formats|html|json|markdown|text-rows|writer))[.]js$`,
    ),
  },
  {
    name: 'ocr',
    test: inPaths('/dist/(?:raster/.*|ocr/(?!options).*|pages/scanned-pages)[.]js$'),
  },
];

const urlPath = (path) => path.split(sep).join('/');

/** Parts of Node that take long to load and serve few commands: they are loaded when they are used. */
const LATE = 'child_process crypto fs/promises os stream/consumers stream/promises timers/promises zlib'.split(' ');
const REQUIRE_LATE = new RegExp(
  `\\b(node_\\w+=)require\\(("node:(?:${LATE.join('|')})")\\)`.replaceAll('/', '\\/'),
  'gu',
);
const LATE_LOADER = 'const __late = (name) => new Proxy({}, { get: (_, key) => require(name)[key] });\n';

/** In ASCII alone, V8 keeps the source in half the memory. */
const escaped = (chars) =>
  [...Array(chars.length)].map((_, i) => `\\u${chars.charCodeAt(i).toString(16).padStart(4, '0')}`).join('');

/** `import()` is not there where src/cli/thread/bundle.ts runs a part as a plain script: it gives its own. */
const IMPORT = 'const __import = module.import ?? ((id) => import(id));\n';

function chunkSource(code) {
  const loading = code.replace(/(?<![\w$.])import\(/gu, '__import(');
  const late = loading.replace(REQUIRE_LATE, '$1__late($2)');
  return `${loading === code ? '' : IMPORT}${late === loading ? '' : LATE_LOADER}${late}`.replace(
    /[^\0-\x7f]/gu,
    escaped,
  );
}

/** pdfjs as its makers have it made small: a tenth less to download. */
const smallPdfjs = {
  name: 'small-pdfjs',
  resolveId: (id) => {
    const [known, file = 'pdf'] = /^pdfjs-dist(?:\/build\/(pdf\.worker)\.mjs)?$/u.exec(id) ?? [];
    return known ? join(pdfjs, `${file}.min.mjs`) : null;
  },
};

const inDist = (entries) => Object.fromEntries(Object.entries(entries).map(([name, path]) => [name, join(dist, path)]));

refuseTwice();
const build = await rolldown({
  input: inDist({ ...PROGRAMS, ...LIBRARY }),
  platform: 'node',
  external: LEFT_OUT,
  plugins: [placedIn(folder), smallPdfjs],
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
const digest = createHash('sha256');
for (const { fileName, code, moduleIds } of output) {
  const source = chunkSource(code);
  digest.update(`${fileName} ${source.length} ${source}`);
  writeFileSync(join(folder, fileName), source, 'latin1');
  for (const id of moduleIds) packages.add(packageOf(id)?.folder);
}
// Which build this is: what V8 compiled of another is not taken.
writeFileSync(join(folder, 'build-id'), digest.digest('hex').slice(0, 24));

const licences = [...packages]
  .filter(Boolean)
  .sort()
  .map((path) => {
    const { name, version, license } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
    const file = readdirSync(path).find((entry) => /^licen[cs]e/iu.test(entry));
    return `${name} ${version} (${license})\n\n${file ? readFileSync(join(path, file), 'utf8').trim() : ''}\n`;
  });
writeFileSync(join(folder, 'LICENSES.txt'), licences.join(`\n${'-'.repeat(80)}\n\n`));

const exported = output.filter(({ isEntry }) => isEntry).map(({ name, exports }) => [name, exports.sort()]);
await writeEntries(Object.fromEntries(exported));

const warmUp = join(import.meta.dirname, 'warm-up.mjs');
for (const name of ['main', 'thread']) {
  execFileSync(process.execPath, [warmUp, name], { stdio: ['ignore', 'ignore', 'inherit'] });
}
