import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { WorkLimits } from '../limits.js';
import { processSeconds } from './processor-time.js';
import type { Host } from './watch.js';

/** A process of its own: it survives what takes a whole process down, and lets itself be replaced. */
export interface ProcessHost<Job, Message> extends Host<Job, Message> {
  /** Lets it end by itself. */
  end(): void;
}

/** A child that is busy does not notice that its parent has gone: it ends with it. */
const atWork = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of atWork) child.kill('SIGKILL');
});

/** Half of what the young generation of a heap may come to. */
const SEMI_SPACE_MB = 32;

/**
 * A process that runs `program`. It is to end when it is disconnected. What it is sent and sends goes as JSON, or as a structured
 * clone, which takes bytes and maps (`advanced`).
 */
export function processHost<Job, Message>(
  program: URL,
  { megabytes }: WorkLimits,
  serialization: 'json' | 'advanced' = 'json',
): ProcessHost<Job, Message> {
  const child = fork(fileURLToPath(program), {
    serialization,
    execArgv: [
      `--max-old-space-size=${Math.max(64, megabytes)}`,
      // With a limit V8 collects garbage ever so often, from a small heap on, unless it is told to begin with a larger one.
      `--initial-old-space-size=${megabytes >> 2}`,
      // What a page takes dies young where there is room for it: less to collect, and a quarter less memory at the peak.
      `--max-semi-space-size=${Math.min(SEMI_SPACE_MB, megabytes >> 4)}`,
    ],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  child.on('error', () => {});
  atWork.add(child);
  child.on('exit', () => atWork.delete(child));
  return {
    send: (job) => child.send(job as object, () => {}),
    listen: (onMessage, end) => {
      const onEnd = (): void => end('worker-crashed');
      const listener = (message: unknown): void => onMessage(message as Message);
      child.on('message', listener).on('exit', onEnd);
      if (!child.connected) queueMicrotask(onEnd);
      return () => child.off('message', listener).off('exit', onEnd);
    },
    memory: () => residentSet(child.pid),
    processorTime: () => processSeconds(child.pid),
    kill: async () => void child.kill('SIGKILL'),
    end: () => {
      if (child.connected) child.disconnect();
      else child.kill('SIGKILL');
    },
  };
}

const PAGE = 4096;

/** Bytes that a process holds, where the system tells (Linux); elsewhere the heap limit alone holds. */
function residentSet(pid: number | undefined): number {
  try {
    const [, pages] = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ');
    return Number(pages) * PAGE;
  } catch {
    return 0;
  }
}
