import { isBundled, loadBundle } from './bundle.js';

/** What the thread begins with: its bundle, or its modules. */

if (isBundled()) loadBundle('thread');
else void import('./entry.js');
