/** The program of the process that reads files for the library: bundled (see scripts/bundle.mjs), or its modules one by one. */
const work = process.env['EVALX_NO_BUNDLE'] === '1' ? './work.js' : '../../bundle/child.cjs';
await import(work);
