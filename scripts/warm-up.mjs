/**
 * `node scripts/warm-up.mjs main|thread`: lets the bundle do its work, and writes beside each part of it that was loaded
 * what V8 has compiled for it, `dist/bundle/NAME.cjs.cache`. Parts that both load are written by the thread.
 */
import { once } from 'node:events';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { loadBundle, loadedScripts } from '../dist/cli/thread/bundle.js';

const root = join(import.meta.dirname, '..');
const families = join(root, 'fixtures/families');
const forms = readdirSync(families).filter((file) => /^f\d\d-[a-z]+\.pdf$/u.test(file));
const paths = [join(root, 'fixtures/reference/reports.pdf'), ...forms.slice(0, 8).map((file) => join(families, file))];

function writeCaches() {
  // The thread has set it on its way; a process begins without.
  setFlagsFromString('--heap-growing-percent=0');
  for (const [name, script] of loadedScripts()) {
    writeFileSync(join(root, 'dist/bundle', `${name}.cache`), script.createCachedData());
  }
}

async function warmMain() {
  const { main } = loadBundle('main');
  for (const command of [['--version'], ['parse', '--help'], ['parse', ...paths]]) {
    await main(['node', 'evalx', ...command], null);
  }
  writeCaches();
  process.exit();
}

/** Asks the thread for all files, as the command line does. */
async function warmThread() {
  const worker = new Worker(new URL(import.meta.url));
  const limits = { bytes: 1 << 28, pages: 5000, items: 100_000, rulings: 100_000 };
  for (const file of paths) {
    worker.postMessage({ kind: 'parse', job: { file, bytes: null, limits, leaveOut: new Map() } });
    let answer = {};
    while (!('result' in answer)) {
      [answer] = await once(worker, 'message');
      if ('error' in answer) throw new Error(answer.error.stack);
    }
  }
  worker.postMessage('write');
  await once(worker, 'exit');
}

if (!isMainThread) {
  parentPort.on('message', (message) => {
    if (message !== 'write') return;
    writeCaches();
    process.exit();
  });
  loadBundle('thread');
} else if (process.argv[2] === 'main') await warmMain();
else await warmThread();
