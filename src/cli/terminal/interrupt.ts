import { EXIT_CODES } from './exit-code.js';

/** 128 and the number of the signal, as every shell counts. */
const SIGNALS = { SIGINT: EXIT_CODES.interrupted, SIGTERM: 143, SIGHUP: 129 } as const;

const cleanups = new Set<() => void>();

/** From now on an interrupt ends the process after the clean-ups that are registered at that time. */
export function catchInterrupts(): void {
  for (const [signal, code] of Object.entries(SIGNALS)) {
    process.on(signal, () => {
      // The first Ctrl-C ends the work in good order; one more, and whoever stops a service, ends it at once.
      if (signal !== 'SIGINT' || calm === null) dieOf(signal as NodeJS.Signals, code);
      const stop = calm;
      calm = null;
      stop();
    });
  }
}

let calm: (() => void) | null = null;

/** From now on the first interrupt calls `stop` and nothing else, until the function that is returned is called. */
export function whenInterrupted(stop: () => void): () => void {
  calm = stop;
  return () => {
    calm = null;
  };
}

/** Ends the process at once, where the work cannot go on. */
export function exitNow(code: number): never {
  for (const cleanup of cleanups) cleanup();
  process.exit(code);
}

/**
 * Ends the process by the signal itself, with all that its exit does: an exit would wait for threads, one of which may be busy
 * outside JavaScript, or open a pipe that nobody reads. The first process of a container is not ended so: that one exits.
 */
function dieOf(signal: NodeJS.Signals, code: number): never {
  for (const cleanup of cleanups) cleanup();
  process.emit('exit', code);
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
  process.exit(code);
}

/** Runs `work`; `cleanup` runs if the process is interrupted before it ends. */
export async function withCleanup<T>(cleanup: () => void, work: () => Promise<T>): Promise<T> {
  cleanups.add(cleanup);
  try {
    return await work();
  } finally {
    cleanups.delete(cleanup);
  }
}
