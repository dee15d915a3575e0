/**
 * Who may import whom. Each room of src/ lists what it may use; whatever else it imports is an error, type-only
 * imports included. A new room must be added here, or the check fails.
 */
const rooms = {
  'geometry.ts': [],
  'errors.ts': [],
  'limits.ts': ['errors.ts'],
  'guard/': ['errors.ts', 'limits.ts', 'node:(child_process|fs|url|v8|worker_threads)'],
  'boot.ts': ['node:(fs|module|url|vm)'],
  'diagnostics.ts': ['contract/'],
  'npm-install.ts': ['node:(fs|module|path)'],
  'text/': [],
  'contract/': ['zod'],
  'reader/': [
    'geometry.ts',
    'errors.ts',
    'limits.ts',
    'pdfjs-dist',
    '@napi-rs/canvas',
    'node:(module|path|stream|zlib)',
  ],
  'raster/': [],
  'ocr/': [
    ...[
      'geometry.ts',
      'errors.ts',
      'limits.ts',
      'npm-install.ts',
      'contract/',
      'raster/',
      'layout/',
      'reader/',
      'sections/labels.ts',
      'sections/label.ts',
      'text/label.ts',
    ],
    ...['onnxruntime-common', 'node:(child_process|fs|module|os|path)'],
  ],
  'layout/': ['geometry.ts', 'text/', 'reader/types.ts'],
  'sections/': ['geometry.ts', 'text/', 'contract/', 'layout/types.ts'],
  'pages.ts': ['limits.ts', 'contract/', 'reader/', 'layout/', 'ocr/'],
  'recognised.ts': ['geometry.ts', 'layout/', 'ocr/', 'reader/types.ts'],
  'arithmetic.ts': ['contract/', 'ocr/', 'recognised.ts', 'sections/', 'text/', 'validator/'],
  'second-reading.ts': ['arithmetic.ts', 'recognised.ts', 'geometry.ts', 'contract/', 'layout/', 'ocr/', 'sections/'],
  'parse.ts': [
    'geometry.ts',
    'diagnostics.ts',
    'contract/',
    'pages.ts',
    'layout/',
    'sections/',
    'second-reading.ts',
    'node:crypto',
  ],
  'tables.ts': ['geometry.ts', 'diagnostics.ts', 'contract/', 'pages.ts', 'layout/'],
  'inspect.ts': ['geometry.ts', 'errors.ts', 'text/', 'contract/', 'pages.ts', 'layout/', 'reader/types.ts'],
  'doctor.ts': ['npm-install.ts', 'ocr/', 'output/page-svg.ts', 'reader/', '@napi-rs/canvas', 'node:module'],
  'validator/': ['errors.ts', 'text/', 'contract/', 'big.js'],
  'files/': ['errors.ts', 'limits.ts', 'node:fs'],
  'batch/': [
    ...[
      'errors.ts',
      'limits.ts',
      'diagnostics.ts',
      'guard/',
      'files/',
      'contract/',
      'pages.ts',
      'parse.ts',
      'ocr/options.ts',
      'validator/',
      'output/',
    ],
    ...['bullmq', 'node:(child_process|crypto|fs|path|stream|timers|url)'],
  ],
  'output/': [
    ...['errors.ts', 'contract/', 'inspect.ts', 'node:(buffer|crypto|stream)'],
    ...['@napi-rs/canvas', 'fast-csv', 'hyparquet-writer', 'write-excel-file'],
  ],
  'cli/': [
    ...[
      'boot.ts',
      'errors.ts',
      'limits.ts',
      'diagnostics.ts',
      'contract/',
      'pages.ts',
      'parse.ts',
      'tables.ts',
      'inspect.ts',
      'doctor.ts',
    ],
    ...['sections/families.ts', 'ocr/', 'guard/', 'output/', 'validator/', 'files/', 'batch/'],
    ...['commander', 'lilconfig', 'tinyglobby', 'node:(fs|os|path|stream|url|process|crypto|v8|worker_threads)'],
  ],
  'index.ts': [
    'errors.ts',
    'limits.ts',
    'contract/',
    'pages.ts',
    'parse.ts',
    'tables.ts',
    'inspect.ts',
    'sections/families.ts',
    'validator/validate.ts',
  ],
};

/** Packages of one file alone: what is written with them can be written with others. */
const onlyIn = {
  bullmq: 'batch/queue.ts',
  'fast-csv': 'output/records-csv.ts',
  'hyparquet-writer': 'output/records-parquet.ts',
  'write-excel-file': 'output/xlsx.ts',
};

const isOurs = (name) => name.endsWith('.ts') || name.endsWith('/');

/** A name of the table above as a pattern of what it resolves to. */
function pattern(name) {
  if (name.startsWith('node:')) return `^${name.slice('node:'.length)}(/|$)`;
  return isOurs(name) ? `^src/${name.replace('.', '[.]')}` : `(^|/)node_modules/${name}/`;
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
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'] },
  },
};
