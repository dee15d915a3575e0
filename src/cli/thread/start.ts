import { setFlagsFromString } from 'node:v8';
import { parentPort } from 'node:worker_threads';
import { isBundled, keepCompiled, loadBundle } from './bundle.js';

/** What the thread begins with: its bundle, or its modules. */

if (isBundled()) {
  loadBundle('thread');
  keepAfterFirstResult();
} else void import('./entry.js');

/** Before the first result is given, since the thread may be ended right after it; where all was compiled before, this costs nothing. */
function keepAfterFirstResult(): void {
  const port = parentPort;
  if (!port) return;
  const post = port.postMessage.bind(port);
  port.postMessage = (message: unknown, transfer?: Parameters<typeof post>[1]) => {
    if (typeof message === 'object' && message !== null && 'result' in message) {
      port.postMessage = post;
      // The reading of many pages sets this flag; a process begins without, and V8 refuses what was compiled with another.
      setFlagsFromString('--heap-growing-percent=0');
      keepCompiled();
    }
    post(message, transfer);
  };
}
