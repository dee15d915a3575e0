/**
 * Who may import whom. Each room of src/ lists what it may use; whatever else it imports is an error, type-only
 * imports included. A new room must be added here, or the check fails.
 */
export const rooms = {
  // Leaves: they know nothing of forms, files or PDFs.
  'errors.ts': ['contract/error-code.ts', 'messages/'],
  'limits.ts': ['errors.ts', 'messages/'],
  // Every sentence, in both languages; of the contract it takes codes and the languages, as types.
  'messages/': ['contract/', 'geometry/box.ts'],
  'geometry/': [],
  // The separator of paths is the one thing of the system that it knows.
  'text/': ['node:path'],
  'raster/': ['geometry/order.ts', 'geometry/warp.ts'],
  'contract/': ['geometry/box.ts', 'zod', 'node:crypto'],

  // The pipeline, in the order in which a PDF becomes a checked report.
  'reader/': [
    'geometry/',
    'errors.ts',
    'limits.ts',
    'messages/',
    'pdfjs-dist',
    '@napi-rs/canvas',
    'node:(module|path|stream|zlib)',
  ],
  'grid/': ['geometry/', 'reader/reader-types.ts'],
  'ocr/': [
    ...['geometry/', 'text/', 'errors.ts', 'limits.ts', 'messages/', 'contract/', 'raster/', 'grid/', 'reader/'],
    ...['onnxruntime-common', 'node:(child_process|fs|module|os|path)'],
  ],
  'layout/': ['geometry/', 'text/', 'grid/', 'reader/reader-types.ts'],
  // Compares what was read with what is seen.
  'witness/': ['geometry/', 'messages/', 'reader/'],
  'pages/': [
    ...['geometry/', 'errors.ts', 'limits.ts', 'contract/', 'reader/', 'layout/', 'ocr/', 'messages/', 'witness/'],
    ...['sections/vocabulary/labels.ts'],
  ],
  'sections/': ['geometry/box.ts', 'messages/', 'text/', 'contract/', 'layout/layout-types.ts'],
  // Arithmetic knows what was recognised and what the forms say; it lays no page out again.
  'account/': [
    'geometry/',
    'messages/',
    'text/',
    'contract/',
    'reader/reader-types.ts',
    'layout/layout-types.ts',
    'sections/',
  ],
  'crosscheck/': [
    ...['messages/', 'geometry/', 'text/', 'contract/', 'layout/layout-types.ts', 'ocr/', 'pages/', 'sections/'],
    'validator/',
  ],
  'validator/': ['errors.ts', 'messages/', 'text/', 'contract/', 'big.js'],
  'output/': [
    ...['errors.ts', 'geometry/box.ts', 'text/', 'messages/', 'contract/', 'node:(stream|zlib)'],
    'sections/family-of.ts',
    ...['@napi-rs/canvas', 'chalk', 'fast-csv', 'hyparquet-writer', 'hucre'],
  ],

  // What people say of a document that was read: pure, since the page of the review runs it in the browser.
  'corrections/': ['messages/', 'contract/', 'geometry/box.ts'],

  // What the library offers.
  'parse.ts': [
    ...['account/', 'geometry/', 'messages/', 'contract/', 'pages/', 'layout/', 'sections/', 'crosscheck/'],
    'reader/objects/attachment.ts',
  ],
  'tables.ts': [
    'account/',
    'geometry/box.ts',
    'messages/',
    'contract/',
    'pages/',
    'layout/',
    'reader/objects/attachment.ts',
  ],
  'each-document.ts': ['errors.ts', 'limits.ts', 'pages/', 'reader/objects/attachment.ts'],
  'inspect/': ['messages/', 'geometry/', 'contract/', 'grid/grid-types.ts', 'layout/', 'reader/reader-types.ts'],
  'inspect.ts': [
    'inspect/',
    'messages/',
    'geometry/',
    'errors.ts',
    'text/',
    'contract/',
    'grid/',
    'pages/',
    'layout/',
    'reader/reader-types.ts',
  ],
  // What callers give and get, around the line above; `guarded/` reads in a process of its own.
  'library/': [
    ...['errors.ts', 'limits.ts', 'messages/', 'text/path-bytes.ts', 'contract/', 'files/', 'guard/', 'pages/'],
    ...['ocr/options.ts', 'parse.ts', 'each-document.ts', 'tables.ts', 'inspect.ts', 'page-pictures.ts', 'validator/'],
    ...['output/', 'review/', 'node:(fs|os|url|util)'],
  ],
  'index.ts': [
    ...['errors.ts', 'limits.ts', 'contract/', 'corrections/', 'library/', 'parse.ts', 'tables.ts', 'inspect.ts'],
    'reader/objects/attachment.ts',
    ...['sections/vocabulary/families.ts', 'validator/validate.ts'],
  ],

  'page-pictures.ts': [...['contract/', 'errors.ts', 'geometry/', 'grid/cells.ts', 'reader/', 'text/']],
  // The page for people: what is in it, and the program that runs in a browser.
  'review/': [
    ...['contract/', 'corrections/', 'messages/', 'output/escape.ts', 'validator/'],
    ...['preact', 'node:crypto'],
  ],

  // Files, processes, the command line.
  'files/': ['errors.ts', 'limits.ts', 'messages/', 'text/', 'node:(crypto|fs|path)'],
  'guard/': ['errors.ts', 'limits.ts', 'messages/', 'node:(child_process|fs|url|v8|worker_threads)'],
  'batch/': [
    ...[
      'text/',
      'errors.ts',
      'limits.ts',
      'guard/',
      'messages/',
      'files/',
      'contract/',
      'corrections/',
      'pages/',
      'parse.ts',
      'each-document.ts',
      'ocr/options.ts',
      'review/names.ts',
    ],
    ...['validator/', 'output/', 'bullmq', 'node:(child_process|crypto|fs|os|path|stream|timers|url)'],
  ],
  'cli/': [
    ...[
      'text/',
      'errors.ts',
      'messages/',
      'limits.ts',
      'contract/',
      'corrections/',
      'pages/',
      'parse.ts',
      'each-document.ts',
      'tables.ts',
      'inspect.ts',
      'page-pictures.ts',
      'reader/',
      'ocr/',
      'review/',
      'corrections/',
    ],
    ...['sections/vocabulary/families.ts', 'guard/', 'output/', 'validator/', 'files/', 'batch/'],
    ...['commander', 'picomatch', 'yaml', '@napi-rs/canvas'],
    'node:(child_process|crypto|fs|http|module|net|os|path|process|stream|timers|url|v8|vm|worker_threads)',
  ],
};

/** Packages of one file alone: what is written with them can be written with others. */
const onlyIn = {
  bullmq: 'batch/queue/',
  chalk: 'output/findings/text.ts',
  'fast-csv': 'output/records/csv.ts',
  preact: 'review/app/',
  'hyparquet-writer': 'output/records/parquet.ts',
  hucre: 'output/xlsx/',
  yaml: 'cli/options/config-file.ts',
};

const isOurs = (name) => name.endsWith('.ts') || name.endsWith('/');

/** A name of the table above as a pattern of what it resolves to. */
function pattern(name) {
  if (name.startsWith('node:')) return `^${name.slice('node:'.length)}(/|$)`;
  return isOurs(name) ? `^src/${name.replaceAll('.', '[.]')}` : `(^|/)node_modules/${name}/`;
}

export default {
  forbidden: [
    ...Object.entries(rooms).map(([room, may]) => ({
      name: `${room} may use ${may.join(', ') || 'nothing'}`,
      severity: 'error',
      from: { path: pattern(room) },
      to: { pathNot: [room.endsWith('/') ? pattern(room) : [], may.map(pattern)].flat() },
    })),
    ...Object.entries(onlyIn).map(([name, file]) => ({
      name: `${name} only in ${file}`,
      severity: 'error',
      from: { path: '^src/', pathNot: pattern(file) },
      to: { path: pattern(name) },
    })),
    {
      name: 'every room is in the table',
      severity: 'error',
      from: { path: '^src/', pathNot: Object.keys(rooms).map(pattern) },
      to: {},
    },
    { name: 'no cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'every import resolves', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    // The parser takes no JSX: test/architecture.test.ts looks at what these import.
    exclude: { path: '[.]tsx$' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'] },
  },
};
