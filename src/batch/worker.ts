/** The program of the processes that read files for `batch`: bundled (see scripts/bundle.mjs), or its modules one by one. */
const work = process.env['EVALX_NO_BUNDLE'] === '1' ? './work.js' : '../bundle/worker.cjs';
await import(work);
