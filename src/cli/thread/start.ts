import { setFlagsFromString } from 'node:v8';
import { isBundled, loadBundle } from '../../boot.js';

/** What the thread begins with: its bundle, or its modules. */

if (isBundled()) {
  // It has told this thread's heap how large to begin; with it, V8 would refuse what it compiled without it.
  setFlagsFromString('--initial-old-space-size=0');
  loadBundle('thread');
} else void import('./entry.js');
