import { beginThread } from '../../guard/thread.js';
import { isBundled, keepCompiled, loadBundle } from '../thread/bundle.js';
import { THREAD } from '../thread/program.js';

/** Commands that read files in a thread, which can begin while they are being found out. */
const READING_COMMANDS: ReadonlySet<string | undefined> = new Set(['parse', 'tables', 'inspect', 'validate']);

type Main = Pick<typeof import('./main.js'), 'main'>;

/** The first that runs: begins the thread, and beside it the command line. */
export async function start(argv: readonly string[]): Promise<void> {
  const thread = READING_COMMANDS.has(argv[2]) ? beginThread(THREAD) : null;
  const { main } = isBundled() ? (loadBundle('main') as Main) : await import('./main.js');
  process.once('exit', keepCompiled);
  await main(argv, thread);
}
